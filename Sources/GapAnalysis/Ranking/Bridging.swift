public import IndustryChain

/// How many pairs of covered links a link would join that nothing covered joins today.
public struct Bridging: Hashable, Sendable {
  /// The number of ordered pairs (s, t), s upstream and t downstream.
  public let pairCount: Double
  /// The standard error of `pairCount`, in pairs; 0 where it is exact.
  public let standardError: Double
  /// The share of all covered links that was looked at on each side; 1 where the count is exact.
  public let sampledShare: Double

  /// Whether the count is no estimate.
  public var isExact: Bool { standardError == 0 }
}

extension Bridging {
  /// Up to this many covered links are counted one by one.
  static let exactLimit = 4_096
  /// Beyond, this many are drawn on each side, evenly over the covered links.
  static let sampleSize = 4_096

  /// The bridging of some links, over the material graph.
  ///
  /// One bit for each covered link looked at, so links · edges / 64 up to 4,096 covered links and
  /// linear beyond, where the count is an estimate. Without two covered links all counts are 0.
  ///
  /// - Parameters:
  ///   - candidates: The links in question, by their index.
  ///   - coverage: The coverage of every link of the graph.
  ///   - graph: The links, whose material graph tells upstream from downstream.
  /// - Returns: One count for each candidate, in their order.
  public static func counts(
    for candidates: [Int], coverage: [Coverage], in graph: ChainGraph
  ) -> [Bridging] {
    counts(
      for: candidates, coverage: coverage, in: graph, exactLimit: exactLimit,
      sampleSize: sampleSize)
  }

  /// The same with limits of one's own, for tests.
  static func counts(
    for candidates: [Int], coverage: [Coverage], in graph: ChainGraph, exactLimit: Int,
    sampleSize: Int
  ) -> [Bridging] {
    let covered = coverage.indices.filter { coverage[$0].isPresent }
    guard covered.count > 1 else { return candidates.map { _ in Bridging(exactly: 0) } }
    let size = covered.count <= exactLimit ? covered.count : min(sampleSize, covered.count)
    // Evenly spread and shifted between the sides, so that the same region gives the same count.
    let targets = (0..<size).map { covered[$0 * covered.count / size] }
    let sources = (0..<size).map { covered[(2 * $0 + 1) * covered.count / (2 * size)] }
    let isCovered = coverage.map(\.isPresent)
    let below = CoveredReach(to: targets, over: graph.material, through: isCovered)
    let above = CoveredReach(to: sources, over: graph.material.reversed(), through: isCovered)
    var downstream = BitRow(wordCount: below.wordCount)
    var upstream = BitRow(wordCount: above.wordCount)
    return candidates.map { link in
      guard below.fill(&downstream, beyond: link), above.fill(&upstream, beyond: link) else {
        return Bridging(exactly: 0)
      }
      let bySource = below.newPairs(of: downstream, from: sources, in: upstream)
      guard size < covered.count else { return Bridging(exactly: bySource.count) }
      let byTarget = above.newPairs(of: upstream, from: targets, in: downstream)
      return Bridging(
        bySource: bySource, byTarget: byTarget,
        largestSide: max(upstream.bitCount, downstream.bitCount), sampled: size,
        of: covered.count)
    }
  }

  private init(exactly count: Int) {
    self.init(pairCount: Double(count), standardError: 0, sampledShare: 1)
  }

  /// Scales a sample of n covered links on each side up to all N of them.
  ///
  /// With p_s the share of sampled targets that source s would be joined to, and q_t likewise, the
  /// mean of all pairs has the variance (1 − n/N) (s²_p + s²_q) / n, as if both sides were drawn at
  /// random; an even draw over links in the order of their chains rather errs less. A count is never
  /// surer than by one source or target more or less in the sample: none seen is no proof of none.
  ///
  /// Source: W. Cochran, Sampling Techniques (1977), ch. 2, for each of the two sides.
  private init(
    bySource: CoveredReach.Pairs, byTarget: CoveredReach.Pairs, largestSide: Int,
    sampled: Int, of total: Int
  ) {
    let size = Double(sampled)
    let scale = Double(total) / size
    func variance(_ pairs: CoveredReach.Pairs) -> Double {
      let mean = Double(pairs.count) / size
      return max(0, pairs.sumOfSquares / size - mean * mean) * size / max(1, size - 1)
    }
    let spread = (1 - 1 / scale) * size * (variance(bySource) + variance(byTarget))
    self.init(
      pairCount: Double(bySource.count) * scale * scale,
      standardError: max(Double(max(1, largestSide)), spread.squareRoot()) * scale * scale,
      sampledShare: 1 / scale)
  }
}
