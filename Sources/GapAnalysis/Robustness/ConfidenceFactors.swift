/// How often each opportunity ranks first under its own central weights while the figures vary.
///
/// An opportunity with a low confidence factor does not even then rank first reliably when the
/// weights favour it most. Source: Lahdelma & Salminen (2001), as `RankAcceptability`.
public struct ConfidenceFactors: Hashable, Sendable {
  /// Each opportunity's central weights; nil where it has none.
  public let centralWeights: [[Double]?]
  /// How many tables were counted.
  public private(set) var tableCount = 0
  private var firstCounts: [Int]
  /// Who last kept each opportunity from the first rank, and most likely does so again.
  private var lastRivals: [Int]

  /// Without a table yet.
  ///
  /// - Parameter centralWeights: One an opportunity, nil where nothing puts it first.
  public init(centralWeights: [[Double]?]) {
    self.centralWeights = centralWeights
    firstCounts = [Int](repeating: 0, count: centralWeights.count)
    lastRivals = [Int](repeating: 0, count: centralWeights.count)
  }

  /// Counts who ranks first under its own central weights in one table.
  ///
  /// - Parameter table: The utilities by one draw of the figures, of the same opportunities.
  /// - Complexity: opportunities with central weights · opportunities · criteria at worst.
  public mutating func add(_ table: UtilityTable) {
    precondition(table.opportunityCount == centralWeights.count)
    tableCount += 1
    for (opportunity, weights) in centralWeights.enumerated() {
      guard let weights else { continue }
      let own = step(of: opportunity, in: table, under: weights)
      if step(of: lastRivals[opportunity], in: table, under: weights) > own { continue }
      let rival = centralWeights.indices.first { step(of: $0, in: table, under: weights) > own }
      if let rival { lastRivals[opportunity] = rival } else { firstCounts[opportunity] += 1 }
    }
  }

  /// A score in steps of a billionth; equals rank first together.
  private func step(of opportunity: Int, in table: UtilityTable, under weights: [Double]) -> UInt64
  {
    let score = table.score(of: opportunity, under: weights)
    return RankKey.billionths(of: RankKey.key(score: score, index: 0))
  }

  /// The share of tables in which an opportunity ranks first under its central weights; nil where
  /// it has none or no table was counted.
  public func factor(of opportunity: Int) -> Double? {
    guard centralWeights[opportunity] != nil, tableCount > 0 else { return nil }
    return Double(firstCounts[opportunity]) / Double(tableCount)
  }
}
