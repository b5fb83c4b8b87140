import Foundation
import Testing

/// Files made to break readers: each is told for what it is, at a cost that its size bounds.
@Suite struct HostileFileTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// A text in the findings.
    let finding: String
    let make: @Sendable () -> Data
  }

  private static let head = "chain: x\nname: X\nlinks:\n  a:\n    name: A\n    stage: upstream\n"

  private static func text(_ text: String) -> Data { Data(text.utf8) }

  static let attacks: [Attack] = [
    Attack(testDescription: "a bomb of aliases", finding: "yaml-alias") {
      let bombs = (1...40).map { "b\($0): &b\($0) [*b\($0 - 1), *b\($0 - 1), *b\($0 - 1)]\n" }
      return text("b0: &b0 [x, x, x]\n" + bombs.joined())
    },
    Attack(testDescription: "brackets 100,000 deep", finding: "yaml-too-deep") {
      text("chain: " + String(repeating: "[", count: 100_000))
    },
    Attack(testDescription: "maps 2,000 deep", finding: "yaml-too-deep") {
      text((0..<2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined())
    },
    Attack(testDescription: "questions 100,000 deep", finding: "yaml-too-deep") {
      text(String(repeating: "? ", count: 100_000))
    },
    Attack(testDescription: "a huge scalar", finding: "1 file") {
      text(head + "    note: " + String(repeating: "x", count: HostileSize.scalar) + "\n")
    },
    Attack(testDescription: "a huge scalar of short words", finding: "1 file") {
      text(head + "    note: " + String(repeating: "打 x ", count: HostileSize.scalar / 12) + "x\n")
    },
    Attack(testDescription: "a million comments", finding: "1 file") {
      text(head + String(repeating: "    # x\n", count: HostileSize.columns))
    },
    Attack(testDescription: "a list without end", finding: "a file of this length may hold") {
      text(head + "    needs: [" + String(repeating: "a,", count: HostileSize.list) + "a]\n")
    },
    Attack(testDescription: "a list of lines", finding: "unknown-need") {
      text(head + "    needs:\n" + String(repeating: "    - a\n", count: HostileSize.list))
    },
    Attack(testDescription: "NUL", finding: "U+0000") { text(head + "    note: a\u{0}b\n") },
    Attack(testDescription: "an escaped NUL", finding: "control-character") {
      text(head + "    note: \"a\\0b\"\n")
    },
    Attack(testDescription: "broken UTF-8", finding: "invalid-utf8") {
      text(head + "    note: ") + Data([0xFF, 0xFE, 0xC3]) + text("\n")
    },
    Attack(testDescription: "5,000 names that nobody knows", finding: "unknown-link") {
      let links = (0..<5000).map { link in
        "  l\(link): {name: A, stage: upstream, inputs: {m\(link): 0.1}}\n"
      }
      return text("chain: x\nname: X\nlinks:\n" + links.joined())
    },
    Attack(testDescription: "20,000 times the same key", finding: "more") {
      let links = String(repeating: "  l: {name: A, stage: upstream}\n", count: 20_000)
      return text("chain: x\nname: X\nlinks:\n" + links)
    },
    Attack(testDescription: "colons and quotes", finding: "yaml-syntax") {
      text(String(repeating: ": \"'", count: 50_000))
    },
  ]

  @Test(arguments: attacks)
  func `a hostile chain file is told for what it is, and costs no more than its size`(
    _ attack: Attack
  ) throws {
    let folder = try TemporaryFolder()
    let data = attack.make()
    try folder.write("", to: "Chains/x.yaml")
    try data.write(to: folder.url.appendingPathComponent("Chains/x.yaml"))
    for arguments in [["check", "--language", "en"], ["format", "--check"]] {
      let run = try MeasuredRun(arguments, in: folder)
      #expect((0...2).contains(run.exitCode))
      if arguments[0] == "check" {
        #expect(run.output.contains(attack.finding), "\(run.output.prefix(500))")
      }
      #expect(run.isBounded(by: data.count), "\(run.peakBytes) bytes")
      #expect(try folder.bytes(of: "Chains/x.yaml") == data)
    }
  }

  @Test func `a table of a million columns is refused by its header`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let header = "firm,name_zh,link" + String(repeating: ",x", count: HostileSize.columns)
    try folder.write(header + "\n", to: "Chains/regions/here/firms.csv")
    let run = try MeasuredRun(["check", "--language", "en"], in: folder)
    #expect(run.exitCode == 1)
    #expect(run.output.contains("\(HostileSize.columns + 3) columns; at most 1000 are read"))
    #expect(run.isBounded(by: header.utf8.count + 2_000_000))
  }
}
