/// Random numbers that a seed fixes, the same on every machine.
///
/// Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA
/// 2014.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in [0, 1), a multiple of 2⁻⁵³.
  ///
  /// Our own and not the standard library's, whose numbers may change with its version.
  mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A place in 0..<count, for the same reason our own: the high half of a product, whose bias of
  /// count / 2⁶⁴ no draw can show.
  mutating func nextPlace(below count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }
}
