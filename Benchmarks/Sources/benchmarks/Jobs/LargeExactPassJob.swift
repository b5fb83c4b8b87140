import GapAnalysis

/// The same pass on 1,000,000 links, in a process of its own, beside one sparse LU by SciPy.
struct LargeExactPassJob: Job {
  let name = "exact-pass-large"
  let title = "all gaps and all extractions of a million links, exact"

  func measure(with bench: Bench) throws -> JobReport {
    try JobFolder.temporary { folder in
      let economy = SyntheticEconomy(linkCount: 1_000_000)
      try economy.write(to: folder)
      let gaps = economy.sample(8) { economy.ratio[$0] == 0 && economy.demand[$0] > 0 }
      try folder.write(gaps.map { Int32($0) }, to: "gaps")
      let ours = try bench.runAlone(self, in: folder)
      let content: [Double] = try folder.array("content.f64")
      let gains: [Double] = try folder.array("gains.f64")
      let peer = Peer(
        name: "SciPy, one splu and 8 solves", script: "factor_large.py",
        modules: ["numpy", "scipy"],
        expected: ["content": content, "gain": gaps.map { gains[$0] }])
      return JobReport(
        comparisons: [
          Comparison(
            size: economy.size, ours: ours, secondsGoal: 0.5, megabytesGoal: 250,
            peers: bench.outcomes(of: [peer], in: folder))
        ],
        notes: [
          "Peaks are those of whole processes, inputs included. SciPy gives the local content of "
            + "all links and the gains of 8 gaps."
        ])
    }
  }

  func measureAlone(in folder: JobFolder) throws -> OwnRun {
    let technology = Technology(
      offsets: try folder.array("offsets.i32"), suppliers: try folder.array("suppliers.i32"),
      shares: try folder.array("shares.f64"), valueAdded: try folder.array("added.f64"))
    let ratio: [Double] = try folder.array("ratio.f64")
    let demand: [Double] = try folder.array("demand.f64")
    let (ours, changes) = Measurement.median(ofRuns: 5) {
      ExactChanges(technology, localSupplyRatio: ratio, demandMillionCNY: demand)
    }
    let peak = PeakMemory.megabytes
    try folder.write(changes.localContent, to: "content")
    try folder.write(changes.gainMillionCNY, to: "gains")
    return OwnRun(seconds: ours.medianSeconds, peakMegabytes: peak)
  }
}
