import Diagnostics
import IndustryChain

extension FileReader {
  /// Where a row of a table is from: `reported` if there is a source, else `estimate`, unless a
  /// grade is given.
  mutating func provenance(grade cell: Located<String>?, source: LocalizedText?) -> Provenance {
    guard let cell else {
      return Provenance(grade: source == nil ? .estimate : .reported, source: source)
    }
    guard let grade = Grade(rawValue: cell.value) else {
      report(.unknownValue(cell, of: Grade.words, in: file))
      return Provenance(grade: .estimate, source: source)
    }
    if grade == .reported, source == nil {
      report(.reportedWithoutSource(in: file, at: cell.range))
    }
    return Provenance(grade: grade, source: source)
  }
}

extension LocalizedText {
  /// The source that a row names; where only one cell does, its letters tell the language.
  static func source(
    _ source: String?, english: String?
  ) -> LocalizedText? {
    guard let source else { return english.map { LocalizedText(english: $0) } }
    guard let english else { return LocalizedText(guessingLanguageOf: source) }
    return LocalizedText(english: english, chinese: source)
  }
}
