import Foundation
import Testing

@Suite struct DrawingTests {
  private func nodeCount(_ picture: String) -> Int {
    picture.ranges(of: "class=\"node\"").count
  }

  @Test func `a diagram too large for the time limit is folded, and the command says how`() throws {
    let folder = try LargeWorkspace.folder()
    let outcome = try Command.run(
      "diagram", "--time-limit", "4", "--output", "all.svg", in: folder.url)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output == "all.svg\n")
    #expect(outcome.errors.contains("\"all-chains\": the layout took longer than 4 s"))
    #expect(outcome.errors.contains("2,400 links as"))
    #expect(outcome.errors.contains("--time-limit 40 gives it more time"))
    let count = nodeCount(try folder.text(of: "all.svg"))
    #expect(count == LargeWorkspace.chainCount * 3 || count == LargeWorkspace.chainCount)
  }

  @Test func `a picture is the same whatever was drawn before it`() throws {
    let folder = try TemporaryFolder()
    let report = folder.url.appendingPathComponent("report").path
    #expect(try Command.run("report", "--output", report).exitCode == 0)
    for chain in ["lithium-battery", "lighter", "surface-treatment"] {
      let file = folder.url.appendingPathComponent("alone.svg").path
      #expect(try Command.run("diagram", chain, "--output", file).exitCode == 0)
      #expect(
        try folder.bytes(of: "alone.svg") == folder.bytes(of: "report/chains/\(chain).svg"))
    }
  }

  @Test(arguments: ["0", "3601", "-1", "x"])
  func `a time limit that makes no sense is refused`(limit: String) throws {
    let outcome = try Command.run("diagram", "--time-limit=\(limit)")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("time-limit"))
  }

  @Test func `the helper that draws is hidden and draws nothing of itself`() throws {
    #expect(try !Command.run("--help").output.contains("draw-what-comes"))
    let outcome = try Command.run("draw-what-comes", "20")
    #expect(outcome.exitCode == 0 && outcome.output.isEmpty)
  }

  @Test func `a link and a pipe stay what they are`() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "target.svg")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appendingPathComponent("link.svg").path, withDestinationPath: "target.svg")
    let link = folder.url.appendingPathComponent("link.svg").path
    #expect(try Command.run("diagram", "lighter", "--output", link).exitCode == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "target.svg")
    #expect(try folder.text(of: "target.svg").contains("</svg>"))

    let pipe = folder.url.appendingPathComponent("pipe.svg").path
    #expect(mkfifo(pipe, 0o600) == 0)
    let reader = Process()
    reader.executableURL = URL(fileURLWithPath: "/bin/sh")
    reader.arguments = ["-c", "cat \"$0\" > \"$0.read\"", pipe]
    try reader.run()
    #expect(try Command.run("diagram", "lighter", "--output", pipe).exitCode == 0)
    reader.waitUntilExit()
    #expect(try folder.text(of: "pipe.svg.read").contains("</svg>"))
  }
}
