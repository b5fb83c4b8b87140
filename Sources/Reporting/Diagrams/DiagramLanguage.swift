import IndustryChain

/// The languages that a diagram's names and words stand in.
public enum DiagramLanguage: String, CaseIterable, Hashable, Sendable {
  /// Chinese, English where a name has no Chinese.
  case chinese = "zh"
  /// English, Chinese where a name has no English.
  case english = "en"
  /// Chinese with English below.
  case both

  /// The languages, the leading one first.
  var languages: [Language] {
    switch self {
    case .chinese: [.chinese]
    case .english: [.english]
    case .both: [.chinese, .english]
    }
  }

  /// The language of what stands once only, such as a state in a box.
  var leading: Language { self == .english ? .english : .chinese }
}
