import ChainFiles
import Diagnostics
import Foundation

/// What a diagram costs the command on top of everything else, beside `dot -Tsvg` on the same DOT.
///
/// The runs take turns: the command writing SVG, the command writing DOT, and `dot`. Ours is the
/// median of the differences between the first two, so it holds the child's start and the cleaning
/// of the picture. A picture with other numbers of boxes or arrows than `dot`'s does not count.
struct LayoutJob: Job {
  let name = "layout"
  let title = "drawing a diagram, beside dot"

  /// As many inputs a link as the shipped chains have, 1.6.
  private static let inputCounts = [1, 2, 2, 1, 2]
  /// What a diagram may cost as a part of `dot`'s time.
  private static let shareOfDot = 1.15

  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let command = package.appendingPathComponent(".build/release/chaingap")

  /// The medians of one size.
  private struct Timing {
    var whole = 0.0
    var drawing = 0.0
    var dot = 0.0
  }

  func measure(with bench: Bench) throws -> JobReport {
    guard FileManager.default.isExecutableFile(atPath: Self.command.path) else {
      throw BenchmarkError("there is no .build/release/chaingap: make build")
    }
    guard let dot = Self.program("dot") else { throw BenchmarkError("dot is not installed") }
    var comparisons: [Comparison] = []
    try JobFolder.temporary { folder in
      let shipped = Self.package.appendingPathComponent("Chains").path
      for chain in ["lithium-battery", "surface-treatment"] {
        let timing = try Self.timing(of: [chain, "-w", shipped], by: dot, runCount: 21, in: folder)
        comparisons.append(Self.comparison("\(chain), as shipped", timing))
      }
      let timing = try Self.timing(of: ["-w", shipped], by: dot, runCount: 21, in: folder)
      comparisons.append(Self.comparison("all chains, as shipped", timing))
      for size in [200, 1_000] {
        let workspace = SyntheticWorkspace(linkCount: size, inputCounts: Self.inputCounts)
        let chains = folder.url.appendingPathComponent("\(size)")
        try workspace.write(to: chains)
        let timing = try Self.timing(
          of: ["-w", chains.path], by: dot, runCount: size >= 1_000 ? 5 : 11, in: folder)
        comparisons.append(Self.comparison("\(size.grouped) links in clusters", timing))
        comparisons.append(
          Comparison(
            size: "\(size.grouped) links, the whole command", ours: OwnRun(seconds: timing.whole),
            secondsGoal: size == 1_000 ? 1.5 : nil, peers: []))
      }
    }
    return JobReport(comparisons: comparisons)
  }

  private static func comparison(_ size: String, _ timing: Timing) -> Comparison {
    Comparison(
      size: size, ours: OwnRun(seconds: timing.drawing),
      peers: [
        PeerOutcome(
          peer: Peer(name: "dot -Tsvg", script: "", modules: [], ratioGoal: 1 / shareOfDot),
          result: .measured(seconds: timing.dot, peakMegabytes: 0, difference: 0))
      ])
  }

  private static func timing(
    of arguments: [String], by dot: URL, runCount: Int, in folder: JobFolder
  ) throws -> Timing {
    func seconds(_ program: URL, _ arguments: [String]) throws -> Double {
      let process = Process()
      process.executableURL = program
      process.arguments = arguments
      process.standardOutput = FileHandle.nullDevice
      process.currentDirectoryURL = folder.url
      // Waiting on the process itself looks every 50 ms only.
      let ended = DispatchSemaphore(value: 0)
      process.terminationHandler = { _ in ended.signal() }
      let start = ContinuousClock.now
      try process.run()
      ended.wait()
      guard process.terminationStatus == 0 else {
        throw BenchmarkError("\(program.lastPathComponent) ended with \(process.terminationStatus)")
      }
      return (ContinuousClock.now - start) / .seconds(1)
    }
    let drawn = ["diagram"] + arguments + ["--time-limit", "300", "-o"]
    var (wholes, differences, dots): ([Double], [Double], [Double]) = ([], [], [])
    for _ in 0..<runCount {
      let whole = try seconds(command, drawn + ["ours.svg"])
      wholes.append(whole)
      differences.append(whole - (try seconds(command, drawn + ["ours.dot"])))
      dots.append(try seconds(dot, ["-Tsvg", "ours.dot", "-o", "theirs.svg"]))
    }
    let counts = try ["ours.svg", "theirs.svg"].map { name in
      let text = try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
      return ["node", "edge", "cluster"].map { text.ranges(of: "class=\"\($0)\"").count }
    }
    guard counts[0] == counts[1] else { throw BenchmarkError("the pictures differ: \(counts)") }
    func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    return Timing(whole: median(wholes), drawing: median(differences), dot: median(dots))
  }

  private static func program(_ name: String) -> URL? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { URL(fileURLWithPath: String($0)).appendingPathComponent(name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
