import Testing

@testable import GapAnalysis

/// The first ranks by the definition: every score, sorted.
private func ranking(
  of table: UtilityTable, under weights: ArraySlice<Double>
) -> (order: [Int], billionths: [Double]) {
  let weights = Array(weights)
  let billionths = (0..<table.opportunityCount).map { opportunity in
    var (sum, total) = (0.0, 0.0)
    for (criterion, weight) in weights.enumerated() {
      guard let utility = table[opportunity, criterion] else { continue }
      sum += weight * utility
      total += weight
    }
    return total > 0 ? (sum / total * 1e9).rounded() : 0
  }
  let order = billionths.indices.sorted { (billionths[$1], $0) < (billionths[$0], $1) }
  return (order, billionths)
}

/// Any of: utilities all different, utilities of a few levels with many ties, absent ones.
private func randomTable(
  opportunityCount: Int, criterionCount: Int, using generator: inout SeededGenerator
) -> UtilityTable {
  let levels: Int = [0, 0, 2, 5].randomElement(using: &generator) ?? 0
  let absentShare: Double = [0, 0.1, 0.5].randomElement(using: &generator) ?? 0
  return UtilityTable(
    byCriterion: (0..<criterionCount).map { _ in
      (0..<opportunityCount).map { _ -> Double? in
        if Double.random(in: 0..<1, using: &generator) < absentShare { return nil }
        return levels == 0
          ? Double.random(in: 0...1, using: &generator)
          : Double(Int.random(in: 0...levels, using: &generator)) / Double(levels)
      }
    })
}

private func expectBruteForce(
  _ table: UtilityTable, under draws: WeightDraws, rankCount: Int,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let result = RankAcceptability(of: table, under: draws, rankCount: rankCount)
  var counts = [[Int]](
    repeating: [Int](repeating: 0, count: result.rankCount), count: table.opportunityCount)
  var sums = [[Double]](
    repeating: [Double](repeating: 0, count: table.criterionCount), count: table.opportunityCount)
  for draw in 0..<draws.count {
    let (order, billionths) = ranking(of: table, under: draws[draw])
    for opportunity in order.prefix(result.rankCount) {
      let rank = billionths.count { $0 > billionths[opportunity] }
      counts[opportunity][rank] += 1
      guard rank == 0 else { continue }
      for (criterion, weight) in draws[draw].enumerated() {
        sums[opportunity][criterion] += weight
      }
    }
  }
  #expect(result.drawCount == draws.count, sourceLocation: sourceLocation)
  for (opportunity, expected) in counts.enumerated() {
    let found = expected.indices.map { result.count(of: opportunity, onRank: $0 + 1) }
    #expect(found == expected, "\(opportunity)", sourceLocation: sourceLocation)
    let firsts = Double(expected.first ?? 0)
    #expect(
      result.centralWeights(of: opportunity)
        == (firsts > 0 ? sums[opportunity].map { $0 / firsts } : nil),
      sourceLocation: sourceLocation)
  }
}

@Suite struct RankAcceptabilityTests {
  @Test(arguments: 1...200)
  func `the counts are those of sorting every score`(opportunityCount: Int) {
    var generator = SeededGenerator(seed: UInt64(opportunityCount))
    let criterionCount = Int.random(in: 1...7, using: &generator)
    let table = randomTable(
      opportunityCount: opportunityCount, criterionCount: criterionCount, using: &generator)
    let draws = WeightSpace(criterionCount: criterionCount).draws(80, seed: generator.next())
    let rankCount = [1, 3, 10, 20].randomElement(using: &generator) ?? 20
    expectBruteForce(table, under: draws, rankCount: rankCount)
  }

