/// A random walk over weights within intervals and an order: hit-and-run.
///
/// Each step takes a random direction that keeps the sum and a uniform point of the chord that the
/// space cuts from it; the walk's distribution tends to the uniform one from any start. Between two
/// draws lie d³ steps, d the dimension, after T. Tervonen, G. van Valkenhoef, N. Baştürk,
/// D. Postmus, "Hit-And-Run enables efficient weight generation for simulation-based multiple
/// criteria decision analysis", EJOR 224 (2013).
struct WeightWalk {
  private let lows: [Double], highs: [Double]
  private let order: [Int]
  /// The criteria whose weights are not fixed.
  private let free: [Int]
  private let stepCount: Int
  private var weights: [Double]
  private var direction: [Double]

  /// Starts between the bounds and walks far enough to forget where.
  init(lows: [Double], highs: [Double], order: [Int], _ random: inout SplitMix64) {
    self.lows = lows
    self.highs = highs
    self.order = order
    free = lows.indices.filter { highs[$0] > lows[$0] }
    let dimension = max(1, free.count - 1)
    stepCount = dimension * dimension * dimension
    direction = [Double](repeating: 0, count: lows.count)
    // Lows and highs follow the order, so every mix does; this one has sum 1.
    let (low, high) = (lows.reduce(0, +), highs.reduce(0, +))
    let share = high > low ? (1 - low) / (high - low) : 0
    weights = zip(lows, highs).map { $0 + share * ($1 - $0) }
    for _ in 0..<(100 * dimension + 20 * stepCount) { step(&random) }
  }

  /// Walks on and writes down the weights.
  mutating func advance(
    into result: UnsafeMutableBufferPointer<Double>, _ random: inout SplitMix64
  ) {
    for _ in 0..<stepCount { step(&random) }
    _ = result.update(fromContentsOf: weights)
  }

  private mutating func step(_ random: inout SplitMix64) {
    var mean = 0.0
    for criterion in free {
      direction[criterion] = random.nextUnit() - 0.5
      mean += direction[criterion]
    }
    mean /= Double(max(1, free.count))
    var (least, greatest) = (-Double.infinity, Double.infinity)
    /// Keeps room + t · slope from going under 0.
    func bound(_ room: Double, _ slope: Double) {
      if slope > 0 { least = max(least, -room / slope) }
      if slope < 0 { greatest = min(greatest, -room / slope) }
    }
    for criterion in free {
      direction[criterion] -= mean
      bound(weights[criterion] - lows[criterion], direction[criterion])
      bound(highs[criterion] - weights[criterion], -direction[criterion])
    }
    for (heavier, lighter) in zip(order, order.dropFirst()) {
      bound(weights[heavier] - weights[lighter], direction[heavier] - direction[lighter])
    }
    let position = random.nextUnit()
    guard least < greatest, greatest - least < .infinity else { return }
    let distance = least + (greatest - least) * position
    for criterion in free {
      let moved = weights[criterion] + distance * direction[criterion]
      weights[criterion] = min(max(moved, lows[criterion]), highs[criterion])
    }
    // Rounding must not break the order that the chord keeps.
    for (heavier, lighter) in zip(order, order.dropFirst()) {
      weights[lighter] = min(weights[lighter], weights[heavier])
    }
  }
}
