import ChainFiles
import Diagnostics
import GapAnalysis
import IndustryChain

/// Load, analyse and encode whole workspaces from 100 to 100,000 links.
///
/// The peers do a part of the same work: PyYAML parses the chain files with libyaml, beside our
/// load with checks; SciPy solves once for local content, beside our whole analysis in two lights.
struct WorkspaceJob: Job {
  let name = "workspace"
  let title = "load, analyse and encode synthetic workspaces"

  func measure(with bench: Bench) throws -> JobReport {
    var table = TextTable(header: [
      "links", "runs", "load ms", "analyse ms", "encode ms", "total ms", "ns/link", "growth",
    ])
    var comparisons: [Comparison] = []
    var last: Phases?
    for size in [100, 1_000, 10_000, 100_000] {
      let workspace = SyntheticWorkspace(linkCount: size)
      let runCount = min(31, max(3, 200_000 / size))
      let phases = try Phases(workspace, runCount: runCount)
      // How much dearer one link is than in the row above: 1 is linear growth.
      let growth = last.map { last in
        (phases.total / Double(phases.linkCount) / (last.total / Double(last.linkCount))).fixed(2)
      }
      table.append([
        "\(phases.linkCount)", "\(runCount)", (phases.load * 1e3).fixed(2),
        (phases.analyse * 1e3).fixed(2), (phases.encode * 1e3).fixed(2),
        (phases.total * 1e3).fixed(2), (phases.total * 1e9 / Double(phases.linkCount)).fixed(0),
        growth ?? "",
      ])
      last = phases
      comparisons += try JobFolder.temporary { folder in
        try Self.write(workspace, phases.analysis, to: folder)
        return [
          Comparison(
            size: "\(phases.linkCount.grouped) links, load", ours: OwnRun(seconds: phases.load),
            peers: bench.outcomes(
              of: [Peer(name: "PyYAML CSafeLoader", script: "parse.py", modules: ["yaml"])],
              in: folder)),
          Comparison(
            size: "\(phases.linkCount.grouped) links, analyse",
            ours: OwnRun(seconds: phases.analyse),
            peers: bench.outcomes(
              of: [
                Peer(
                  name: "SciPy spsolve", script: "content.py", modules: ["numpy", "scipy"],
                  expected: ["content": phases.analysis.today.localContent])
              ], in: folder)),
        ]
      }
    }
    return JobReport(comparisons: comparisons, tables: [table])
  }

  /// The chain files, and the coefficients and vectors of the money graph.
  private static func write(
    _ workspace: SyntheticWorkspace, _ analysis: Analysis, to folder: JobFolder
  ) throws {
    for file in workspace.sources.chains { try folder.write(text: file.text, to: file.path) }
    var buyers: [Int32] = []
    var suppliers: [Int32] = []
    var shares: [Double] = []
    for buyer in analysis.graph.links.indices {
      for (input, supplier) in analysis.graph.inputs(of: buyer) {
        buyers.append(Int32(buyer))
        suppliers.append(supplier)
        shares.append(input.share?.value ?? 0)
      }
    }
    try folder.write(buyers, to: "buyers")
    try folder.write(suppliers, to: "suppliers")
    try folder.write(shares, to: "shares")
    try folder.write(analysis.today.valueAdded, to: "added")
    try folder.write(analysis.today.localSupplyRatio, to: "ratio")
  }
}
