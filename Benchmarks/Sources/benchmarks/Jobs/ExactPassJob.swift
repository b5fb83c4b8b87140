import GapAnalysis

/// All gaps and all extractions of 10,000 links in one pass, beside SciPy solving a gap at a time.
///
/// The peers give each gap's exact gain, and only of a sample; ours gives gains and losses of all.
struct ExactPassJob: Job {
  let name = "exact-pass"
  let title = "all gaps and all extractions, exact"

  func measure(with bench: Bench) throws -> JobReport {
    var report = JobReport(
      comparisons: [],
      notes: [
        "A peer solves for the sample of gaps that its row names, its time being scaled to all of "
          + "them; ours is gains and losses of all links."
      ])
    for loops in [SyntheticEconomy.Loops.withinChains, .anywhere] {
      let economy = SyntheticEconomy(linkCount: 10_000, loops: loops)
      var row = try comparison(economy, with: bench)
      if loops == .anywhere { row.size += ", return flows from anywhere" }
      report.comparisons.append(row)
      let (all, present) = economy.loopCounts
      report.notes.append(
        "\(row.size): \(all.grouped) links lie on loops, \(present.grouped) where missing links "
          + "are taken away.")
    }
    return report
  }

  private func comparison(_ economy: SyntheticEconomy, with bench: Bench) throws -> Comparison {
    let technology = economy.technology
    let (ours, changes) = Measurement.median(ofRuns: 101) {
      ExactChanges(
        technology, localSupplyRatio: economy.ratio, demandMillionCNY: economy.demand)
    }
    let gapCount = economy.ratio.count { $0 < 1 }
    let peers = try JobFolder.temporary { folder in
      try economy.write(to: folder)
      /// A peer that solves for a sample of the gaps and is scaled to all of them.
      func peer(_ name: String, _ method: String, samples: Int, atLeast ratio: Double?) throws
        -> Peer
      {
        let gaps = economy.sample(samples) { economy.ratio[$0] < 1 }
        try folder.write(gaps.map { Int32($0) }, to: "gaps-\(method)")
        return Peer(
          name: name, script: "gaps.py", modules: ["numpy", "scipy"],
          arguments: [method, "\(gapCount)"], ratioGoal: ratio,
          expected: ["gain": gaps.map { changes.gainMillionCNY[$0] }])
      }
      return bench.outcomes(
        of: [
          try peer("SciPy, one Neumann solve a gap", "neumann", samples: 400, atLeast: 500),
          try peer("SciPy, Neumann, 64 gaps at once", "block", samples: 1_024, atLeast: nil),
          try peer(
            "SciPy, Neumann, sparse, all gaps at once", "sparse", samples: gapCount, atLeast: nil),
          try peer("SciPy, one splu, 64 gaps a solve", "factor", samples: 1_024, atLeast: nil),
          try peer("SciPy, one spsolve a gap", "spsolve", samples: 12, atLeast: 10_000),
        ], in: folder)
    }
    return Comparison(
      size: economy.size, ours: OwnRun(seconds: ours.medianSeconds), secondsGoal: 0.003,
      peers: peers)
  }
}
