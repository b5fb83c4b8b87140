public import IndustryChain

/// A language that people read reports in.
public enum Language: String, CaseIterable, Hashable, Sendable {
  /// 中文
  case chinese = "zh"
  /// English.
  case english = "en"

  /// One of two wordings.
  func say(_ chinese: String, _ english: String) -> String {
    self == .chinese ? chinese : english
  }

  /// A list of items as a sentence joins them.
  func list(_ items: [String]) -> String { items.joined(separator: say("、", ", ")) }

  /// Parts of one statement.
  func clauses(_ parts: [String]) -> String { parts.joined(separator: say("，", ", ")) }

  /// Two parts, the second of which says what the first is.
  func colon(_ head: String, _ rest: String) -> String { head + say("：", ": ") + rest }

  /// A count with its noun; Chinese has the measure word in the noun and no plural.
  func count(_ number: Int, _ chinese: String, _ english: String) -> String {
    say("\(number)\(chinese)", "\(number) \(english)\(number == 1 ? "" : "s")")
  }

  /// A remark behind a word.
  func remark(_ word: String, _ remark: String) -> String {
    say("\(word)（\(remark)）", "\(word) (\(remark))")
  }
}

extension LocalizedText {
  /// The wording in a language, or in the other where that one has none; empty for neither.
  public func text(in language: Language) -> String {
    switch language {
    case .chinese: chinese ?? english ?? ""
    case .english: english ?? chinese ?? ""
    }
  }
}
