import Foundation
import Testing

/// What opens files for offices: LibreOffice, a browser, and the Python environment that
/// `.ci/set-up offices` makes.
enum OfficeEnvironment {
  private static let python = Checkout.folder.appendingPathComponent(".build/offices/bin/python")

  /// Whether every package that the scripts need is installed: the last step of the set-up.
  static var hasPython: Bool {
    FileManager.default.fileExists(
      atPath: Checkout.folder.appendingPathComponent(".build/offices/installed.txt").path)
  }

  /// LibreOffice, where it is installed.
  static var office: String? { program(named: ["soffice"]) }

  /// A browser that prints, where one is installed.
  static var browser: String? {
    program(named: ["chromium", "chromium-browser", "google-chrome"])
  }

  /// Continuous integration must not skip what it is there to check.
  static var isRequired: Bool { ProcessInfo.processInfo.environment["CI"] != nil }

  private static func program(named names: [String]) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return names.flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The last line that a script of Tests/Peers prints about an input.
  static func output<Answer: Decodable>(
    of script: String, on question: [String: String?], as answer: Answer.Type
  ) throws -> Answer {
    let folder = try TemporaryFolder()
    let input = folder.url.appendingPathComponent("input.json")
    try JSONEncoder().encode(question).write(to: input)
    let output = folder.url.appendingPathComponent("output.json")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = python
    process.arguments = [
      Checkout.folder.appendingPathComponent("Tests/Peers/\(script)").path, input.path,
    ]
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(script) failed")
    let last = try Data(contentsOf: output).split(separator: 0x0A).last ?? Data()
    return try JSONDecoder().decode(answer, from: last)
  }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test, saying so, without the readers of office files; where `CI` is set it fails.
  static var needsOfficeReaders: Self {
    .enabled("openpyxl or LibreOffice is not installed; run: .ci/set-up offices") {
      (OfficeEnvironment.hasPython && OfficeEnvironment.office != nil)
        || OfficeEnvironment.isRequired
    }
  }

  /// Skips a test, saying so, without a browser that prints; where `CI` is set it fails.
  static var needsPrinter: Self {
    .enabled("no browser or PDF reader is installed; run: .ci/set-up offices") {
      (OfficeEnvironment.hasPython && OfficeEnvironment.browser != nil)
        || OfficeEnvironment.isRequired
    }
  }
}
