import Foundation
import Testing

/// The Python environment whose client drives the language server; `.ci/set-up language-server`
/// makes it.
private enum ClientEnvironment {
  static let folder = Checkout.folder.appendingPathComponent(".build/language-server")

  /// Whether every package is installed: the last step of the set-up.
  static var isReady: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("installed.txt").path)
  }

  /// Continuous integration must not skip what it is there to check.
  static var isRequired: Bool { ProcessInfo.processInfo.environment["CI"] != nil }
}

extension Trait where Self == ConditionTrait {
  /// Skips a test, saying so, without the client; where `CI` is set it runs and fails.
  fileprivate static var needsClient: Self {
    .enabled("pytest-lsp is not installed; run: .ci/set-up language-server") {
      ClientEnvironment.isReady || ClientEnvironment.isRequired
    }
  }
}

/// The built command in the hands of a maintained client, pytest-lsp with pygls: one file of
/// `Tests/LanguageServer` each.
@Suite(.needsClient) struct LanguageServerTests {
  @Test(arguments: ["findings", "features", "edits", "stream", "schemas"])
  func `the server does what its client's tests ask`(_ topic: String) throws {
    let files = try TemporaryFolder()
    try files.write("", to: "out")
    let output = try FileHandle(forWritingTo: files.url.appendingPathComponent("out"))
    let process = Process()
    process.executableURL = ClientEnvironment.folder.appendingPathComponent("bin/python")
    process.arguments = [
      "-m", "pytest", "--basetemp", files.url.appendingPathComponent("tests").path,
      "test_\(topic).py",
    ]
    process.currentDirectoryURL = Checkout.folder.appendingPathComponent("Tests/LanguageServer")
    var environment = ProcessInfo.processInfo.environment
    environment["CHAINGAP"] = Command.binary.path
    environment["PYTHONDONTWRITEBYTECODE"] = "1"
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    let printed = try files.text(of: "out")
    #expect(process.terminationStatus == 0, "\(printed)")
  }

  @Test func `schemas are written as files, and a schema alone to the output`() throws {
    let folder = try TemporaryFolder()
    let outcome = try Command.run("schema", "--output", "here", in: folder.url)
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.split(separator: "\n").count == 3)
    for kind in ["chain", "region", "workspace"] {
      let single = try Command.run("schema", kind, in: folder.url)
      #expect(try folder.text(of: "here/\(kind).schema.json") == single.output)
    }
    for wrong in [["schema"], ["schema", "firm"], ["schema", "--output", ""]] {
      #expect(try Command.run(wrong, in: folder.url).exitCode == 2)
    }
  }
}
