import ChainFiles
import Foundation
import GapAnalysis
import IndustryChain
import Testing

@testable import chaingap

/// The checkout that the tests run in.
enum Checkout {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The shipped workspace as its files say.
  static func workspace() throws -> Workspace {
    let folder = WorkspaceFolder(path: folder.appendingPathComponent("Chains").path)
    let result = loadWorkspace(try folder.sources())
    #expect(result.diagnostics.isEmpty)
    return try #require(result.workspace)
  }

  /// Dalong as it was on a day.
  static func dalong(on day: String) throws -> Analysis {
    let workspace = try workspace()
    let region = try #require(workspace.regions.first { $0.id == RegionID("dalong") })
    let day: CalendarDate = try #require(CalendarDate(day))
    return Analysis(of: region, in: workspace, on: day)
  }
}

/// A folder of its own for a test, gone when the test is.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "chaingap-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file, making the folders above it.
  func write(_ text: String, to path: String) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Writes a script of the shell that can be run.
  ///
  /// - Returns: Its path.
  func script(_ text: String, to path: String) throws -> String {
    try write("#!/bin/sh\n" + text, to: path + ".text")
    // Copied by another process: a child that another test is starting would hold a file that we
    // write open, and what is open for writing cannot be run.
    let program = url.appendingPathComponent(path).path
    let copy = try Process.run(
      URL(fileURLWithPath: "/bin/sh"),
      arguments: ["-c", "cp \"$0.text\" \"$0\" && chmod 755 \"$0\" && rm \"$0.text\"", program])
    copy.waitUntilExit()
    return program
  }

  func text(of path: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(path), encoding: .utf8)
  }

  func bytes(of path: String) throws -> Data {
    try Data(contentsOf: url.appendingPathComponent(path))
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appendingPathComponent(path).path)
  }

  /// The files in it at any depth, sorted.
  func files() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: url.path).filter { path in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(
        atPath: url.appendingPathComponent(path).path, isDirectory: &isFolder)
      return !isFolder.boolValue
    }.sorted()
  }
}

/// The built command, run as a user would.
struct Command {
  struct Outcome {
    let exitCode: Int32
    let output: String
    let errors: String
  }

  /// The binary beside the one that runs the tests.
  static let binary = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("chaingap")

  /// Runs `chaingap` in a folder, no terminal, a plain English environment unless told otherwise.
  static func run(
    _ arguments: String..., in folder: URL = Checkout.folder,
    environment: [String: String] = [:], input: URL? = nil
  ) throws -> Outcome {
    try run(arguments, in: folder, environment: environment, input: input)
  }

  /// The same with the arguments in a list.
  static func run(
    _ arguments: [String], in folder: URL = Checkout.folder, environment: [String: String] = [:],
    input: URL? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    variables["LC_ALL"] = "C"
    process.environment = variables.merging(environment) { $1 }
    // Files take any amount of output without a reader that must keep pace.
    let files = try TemporaryFolder()
    let streams = try ["out", "err"].map { name in
      try files.write("", to: name)
      return try FileHandle(forWritingTo: files.url.appendingPathComponent(name))
    }
    process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? .nullDevice
    process.standardOutput = streams[0]
    process.standardError = streams[1]
    try process.run()
    process.waitUntilExit()
    return Outcome(
      exitCode: process.terminationStatus,
      output: String(
        decoding: try Data(contentsOf: files.url.appendingPathComponent("out")), as: UTF8.self),
      errors: String(
        decoding: try Data(contentsOf: files.url.appendingPathComponent("err")), as: UTF8.self))
  }
}
