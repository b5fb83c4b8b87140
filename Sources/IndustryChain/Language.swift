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
