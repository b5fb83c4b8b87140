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
    Attack(testDescription: "a scalar of 10 MB", finding: "10 files|1 file") {
      text(head + "    note: " + String(repeating: "x", count: 10_000_000) + "\n")
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

  /// The most memory that a process has held, in bytes, and what it wrote.
  private static func run(
    _ arguments: [String], in folder: TemporaryFolder
  ) throws -> (exitCode: Int32, output: String, peakBytes: Int) {
    let line = "\"$0\" \"$@\" >out.txt 2>&1; code=$?; exit $code"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exec " + line.replacing("; code=$?; exit $code", with: "")]
    process.arguments?.append(Command.binary.path)
    process.arguments?.append(contentsOf: arguments)
    process.currentDirectoryURL = folder.url
    try process.run()
    var peak = 0
    let end = ContinuousClock.now + .seconds(120)
    while process.isRunning {
      let status = try? String(
        contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
      let high = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      let kilobytes = high?.split(separator: " ").dropLast().last.flatMap { Int($0) }
      peak = max(peak, (kilobytes ?? 0) * 1024)
      if ContinuousClock.now > end { process.terminate() }
      usleep(2000)
    }
    process.waitUntilExit()
    try #require(process.terminationReason == .exit, "it hung or crashed")
    return (process.terminationStatus, try folder.text(of: "out.txt"), peak)
  }

  @Test(arguments: attacks)
  func `a hostile chain file is told for what it is, and costs no more than its size`(
    _ attack: Attack
  ) throws {
    let folder = try TemporaryFolder()
    let data = attack.make()
    try folder.write("", to: "Chains/x.yaml")
    try data.write(to: folder.url.appendingPathComponent("Chains/x.yaml"))
    for arguments in [["check", "--language", "en"], ["format", "--check"]] {
      let outcome = try Self.run(arguments, in: folder)
      #expect((0...2).contains(outcome.exitCode))
      if arguments[0] == "check" {
        let isFound = attack.finding.split(separator: "|").contains { outcome.output.contains($0) }
        #expect(isFound, "\(outcome.output.prefix(500))")
      }
      // What the command needs for itself, in a build for debugging, and 20 bytes for each given.
      #expect(outcome.peakBytes < 80_000_000 + 20 * data.count)
      #expect(try folder.bytes(of: "Chains/x.yaml") == data)
    }
  }

  @Test func `a table of 200,000 columns is refused by its header`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let header = "firm,name_zh,link" + String(repeating: ",x", count: 200_000)
    try folder.write(header + "\n", to: "Chains/regions/here/firms.csv")
    let outcome = try Self.run(["check", "--language", "en"], in: folder)
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("200003 columns; at most 1000 are read"))
    #expect(outcome.peakBytes < 80_000_000 + 20 * header.utf8.count + 40_000_000)
  }
}
