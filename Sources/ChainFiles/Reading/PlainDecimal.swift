extension UnsafeBufferPointer<UInt8> {
  /// The number of a text that is digits with at most one point among them, which is how most
  /// figures are written; `nil` for any other text.
  ///
  /// Exact: up to 15 digits and the power of ten are whole numbers of a `Double`, and one division
  /// rounds once.
  var plainDecimal: Double? {
    guard (1...16).contains(count) else { return nil }
    var mantissa: Int64 = 0
    var point: Int?
    for (place, byte) in enumerated() {
      let digit = byte &- UInt8(ascii: "0")
      if digit <= 9 {
        mantissa = mantissa &* 10 &+ Int64(digit)
      } else {
        guard byte == UInt8(ascii: "."), point == nil else { return nil }
        point = place
      }
    }
    let digitCount = point == nil ? count : count - 1
    guard (1...15).contains(digitCount) else { return nil }
    guard let point else { return Double(mantissa) }
    return Double(mantissa) / powersOfTen[count - 1 - point]
  }
}

private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]
