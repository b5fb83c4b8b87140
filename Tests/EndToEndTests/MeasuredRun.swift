import Foundation
import Testing

/// A run of the built command whose memory is watched.
struct MeasuredRun {
  let exitCode: Int32
  /// What it wrote, on either stream.
  let output: String
  /// The most memory that it has held, in bytes.
  let peakBytes: Int

  /// Runs the command in a folder; the test fails where it hangs or crashes.
  ///
  /// - Parameters:
  ///   - arguments: Those of the command.
  ///   - folder: Where it runs; what it writes goes into `out.txt` there.
  ///   - input: The file in the folder that standard input comes from.
  /// - Throws: Where it cannot be run, or does not end by itself.
  init(
    _ arguments: [String], in folder: TemporaryFolder, input: String = "/dev/null"
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exec \"$0\" \"$@\" <\(input) >out.txt 2>&1", Command.binary.path]
    process.arguments?.append(contentsOf: arguments)
    process.currentDirectoryURL = folder.url
    try process.run()
    var peak = 0
    let end = ContinuousClock.now + Patience.limit
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
    exitCode = process.terminationStatus
    output = String(decoding: try folder.bytes(of: "out.txt"), as: UTF8.self)
    peakBytes = peak
  }

  /// Whether it held no more than what the command needs for itself, in a build for debugging, and 20
  /// bytes for each one given.
  func isBounded(by inputLength: Int) -> Bool { peakBytes < 80_000_000 + 20 * inputLength }
}

/// How large files made to harm are.
enum HostileSize {
  /// The bytes of the longest text, the columns of the widest table and the items of the longest list.
  ///
  /// A build for debugging takes some twenty times as long; there a tenth tells as much.
  #if DEBUG
    static let (scalar, columns, list) = (10_000_000, 200_000, 1_000_000)
  #else
    static let (scalar, columns, list) = (100_000_000, 1_000_000, 3_000_000)
  #endif
}
