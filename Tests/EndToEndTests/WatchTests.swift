import Foundation
import Testing

@Suite struct WatchTests {
  /// The command at work in a folder, its lines in files.
  private final class Watching {
    let folder: TemporaryFolder
    private let process = Process()
    private let logs: TemporaryFolder

    init(_ folder: TemporaryFolder, _ arguments: String...) throws {
      self.folder = folder
      logs = try TemporaryFolder()
      process.executableURL = Command.binary
      process.arguments = ["watch", "--draws", "0"] + arguments
      process.currentDirectoryURL = folder.url
      process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C"]) { $1 }
      for name in ["out", "err"] { try logs.write("", to: name) }
      process.standardOutput = try FileHandle(
        forWritingTo: logs.url.appendingPathComponent("out"))
      process.standardError = try FileHandle(
        forWritingTo: logs.url.appendingPathComponent("err"))
      try process.run()
    }

    deinit { if process.isRunning { process.terminate() } }

    var output: String { (try? logs.text(of: "out")) ?? "" }
    var errors: String { (try? logs.text(of: "err")) ?? "" }
    var report: String { (try? folder.text(of: "Reports/here/report.en.md")) ?? "" }
    /// How often the reports have been brought up to date.
    var roundCount: Int { output.split(separator: "\n").count { $0.hasPrefix("  ") } }

    /// Waits for as long as it runs.
    func wait(
      _ what: String, sourceLocation: SourceLocation = #_sourceLocation, until condition: () -> Bool
    ) throws {
      let end = ContinuousClock.now + Patience.limit
      while !condition() {
        try #require(
          ContinuousClock.now < end && process.isRunning, "\(what)\n\(output)\n\(errors)",
          sourceLocation: sourceLocation)
        usleep(20_000)
      }
    }

    /// Stops it as Ctrl-C does.
    func stop() -> (Process.TerminationReason, Int32) {
      kill(process.processIdentifier, SIGINT)
      process.waitUntilExit()
      return (process.terminationReason, process.terminationStatus)
    }
  }

  @Test func `a change is written and told, an error keeps the report, a stop leaves nothing`()
    throws
  {
    let folder = try TemporaryFolder.smallWorkspace()
    let watching = try Watching(folder)
    try watching.wait("the first report") { watching.output.contains("before layout)") }
    #expect(watching.output.hasPrefix("watching 3 files, 1 region; Ctrl-C ends\n"))
    let plain = try Command.run("report", "--draws", "0", "--output", "plain", in: folder.url)
    #expect(plain.exitCode == 0)
    for file in try folder.files() where file.hasPrefix("plain/") {
      let other = "Reports/here/" + file.dropFirst("plain/".count)
      #expect(try folder.bytes(of: file) == folder.bytes(of: other), "\(file)")
    }

    let diagram = try folder.bytes(of: "Reports/here/workspace.dot")
    try folder.write(
      smallChain.replacingOccurrences(of: "zh: 矿石", with: "zh: 铁矿石"),
      to: "Chains/metal.yaml")
    try watching.wait("the change") { watching.roundCount == 2 }
    #expect(watching.output.contains("Metal: 1 link changed\n"))
    #expect(try folder.text(of: "Reports/here/report.md").contains("铁矿石"))
    #expect(try folder.bytes(of: "Reports/here/workspace.dot") != diagram)

    let report = watching.report
    try folder.write(
      smallChain.replacingOccurrences(of: "inputs: {alloy", with: "inputs: {aloy"),
      to: "Chains/metal.yaml")
    try watching.wait("the error") { watching.output.contains("1 error; the last report stays\n") }
    #expect(watching.errors.contains("error[unknown-link]"))
    #expect(watching.report == report)

    try folder.write(
      smallChain.replacingOccurrences(of: "inputs: {alloy: 0.4}", with: "inputs: {alloy: 0.2}"),
      to: "Chains/metal.yaml")
    try watching.wait("the mended file") { watching.roundCount == 3 }
    #expect(watching.output.contains("Metal: 1 link changed, 1 share changed"))
    #expect(watching.report != report)
    // What is odd is counted once the error is gone; it was there before.
    let errors = watching.errors
    #expect(!errors.contains("warning[") && !errors.contains("note["), "\(errors)")
    #expect(watching.output.components(separatedBy: "; see them with: chaingap check").count == 3)

    let (reason, status) = watching.stop()
    #expect(reason == .uncaughtSignal && status == SIGINT)
    #expect(try folder.files().allSatisfy { !$0.hasSuffix(".part") })
  }

  @Test func `editors that rename, burst, delete and put back are followed`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let watching = try Watching(folder, "--output", "Out", "--language", "en")
    func dot() -> String { (try? folder.text(of: "Out/here/workspace.dot")) ?? "" }
    try watching.wait("the first report") { watching.roundCount == 1 }

    // Written aside and renamed, as vim and our own commands do.
    try folder.write(
      smallChain.replacingOccurrences(of: "en: Ore", with: "en: Ore-a"), to: "Chains/.metal.swp")
    let chain = folder.url.appendingPathComponent("Chains/metal.yaml").path
    #expect(rename(folder.url.appendingPathComponent("Chains/.metal.swp").path, chain) == 0)
    try watching.wait("the rename") { dot().contains("Ore-a") }

    // In pieces, the last of them whole.
    for end in [20, 60, 100, smallChain.utf8.count] {
      try folder.write(
        String(smallChain.replacingOccurrences(of: "en: Ore", with: "en: Ore-b").prefix(end + 2)),
        to: "Chains/metal.yaml")
    }
    try watching.wait("the burst") { dot().contains("Ore-b") }

    // Gone and back, and a new region's folder beside it.
    try FileManager.default.moveItem(
      at: folder.url.appendingPathComponent("Chains"), to: folder.url.appendingPathComponent("Away")
    )
    try watching.wait("the loss") { watching.output.contains("the last report stays") }
    try FileManager.default.moveItem(
      at: folder.url.appendingPathComponent("Away"), to: folder.url.appendingPathComponent("Chains")
    )
    try folder.write(
      smallRegion.replacingOccurrences(of: "region: here", with: "region: there"),
      to: "Chains/regions/there/region.yaml")
    try folder.write(
      "firm,name_zh,link,operating,output,source\n", to: "Chains/regions/there/firms.csv")
    try watching.wait("the region") { folder.exists("Out/there/report.html") }
    try folder.write(
      "firm,name_zh,link,operating,output,source\nf9,九号厂,ore,2020,90,年报 2021\n",
      to: "Chains/regions/there/firms.csv")
    try watching.wait("the firm") {
      ((try? folder.text(of: "Out/there/workspace.dot")) ?? "").contains("九号厂")
    }
    #expect(watching.stop().1 == SIGINT)
  }

  @Test func `reports do not go into the files that are watched`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let outcome = try Command.run("watch", "--output", "Chains/out", in: folder.url)
    #expect(outcome.exitCode == 2 && outcome.errors.contains("is in the workspace"))
    #expect(try Command.run("watch", "nowhere", in: folder.url).exitCode == 2)
  }
}
