import Diagnostics
import IndustryChain

/// Finds names that stand in one language only.
enum TranslationCheck {
  private static let mostNamed = 3

  /// A name and where it stands.
  struct Name {
    let text: LocalizedText
    let range: SourceRange
  }

  /// One finding a file, with the number of such names and the first of them.
  ///
  /// O(names).
  static func finding(among names: [Name], in file: SourceFile) -> Diagnostic? {
    var count = 0
    var first: [Name] = []
    for name in names where (name.text.english == nil) != (name.text.chinese == nil) {
      count += 1
      if first.count < mostNamed { first.append(name) }
    }
    return count == 0 ? nil : .missingTranslation(first, count: count, in: file)
  }
}

extension Diagnostic {
  static func missingTranslation(
    _ names: [TranslationCheck.Name], count: Int, in file: SourceFile
  ) -> Self {
    Self(
      .missingTranslation, at: .init(file: file, range: names.first?.range),
      count == 1
        ? "a name stands in one language only" : "\(count) names stand in one language only",
      "有 \(count) 个名称只有一种语言",
      notes: names.map { name in
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
