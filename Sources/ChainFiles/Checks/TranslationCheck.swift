import Diagnostics
import IndustryChain

/// Finds names that stand in one language only.
enum TranslationCheck {
  /// A name and where it stands.
  struct Name {
    let text: LocalizedText
    let range: SourceRange
  }

  /// One finding a file, with every such name.
  ///
  /// O(names).
  static func finding(among names: some Sequence<Name>, in file: SourceFile) -> Diagnostic? {
    let halves = names.lazy
      .map { Name(text: $0.text.withoutPlaceholder, range: $0.range) }
      .filter { isHalf($0.text) }
    let found = Array(halves)
    return found.isEmpty ? nil : .missingTranslation(found, in: file)
  }

  /// Whether a name stands in one language only.
  static func isHalf(_ name: LocalizedText) -> Bool {
    (name.english == nil) != (name.chinese == nil || name.hasPlaceholder)
  }
}

extension LocalizedText {
  /// Whether the Chinese name only holds the place of one.
  fileprivate var hasPlaceholder: Bool {
    // The first byte of the bracket, which few names have.
    chinese.map { $0.utf8.contains(0xEF) && $0.contains(StartingFile.noChineseName) } ?? false
  }

  /// The text without a Chinese name that only holds the place of one.
  fileprivate var withoutPlaceholder: Self {
    hasPlaceholder ? Self(english: english, chinese: nil) : self
  }
}

extension Diagnostic {
  static func missingTranslation(
    _ names: [TranslationCheck.Name], in file: SourceFile
  ) -> Self {
    let count = names.count
    return Self(
      .missingTranslation, at: .init(file: file, range: names.first?.range),
      count == 1
        ? "a name stands in one language only" : "\(count) names stand in one language only",
      "有 \(count) 个名称只有一种语言",
      notes: names.prefix(BoundedFindings.mostOfAKind).map { name in
        let text = Language.english.text(name.text).shortened
        return Note(
          "\"\(text)\" has no \(name.text.english == nil ? "English" : "Chinese")",
          "“\(text)”没有\(name.text.english == nil ? "英文" : "中文")名",
          at: .init(file: file, range: name.range))
      },
      help: LocalizedText(
        "write `{en: …, zh: …}`, or fill `name_en` and `name_zh`, so that reports read well in both",
        "写成 `{en: …, zh: …}`，表格则填 `name_en` 和 `name_zh`，两种语言的报告才都通顺"))
  }
}