  @Test(arguments: 1...20)
  func `the same within intervals, an order and with weights of 0`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let table = randomTable(opportunityCount: 60, criterionCount: 4, using: &generator)
    for space in [
      try WeightSpace(criterionCount: 4, intervals: [0: 0.3...0.35, 1: 0.2...0.4]),
      try WeightSpace(criterionCount: 4, intervals: [2: 0...0]),
      try WeightSpace(criterionCount: 4, intervals: [:], order: [3, 1]),
      try WeightSpace(criterionCount: 4, intervals: [1: 1...1]),
    ] {
      expectBruteForce(table, under: space.draws(80, seed: seed), rankCount: 5)
    }
  }

  @Test(arguments: 1...3)
  func `the same for more draws than one batch, and for all ranks`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let table = randomTable(opportunityCount: 40, criterionCount: 3, using: &generator)
    let draws = WeightSpace(criterionCount: 3).draws(300, seed: seed)
    expectBruteForce(table, under: draws, rankCount: 40)
  }

  @Test func `a table too large for exhaustive placing is searched exactly`() {
    var generator = SeededGenerator(seed: 11)
    let columns = (0..<6).map { _ in
      (0..<1_500).map { _ -> Double? in Double.random(in: 0...1, using: &generator) }
    }
    let draws = WeightSpace(criterionCount: 6).draws(200, seed: 3)
    expectBruteForce(UtilityTable(byCriterion: columns), under: draws, rankCount: 20)
  }

  @Test func `draws added one by one count like draws counted at once`() {
    var generator = SeededGenerator(seed: 4)
    let table = randomTable(opportunityCount: 50, criterionCount: 5, using: &generator)
    let draws = WeightSpace(criterionCount: 5).draws(60, seed: 8)
    var oneByOne = RankAcceptability(opportunityCount: 50, criterionCount: 5)
    for draw in 0..<draws.count {
      oneByOne.add(table, under: Array(draws[draw]))
    }
    #expect(oneByOne == RankAcceptability(of: table, under: draws))
  }

  @Test func `each opportunity is counted once a draw, and the same seed gives the same counts`() {
    var generator = SeededGenerator(seed: 6)
    let columns = (0..<4).map { _ in
      (0..<30).map { _ -> Double? in Double.random(in: 0...1, using: &generator) }
    }
    let table = UtilityTable(byCriterion: columns)
    let space = WeightSpace(criterionCount: 4)
    let result = RankAcceptability(of: table, weights: space, draws: 200, seed: 1, rankCount: 30)
    for opportunity in 0..<30 {
      #expect((1...30).reduce(0) { $0 + result.count(of: opportunity, onRank: $1) } == 200)
    }
    // Without equals each rank is taken once a draw too.
    for rank in 1...30 {
      #expect((0..<30).reduce(0) { $0 + result.count(of: $1, onRank: rank) } == 200)
    }
    let ranks = (0..<30).compactMap { result.expectedRank(of: $0) }
    expectClose([ranks.reduce(0, +)], [30 * 31 / 2])
    #expect(
      result == RankAcceptability(of: table, weights: space, draws: 200, seed: 1, rankCount: 30))
  }

  @Test func `equal scores share the better rank, to the billionth`() {
    let table = UtilityTable(byCriterion: [[0.5, 0.5 + 1e-12, 0.5], [0.5, 0.5, nil]])
    let result = RankAcceptability(
      of: table, weights: WeightSpace(criterionCount: 2), draws: 100, seed: 1)
    for opportunity in 0..<3 {
      #expect(result.acceptability(of: opportunity, onRank: 1) == 1)
    }
  }

  @Test func `no opportunities and no draws give nothing`() {
    let none = RankAcceptability(
      of: UtilityTable(byCriterion: [[]]), weights: WeightSpace(criterionCount: 1), draws: 5,
      seed: 1)
    #expect(none.rankCount == 0 && none.drawCount == 5)
    let undrawn = RankAcceptability(opportunityCount: 2, criterionCount: 1)
    #expect(undrawn.acceptability(of: 0, onRank: 1) == 0)
    #expect(undrawn.standardError(of: 0.5) == 0)
    #expect(undrawn.centralWeights(of: 0) == nil && undrawn.expectedRank(of: 0) == nil)
  }

  @Test func `who never ranks first has no central weights, and few ranks give no mean rank`() {
    let table = UtilityTable(byCriterion: [[0.9, 0.1], [0.9, 0.1]])
    let result = RankAcceptability(
      of: table, weights: WeightSpace(criterionCount: 2), draws: 50, seed: 1, rankCount: 1)
    #expect(result.centralWeights(of: 1) == nil)
    #expect(result.centralWeights(of: 0) != nil)
    #expect(result.expectedRank(of: 0) == nil)
  }
}
