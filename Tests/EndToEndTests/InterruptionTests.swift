import Foundation
import Testing

@Suite struct InterruptionTests {
  /// Starts the command in a folder by a line of the shell that names it `$0`.
  private static func start(_ line: String, in folder: TemporaryFolder) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line, Command.binary.path]
    process.currentDirectoryURL = folder.url
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// The processes that a process has started.
  private static func children(of parent: Int32) throws -> [Int32] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap(Int32.init).filter {
      id in
      guard let status = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8),
        // The name before it may hold spaces.
        let rest = status.split(separator: ")").last
      else { return false }
      let fields = rest.split(separator: " ")
      return fields.count > 1 && fields[0] != "Z" && Int32(fields[1]) == parent
    }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `a stop while files are written leaves the old report whole and nothing besides`(
    signal: Int32
  ) throws {
    let folder = try TemporaryFolder.smallWorkspace()
    #expect(try Command.run("report", "--output", "out", in: folder.url).exitCode == 0)
    let old = try folder.files()
    let page = try folder.bytes(of: "out/report.html")
    try folder.write(
      smallRegion.replacingOccurrences(of: "此地", with: "别处"),
      to: "Chains/regions/here/region.yaml")
    // A pipe without a reader holds the command up in the middle of its files.
    let process = try Self.start(
      "mkfifo out/targets.csv.$$.part; exec \"$0\" report --output out", in: folder)
    let pages = "out/report.html.\(process.processIdentifier).part"
    try Patience.wait { folder.exists(pages) }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == signal)
    // The pipe is the test's own, which the command may not have come to.
    let left = try folder.files().filter { !$0.hasPrefix("out/targets.csv.") }
    #expect(left == old.filter { !$0.hasPrefix("out/targets.csv.") })
    #expect(try folder.bytes(of: "out/report.html") == page)
  }

  @Test(arguments: [SIGINT, SIGKILL])
  func `no child outlives the command`(signal: Int32) throws {
    let folder = try LargeWorkspace.folder()
    let process = try Self.start("exec \"$0\" diagram --time-limit 2 -o picture.svg", in: folder)
    let parent = process.processIdentifier
    try Patience.wait { try !Self.children(of: parent).isEmpty }
    let children = try Self.children(of: parent)
    kill(parent, signal)
    process.waitUntilExit()
    // A child that cannot be told ends by itself, soon after its time is up.
    try Patience.wait { children.allSatisfy(Patience.hasEnded) }
    #expect(!folder.exists("picture.svg"))
  }

  @Test func `a file that may not grow is an error and leaves nothing behind`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let process = try Self.start(
      "ulimit -f 2; exec \"$0\" diagram -o picture.svg", in: folder)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 2)
    #expect(try folder.files().allSatisfy { $0.hasPrefix("Chains/") })
  }

  @Test func `a signal that was ignored before stays ignored`() throws {
    let folder = try TemporaryFolder.smallWorkspace()
    let process = try Self.start(
      "trap '' HUP; mkdir out; mkfifo out/targets.csv.$$.part; exec \"$0\" report --output out",
      in: folder)
    let page = "out/report.html.\(process.processIdentifier).part"
    try Patience.wait { folder.exists(page) }
    kill(process.processIdentifier, SIGHUP)
    usleep(200_000)
    #expect(process.isRunning)
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    #expect(process.terminationStatus == SIGTERM)
  }
}
