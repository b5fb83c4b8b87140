import ChainFiles
import GapAnalysis
import IndustryChain

/// The best 20 of 500 links, proven, beside HiGHS on the same problem as a mixed-integer program.
struct PortfolioJob: Job {
  let name = "portfolio"
  let title = "the best 20 of 500 links, proven"

  func measure(with bench: Bench) throws -> JobReport {
    var report = JobReport(
      comparisons: [],
      notes: [
        "Both sides get the problem with what is already here eliminated; building it is not timed,"
          + " nor is building HiGHS' model. HiGHS runs with its gaps at 1e-9. The least-tied 500 are"
          + " those of the greatest chain value in 10,000 links; the most-tied are nearly all targets"
          + " of 1,000 links whose chains are loops of 50."
      ])
    for (linkCount, name) in [(10_000, "of 10,000 links"), (1_000, "of 1,000 links")] {
      guard
        let workspace = loadWorkspace(SyntheticWorkspace(linkCount: linkCount).sources).workspace,
        let region = workspace.regions.first
      else { throw BenchmarkError("the made-up workspace has errors") }
      let pool = RecruitmentPool(of: Analysis(of: region, in: workspace), size: 500)
      report.comparisons.append(try comparison(pool.model, name: name, with: bench))
    }
    return report
  }

  private func comparison(
    _ model: JointModel, name: String, with bench: Bench
  ) throws -> Comparison {
    let problem = SelectionProblem(
      model: model, uses: [[Double](repeating: 1, count: model.count)], capacities: [20])
    let (ours, outcome) = Measurement.median(ofRuns: 11) { SelectionSearch.best(of: problem) }
    guard outcome.isProven else { throw BenchmarkError("the best choice was not proven") }
    let ties = model.responses.enumerated().flatMap { seller, responses in
      responses.map { (seller: seller, buyer: $0.candidate, perUnit: $0.perUnit) }
    }
    let peers = try JobFolder.temporary { folder in
      try folder.write(model.ownSalesMillionCNY, to: "sales")
      try folder.write(model.localContent, to: "content")
      try folder.write(model.earnedAnywhereMillionCNY, to: "anywhere")
      try folder.write(ties.map { Int32($0.seller) }, to: "sellers")
      try folder.write(ties.map { Int32($0.buyer) }, to: "buyers")
      try folder.write(ties.map(\.perUnit), to: "per-unit")
      return bench.outcomes(
        of: [
          Peer(
            name: "HiGHS", script: "portfolio.py", modules: ["numpy", "highspy"],
            arguments: ["20"], ratioGoal: 3, expected: ["value": [outcome.valueMillionCNY]],
            tolerance: 1e-6)
        ], in: folder)
    }
    return Comparison(
      size: "20 of \(model.count) \(name), \(ties.count.grouped) ties, \(outcome.nodeCount) nodes",
      ours: OwnRun(seconds: ours.medianSeconds), peers: peers)
  }
}
