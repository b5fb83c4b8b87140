import ChainFiles
import Diagnostics
import IndustryChain

extension LanguageServer {
  /// Checks what has changed and tells the client what is wrong, file by file.
  ///
  /// A file is told of again only where its findings, or the version that they are about, are others
  /// than before; one that has become clean is told of with none.
  ///
  /// - Returns: The bodies of the messages that go out, by path.
  public mutating func publishFindings() -> [[UInt8]] {
    guard hasUnpublishedChanges else { return [] }
    var messages: [[UInt8]] = []
    for folder in workspaces.keys.sorted() {
      guard var workspace = workspaces[folder], workspace.isUnpublished else { continue }
      workspaces[folder] = nil
      workspace.check()
      workspace.isUnpublished = false
      let byPath = Dictionary(grouping: workspace.diagnostics) { $0.location?.file.path ?? folder }
      let paths = Set(byPath.keys).union(workspace.published.keys).union(
        documents.keys.filter { workspace.file(at: $0) != nil })
      for path in paths.sorted() {
        let published = PublishedDiagnostics(
          uri: uri(of: path), version: documents[path]?.version,
          diagnostics: converted(byPath[path] ?? [], at: path))
        let isNews =
          workspace.published[path].map { $0 != published }
          ?? (!published.diagnostics.isEmpty || documents[path] != nil)
        if isNews {
          messages.append(
            OutgoingMessage.notification("textDocument/publishDiagnostics", published))
        }
        let isKept = !published.diagnostics.isEmpty || documents[path] != nil
        workspace.published[path] = isKept ? published : nil
      }
      workspaces[folder] = workspace
    }
    return messages
  }

  /// The changes that mend the findings in a stretch of a document.
  mutating func codeActions(in request: CodeActionParameters) -> [CodeAction]? {
    guard let place = place(request.textDocument, request.range.start),
      let end = self.place(request.textDocument, request.range.end)?.position
    else { return nil }
    workspaces[place.folder]?.check()
    return (workspaces[place.folder]?.diagnostics ?? []).compactMap { finding in
      guard let location = finding.location, location.file.path == place.path,
        let range = location.range, range.start <= end, place.position <= range.end
      else { return nil }
      return action(mending: finding)
    }
  }

  /// The change that mends a finding, `nil` where a person has to decide.
  func action(mending finding: Diagnostic) -> CodeAction? {
    guard let fix = finding.fix, let file = finding.location?.file else { return nil }
    return CodeAction(
      title: say(fix.title), kind: "quickfix", diagnostics: converted([finding], at: file.path),
      isPreferred: fix.applicability == .certain, edit: workspaceEdit([(file, fix.edits)]))
  }

  private func converted(_ findings: [Diagnostic], at path: String) -> [ProtocolDiagnostic] {
    guard let first = findings.first else { return [] }
    let text =
      first.location.map { self.text(of: $0.file) } ?? DocumentText("", in: client.encoding)
    return findings.map { finding in
      let help = finding.help.map { "\n" + say("help: ", "建议：") + say($0) } ?? ""
      // What belongs nowhere in particular is said in the message.
      let notes = finding.shownNotes
      let asides = notes.filter { $0.location == nil }.map { "\n" + say($0.message) }
      return ProtocolDiagnostic(
        range: range(of: finding.location, in: text),
        severity: finding.severity.number, code: finding.id.rawValue,
        codeDescription: files.diagnosticsPage.map {
          .init(href: FileURI.uri(of: $0) + "#" + finding.id.rawValue)
        },
        source: "chaingap", message: say(finding.message) + asides.joined() + help,
        relatedInformation: notes.compactMap { note in
          note.location.map { location in
            ProtocolDiagnostic.Related(
              location: Location(
                uri: uri(of: location.file.path),
                range: range(
                  of: location,
                  in: location.file.path == path ? text : self.text(of: location.file))),
              message: say(note.message))
          }
        })
    }
  }

  /// The stretch of a place; the whole first line for a file as such.
  private func range(of location: Diagnostic.Location?, in text: DocumentText) -> Range {
    text.range(of: location?.range ?? SourceRange(line: 1, column: 1, length: 1))
  }
}

extension Severity {
  /// The protocol's number.
  fileprivate var number: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .note: 3
    }
  }
}
