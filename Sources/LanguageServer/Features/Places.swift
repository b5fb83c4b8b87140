import ChainFiles
import Diagnostics
import IndustryChain

extension LanguageServer {
  /// A position of a request, found in its document and its workspace.
  struct Place {
    let path: String
    let folder: String
    let position: SourcePosition
    let document: DocumentText
  }

  /// Where a request points; `nil` outside of workspaces and open documents.
  func place(_ textDocument: TextDocumentID, _ position: Position) -> Place? {
    guard let path = FileURI.path(of: textDocument.uri), let document = documents[path] else {
      return nil
    }
    let folder = files.workspace(containing: path)
    guard workspaces[folder] != nil else { return nil }
    return Place(
      path: path, folder: folder, position: document.text.place(of: position),
      document: document.text)
  }

  /// What the files of a workspace name.
  mutating func symbols(of folder: String) -> WorkspaceSymbols? {
    workspaces[folder]?.symbols()
  }

  /// The name at a place, and what the files of its workspace name.
  mutating func occurrence(
    at place: Place
  ) -> (occurrence: WorkspaceSymbols.Occurrence, symbols: WorkspaceSymbols)? {
    guard let symbols = symbols(of: place.folder),
      let occurrence = symbols.occurrence(at: place.position, in: place.path)
    else { return nil }
    return (occurrence, symbols)
  }

  /// The URI of a path, as the client spells it where it has the file open.
  func uri(of path: String) -> String { documents[path]?.uri ?? FileURI.uri(of: path) }

  /// Turns places into locations; the text of a file is looked through once.
  func locations(of occurrences: [WorkspaceSymbols.Occurrence]) -> [Location] {
    var texts: [String: DocumentText] = [:]
    return occurrences.map { occurrence in
      let path = occurrence.file.path
      let text = texts[path] ?? text(of: occurrence.file)
      texts[path] = text
      return Location(uri: uri(of: path), range: text.range(of: occurrence.range))
    }
  }

  /// The text of a file in the client's unit.
  func text(of file: SourceFile) -> DocumentText {
    documents[file.path]?.text ?? DocumentText(file.text, in: client.encoding)
  }

  /// An edit of several files as the client takes it.
  func workspaceEdit(_ edits: [(file: SourceFile, edits: [TextEdit])]) -> WorkspaceEdit {
    let files = edits.map { file, edits in
      let text = text(of: file)
      return (
        path: file.path,
        edits: edits.map {
          ProtocolTextEdit(range: text.range(of: $0.range), newText: $0.replacement)
        }
      )
    }
    guard client.takesDocumentChanges else {
      let changes = files.map { (uri(of: $0.path), $0.edits) }
      return WorkspaceEdit(changes: Dictionary(changes) { $0 + $1 })
    }
    return WorkspaceEdit(
      documentChanges: files.map { file in
        WorkspaceEdit.DocumentEdit(
          textDocument: .init(uri: uri(of: file.path), version: documents[file.path]?.version),
          edits: file.edits)
      })
  }
}
