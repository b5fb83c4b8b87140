/// Why a text is no amount.
enum AmountFlaw: Error, Hashable {
  /// It does not begin with a number that we read.
  case number
  /// It is below zero.
  case negative
  /// It is more than any such figure is.
  case tooLarge(bound: AmountBound)
  /// It has more zeros behind the point than a number can hold.
  case tooSmall
  /// It is two numbers, of which the second may have a unit.
  case range(low: String, high: String)
  /// What follows the number is no unit that we read.
  case unit(String)
}

/// What is more than any figure of a chain or a region: beyond it some zeros too many were typed,
/// or yuan where million CNY stand.
enum AmountBound: Hashable {
  /// Mu, people, MW, tonnes a day: more than any country has.
  case number
  /// About what the whole country produces in a year, in million CNY.
  case money

  var value: Double {
    switch self {
    case .number: 1e9
    case .money: 1e8
    }
  }

  /// The bound in English.
  var english: String {
    switch self {
    case .number: "1e9"
    case .money: "100 trillion CNY, 1e8 million"
    }
  }

  /// The bound in Chinese.
  var chinese: String {
    switch self {
    case .number: "10亿"
    case .money: "100万亿元（1e8 百万元）"
    }
  }
}

/// Reads numbers and money as people write them.
enum Amount {
  /// Reads a number that is at least 0: `1200`, `1,200.5`, `１２`, `1e3`.
  static func number(_ text: String) throws(AmountFlaw) -> Double {
    var plain = text
    if let number = plain.withUTF8(\.plainDecimal), number <= AmountBound.number.value {
      return number
    }
    let (digits, rest) = try split(text)
    guard rest.isEmpty else { throw .unit(rest) }
    return try value(digits, exponent: 0, atMost: .number)
  }

  /// Reads money as million CNY; a number without a unit is million CNY.
  ///
  /// `24.2亿元` is 2420, `2401.83万元` 24.0183, `3 million CNY` 3. The unit moves the decimal point
  /// before the number is read, so no digit is lost to rounding.
  static func millionCNY(_ text: String) throws(AmountFlaw) -> Double {
    let (digits, unit) = try split(text)
    guard let exponent = exponent(ofUnit: unit) else { throw .unit(unit) }
    return try value(digits, exponent: exponent, atMost: .money)
  }

  /// The share that `45%` or `45 ％` means; `nil` where the text is no percentage, or over 100.
  static func share(inPercent text: String) -> Double? {
    guard let (digits, unit) = try? split(text), unit == "%",
      let share = try? value(digits, exponent: -2, atMost: .number), share <= 1
    else { return nil }
    return share
  }

  /// The digits of a number that one of some units follows, without separators; `nil` where none does.
  static func digits(of text: String, beforeOneOf units: [String]) -> String? {
    guard let (digits, unit) = try? split(text), units.contains(unit.lowercased()),
      (try? value(digits, exponent: 0, atMost: .number)) != nil
    else { return nil }
    return digits
  }

  /// A text without the words that say that its number is not exact, as in `约60` or `3亿元左右`;
  /// `nil` where there are none.
  static func withoutHedge(_ text: String) -> String? {
    let whole = text.halfWidth.trimmed
    var rest = whole[...]
    let before = ["大约", "约为", "约", "近", "超过", "about ", "approx. ", "ca. ", "~", "≈"]
    if let word = before.first(where: { rest.hasPrefix($0) }) { rest = rest.dropFirst(word.count) }
    let behind = ["左右", "上下", "以上", "多", "余", "+"]
    if let word = behind.first(where: { rest.hasSuffix($0) }) { rest = rest.dropLast(word.count) }
    return rest.count < whole.count ? String(rest).trimmed : nil
  }

