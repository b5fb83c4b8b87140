/// How often an opportunity came at each rank in many draws.
public struct RankDistribution: Hashable, Sendable {
  /// The share of draws at rank 1, 2, … as far as ranks were counted, each 0…1.
  public let shares: [Double]
  /// How many draws there were.
  public let drawCount: Int

  /// The share of draws at a rank, from 1; 0 beyond the counted ones.
  public func share(ofRank rank: Int) -> Double {
    shares.indices.contains(rank - 1) ? shares[rank - 1] : 0
  }

  /// The share of draws at a rank or a better one.
  public func share(ofRanksTo rank: Int) -> Double {
    shares.prefix(max(0, rank)).reduce(0, +)
  }

  /// The standard error of a share that the draws estimate, √(p (1 − p) / draws).
  public func standardError(of share: Double) -> Double {
    drawCount > 0 ? (share * (1 - share) / Double(drawCount)).squareRoot() : 0
  }

  /// The narrowest run of ranks that holds at least a share of the draws, the best ranks among equally
  /// narrow ones with more draws in them; `nil` where the counted ranks do not hold so many.
  public func band(holding wanted: Double) -> (ranks: ClosedRange<Int>, share: Double)? {
    for width in 1...max(1, shares.count) where width <= shares.count {
      var best: (ranks: ClosedRange<Int>, share: Double)?
      for first in 0...(shares.count - width) {
        let share = shares[first..<(first + width)].reduce(0, +)
        // Sums of the same draws may differ by rounding; the better rank then stands.
        guard share >= wanted - 1e-12, share > (best?.share ?? -1) + 1e-12 else { continue }
        best = ((first + 1)...(first + width), min(1, share))
      }
      if let best { return best }
    }
    return nil
  }
}
