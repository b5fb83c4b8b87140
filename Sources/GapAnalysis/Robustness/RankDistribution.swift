/// How often an opportunity came at each rank in many draws.
public struct RankDistribution: Hashable, Sendable {
  /// The number of draws at rank 1, 2, … as far as ranks were counted.
  public let counts: [Int]
  /// How many draws there were.
  public let drawCount: Int

  /// How many ranks were counted, from the first.
  public var rankCount: Int { counts.count }

  /// The share of draws at a rank, from 1; 0 beyond the counted ones.
  public func share(ofRank rank: Int) -> Double { share(ofRanks: rank...rank) }

  /// The share of draws at a rank or a better one.
  public func share(ofRanksTo rank: Int) -> Double {
    rank < 1 ? 0 : share(ofRanks: 1...rank)
  }

  /// The share of draws at some ranks, 0…1; 0 without draws.
  public func share(ofRanks ranks: ClosedRange<Int>) -> Double {
    guard drawCount > 0 else { return 0 }
    return Double(count(ofRanks: ranks)) / Double(drawCount)
  }

  private func count(ofRanks ranks: ClosedRange<Int>) -> Int {
    counts.indices.reduce(0) { sum, place in
      ranks.contains(place + 1) ? sum + counts[place] : sum
    }
  }

  /// The standard error of a share that the draws estimate, √(p (1 − p) / draws).
  public func standardError(of share: Double) -> Double {
    drawCount > 0 ? (share * (1 - share) / Double(drawCount)).squareRoot() : 0
  }

  /// The narrowest run of ranks that holds at least a share of the draws.
  ///
  /// Among equally narrow ones that with the most draws, then the one with the best ranks. `nil`
  /// where the counted ranks do not hold so many. Quadratic in the ranks.
  public func band(holding wanted: Double) -> ClosedRange<Int>? {
    let needed = wanted * Double(drawCount)
    for width in 1...max(1, counts.count) where width <= counts.count {
      let runs = (1...(counts.count - width + 1)).map { $0...($0 + width - 1) }
      let tallies = runs.map { count(ofRanks: $0) }
      guard let most = tallies.max(), Double(most) >= needed, most > 0 else { continue }
      return tallies.firstIndex(of: most).map { runs[$0] }
    }
    return nil
  }
}
