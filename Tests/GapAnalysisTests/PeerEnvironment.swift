import Foundation
import Testing

/// The Python environment with the programs that ours is held against; `.ci/set-up peers` makes it.
enum PeerEnvironment {
  private static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let python = checkout.appendingPathComponent(".build/peers/bin/python")

  /// Whether every package that the scripts need is installed: the last step of the set-up.
  static var isReady: Bool {
    FileManager.default.fileExists(
      atPath: checkout.appendingPathComponent(".build/peers/installed.txt").path)
  }

  /// Continuous integration must not skip what it is there to check.
  static var isRequired: Bool { ProcessInfo.processInfo.environment["CI"] != nil }

  /// Runs a script of Tests/Peers on an input and reads the last line that it prints: libraries may
  /// print lines of their own.
  static func output(of script: String, on input: Data) throws -> Data {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "chaingap-peer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("input.json")
    try input.write(to: file)
    let process = Process()
    process.executableURL = python
    process.arguments = [checkout.appendingPathComponent("Tests/Peers/\(script)").path, file.path]
    let output = folder.appendingPathComponent("output.json")
    try Data().write(to: output)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try Data(contentsOf: output).split(separator: 0x0A).last ?? Data()
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test, saying so, where the peers are not installed; where `CI` is set it runs and fails.
  static var needsPeers: Self {
    .enabled("the Python peers are not installed; run: .ci/set-up peers") {
      PeerEnvironment.isReady || PeerEnvironment.isRequired
    }
  }
}
