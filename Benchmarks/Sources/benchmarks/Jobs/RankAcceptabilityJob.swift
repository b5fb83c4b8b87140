import GapAnalysis

/// The first 20 ranks of 10,000 opportunities under 10,000 draws of weights for 6 criteria.
struct RankAcceptabilityJob: Job {
  let name = "smaa"
  let title = "SMAA, top 20"

  private static let opportunityCount = 10_000
  private static let criterionCount = 6
  private static let drawCount = 10_000
  private static let rankCount = 20

  func measure(with bench: Bench) throws -> JobReport {
    var generator = SeededGenerator(seed: 1)
    let utilities = (0..<Self.criterionCount * Self.opportunityCount).map { _ in
      Double.random(in: 0...1, using: &generator)
    }
    let table = UtilityTable(
      byCriterion: (0..<Self.criterionCount).map { criterion in
        let start = criterion * Self.opportunityCount
        return utilities[start..<start + Self.opportunityCount].map { $0 }
      })
    let draws = WeightSpace(criterionCount: Self.criterionCount).draws(Self.drawCount, seed: 1)
    let (ours, result) = Measurement.median(ofRuns: 21) {
      RankAcceptability(of: table, under: draws, rankCount: Self.rankCount)
    }
    let expected = Self.values(of: result)
    let peers = try JobFolder.temporary { folder in
      try folder.write(utilities, to: "utilities")
      try folder.write((0..<draws.count).flatMap { draws[$0] }, to: "weights")
      /// A peer in single precision takes other decisions where scores differ by its rounding.
      func peer(_ name: String, _ method: String, _ precision: String, within tolerance: Double)
        -> Peer
      {
        Peer(
          name: name, script: "smaa.py", modules: ["numpy"], arguments: [method, precision],
          ratioGoal: 5, expected: expected, tolerance: tolerance)
      }
      return bench.outcomes(
        of: [
          peer("numpy float32, argpartition", "partition", "float32", within: 5e-4),
          peer("numpy float32, threshold", "threshold", "float32", within: 5e-4),
          peer("numpy float64, threshold", "threshold", "float64", within: 1e-12),
          Peer(
            name: "numpy float32, the scores alone", script: "smaa.py", modules: ["numpy"],
            arguments: ["scores", "float32"]),
        ], in: folder)
    }
    return JobReport(
      comparisons: [
        Comparison(
          size: "\(Self.drawCount.grouped) draws, \(Self.opportunityCount.grouped) opportunities, "
            + "\(Self.criterionCount) criteria",
          ours: OwnRun(seconds: ours.medianSeconds), peers: peers)
      ],
      notes: [
        "Shares of draws by opportunity and rank, and the sums of the weights that put each first "
          + "over the number of draws, are compared: with numpy in double precision to 1e-12, that "
          + "is count by count, in single precision to five draws in 10,000. Ours runs on one "
          + "core and is exact in double precision; numpy multiplies on both cores."
      ])
  }

  /// What the peers give back: opportunity by opportunity, the ranks' shares and the criteria's sums.
  private static func values(of result: RankAcceptability) -> [String: [Double]] {
    var shares: [Double] = []
    var weights: [Double] = []
    for opportunity in 0..<result.opportunityCount {
      for rank in 1...result.rankCount {
        shares.append(result.acceptability(of: opportunity, onRank: rank))
      }
      let central = result.centralWeights(of: opportunity)
      for criterion in 0..<result.criterionCount {
        weights.append(
          (central?[criterion] ?? 0) * result.acceptability(of: opportunity, onRank: 1))
      }
    }
    return ["share": shares, "weight": weights]
  }
}
