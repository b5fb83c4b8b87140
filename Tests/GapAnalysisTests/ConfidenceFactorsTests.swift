import Testing

@testable import GapAnalysis

@Test func `without variation everyone ranks first under weights that put it first`() {
  var generator = SeededGenerator(seed: 2)
  let columns = (0..<3).map { _ in
    (0..<20).map { _ -> Double? in Double.random(in: 0...1, using: &generator) }
  }
  let table = UtilityTable(byCriterion: columns)
  let result = RankAcceptability(
    of: table, weights: WeightSpace(criterionCount: 3), draws: 500, seed: 1)
  var factors = ConfidenceFactors(
    centralWeights: (0..<20).map { result.centralWeights(of: $0) })
  for _ in 0..<3 { factors.add(table) }
  // The weights that put one first form a convex set, so that their mean does so too.
  for opportunity in 0..<20 {
    let isEverFirst = result.count(of: opportunity, onRank: 1) > 0
    #expect(factors.factor(of: opportunity) == (isEverFirst ? 1 : nil))
  }
}

@Test func `the factor is the share of tables with the first rank, by brute force`() {
  var generator = SeededGenerator(seed: 3)
  let weights = (0..<8).map { opportunity -> [Double]? in
    let share = Double(opportunity) / 8
    return opportunity % 3 == 0 ? nil : [share, 1 - share]
  }
  var factors = ConfidenceFactors(centralWeights: weights)
  var firsts = [Int](repeating: 0, count: 8)
  for _ in 0..<200 {
    let columns = (0..<2).map { _ in
      (0..<8).map { _ -> Double? in Double(Int.random(in: 0...4, using: &generator)) / 4 }
    }
    let table = UtilityTable(byCriterion: columns)
    factors.add(table)
    for (opportunity, weights) in weights.enumerated() {
      guard let weights else { continue }
      let scores = table.scores(under: weights)
      let best = scores.max() ?? 0
      if scores[opportunity] > best - 1e-9 { firsts[opportunity] += 1 }
    }
  }
  #expect(factors.tableCount == 200)
  for (opportunity, weights) in weights.enumerated() {
    #expect(
      factors.factor(of: opportunity)
        == weights.map { _ in Double(firsts[opportunity]) / 200 })
  }
}

@Test func `no table gives no factor`() {
  #expect(ConfidenceFactors(centralWeights: [[1]]).factor(of: 0) == nil)
}
