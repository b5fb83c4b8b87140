import Foundation
import Testing

/// The Python environment that drives Chromium; `.ci/set-up browser` makes it.
enum BrowserEnvironment {
  private static let folder = Checkout.folder.appendingPathComponent(".build/browser")

  /// Whether the browser and its client are installed: the last step of the set-up.
  static var isReady: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("installed.txt").path)
  }

  /// Continuous integration must not skip what it is there to check.
  static var isRequired: Bool { ProcessInfo.processInfo.environment["CI"] != nil }

  /// Runs a script of Tests/Browser and reads the last line that it prints, what is wrong by check.
  static func findings(of script: String, _ arguments: String...) throws -> [String: [String]] {
    let process = Process()
    process.executableURL = folder.appendingPathComponent("bin/python")
    process.arguments =
      [Checkout.folder.appendingPathComponent("Tests/Browser/\(script)").path] + arguments
    let files = try TemporaryFolder()
    try files.write("", to: "out")
    let output = files.url.appendingPathComponent("out")
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let line = try Data(contentsOf: output).split(separator: 0x0A).last ?? Data()
    return try JSONDecoder().decode([String: [String]].self, from: line)
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test, saying so, where there is no browser; where `CI` is set it runs and fails.
  static var needsBrowser: Self {
    .enabled("Chromium and its client are not installed; run: .ci/set-up browser") {
      BrowserEnvironment.isReady || BrowserEnvironment.isRequired
    }
  }
}
