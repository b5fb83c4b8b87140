import IndustryChain

/// The words of one language: what every document says, and how it writes numbers and dates.
struct Wording: Hashable, Sendable {
  let language: Language

  init(_ language: Language) {
    self.language = language
  }

  /// What stands where nothing is known: a blank is never a zero.
  static let blank = "—"

  func say(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  func text(_ text: LocalizedText) -> String { language.text(text) }

  /// Things named one after the other; no more than `limit` of them, and the reader is told.
  func list(_ parts: [String], limit: Int = .max) -> String {
    let shown = parts.prefix(limit).joined(separator: say("、", ", "))
    guard parts.count > limit else { return shown }
    return shown + say("等\(digits(parts.count))项", " and \(digits(parts.count - limit)) more")
  }

  /// A text in brackets behind another.
  func aside(_ text: String) -> String {
    text.isEmpty ? "" : say("（\(text)）", " (\(text))")
  }

  /// Clauses made into one sentence.
  func sentence(_ clauses: [String]) -> String {
    let joined = clauses.filter { !$0.isEmpty }.joined(separator: say("；", "; "))
    guard !joined.isEmpty else { return "" }
    return say(joined + "。", joined.prefix(1).uppercased() + joined.dropFirst() + ".")
  }

  /// What stands where there is nothing, as far as firms are known, unlike `blank`.
  var none: String { say("无", "none") }

  /// What `blank` and `none` mean where a table has both.
  var blankAndNoneNote: String {
    say(
      "“\(Self.blank)”表示未知；“\(none)”表示按已知企业没有。",
      "\(Self.blank) means unknown; \(none) means nothing, as far as firms are known.")
  }

  /// How many rows a table leaves out, and whether JSON has them.
  func notShown(_ count: Int, butInJSON isInJSON: Bool = false) -> String {
    let number = digits(count)
    return say(
      "另有\(number)项未列出\(isInJSON ? "，见 --format json" : "")。",
      "\(number) more \(count == 1 ? "is" : "are") not shown\(isInJSON ? "; see --format json" : "")."
    )
  }

  /// A whole number in a sentence, with separators: `10,000`.
  func digits(_ number: Int) -> String { NumberFormat.grouped(String(number)) }

  /// A number and what it counts, `links` for more than one of English `link`.
  func count(_ number: Int, _ chineseUnit: String, _ english: String) -> String {
    say(
      digits(number) + chineseUnit, digits(number) + " " + (number == 1 ? english : english + "s"))
  }
}

extension Wording {
  /// A plain number of three significant digits.
  func number(_ value: Double) -> String {
    NumberFormat.digits(value, significant: 3).map(NumberFormat.grouped) ?? Self.blank
  }

  /// Money: `3.2亿元`, `2,400万元`, `320 million CNY`.
  func money(_ millionCNY: Double) -> String {
    // Rounded before the unit is chosen, so that 99.99 million is one 亿 and not 10,000 万.
    guard let digits = NumberFormat.digits(millionCNY, significant: 3),
      let rounded = Double(digits)
    else { return Self.blank }
    if language == .english {
      return rounded == 0 ? "0 CNY" : NumberFormat.grouped(digits) + " million CNY"
    }
    return switch abs(rounded) {
    case 0: "0元"
    case 1_000_000...: number(rounded / 1_000_000) + "万亿元"
    case 100...: number(rounded / 100) + "亿元"
    default: number(rounded * 100) + "万元"
    }
  }

  /// Whether an amount is at least one yuan and not the noise of arithmetic.
  func isMoney(_ millionCNY: Double) -> Bool { millionCNY >= 1e-6 }

  /// Money in the unit of a table's column, which stands in its heading: 万元 or million CNY.
  func tableMoney(_ millionCNY: Double) -> String {
    number(language == .chinese ? millionCNY * 100 : millionCNY)
  }

  /// A ratio 0…1 as a percentage of two digits, three where two would round up to all of it.
  func percent(_ ratio: Double) -> String {
    let digits = ratio > 0.99 && ratio < 1 ? 3 : 2
    return (NumberFormat.digits(ratio * 100, significant: digits).map { $0 + "%" }) ?? Self.blank
  }

  func date(_ date: PartialDate) -> String {
    guard language == .chinese else { return date.description }
    return "\(date.year)年" + (date.month.map { "\($0)月" } ?? "") + (date.day.map { "\($0)日" } ?? "")
  }

  func date(_ date: CalendarDate) -> String {
    say("\(date.year)年\(date.month)月\(date.day)日", date.description)
  }
}
