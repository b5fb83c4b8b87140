/// Numbers as people read them, without a locale, so that they are the same everywhere.
enum Numbers {
  /// Money in the unit that readers of a language think in: 亿元 and 万元, or million CNY.
  static func money(_ millionCNY: Double, in language: Language) -> String {
    guard millionCNY.isFinite else { return "—" }
    // Less than half a yuan is rounding.
    guard abs(millionCNY) >= 0.5e-6 else { return "0" }
    switch language {
    case .english: return significant(millionCNY) + " million CNY"
    case .chinese:
      // 9,999.9万 is said as 1亿.
      let isYi = (abs(millionCNY) * 100).rounded() >= 10_000
      return isYi
        ? significant(millionCNY / 100) + "亿元" : significant(millionCNY * 100) + "万元"
    }
  }

  /// A share of 1 in per cent.
  static func percent(_ share: Double) -> String {
    let value = share * 100
    // A small share is not nothing.
    return abs(value) < 1 && value != 0 ? significant(value, digits: 2) + "%" : whole(value) + "%"
  }

  /// A number of things; an estimate is rounded like one.
  static func count(_ value: Double) -> String { whole(value) }

  /// A coefficient such as a share or a content, three decimals at most.
  static func ratio(_ value: Double) -> String { decimal(value, places: 3) }

  /// A number to so many significant digits, whole digits never dropped, thousands grouped.
  static func significant(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite else { return "—" }
    guard value != 0 else { return "0" }
    var magnitude = 0
    var scaled = abs(value)
    while scaled >= 10 {
      scaled /= 10
      magnitude += 1
    }
    while scaled < 1 {
      scaled *= 10
      magnitude -= 1
    }
    return decimal(value, places: max(0, digits - 1 - magnitude))
  }

  /// A number to so many places, trailing zeros dropped, thousands grouped.
  static func decimal(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return "—" }
    let places = min(places, 9)
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 1e18 else { return String(value) }
    let units = UInt64(scaled)
    let base = UInt64(scale)
    var fraction = String(units % base)
    fraction = String(repeating: "0", count: max(0, places - fraction.count)) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = value < 0 && units != 0 ? "-" : ""
    return sign + grouped(units / base) + (fraction.isEmpty || places == 0 ? "" : "." + fraction)
  }

  private static func whole(_ value: Double) -> String { decimal(value, places: 0) }

  private static func grouped(_ value: UInt64) -> String {
    let digits = Array(String(value))
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
