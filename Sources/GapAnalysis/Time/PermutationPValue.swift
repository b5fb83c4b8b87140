/// How likely an order by lot is to do at least as well: the one-sided permutation test of the area
/// under the curve (Mann–Whitney's U), ties kept as they are.
public struct PermutationPValue: Hashable, Sendable {
  /// How the value came about.
  public enum Basis: Hashable, Sendable {
    /// Over every choice of the events among the candidates.
    case exact
    /// Over so many choices drawn by lot from a seeded generator.
    case sampled(drawCount: Int)
  }

  /// The probability, above 0, at most 1.
  public let value: Double
  /// How it came about.
  public let basis: Basis

  /// The standard error of a sampled value; 0 for an exact one.
  public var standardError: Double {
    switch basis {
    case .exact: 0
    case .sampled(let count): (value * (1 - value) / Double(count)).squareRoot()
    }
  }

  /// Up to this many candidates every choice counts.
  static let exactLimit = 500
  /// Beyond, so many choices are drawn.
  static let drawCount = 20_000

  /// The test of an order; `nil` where it has no event, or nothing but events.
  ///
  /// Exact up to `exactLimit` candidates: the distribution of the sum of the events' midranks, by
  /// dynamic programming over candidates, picks and sums. Its cost is candidates · events (or the
  /// others, if fewer) · the sum's distance from the best one: nothing to speak of for few events or
  /// a good order, a few seconds for a middling order with 250 events of 500. Beyond, linear in
  /// events for each draw.
  public init?(of ranking: EventRanking) {
    self.init(of: ranking, exactLimit: Self.exactLimit)
  }

  init?(of ranking: EventRanking, exactLimit: Int) {
    let events = ranking.eventCount
    guard events > 0, events < ranking.candidateCount else { return nil }
    let sums = PickedSums(ranking)
    if ranking.candidateCount <= exactLimit {
      value = sums.shareAtMostObserved()
      basis = .exact
    } else {
      let count = sums.countAtMostObserved(inDraws: Self.drawCount)
      // The order that was observed is one of the possible ones, so the value is never 0.
      value = Double(count + 1) / Double(Self.drawCount + 1)
      basis = .sampled(drawCount: Self.drawCount)
    }
  }

  /// The least value that any order of so many candidates and events can reach, 1 over the number
  /// of choices; 1 where there is nothing to choose.
  public static func leastPossible(events: Int, candidates: Int) -> Double {
    guard events > 0, events < candidates else { return 1 }
    let picks = min(events, candidates - events)
    return (1...picks).reduce(1.0) { least, pick in
      least * Double(pick) / Double(candidates - picks + pick)
    }
  }
}

/// Candidates as whole numbers of which the same number is always picked; a small sum is a good
/// order.
///
/// Picked are the events or the others, whichever are fewer: events by how far they stand from the
/// top, others by how far they stand from the bottom.
private struct PickedSums {
  /// The number of each candidate.
  private let numbers: [Int]
  private let pickCount: Int
  private let observed: Int

  init(_ ranking: EventRanking) {
    let ranks = ranking.doubledMidranks
    let picksEvents = ranking.eventCount * 2 <= ranking.candidateCount
    let best = ranks.map(\.rank).max() ?? 0
    let worst = ranks.map(\.rank).min() ?? 0
    let distances = ranks.map { picksEvents ? best - $0.rank : $0.rank - worst }
    // Without ties all distances are even: a common divisor only lengthens the sums.
    let step = max(1, distances.reduce(0, Self.commonDivisor))
    var numbers: [Int] = []
    var observed = 0
    for (tie, distance) in zip(ranks, distances) {
      let number = distance / step
      numbers += [Int](repeating: number, count: tie.count)
      observed += number * (picksEvents ? tie.events : tie.count - tie.events)
    }
    self.numbers = numbers
    self.observed = observed
    pickCount =
      picksEvents ? ranking.eventCount : ranking.candidateCount - ranking.eventCount
  }

  private static func commonDivisor(_ first: Int, _ second: Int) -> Int {
    var (first, second) = (first, second)
    while second != 0 { (first, second) = (second, first % second) }
    return first
  }

  /// The share of all choices whose sum is at most the observed one.
  ///
  /// `ways[j][s]` is the number of ways to pick j of the candidates seen so far with a sum of s
  /// above the least sum of j. Seen in ascending order, the j-th pick is never below the j-th
  /// smallest number, so what is above never shrinks and more than the observed one cannot come
  /// back. The counts stay below 10^150, and adding positive numbers loses no more than a few digits.
  func shareAtMostObserved() -> Double {
    let numbers = numbers.sorted()
    let width = observed - numbers.prefix(pickCount).reduce(0, +) + 1
    var ways = [[Double]](repeating: [], count: pickCount + 1)
    ways[0] = [1]
    for (place, number) in numbers.enumerated() {
      for picks in stride(from: min(place + 1, pickCount), through: 1, by: -1) {
        let above = number - numbers[picks - 1]
        let fewer = ways[picks - 1]
        let length = min(width, fewer.count + above)
        guard length > above else { continue }
        if ways[picks].count < length {
          ways[picks] += [Double](repeating: 0, count: length - ways[picks].count)
        }
        ways[picks].withUnsafeMutableBufferPointer { ways in
          fewer.withUnsafeBufferPointer { fewer in
            for sum in above..<length { ways[sum] += fewer[sum - above] }
          }
        }
      }
    }
    let good = ways[pickCount].reduce(0, +)
    let least = PermutationPValue.leastPossible(events: pickCount, candidates: numbers.count)
    return min(1, good * least)
  }

  /// How many of some choices drawn by lot have a sum of at most the observed one.
  func countAtMostObserved(inDraws drawCount: Int) -> Int {
    // Always begun alike, so that the same tables give the same bytes.
    var generator = SplitMix64(seed: 0x2545_F491_4F6C_DD1D)
    var numbers = numbers
    return (0..<drawCount).count { _ in
      var sum = 0
      // The first places of a shuffle, whatever order the draw before has left.
      for place in 0..<pickCount {
        numbers.swapAt(place, place + generator.nextPlace(below: numbers.count - place))
        sum += numbers[place]
      }
      return sum <= observed
    }
  }
}
