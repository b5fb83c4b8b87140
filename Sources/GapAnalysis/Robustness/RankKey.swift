/// A score and the index of its opportunity as one number: the greater ranks first.
///
/// Scores are told apart to the billionth; equal ones stand in the order of their indices
/// and share a rank.
/// Rounding makes this an order, which "closer than 10⁻⁹" would not be.
enum RankKey {
  /// Below every key.
  static let none: UInt64 = 0

  /// The key of a score of 0…1.
  @inline(__always)
  static func key(score: Double, index: Int32) -> UInt64 {
    let billionths = UInt64(UInt32(truncatingIfNeeded: Int64(score * 1e9 + 0.5)))
    return billionths << 32 | UInt64(~UInt32(bitPattern: index))
  }

  /// The index that a key was made of.
  @inline(__always)
  static func index(of key: UInt64) -> Int { Int(~UInt32(truncatingIfNeeded: key)) }

  /// The score that a key was made of, in billionths.
  @inline(__always)
  static func billionths(of key: UInt64) -> UInt64 { key >> 32 }

  /// The score that a key was made of, to the billionth.
  @inline(__always)
  static func score(of key: UInt64) -> Double { Double(key >> 32) * 1e-9 }

  /// Puts a key into its place among the best ones, which are in order; the last one falls out.
  ///
  /// - Returns: Whether the key was good enough. Linear in the number of keys kept.
  @inline(__always) @discardableResult
  static func insert(_ key: UInt64, into best: UnsafeMutableBufferPointer<UInt64>) -> Bool {
    var place = best.count - 1
    guard place >= 0, key > best[place] else { return false }
    while place > 0, best[place - 1] < key {
      best[place] = best[place - 1]
      place -= 1
    }
    best[place] = key
    return true
  }
}
