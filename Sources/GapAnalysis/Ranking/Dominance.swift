/// Which points of a plane another one beats.
enum Dominance {
  /// Whether some other point is at least as high on both axes and higher on one, by place.
  ///
  /// Equal points do not beat each other. O(n log n); no points give none.
  static func isDominated(_ points: [(x: Double, y: Double)]) -> [Bool] {
    let order = points.indices.sorted { left, right in
      let (a, b) = (points[left], points[right])
      return a.x == b.x ? (a.y == b.y ? left < right : a.y > b.y) : a.x > b.x
    }
    var isDominated = [Bool](repeating: false, count: points.count)
    // The highest y among points of greater x, and among those of the same x.
    var (beyond, here, x) = (-Double.infinity, -Double.infinity, Double.infinity)
    for place in order {
      let point = points[place]
      if point.x != x {
        beyond = max(beyond, here)
        (here, x) = (point.y, point.x)
      }
      isDominated[place] = beyond >= point.y || here > point.y
    }
    return isDominated
  }
}
