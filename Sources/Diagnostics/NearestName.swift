extension String {
  /// The candidate that a misspelt name most likely meant, `nil` where none is near.
  ///
  /// Near is an edit distance (insertions, deletions, substitutions and swaps of neighbours) of at
  /// most a third of the length, at least 1. Of equally near ones the first by bytes wins, so the
  /// order of the candidates never shows. O(candidates · length²), for use on errors only.
  ///
  /// Source: optimal string alignment, after Damerau (1964).
  public func nearest(among candidates: some Sequence<String>) -> String? {
    nearestMatch(among: candidates)?.name
  }

  /// The same, with whether the name can hardly be mistaken for another.
  ///
  /// O(candidates · length²), for use on errors only.
  public func nearestMatch(among candidates: some Sequence<String>) -> NearestMatch? {
    let scalars = Array(unicodeScalars)
    let limit = Swift.max(1, Swift.min(scalars.count, 24) / 3)
    var best: (distance: Int, name: String)?
    var isAlone = true
    for candidate in candidates where candidate != self {
      let other = Array(candidate.unicodeScalars)
      guard abs(other.count - scalars.count) <= limit else { continue }
      let distance = Self.editDistance(scalars, other)
      guard distance <= limit, distance < Swift.max(scalars.count, other.count) else { continue }
      if let best, best.distance < distance { continue }
      isAlone = best?.distance != distance
      if let best, (best.distance, best.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best.map {
      NearestMatch(name: $0.name, isUnmistakable: isAlone && $0.distance * 4 <= scalars.count)
    }
  }

  /// The optimal string alignment distance of two texts.
  ///
  /// O(product of their lengths).
  static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return Swift.max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let isSame = left[row - 1] == right[column - 1]
        var distance = Swift.min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          distance = Swift.min(distance, beforeLast[column - 2] + 1)
        }
        current.append(distance)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}

/// The name that a misspelt one most likely meant.
public struct NearestMatch: Hashable, Sendable {
  /// The name.
  public let name: String
  /// Whether no other name is as near, and at most a quarter of the letters differ.
  public let isUnmistakable: Bool

  /// Joins a name and how sure it is.
  public init(name: String, isUnmistakable: Bool) {
    self.name = name
    self.isUnmistakable = isUnmistakable
  }
}
