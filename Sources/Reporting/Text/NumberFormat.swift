/// Numbers as digits, alike on every machine.
enum NumberFormat {
  /// Anything nearer to zero than this is noise of the arithmetic and shown as 0.
  private static let noise = 1e-9

  /// A number of so many significant digits without trailing zeros or exponent: `0.0123`, `1230`.
  ///
  /// `nil` for infinities and NaN, which have no digits. Never `-0`.
  static func digits(_ value: Double, significant: Int) -> String? {
    guard value.isFinite else { return nil }
    let magnitude = abs(value)
    guard magnitude >= noise else { return "0" }
    let upper = power(significant)
    var exponent = 0
    func scaled() -> Double {
      exponent >= 0 ? magnitude / power(exponent) : magnitude * power(-exponent)
    }
    while scaled() >= upper { exponent += 1 }
    while scaled() < upper / 10 { exponent -= 1 }
    var mantissa = Int(scaled().rounded())
    while mantissa % 10 == 0 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    return (value < 0 ? "-" : "") + decimal(mantissa, exponent: exponent)
  }

  /// The digits with a comma between thousands: `12,300`.
  static func grouped(_ digits: String) -> String {
    let whole = digits.prefix { $0 != "." }
    let sign = whole.hasPrefix("-") ? 1 : 0
    var grouped = ""
    for (place, digit) in whole.enumerated() {
      if place > sign, (whole.count - place) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return grouped + digits.dropFirst(whole.count)
  }

  private static func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { product, _ in product * 10 }
  }

  private static func decimal(_ mantissa: Int, exponent: Int) -> String {
    let digits = String(mantissa)
    guard exponent < 0 else { return digits + String(repeating: "0", count: exponent) }
    let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
    return padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
  }
}
