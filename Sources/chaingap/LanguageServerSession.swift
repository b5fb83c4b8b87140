import ChainFiles
import Diagnostics
import FoundationEssentials
import Glibc
import IndustryChain
import LanguageServer

/// A language server on standard input and output.
struct LanguageServerSession {
  private var server: LanguageServer
  private var decoder = MessageDecoder()

  /// How often it looks whether the editor that started it is still there.
  private static let secondsBetweenLooks = 5.0
  /// How long it waits for somebody to go on typing, as a part of what the last check took.
  private static let patience = 0.5
  /// The longest such wait, in seconds.
  private static let longestPause = 0.25
  /// Checks that are quicker than this follow every change.
  private static let quickCheck = 0.03

  init(language: Language?, version: String) {
    server = LanguageServer(files: WorkspaceDisk(), language: language, version: version)
  }

  /// Serves until the input, the client or its process ends.
  ///
  /// - Returns: The exit code.
  mutating func run() -> Int32 {
    var lastCheck = 0.0
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let isWaiting = server.hasUnpublishedChanges
      let pause =
        lastCheck < Self.quickCheck ? 0 : min(lastCheck * Self.patience, Self.longestPause)
      let hasInput = waitForInput(seconds: isWaiting ? pause : Self.secondsBetweenLooks)
      if hasInput {
        let count = read(STDIN_FILENO, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return server.exitCodeAtEnd }
        decoder.append(buffer[..<count])
        if let code = answer() { return code }
      } else if isWaiting {
        let start = ContinuousClock.now
        send(server.publishFindings())
        lastCheck = (ContinuousClock.now - start) / .seconds(1)
      } else if let parent = server.parentProcess, isGone(parent) {
        return server.exitCodeAtEnd
      }
    }
  }

  /// Answers every message that is whole.
  ///
  /// - Returns: The exit code where that was the last.
  private mutating func answer() -> Int32? {
    while true {
      do throws(MessageDecoder.Flaw) {
        guard let body = try decoder.next() else { return nil }
        send(server.receive(body))
        if let code = server.exitCode { return code }
      } catch {
        send(server.refuse(error))
      }
    }
  }

  private func send(_ bodies: [[UInt8]]) {
    for body in bodies { Console.write(MessageDecoder.framed(body)) }
  }

  private func waitForInput(seconds: Double) -> Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&input, 1, Int32((seconds * 1000).rounded(.up))) > 0
  }

  private func isGone(_ process: Int) -> Bool {
    guard let id = pid_t(exactly: process), id > 0 else { return false }
    return kill(id, 0) != 0 && errno == ESRCH
  }
}

/// The disk as a language server sees it.
struct WorkspaceDisk: WorkspaceFiles {
  func sources(of folder: String) -> WorkspaceSources? {
    try? WorkspaceFolder(path: folder).sources()
  }

  func workspaces(in root: String) -> [String] {
    let chains = root + "/Chains"
    if hasChains(chains) { return [chains] }
    return hasChains(root) ? [root] : []
  }

  func workspace(containing file: String) -> String {
    WorkspaceFolder(containing: file).path
  }

  /// The page beside the command's sources, where it was built there and never moved.
  var diagnosticsPage: String? {
    var parts = CommandLine.arguments.first?.split(separator: "/").map(String.init) ?? []
    while !parts.isEmpty {
      parts.removeLast()
      let page = "/" + (parts + ["Docs", "Diagnostics.md"]).joined(separator: "/")
      if FileManager.default.fileExists(atPath: page) { return page }
    }
    return nil
  }

  /// Whether a folder holds a chain file: other programs write YAML too.
  private func hasChains(_ folder: String) -> Bool {
    guard let sources = sources(of: folder) else { return false }
    return sources.chains.contains { file in
      file.text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("chain:") }
    }
  }
}
