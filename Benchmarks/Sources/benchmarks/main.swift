import ChainFiles
import Diagnostics
import GapAnalysis
import Graphviz
import IndustryChain
import Reporting

/// What a phase took: the median of its runs.
private struct Phase {
  let name: String
  let seconds: Double
}

private func median(of runs: Int, _ work: () -> Void) -> Double {
  let clock = ContinuousClock()
  let times = (0..<runs).map { _ -> Double in
    let time = clock.measure(work)
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }
  return times.sorted()[runs / 2]
}

private func padded(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

private func milliseconds(_ seconds: Double) -> String {
  let tenths = Int((seconds * 10_000).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}

/// Loads, analyses and encodes a workspace of some size, each phase timed apart.
private func measure(_ linkCount: Int, runs: Int) -> [Phase] {
  let sources = SyntheticWorkspace(linkCount: linkCount).sources()
  let result = loadWorkspace(sources)
  guard let workspace = result.workspace, result.diagnostics.isEmpty else {
    let text = TerminalRenderer().render(Array(result.diagnostics.prefix(5)))
    fatalError("the synthetic workspace is not clean:\n\(text)")
  }
  let region = workspace.regions[0]
  let analysis = Analysis(of: region, in: workspace)
  precondition(analysis.graph.linkCount == linkCount && !analysis.targets.isEmpty)
  return [
    Phase(name: "load", seconds: median(of: runs) { _ = loadWorkspace(sources) }),
    Phase(
      name: "analyse", seconds: median(of: runs) { _ = Analysis(of: region, in: workspace) }),
    Phase(
      name: "encode",
      seconds: median(of: runs) {
        let diagram = ChainDiagram(of: analysis, showing: .workspace, in: .both).digraph()
        _ = DOTSource(diagram)
      }),
  ]
}

private let largest = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000
print("milliseconds, medians; microseconds a link in brackets")
print(padded("links", 8) + ["load", "analyse", "encode", "in all"].map { padded($0, 22) }.joined())
for size in [100, 1_000, 10_000, 100_000] where size <= largest {
  let phases = measure(size, runs: size < 10_000 ? 9 : 3)
  let all = phases.reduce(0) { $0 + $1.seconds }
  let cells = (phases.map(\.seconds) + [all]).map { seconds in
    padded("\(milliseconds(seconds)) (\(milliseconds(seconds / Double(size) * 1000)))", 22)
  }
  print(padded(String(size), 8) + cells.joined())
}
