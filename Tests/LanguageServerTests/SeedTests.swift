import ChainFiles
import IndustryChain
import SeedFiles
import Testing

@testable import LanguageServer

/// What the server makes of streams of the seeds and their mutants.
@Suite struct SeedTests {
  private struct NoFiles: WorkspaceFiles {
    func sources(of folder: String) -> WorkspaceSources? { nil }
    func workspaces(in root: String) -> [String] { [] }
    func workspace(containing file: String) -> String { "/w/Chains" }
    var diagnosticsPage: String? { nil }
  }

  @Test(arguments: SeedFile.all(.lsp))
  func `a stream is heard to its end, in pieces as in one`(_ seed: SeedFile) {
    for (place, stream) in seed.variants(150).enumerated() {
      let whole = answers(to: stream, pieceLength: stream.count + 1)
      #expect(answers(to: stream, pieceLength: 1 + place % 13) == whole)
    }
  }

  @Test(arguments: SeedFile.all(.lsp))
  func `a stream as it is reaches its end`(_ seed: SeedFile) {
    #expect(answers(to: seed.bytes, pieceLength: 1000).last?.contains("\"id\":2") == true)
  }

  /// What the server answers to a stream, up to its end.
  private func answers(to stream: [UInt8], pieceLength: Int) -> [String] {
    var decoder = MessageDecoder()
    var server = LanguageServer(files: NoFiles(), language: .english, version: "0")
    var answers: [[UInt8]] = []
    for start in stride(from: 0, to: stream.count, by: pieceLength) {
      decoder.append(stream[start..<min(stream.count, start + pieceLength)])
      var isWaiting = false
      while !isWaiting {
        do throws(MessageDecoder.Flaw) {
          let body = try decoder.next()
          answers += body.map { server.receive($0) } ?? []
          isWaiting = body == nil
        } catch {
          answers += server.refuse(error)
        }
      }
    }
    answers += server.publishFindings()
    return answers.map { String(decoding: $0, as: UTF8.self) }
  }
}
