public import IndustryChain
import ChainFiles
import Diagnostics
import FoundationEssentials

/// A server of the Language Server Protocol 3.17 for chain files, region files and firm tables.
///
/// Messages go in decoded and come out encoded; whoever holds the server brings them to and fro and
/// gives it the files of a disk. Findings are published when nothing else is waiting, so that a fast
/// typist is not held up by them.
public struct LanguageServer {
  enum Phase {
    case waiting
    case running
    case shutDown
  }

  /// What the client can take.
  struct Client {
    var encoding = PositionEncoding.utf16
    var takesDocumentChanges = false
    var registersWatchers = false
  }

  /// A document that the client has open.
  struct Document {
    /// As the client spells it.
    let uri: String
    var version: Int?
    var text: DocumentText
  }

  let files: any WorkspaceFiles
  let version: String
  private let chosenLanguage: Language?
  var language: Language
  var client = Client()
  private(set) var phase = Phase.waiting
  /// The open documents by path.
  private(set) var documents: [String: Document] = [:]
  /// The workspaces by folder.
  var workspaces: [String: OpenWorkspace] = [:]

  /// The process that started the server, whose end is the server's too, where the client named one.
  public private(set) var parentProcess: Int?
  /// The exit code once the client has asked for the end: 0 where it asked to shut down before.
  public private(set) var exitCode: Int32?

  /// A server that waits for its client.
  ///
  /// - Parameters:
  ///   - files: The disk.
  ///   - language: The language of messages; `nil` for that of the client.
  ///   - version: The version that it tells of itself.
  public init(files: any WorkspaceFiles, language: Language?, version: String) {
    self.files = files
    chosenLanguage = language
    self.language = language ?? .english
    self.version = version
  }

  /// The exit code where the stream of messages ends without a word.
  public var exitCodeAtEnd: Int32 { phase == .shutDown ? 0 : 1 }

  /// Whether texts have changed whose findings are not published.
  public var hasUnpublishedChanges: Bool {
    phase == .running && workspaces.values.contains { $0.isUnpublished }
  }

  /// Takes in a message and answers it.
  ///
  /// - Returns: The bodies of the messages that go out, in their order.
  public mutating func receive(_ body: [UInt8]) -> [[UInt8]] {
    let message: Message
    do {
      message = try Message(body)
    } catch {
      let code: RPCError.Code = error == .noJSON ? .parseError : .invalidRequest
      return [OutgoingMessage.failure(RPCError(code: code, message: say(error.reason)), of: nil)]
    }
    guard let method = message.envelope.method else { return [] }
    guard let id = message.envelope.id else { return notify(method, message) }
    do throws(RPCError) {
      return [try answer(method, message, id)]
    } catch {
      return [OutgoingMessage.failure(error, of: id)]
    }
  }

  /// Answers bytes of the stream that are no message and were passed over.
  ///
  /// - Returns: The bodies of the messages that go out, in their order.
  public func refuse(_ flaw: MessageDecoder.Flaw) -> [[UInt8]] {
    [OutgoingMessage.failure(RPCError(code: .parseError, message: say(flaw.message)), of: nil)]
  }

  func say(_ text: LocalizedText) -> String { language.text(text) }

  func say(_ english: String, _ chinese: String) -> String {
    say(LocalizedText(english: english, chinese: chinese))
  }

  // MARK: The life of the server

  mutating func initialize(_ parameters: InitializeParameters) throws(RPCError) -> InitializeResult
  {
    guard phase == .waiting else {
      throw RPCError(
        code: .invalidRequest, message: say("already initialized", "已经初始化"))
    }
    phase = .running
    parentProcess = parameters.processId
    if chosenLanguage == nil {
      language = parameters.locale?.lowercased().hasPrefix("zh") == true ? .chinese : .english
    }
    let workspace = parameters.capabilities?.workspace
    client = Client(
      encoding: .chosen(among: parameters.capabilities?.general?.positionEncodings),
      takesDocumentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
      registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false)
    var roots = (parameters.workspaceFolders ?? []).compactMap { FileURI.path(of: $0.uri) }
    if roots.isEmpty {
      roots = [parameters.rootUri.flatMap(FileURI.path) ?? parameters.rootPath].compactMap { $0 }
    }
    for root in roots {
      for folder in files.workspaces(in: root.withoutSlashAtEnd) { open(workspace: folder) }
    }
    return InitializeResult(encoding: client.encoding, version: version)
  }

