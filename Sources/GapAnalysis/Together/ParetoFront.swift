/// The choices that no other beats: none uses less of a limit and is worth as much.
struct ParetoFront {
  /// A choice on the front.
  struct Point {
    let use: Double
    let value: Double
    let set: Int
  }

  /// By ascending use and value.
  private(set) var points: [Point] = []

  /// Takes a choice in where no other beats it; of equals the first stays.
  ///
  /// Logarithmic in the points but for an insertion. Differences below `tolerance` are rounding.
  mutating func offer(use: Double, value: Double, set: Int, tolerance: Double) {
    // The first point that uses more.
    var (low, high) = (0, points.count)
    while low < high {
      let middle = (low + high) / 2
      if points[middle].use <= use + SelectionProblem.tolerance(of: use) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    let floor = low > 0 ? points[low - 1].value : 0
    guard value > floor + tolerance else { return }
    var first = low
    while first > 0, points[first - 1].use >= use { first -= 1 }
    var last = low
    while last < points.count, points[last].value <= value + tolerance { last += 1 }
    points.replaceSubrange(first..<last, with: [Point(use: use, value: value, set: set)])
  }
}
