/// A random walk over weights within intervals and an order: hit-and-run.
///
/// Each step takes a random direction that keeps the sum and a uniform point of the chord that the
/// space cuts from it; the walk's distribution tends to the uniform one from any start. Between two
/// draws lie d³ steps, d the dimension, after T. Tervonen, G. van Valkenhoef, N. Baştürk,
/// D. Postmus, "Hit-And-Run enables efficient weight generation for simulation-based multiple
/// criteria decision analysis", EJOR 224 (2013).
struct WeightWalk {
  /// The weights of the start, and where among them those stand that are not fixed.
  private let start: [Double]
  private let free: [Int]
  /// The weights not fixed and their bounds.
  private var weights: [Double]
  private let lows: [Double], highs: [Double]
  /// Of weights not fixed the pairs that the order keeps; narrowed bounds keep the others.
  private let pairs: [(heavier: Int, lighter: Int)]
  private let stepCount: Int

  /// Starts between the bounds, which are as narrow as the order makes them, and walks far enough to
  /// forget where.
  init(lows: [Double], highs: [Double], order: [Int], _ random: inout SplitMix64) {
    // Lows and highs follow the order, so every mix does; this one has sum 1.
    let (low, high) = (lows.reduce(0, +), highs.reduce(0, +))
    let share = high > low ? (1 - low) / (high - low) : 0
    let start = zip(lows, highs).map { $0 + share * ($1 - $0) }
    let free = lows.indices.filter { highs[$0] > lows[$0] }
    self.start = start
    self.free = free
    weights = free.map { start[$0] }
    self.lows = free.map { lows[$0] }
    self.highs = free.map { highs[$0] }
    pairs = zip(order, order.dropFirst()).compactMap { heavier, lighter in
      guard let above = free.firstIndex(of: heavier), let below = free.firstIndex(of: lighter)
      else { return nil }
      return (above, below)
    }
    let dimension = max(1, free.count - 1)
    stepCount = dimension * dimension * dimension
    walk(100 * dimension + 20 * stepCount, &random)
  }

  /// Walks on and writes down the weights.
  mutating func advance(
    into result: UnsafeMutableBufferPointer<Double>, _ random: inout SplitMix64
  ) {
    walk(stepCount, &random)
    _ = result.update(fromContentsOf: start)
    for (place, criterion) in free.enumerated() { result[criterion] = weights[place] }
  }

  private mutating func walk(_ count: Int, _ random: inout SplitMix64) {
    var moving = weights
    var direction = weights
    moving.withUnsafeMutableBufferPointer { moving in
      direction.withUnsafeMutableBufferPointer { direction in
        for _ in 0..<count { step(moving, direction, &random) }
      }
    }
    weights = moving
  }

  private func step(
    _ weights: UnsafeMutableBufferPointer<Double>, _ direction: UnsafeMutableBufferPointer<Double>,
    _ random: inout SplitMix64
  ) {
    var mean = 0.0
    for place in direction.indices {
      direction[place] = random.nextUnit()
      mean += direction[place]
    }
    mean /= Double(direction.count)
    var (least, greatest) = (-Double.infinity, Double.infinity)
    for place in direction.indices {
      direction[place] -= mean
      guard direction[place] != 0 else { continue }
      let inverse = 1 / direction[place]
      let toLow = (lows[place] - weights[place]) * inverse
      let toHigh = (highs[place] - weights[place]) * inverse
      least = max(least, min(toLow, toHigh))
      greatest = min(greatest, max(toLow, toHigh))
    }
    for (heavier, lighter) in pairs {
      let slope = direction[lighter] - direction[heavier]
      guard slope != 0 else { continue }
      let meeting = (weights[heavier] - weights[lighter]) / slope
      if slope > 0 { greatest = min(greatest, meeting) } else { least = max(least, meeting) }
    }
    let position = random.nextUnit()
    guard least < greatest, greatest - least < .infinity else { return }
    let distance = least + (greatest - least) * position
    for place in weights.indices {
      let moved = weights[place] + distance * direction[place]
      weights[place] = min(max(moved, lows[place]), highs[place])
    }
    // Rounding must not break the order that the chord keeps.
    for (heavier, lighter) in pairs { weights[lighter] = min(weights[lighter], weights[heavier]) }
  }
}