  /// Asks the client to tell of files that change on the disk.
  func initialized() -> [[UInt8]] {
    guard client.registersWatchers else { return [] }
    return [
      OutgoingMessage.request(
        "client/registerCapability", WatcherRegistration(), id: .text("watch-files"))
    ]
  }

  mutating func shutDown() {
    phase = .shutDown
    documents = [:]
    workspaces = [:]
  }

  mutating func exit() { exitCode = exitCodeAtEnd }

  // MARK: Documents

  mutating func open(_ document: DidOpenParameters.Document) {
    guard let path = FileURI.path(of: document.uri) else { return }
    documents[path] = Document(
      uri: document.uri, version: document.version,
      text: DocumentText(document.text, in: client.encoding))
    let folder = files.workspace(containing: path)
    if workspaces[folder] == nil, path.isPart(ofWorkspace: folder, text: document.text) {
      open(workspace: folder)
    }
    update(folder)
  }

  mutating func change(_ parameters: DidChangeParameters) {
    guard let path = FileURI.path(of: parameters.textDocument.uri), var document = documents[path]
    else { return }
    // Without this the text would be copied for every change.
    documents[path] = nil
    for change in parameters.contentChanges {
      if let range = change.range {
        document.text.replace(range, with: change.text)
      } else {
        document.text = DocumentText(change.text, in: client.encoding)
      }
    }
    document.version = parameters.textDocument.version
    documents[path] = document
    update(files.workspace(containing: path))
  }

  mutating func close(_ uri: String) {
    guard let path = FileURI.path(of: uri), documents.removeValue(forKey: path) != nil else {
      return
    }
    reload(files.workspace(containing: path))
  }

  /// Looks at the disk again: something was saved, or changed outside of the editor.
  mutating func reload(_ folder: String? = nil) {
    for folder in folder.map({ [$0] }) ?? Array(workspaces.keys) where workspaces[folder] != nil {
      if let saved = files.sources(of: folder) { workspaces[folder]?.saved = saved }
      update(folder)
    }
  }

  private mutating func open(workspace folder: String) {
    guard workspaces[folder] == nil else { return }
    let saved = files.sources(of: folder) ?? WorkspaceSources(chains: [])
    workspaces[folder] = OpenWorkspace(folder: folder, saved: saved)
  }

  private mutating func update(_ folder: String) {
    guard workspaces[folder] != nil else { return }
    let open = documents.sorted { $0.key < $1.key }
      .filter { files.workspace(containing: $0.key) == folder }
      .map { SourceFile(path: $0.key, text: $0.value.text.text) }
    workspaces[folder]?.update(with: open)
  }
}

extension String {
  fileprivate var withoutSlashAtEnd: String {
    count > 1 && hasSuffix("/") ? String(dropLast()) : self
  }

  /// Whether a file of this path and text makes its folder a workspace: editors open all kinds of
  /// YAML files.
  fileprivate func isPart(ofWorkspace folder: String, text: String) -> Bool {
    guard hasPrefix(folder + "/") else { return false }
    let parts = dropFirst(folder.count + 1).split(separator: "/").map(String.init)
    if parts.count == 3, parts[0] == "regions" { return RegionSources.file(named: parts[2]) != nil }
    guard parts.count == 1, parts[0].isChainFileName else { return false }
    return text.split(whereSeparator: \.isNewline).contains {
      $0.hasPrefix("chain:") || $0.hasPrefix("links:") || $0.contains("chain.schema.json")
    }
  }
}
