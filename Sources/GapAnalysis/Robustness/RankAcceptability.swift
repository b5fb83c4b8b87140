/// How often each opportunity takes each of the first ranks, draw after draw: SMAA-2.
///
/// Of an opportunity i, the rank acceptability b_i^r is the share of draws that put it on rank r,
/// and the central weight vector the mean of the weights that put it first. Equal scores, to the
/// billionth, share the better rank: 1 + the number of higher scores. Source: R. Lahdelma, P. Salminen, "SMAA-2: Stochastic
/// multicriteria acceptability analysis for group decision making", Operations Research 49 (2001).
public struct RankAcceptability: Hashable, Sendable {
  /// How many opportunities there are.
  public let opportunityCount: Int
  /// How many criteria there are.
  public let criterionCount: Int
  /// How many ranks are counted, from the first; at most one an opportunity.
  public let rankCount: Int
  /// How many draws were counted.
  public private(set) var drawCount = 0
  /// Opportunity by opportunity, rank by rank.
  private var counts: [Int]
  /// Opportunity by opportunity, the sums of the weights that put it first.
  private var firstWeightSums: [Double]

  /// Without a draw yet.
  ///
  /// - Parameters:
  ///   - opportunityCount: 0 or more.
  ///   - criterionCount: 0 or more.
  ///   - rankCount: How many ranks to count, 1 or more; by default 20.
  public init(opportunityCount: Int, criterionCount: Int, rankCount: Int = 20) {
    precondition(opportunityCount >= 0 && criterionCount >= 0 && rankCount > 0)
    self.opportunityCount = opportunityCount
    self.criterionCount = criterionCount
    self.rankCount = min(rankCount, opportunityCount)
    counts = [Int](repeating: 0, count: opportunityCount * self.rankCount)
    firstWeightSums = [Double](repeating: 0, count: opportunityCount * criterionCount)
  }

  /// Counts a draw by the scores that it gave.
  ///
  /// - Parameters:
  ///   - scores: One an opportunity, 0…1.
  ///   - weights: The weights drawn, one a criterion.
  /// - Complexity: opportunities · ranks at worst.
  public mutating func add(scores: [Double], weights: [Double]) {
    precondition(scores.count == opportunityCount)
    var best = [UInt64](repeating: RankKey.none, count: rankCount)
    best.withUnsafeMutableBufferPointer { best in
      for (index, score) in scores.enumerated() {
        RankKey.insert(RankKey.key(score: score, index: Int32(index)), into: best)
      }
    }
    add(keys: best[...], weights: weights[...])
  }

  /// Counts a draw of the figures: a table's ranks under some weights.
  ///
  /// - Parameters:
  ///   - table: The utilities drawn, of the same opportunities and criteria.
  ///   - weights: One a criterion.
  public mutating func add(_ table: UtilityTable, under weights: [Double]) {
    add(scores: table.scores(under: weights), weights: weights)
  }

  /// Counts a draw by its first ranks' keys, the best first.
  ///
  /// Equal scores share the rank of the first of them. Of those that tie with the last one, only the
  /// ones among the keys are counted.
  mutating func add(keys: ArraySlice<UInt64>, weights: ArraySlice<Double>) {
    precondition(keys.count == rankCount && weights.count == criterionCount)
    drawCount += 1
    var (place, rank) = (0, 0)
    var last: UInt64?
    for key in keys {
      if RankKey.billionths(of: key) != last { rank = place }
      last = RankKey.billionths(of: key)
      let opportunity = RankKey.index(of: key)
      counts[opportunity * rankCount + rank] += 1
      if rank == 0 {
        var slot = opportunity * criterionCount
        for weight in weights {
          firstWeightSums[slot] += weight
          slot += 1
        }
      }
      place += 1
    }
  }

  /// How many draws put an opportunity on a rank, counted from 1.
  public func count(of opportunity: Int, onRank rank: Int) -> Int {
    precondition((1...max(1, rankCount)).contains(rank))
    return counts[opportunity * rankCount + rank - 1]
  }

  /// The share of draws that put an opportunity on a rank, counted from 1; 0 without draws.
  public func acceptability(of opportunity: Int, onRank rank: Int) -> Double {
    acceptability(of: opportunity, onRanks: rank...rank)
  }

  /// The share of draws that put an opportunity on one of some ranks, counted from 1; 0 without
  /// draws.
  public func acceptability(of opportunity: Int, onRanks ranks: ClosedRange<Int>) -> Double {
    guard drawCount > 0 else { return 0 }
    let sum = ranks.reduce(0) { $0 + count(of: opportunity, onRank: $1) }
    return Double(sum) / Double(drawCount)
  }

  /// The standard error of a share b of the draws, 0…1: √(b (1 − b) / draws); 0 without draws.
  public func standardError(of share: Double) -> Double {
    drawCount > 0 ? (share * (1 - share) / Double(drawCount)).squareRoot() : 0
  }

  /// The mean of the weights that put an opportunity first, one a criterion; nil where none did.
  public func centralWeights(of opportunity: Int) -> [Double]? {
    guard rankCount > 0 else { return nil }
    let firsts = count(of: opportunity, onRank: 1)
    guard firsts > 0 else { return nil }
    let start = opportunity * criterionCount
    return firstWeightSums[start..<start + criterionCount].map { $0 / Double(firsts) }
  }

  /// The mean rank of an opportunity, from 1; nil without draws or where not all ranks are counted.
  public func expectedRank(of opportunity: Int) -> Double? {
    guard drawCount > 0, rankCount == opportunityCount else { return nil }
    let sum = (1...rankCount).reduce(0) { $0 + $1 * count(of: opportunity, onRank: $1) }
    return Double(sum) / Double(drawCount)
  }
}
