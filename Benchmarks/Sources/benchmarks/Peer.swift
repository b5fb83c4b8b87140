import ChainFiles
import Diagnostics
import Foundation
import GapAnalysis
import IndustryChain

/// Widely used programs that do a part of the same work, run on the same workspace.
///
/// PyYAML parses the chain files with libyaml; SciPy solves for local content by sparse LU, a peer
/// of one step of the analysis. A peer that is not installed gives a row that says so.
enum Peer {
  /// One row a peer: links, what it does, its time, ours, their ratio, the difference of values.
  static func rows(for workspace: SyntheticWorkspace, phases: Phases) throws -> [[String]] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("chaingap-benchmark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for file in workspace.sources.chains {
      try Data(file.text.utf8).write(to: folder.appendingPathComponent(file.path))
    }
    try Data(matrix(of: phases.analysis).utf8).write(
      to: folder.appendingPathComponent("inputs.txt"))
    try Data(vectors(of: phases.analysis).utf8).write(
      to: folder.appendingPathComponent("links.txt"))
    return [
      try row("PyYAML CSafeLoader", in: folder, script: "parse.py", phases, ours: phases.load),
      try row("SciPy spsolve", in: folder, script: "solve.py", phases, ours: phases.analyse),
    ]
  }

  private static func row(
    _ name: String, in folder: URL, script: String, _ phases: Phases, ours: Double
  ) throws -> [String] {
    let words = try python(script, in: folder).split(whereSeparator: \.isWhitespace)
    guard let seconds = words.first.flatMap({ Double($0) }) else {
      return ["\(phases.linkCount)", name, "not installed", "", "", ""]
    }
    return [
      "\(phases.linkCount)", name, (seconds * 1e3).fixed(2), (ours * 1e3).fixed(2),
      (seconds / ours).fixed(2), words.dropFirst().joined(),
    ]
  }

  /// The folder of the scripts, beside the package's sources.
  private static let scripts = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Peers")

  /// What a script prints; nothing where Python or one of its packages is absent.
  private static func python(_ script: String, in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", scripts.appendingPathComponent(script).path]
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = try output.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    return String(decoding: text ?? Data(), as: UTF8.self)
  }

  /// Buyer, supplier and share of every input, a line each.
  private static func matrix(of analysis: Analysis) -> String {
    let graph = analysis.graph
    var text = ""
    for buyer in graph.links.indices {
      for (input, supplier) in graph.inputs(of: buyer) {
        text += "\(buyer) \(supplier) \(input.share?.value ?? 0)\n"
      }
    }
    return text
  }

  /// Value added, local supply ratio and local content of every link, a line each.
  private static func vectors(of analysis: Analysis) -> String {
    let figures = analysis.today
    var text = ""
    for link in analysis.graph.links.indices {
      text += "\(figures.valueAdded[link]) \(figures.localSupplyRatio[link]) "
      text += "\(figures.localContent[link])\n"
    }
    return text
  }
}
