import ChainFiles
import Diagnostics
import Foundation
import IndustryChain
import Testing

@testable import LanguageServer

/// A disk that holds one small workspace.
private struct SmallDisk: WorkspaceFiles {
  static let folder = "/大龙/Chains"
  static let chain = """
    chain: metal
    name: {en: Metal, zh: 金属}
    links:
      ore: {name: {en: Ore, zh: 矿石}, stage: upstream}
      part: {name: {en: Part, zh: 零件}, stage: downstream, inputs: {ore: 0.5}}

    """

  func sources(of folder: String) -> WorkspaceSources? {
    guard folder == Self.folder else { return nil }
    return WorkspaceSources(chains: [
      SourceFile(path: "\(folder)/metal.yaml", text: Self.chain)
    ])
  }

  func workspaces(in root: String) -> [String] { [root + "/Chains"] }

  func workspace(containing file: String) -> String {
    file.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
  }

  var diagnosticsPage: String? { nil }
}

@Suite struct SessionTests {
  private static let uri = "file:///%E5%A4%A7%E9%BE%99/Chains/metal.yaml"

  private static func message(_ method: String, _ parameters: String, id: Int? = nil) -> [UInt8] {
    let id = id.map { #""id":\#($0),"# } ?? ""
    return Array(#"{"jsonrpc":"2.0",\#(id)"method":"\#(method)","params":\#(parameters)}"#.utf8)
  }

  private static let document = #""textDocument":{"uri":"\#(uri)","version":2}"#
  private static let at = #"{\#(document),"position":{"line":4,"character":66}}"#

  /// A session that meets every method.
  private static let script: [[UInt8]] = [
    message(
      "initialize",
      #"{"rootUri":"file:///%E5%A4%A7%E9%BE%99","capabilities":{"general":{"positionEncodings":["utf-16"]}}}"#,
      id: 1),
    message("initialized", "{}"),
    message(
      "textDocument/didOpen",
      #"{"textDocument":{"uri":"\#(uri)","version":1,"text":\#(quoted(SmallDisk.chain))}}"#),
    message(
      "textDocument/didChange",
      #"{\#(document),"contentChanges":[{"range":{"start":{"line":3,"character":2},"end":{"line":3,"character":5}},"text":"iron"}]}"#
    ),
    message("textDocument/hover", at, id: 2),
    message("textDocument/completion", at, id: 3),
    message("textDocument/definition", at, id: 4),
    message(
      "textDocument/references",
      #"{\#(document),"position":{"line":4,"character":66},"context":{"includeDeclaration":true}}"#,
      id: 5),
    message("textDocument/prepareRename", at, id: 6),
    message(
      "textDocument/rename",
      #"{\#(document),"position":{"line":4,"character":3},"newName":"piece"}"#, id: 7),
    message(
      "textDocument/codeAction",
      #"{\#(document),"range":{"start":{"line":0,"character":0},"end":{"line":9,"character":0}},"context":{"diagnostics":[]}}"#,
      id: 8),
    message("textDocument/documentSymbol", #"{\#(document)}"#, id: 9),
    message("workspace/symbol", #"{"query":"件"}"#, id: 10),
    message("textDocument/didSave", #"{\#(document)}"#),
    message("textDocument/didClose", #"{\#(document)}"#),
    message("shutdown", "null", id: 11),
    message("exit", "null"),
  ]

  private static func quoted(_ text: String) -> String {
    (try? String(decoding: JSONEncoder().encode(text), as: UTF8.self)) ?? ""
  }

  @Test func `every request of a session has one answer`() {
    var server = LanguageServer(files: SmallDisk(), language: .chinese, version: "1")
    var answers: [String] = []
    var published: [String] = []
    for body in Self.script {
      answers += server.receive(body).map { String(decoding: $0, as: UTF8.self) }
      published += server.publishFindings().map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(answers.count == 11)
    for (place, answer) in answers.enumerated() {
      #expect(answer.contains(#""id":\#(place + 1),"#), "\(answer)")
      #expect(answer.contains(#""result""#), "\(answer)")
    }
    #expect(published.contains { $0.contains("unknown-link") })
    // What was typed and never saved is gone with the document.
    #expect(published.last?.contains("unknown-link") == false)
    #expect(server.exitCode == 0)
  }

  @Test(arguments: 0..<400)
  func `mutated messages crash nothing and every request is answered`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var server = LanguageServer(files: SmallDisk(), language: nil, version: "1")
    let snippets = [
      "-1", "99999999999999999999", "null", "[]", "{}", #""""#, "1e400", #""\u0000""#, "金", "\\",
    ]
    for (index, body) in Self.script.enumerated() {
      var body = body
      // The first message is left alone in most sessions, so that the others are heard.
      if index > 0 || seed % 8 == 0 {
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
          let place = Int.random(in: 0..<max(1, body.count), using: &generator)
          switch Int.random(in: 0..<4, using: &generator) {
          case 0: body[place] = .random(in: 0...255, using: &generator)
          case 1: body.removeSubrange(place..<min(body.count, place + 5))
          case 2:
            body.insert(
              contentsOf: (snippets.randomElement(using: &generator) ?? "").utf8, at: place)
          default:
            // A number becomes another one.
            let digits = body.indices.filter { (48...57).contains(body[$0]) }
            if let digit = digits.randomElement(using: &generator) {
              body[digit] = .random(in: 48...57, using: &generator)
            }
          }
          if body.isEmpty { body = [0] }
        }
      }
      let asks = (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any]
      let answers = server.receive(body)
      if asks?["id"] is Int, asks?["method"] is String { #expect(answers.count == 1) }
      for answer in answers + server.publishFindings() {
        #expect((try? JSONSerialization.jsonObject(with: Data(answer))) != nil)
      }
    }
  }

  @Test func `a fix is offered as a change of its document, the sure one as preferred`() throws {
    var server = LanguageServer(files: SmallDisk(), language: .chinese, version: "1")
    for body in Self.script.prefix(3) { _ = server.receive(body) }
    let file = SourceFile(path: "\(SmallDisk.folder)/metal.yaml", text: SmallDisk.chain)
    func action(_ applicability: Fix.Applicability) -> CodeAction? {
      server.action(
        mending: Diagnostic(
          id: DiagnosticID("unknown-link"), severity: .error,
          location: .init(file: file, range: SourceRange(line: 4, column: 3, length: 3)),
          message: LocalizedText(english: "e", chinese: "中"),
          fix: Fix(
            LocalizedText(english: "write `iron`", chinese: "改为 `iron`"), applicability,
            edits: [TextEdit(SourceRange(line: 4, column: 3, length: 3), with: "iron")])))
    }
    let sure = try #require(action(.certain))
    #expect(sure.title == "改为 `iron`")
    #expect(sure.isPreferred)
    #expect(action(.likely)?.isPreferred == false)
    let edit = ProtocolTextEdit(
      range: Range(start: Position(line: 3, character: 2), end: Position(line: 3, character: 5)),
      newText: "iron")
    #expect(sure.edit.changes == [Self.uri: [edit]])
    #expect(sure.diagnostics.first?.message == "中")
  }
}
