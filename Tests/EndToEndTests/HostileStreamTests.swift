import Foundation
import Testing

/// Streams that no editor would send to the language server.
@Suite struct HostileStreamTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The code of the answer.
    var code = "-32700"
    let make: @Sendable () -> String
  }

  private static func framed(_ body: String) -> String {
    "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  static let attacks: [Attack] = [
    Attack(testDescription: "a long stretch without a header") {
      String(repeating: "x", count: HostileSize.scalar)
    },
    Attack(testDescription: "ends of headers") {
      String(repeating: "\r\n\r\n", count: HostileSize.scalar / 8)
    },
    Attack(testDescription: "lengths without end") {
      String(repeating: "Content-Length: 1\r\n", count: HostileSize.scalar / 40)
    },
    Attack(testDescription: "a body above the bound") {
      framed("{\"a\": \"" + String(repeating: "x", count: 65 << 20) + "\"}")
    },
    Attack(testDescription: "brackets without end", code: "-32600") {
      framed(String(repeating: "[", count: HostileSize.scalar / 4))
    },
    Attack(testDescription: "numbers without end", code: "-32600") {
      framed(
        #"{"jsonrpc":"2.0","id":3,"method":"x","params":[0"#
          + String(repeating: ",0", count: HostileSize.scalar / 4) + "]}")
    },
  ]

  @Test(arguments: attacks)
  func `a hostile stream costs no more than its size, and the end is heard`(
    _ attack: Attack
  ) throws {
    let folder = try TemporaryFolder()
    let stream =
      Self.framed(#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}"#)
      + attack.make() + Self.framed(#"{"jsonrpc":"2.0","id":2,"method":"shutdown"}"#)
      + Self.framed(#"{"jsonrpc":"2.0","method":"exit"}"#)
    try folder.write(stream, to: "stream")
    let run = try MeasuredRun(["language-server"], in: folder, input: "stream")
    #expect(run.exitCode == 0)
    #expect(run.output.contains(attack.code))
    #expect(run.isBounded(by: stream.utf8.count), "\(run.peakBytes) bytes")
  }
}
