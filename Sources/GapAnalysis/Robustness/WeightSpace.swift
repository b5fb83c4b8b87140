/// The weights that criteria may have: all of sum 1, or those within stated intervals or an order.
public struct WeightSpace: Hashable, Sendable {
  /// Why no weights meet what was stated.
  public enum Infeasibility: Error, Hashable, Sendable {
    /// The criterion has no index below the number of criteria.
    case unknownCriterion(Int)
    /// The interval of a criterion is not within 0…1.
    case intervalOutsideUnit(criterion: Int)
    /// The order names a criterion twice.
    case repeatedInOrder(criterion: Int)
    /// The least weights, raised where the order asks it, are over 1 together.
    case lowsOverOne(sum: Double)
    /// The greatest weights, lowered where the order asks it, are under 1 together.
    case highsUnderOne(sum: Double)
    /// The first criterion should weigh at least as much as the second, whose least weight is more
    /// than the first one's greatest.
    case orderAgainstIntervals(heavier: Int, lighter: Int)
  }

  /// How weights are drawn.
  public enum Method: String, Hashable, Sendable {
    /// The simplex above the least weights: exact, each draw independent.
    case simplex
    /// The simplex with the ordered criteria's weights sorted: exact, each draw independent.
    case sortedSimplex
    /// The simplex above the least weights, drawn until no weight is over its greatest and the order
    /// holds: exact, each draw independent.
    case rejection
    /// The simplex with the ordered criteria's weights sorted, drawn until all weights are within
    /// their intervals: exact, each draw independent.
    case sortedRejection
    /// A random walk inside the space: uniform in the limit, neighbouring draws almost independent.
    case hitAndRun
  }

  /// How many criteria there are, 1 or more.
  public let criterionCount: Int
  /// Criteria of which each weighs at least as much as the next; empty where no order was stated.
  public let order: [Int]
  /// How weights are drawn.
  public let method: Method
  /// The least and the greatest weights, as tight as the sum of 1 and the order make them.
  let lows: [Double], highs: [Double]

  /// Differences of sums below this are rounding.
  private static let tolerance = 1e-12

  /// All weights of sum 1.
  ///
  /// - Parameter criterionCount: 1 or more.
  public init(criterionCount: Int) {
    precondition(criterionCount > 0)
    self.criterionCount = criterionCount
    order = []
    method = .simplex
    lows = [Double](repeating: 0, count: criterionCount)
    highs = [Double](repeating: 1, count: criterionCount)
  }

  /// The weights of sum 1 within some intervals and an order.
  ///
  /// - Parameters:
  ///   - criterionCount: 1 or more.
  ///   - intervals: By the criterion's index the least and the greatest weight, within 0…1; a
  ///     criterion without one may have any weight.
  ///   - order: Criteria of which each weighs at least as much as the next one named.
  /// - Throws: `Infeasibility` where no weights are left.
  public init(
    criterionCount: Int, intervals: [Int: ClosedRange<Double>], order: [Int] = []
  ) throws(Infeasibility) {
    precondition(criterionCount > 0)
    var lows = [Double](repeating: 0, count: criterionCount)
    var highs = [Double](repeating: 1, count: criterionCount)
    for (criterion, interval) in intervals.sorted(by: { $0.key < $1.key }) {
      guard lows.indices.contains(criterion) else { throw .unknownCriterion(criterion) }
      guard interval.lowerBound >= 0, interval.upperBound <= 1 else {
        throw .intervalOutsideUnit(criterion: criterion)
      }
      lows[criterion] = interval.lowerBound
      highs[criterion] = interval.upperBound
    }
    var named: Set<Int> = []
    for criterion in order {
      guard lows.indices.contains(criterion) else { throw .unknownCriterion(criterion) }
      guard named.insert(criterion).inserted else { throw .repeatedInOrder(criterion: criterion) }
    }
    try Self.tighten(&lows, &highs, by: order)
    self.criterionCount = criterionCount
    self.order = order
    let hasIntervals = intervals.values.contains { $0.lowerBound > 0 || $0.upperBound < 1 }
    self.lows = lows
    self.highs = highs
    method = Self.method(lows: lows, highs: highs, order: order, hasIntervals: hasIntervals)
  }

  /// Narrows the bounds to what the order and the sum of 1 leave.
  ///
  /// The narrowed lows and highs follow the order themselves, and so does every mix of the two; the
  /// sum of one mix is 1 exactly when lows sum to at most and highs to at least 1. So nothing that
  /// passes here is infeasible.
  private static func tighten(
    _ lows: inout [Double], _ highs: inout [Double], by order: [Int]
  ) throws(Infeasibility) {
    for (heavier, place) in order.indices.enumerated() {
      for lighter in order[place...] where lows[lighter] > highs[order[heavier]] + tolerance {
        throw .orderAgainstIntervals(heavier: order[heavier], lighter: lighter)
      }
    }
    for (heavier, lighter) in zip(order, order.dropFirst()) {
      highs[lighter] = min(highs[lighter], highs[heavier])
    }
    for (lighter, heavier) in zip(order.reversed(), order.reversed().dropFirst()) {
      lows[heavier] = max(lows[heavier], lows[lighter])
    }
    let lowSum = lows.reduce(0, +)
    let highSum = highs.reduce(0, +)
    guard lowSum <= 1 + tolerance else { throw .lowsOverOne(sum: lowSum) }
    guard highSum >= 1 - tolerance else { throw .highsUnderOne(sum: highSum) }
    for criterion in lows.indices {
      let (low, high) = (lows[criterion], highs[criterion])
      lows[criterion] = min(max(low, 1 - (highSum - high)), high)
      highs[criterion] = max(min(high, 1 - (lowSum - low)), lows[criterion])
    }
  }

  private static func method(
    lows: [Double], highs: [Double], order: [Int], hasIntervals: Bool
  ) -> Method {
    let rest = 1 - lows.reduce(0, +)
    if rest <= tolerance { return .simplex }
    if order.count < 2 {
      if zip(lows, highs).allSatisfy({ $1 >= $0 + rest - tolerance }) { return .simplex }
    } else if !hasIntervals {
      return .sortedSimplex
    }
    var sampler = WeightSampler(lows: lows, highs: highs, order: order, seed: 0)
    let methods = order.count < 2 ? [Method.rejection] : [.rejection, .sortedRejection]
    let accepted = methods.map { (method: $0, share: sampler.acceptedShare(by: $0, of: 2_000)) }
    guard let best = accepted.max(by: { $0.share < $1.share }), best.share >= 0.01 else {
      return .hitAndRun
    }
    return best.method
  }

  /// Draws weights uniformly over the space; the same seed gives the same draws.
  ///
  /// - Parameters:
  ///   - count: How many draws, 0 or more.
  ///   - seed: Any number.
  /// - Returns: The draws, in the order in which they were made.
  /// - Complexity: count · criteria; count · criteria⁴ by hit-and-run.
  public func draws(_ count: Int, seed: UInt64) -> WeightDraws {
    draws(count, seed: seed, by: method)
  }

  /// Draws by a method of choice, which must suit the space.
  func draws(_ count: Int, seed: UInt64, by method: Method) -> WeightDraws {
    var weights = [Double](repeating: 0, count: count * criterionCount)
    var sampler = WeightSampler(of: self, seed: seed)
    weights.withUnsafeMutableBufferPointer { weights in
      for draw in 0..<count {
        sampler.draw(
          into: UnsafeMutableBufferPointer(
            rebasing: weights[draw * criterionCount..<(draw + 1) * criterionCount]),
          by: method)
      }
    }
    return WeightDraws(weights, criterionCount: criterionCount)
  }
}