  /// The numbers of a range whose first is known: `1` and `-2亿元`.
  private static func range(from low: String, _ rest: String) -> AmountFlaw? {
    // Each number may have the unit: `10%-20%`.
    let marks = "-–—−~～至到"
    guard let mark = rest.firstIndex(where: { marks.contains($0) }) else { return nil }
    let high = String(rest[rest.index(after: mark)...]).trimmed
    guard high.first?.isASCIIDigit == true, !high.contains(where: { marks.contains($0) }),
      (try? split(high)) != nil
    else { return nil }
    return .range(low: low + String(rest[..<mark]).trimmed, high: high)
  }

  /// The number at the front, thousands separators dropped, and what follows it.
  private static func split(_ text: String) throws(AmountFlaw) -> (digits: String, rest: String) {
    let characters = Array(text.halfWidth.trimmed)
    if let first = characters.first, first == "-" || first == "−" { throw .negative }
    let end = characters.firstIndex { !$0.isASCIIDigit && $0 != "." && $0 != "," }
    var digits = String(characters[..<(end ?? characters.count)])
    var rest = String(characters[(end ?? characters.count)...])
    if let power = powerOfTen(rest) {
      digits += power
      rest = String(rest.dropFirst(power.count))
    }
    guard let plain = withoutSeparators(digits) else { throw .number }
    if let range = range(from: digits, rest) { throw range }
    return (plain, rest.trimmed)
  }

  /// `e3`, `E-6` at the front of a text, `nil` where none stands there.
  private static func powerOfTen(_ text: String) -> String? {
    var characters = Substring(text)
    guard let mark = characters.popFirst(), mark == "e" || mark == "E" else { return nil }
    let hasSign = characters.first == "-" || characters.first == "+"
    let sign = hasSign ? characters.prefix(1) : ""
    let digits = characters.dropFirst(sign.count).prefix { $0.isASCIIDigit }
    return digits.isEmpty ? nil : "e" + sign + digits
  }

  private static func withoutSeparators(_ text: String) -> String? {
    let mantissa = text.prefix { $0 != "e" }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.last?.contains(",") == false || parts.count == 1
    else { return nil }
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    guard parts.contains(where: { !$0.isEmpty }) else { return nil }
    return String(text.filter { $0 != "," })
  }

  private static func value(
    _ digits: String, exponent: Int, atMost bound: AmountBound
  ) throws(AmountFlaw) -> Double {
    let pieces = digits.split(separator: "e", maxSplits: 1)
    let power = pieces.count > 1 ? pieces[1] : "0"
    guard let mantissa = pieces.first, let written = Int(power), abs(written) < 400 else {
      throw power.hasPrefix("-") ? .tooSmall : .tooLarge(bound: bound)
    }
    guard let value = Double("\(mantissa)e\(written + exponent)"), value <= bound.value else {
      throw .tooLarge(bound: bound)
    }
    return value
  }

  /// The power of ten from a unit to million CNY, `nil` for a unit that we do not read.
  private static func exponent(ofUnit unit: String) -> Int? {
    if unit.isEmpty { return 0 }
    let words = unit.lowercased().split(whereSeparator: { $0 == " " || $0 == "\u{A0}" })
    if let first = words.first, first.utf8.allSatisfy({ $0 < 0x80 }) {
      let powers = ["thousand": 3, "million": 6, "billion": 9]
      let power = powers[String(first)]
      let currency = words.dropFirst(power == nil ? 0 : 1)
      let isCNY = currency.count == 1 && ["cny", "rmb", "yuan"].contains(currency.first)
      guard isCNY || (currency.isEmpty && power != nil) else { return nil }
      return (power ?? 0) - 6
    }
    let powers: [Character: Int] = ["十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8]
    var name = words.joined()
    if name.hasPrefix("人民币") { name.removeFirst(3) }
    if name.hasSuffix("人民币") { name.removeLast(3) }
    let hasCurrency = name.hasSuffix("元")
    if hasCurrency { name.removeLast() }
    var exponent = -6
    for character in name {
      guard let power = powers[character] else { return nil }
      exponent += power
    }
    return hasCurrency || exponent >= -2 ? exponent : nil
  }
}

extension Character {
  var isASCIIDigit: Bool {
    guard let value = asciiValue else { return false }
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(value)
  }
}
