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
  /// where the counted ranks do not hold so many. Linear in the ranks: for each last rank the first
  /// one moves up as long as enough is held.
  public func band(holding wanted: Double) -> ClosedRange<Int>? {
    let needed = wanted * Double(drawCount)
    var best: (first: Int, last: Int, held: Int)?
    var (first, held) = (0, 0)
    for last in counts.indices {
      held += counts[last]
      while first < last, Double(held - counts[first]) >= needed {
        held -= counts[first]
        first += 1
      }
      guard held > 0, Double(held) >= needed else { continue }
      let width = last - first
      guard let known = best else {
        best = (first, last, held)
        continue
      }
      let knownWidth = known.last - known.first
      if width < knownWidth || (width == knownWidth && held > known.held) {
        best = (first, last, held)
      }
    }
    return best.map { ($0.first + 1)...($0.last + 1) }
  }
}
