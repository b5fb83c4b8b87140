import ChainFiles
import Diagnostics

/// Load workspaces, which reads them, looks every name up and finds every error, and check them,
/// which does that and looks for all that is odd or lacking besides.
///
/// PyYAML parses the same chain files with libyaml into Python values, and does no more.
struct LoadJob: Job {
  let name = "load"
  let title = "load and check synthetic workspaces"

  func measure(with bench: Bench) throws -> JobReport {
    var table = TextTable(
      header: ["links", "MB", "load ms", "load and check ms", "MB/s", "ns/link"])
    var comparisons: [Comparison] = []
    let workspaces = [
      (10_000, SyntheticWorkspace(linkCount: 10_000, detail: .full)),
      (100_000, SyntheticWorkspace(linkCount: 100_000)),
    ]
    for (linkCount, workspace) in workspaces {
      let byteCount = workspace.sources.chains.reduce(0) { $0 + $1.text.utf8.count }
      let runCount = max(3, 300_000 / linkCount)
      let loaded = Measurement.median(ofRuns: runCount) { loadWorkspace(workspace.sources) }
      guard loaded.result.workspace != nil else {
        throw Phases.LoadError(description: "findings: \(loaded.result.diagnostics.prefix(3))")
      }
      func check() -> Measurement {
        Measurement.median(ofRuns: runCount) { checkWorkspace(workspace.sources) }.measurement
      }
      let before = check()
      let peers = try JobFolder.temporary { folder in
        for file in workspace.sources.chains { try folder.write(text: file.text, to: file.path) }
        return bench.outcomes(
          of: [Peer(name: "PyYAML CSafeLoader", script: "parse.py", modules: ["yaml"])],
          in: folder)
      }
      // The peer takes long, and machines are not equally busy all the time: we are timed on both
      // sides of it.
      let seconds = before.joined(with: check()).medianSeconds
      table.append([
        linkCount.grouped, (Double(byteCount) / 1e6).fixed(1),
        (loaded.measurement.medianSeconds * 1e3).fixed(1), (seconds * 1e3).fixed(1),
        (Double(byteCount) / 1e6 / seconds).fixed(0), (seconds * 1e9 / Double(linkCount)).fixed(0),
      ])
      comparisons.append(
        Comparison(
          size: "\(linkCount.grouped) links", ours: OwnRun(seconds: seconds), peers: peers))
    }
    return JobReport(comparisons: comparisons, tables: [table])
  }
}
