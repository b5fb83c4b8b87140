import YAML

extension YAMLNode {
  /// The number of a text that is digits with at most one point among them, which is how most
  /// figures are written; `nil` for any other text.
  ///
  /// Exact: up to 15 digits and the power of ten are whole numbers of a `Double`, and one division
  /// rounds once.
  var plainDecimal: Double? {
    withUTF8 { bytes in
      guard (1...16).contains(bytes.count) else { return nil }
      var mantissa: Int64 = 0
      var digitCount = 0
      var decimals: Int?
      for byte in bytes {
        if byte == UInt8(ascii: ".") {
          guard decimals == nil else { return nil }
          decimals = 0
          continue
        }
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        mantissa = mantissa * 10 + Int64(byte - UInt8(ascii: "0"))
        digitCount += 1
        if let known = decimals { decimals = known + 1 }
      }
      guard (1...15).contains(digitCount) else { return nil }
      return Double(mantissa) / Self.powersOfTen[decimals ?? 0]
    }
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
