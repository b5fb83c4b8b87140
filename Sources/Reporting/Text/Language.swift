public import IndustryChain

/// The language that a document stands in.
public enum Language: String, CaseIterable, Hashable, Sendable {
  /// Chinese, English where a name has no Chinese.
  case chinese = "zh"
  /// English, Chinese where a name has no English.
  case english = "en"

  /// A text in this language, else in the other one; empty where neither has a wording.
  public func text(_ text: LocalizedText) -> String {
    switch self {
    case .chinese: text.chinese ?? text.english ?? ""
    case .english: text.english ?? text.chinese ?? ""
    }
  }
}

extension LocalizedText {
  /// A text worded by the same rule in each language.
  init(_ word: (Wording) -> String) {
    self.init(english: word(Wording(.english)), chinese: word(Wording(.chinese)))
  }

  /// Both wordings in one line, the Chinese first, and only one where they are the same.
  var bilingual: String {
    guard let chinese, let english, chinese != english else { return chinese ?? english ?? "" }
    return chinese + " " + english
  }
}
