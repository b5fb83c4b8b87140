/// Draws weights of one space, one after the other.
struct WeightSampler {
  private let lows: [Double], highs: [Double]
  private let order: [Int]
  /// What the least weights leave of 1.
  private let rest: Double
  private var random: SplitMix64
  private var walk: WeightWalk?

  init(of space: WeightSpace, seed: UInt64) {
    self.init(lows: space.lows, highs: space.highs, order: space.order, seed: seed)
  }

  init(lows: [Double], highs: [Double], order: [Int], seed: UInt64) {
    self.lows = lows
    self.highs = highs
    self.order = order
    rest = max(0, 1 - lows.reduce(0, +))
    random = SplitMix64(seed: seed)
  }

  /// Draws weights by a method that suits the space.
  mutating func draw(
    into weights: UnsafeMutableBufferPointer<Double>, by method: WeightSpace.Method
  ) {
    switch method {
    case .simplex:
      drawAboveLows(into: weights)
    case .sortedSimplex:
      drawFromSimplex(into: weights)
      sort(weights)
    case .rejection, .sortedRejection:
      repeat { propose(into: weights, by: method) } while !isInside(weights)
    case .hitAndRun:
      if walk == nil { walk = WeightWalk(lows: lows, highs: highs, order: order, &random) }
      walk?.advance(into: weights, &random)
    }
  }

  /// Draws from the whole simplex, as the gaps between sorted uniform numbers.
  ///
  /// Source: L. Devroye, *Non-Uniform Random Variate Generation* (1986), ch. V.
  private mutating func drawFromSimplex(into weights: UnsafeMutableBufferPointer<Double>) {
    let last = weights.count - 1
    for place in 0..<last {
      let cut = random.nextUnit()
      var slot = place
      while slot > 0, weights[slot - 1] > cut {
        weights[slot] = weights[slot - 1]
        slot -= 1
      }
      weights[slot] = cut
    }
    weights[last] = 1
    for place in stride(from: last, to: 0, by: -1) { weights[place] -= weights[place - 1] }
  }

  private mutating func drawAboveLows(into weights: UnsafeMutableBufferPointer<Double>) {
    drawFromSimplex(into: weights)
    for place in weights.indices { weights[place] = lows[place] + rest * weights[place] }
  }

  /// Hands the ordered criteria their weights in descending order.
  ///
  /// All orders of the same weights are equally likely before, so the result is uniform over the
  /// weights that follow the order.
  private func sort(_ weights: UnsafeMutableBufferPointer<Double>) {
    let sorted = order.map { weights[$0] }.sorted(by: >)
    for (criterion, weight) in zip(order, sorted) { weights[criterion] = weight }
  }

  private mutating func propose(
    into weights: UnsafeMutableBufferPointer<Double>, by method: WeightSpace.Method
  ) {
    if method == .sortedRejection {
      drawFromSimplex(into: weights)
      sort(weights)
    } else {
      drawAboveLows(into: weights)
    }
  }

  private func isInside(_ weights: UnsafeMutableBufferPointer<Double>) -> Bool {
    for place in weights.indices
    where weights[place] < lows[place] || weights[place] > highs[place] {
      return false
    }
    for (heavier, lighter) in zip(order, order.dropFirst())
    where weights[heavier] < weights[lighter] {
      return false
    }
    return true
  }

  /// The share of some proposals of a rejection method that it would accept.
  mutating func acceptedShare(by method: WeightSpace.Method, of count: Int) -> Double {
    var weights = [Double](repeating: 0, count: lows.count)
    let accepted = weights.withUnsafeMutableBufferPointer { weights in
      (0..<count).count { _ in
        propose(into: weights, by: method)
        return isInside(weights)
      }
    }
    return Double(accepted) / Double(count)
  }
}
