import GapAnalysis

/// The densities of 340 regions around 4,500 links, in a process of its own, beside ecomplexity.
///
/// ecomplexity has φ_kk = 1, so ours is told to have it too; the product has φ_kk = 0, which costs
/// the same.
struct DensityJob: Job {
  let name = "density"
  let title = "density on peers, all regions around all links"

  private static let regionCount = 340
  private static let linkCount = 4_500

  func measure(with bench: Bench) throws -> JobReport {
    try JobFolder.temporary { folder in
      let presence = Self.presence(seed: 1)
      try folder.write(presence, to: "presence")
      try folder.write([Int32(Self.regionCount), Int32(Self.linkCount)], to: "shape")
      let ours = try bench.runAlone(self, in: folder)
      let densities: [Double] = try folder.array("density.f64")
      func peer(_ name: String, _ part: String, ratioGoal: Double? = nil) -> Peer {
        Peer(
          name: name, script: "density.py", modules: ["numpy", "pandas", "ecomplexity"],
          arguments: [part], ratioGoal: ratioGoal, expected: ["density": densities])
      }
      let fill = Double(presence.reduce(0) { $0 + Int($1) }) / Double(presence.count)
      return JobReport(
        comparisons: [
          Comparison(
            size: "\(Self.regionCount) x \(Self.linkCount), \((fill * 100).fixed(0)) % present",
            ours: ours, megabytesGoal: 300,
            peers: bench.outcomes(
              of: [
                peer("ecomplexity()", "all", ratioGoal: 50),
                peer("its two steps to density, whole numbers as it has them", "steps"),
                peer("its two steps to density, on doubles", "doubles"),
              ], in: folder))
        ],
        notes: [
          "ecomplexity() is the package's only entry to densities; besides them it works out the "
            + "complexity indices. The other rows are its own functions for proximity and density "
            + "and nothing else; on doubles numpy hands them to BLAS, on both cores, ours is on one."
        ])
    }
  }

  func measureAlone(in folder: JobFolder) throws -> OwnRun {
    let flat: [Int32] = try folder.array("presence.i32")
    let matrix = PresenceMatrix(
      linkCount: Self.linkCount,
      rows: (0..<Self.regionCount).map { region in
        flat[region * Self.linkCount..<(region + 1) * Self.linkCount].map { $0 == 1 }
      })
    let (ours, densities) = Measurement.median(ofRuns: 7) {
      Relatedness(from: matrix, selfProximity: .one).densities(of: matrix)
    }
    let peak = PeakMemory.megabytes
    try folder.write(densities.joined().map { $0 ?? .nan }, to: "density")
    return OwnRun(seconds: ours.medianSeconds, peakMegabytes: peak)
  }

  /// Regions of very different breadth and links of very different spread, as in trade; every link
  /// is somewhere, since ecomplexity leaves out those that are not.
  private static func presence(seed: UInt64) -> [Int32] {
    var generator = SeededGenerator(seed: seed)
    let breadth = (0..<regionCount).map { _ in Double.random(in: 0.05...0.9, using: &generator) }
    let spread = (0..<linkCount).map { _ in Double.random(in: 0.05...0.9, using: &generator) }
    var presence = breadth.flatMap { breadth in
      spread.map { Double.random(in: 0..<1, using: &generator) < breadth * $0 ? Int32(1) : 0 }
    }
    for link in 0..<linkCount { presence[(link % regionCount) * linkCount + link] = 1 }
    return presence
  }
}
