import Foundation
import Testing

/// The readers of other tools, in the environment that `.ci/set-up peers` makes.
enum Readers {
  private static let environment = Checkout.folder.appendingPathComponent(".build/peers")

  static var isReady: Bool {
    FileManager.default.fileExists(
      atPath: environment.appendingPathComponent("installed.txt").path)
  }

  /// Continuous integration must not skip what it is there to check.
  static var isRequired: Bool { ProcessInfo.processInfo.environment["CI"] != nil }

  /// Reads a folder of files back with a script of Tests/Peers; the exit code, and the counts that
  /// were printed.
  static func read(_ script: String, _ folder: URL) throws -> (
    exitCode: Int32, counts: [String: Int]
  ) {
    let process = Process()
    process.executableURL = environment.appendingPathComponent("bin/python")
    process.arguments = [
      Checkout.folder.appendingPathComponent("Tests/Peers/\(script)").path, folder.path,
    ]
    let output = folder.appendingPathComponent("counts.json")
    try Data().write(to: output)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    let counts = try? JSONDecoder().decode([String: Int].self, from: Data(contentsOf: output))
    return (process.terminationStatus, counts ?? [:])
  }
}

extension Trait where Self == ConditionTrait {
  static var needsReaders: Self {
    .enabled("the Python peers are not installed; run: .ci/set-up peers") {
      Readers.isReady || Readers.isRequired
    }
  }
}
