import Diagnostics

/// What can be wrong with a single value.
extension Diagnostic {
  static func wrongType(_ node: YAMLNode, expected: String, in file: SourceFile) -> Self {
    let found =
      switch node.content {
      case .scalar(let text, _): text.isEmpty ? "nothing" : "the text \"\(text.shortened)\""
      case .mapping: "a map"
      case .sequence: "a list"
      }
    return Self(
      .wrongType, at: .init(file: file, range: node.range),
      "expected \(expected), found \(found)")
  }

  static func emptyText(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .wrongType, at: .init(file: file, range: range), "the text is empty in both languages",
      help: "write `{en: …, zh: …}` with at least one of the two")
  }

  static func unknownValue(
    _ word: Located<String>, of words: [String], in file: SourceFile
  ) -> Self {
    let help =
      if let nearest = word.value.nearest(among: words) {
        "write `\(nearest)`"
      } else {
        "use one of " + words.map { "`\($0)`" }.joined(separator: ", ")
      }
    return Self(
      .unknownValue, at: .init(file: file, range: word.range),
      "\"\(word.value.shortened)\" is none of the words that may stand here", help: help)
  }

  static func badID(_ word: Located<String>, in file: SourceFile) -> Self {
    let lowered = word.value.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 }
    let repaired = String(lowered.filter { String($0).isID || $0 == "-" })
    return Self(
      .badID, at: .init(file: file, range: word.range),
      "\"\(word.value.shortened)\" is no id: ids are lower-case letters, digits and hyphens",
      help: repaired.isID ? "write `\(repaired)`" : "write an id such as `lighter-hardware`")
  }

  static func badDay(_ word: Located<String>, in file: SourceFile) -> Self {
    Self(
      .badDate, at: .init(file: file, range: word.range),
      "\"\(word.value.shortened)\" is no day of the calendar",
      help: "write year, month and day: `2021-01-26`")
  }

  static func badNumber(_ word: Located<String>, _ flaw: AmountFlaw, in file: SourceFile) -> Self {
    let isPercentage = flaw == .unit("%") || flaw == .unit("％")
    return Self(
      .badNumber, at: .init(file: file, range: word.range),
      flaw.message(about: word.value, noun: "number"),
      help: isPercentage ? "write it as a part of one: `0.45` for 45 %" : nil)
  }

  static func badMoney(_ word: Located<String>, _ flaw: AmountFlaw, in file: SourceFile) -> Self {
    Self(
      .badMoney, at: .init(file: file, range: word.range),
      flaw.message(about: word.value, noun: "amount of money"),
      help: "write million CNY as a plain number, or `24.2亿元`, `2401.83万元`, `3 million CNY`")
  }

  static func reportedWithoutSource(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .reportedWithoutSource, at: .init(file: file, range: range),
      "what is graded \"reported\" needs a source",
      help: "add `source` with the name and the date of the source, or grade it `estimate`")
  }
}

extension AmountFlaw {
  private func article(_ noun: String) -> String {
    (noun.first.map { "aeiou".contains($0) } == true ? "an " : "a ") + noun
  }

  /// The flaw in words.
  func message(about text: String, noun: String) -> String {
    switch self {
    case .number: "\"\(text.shortened)\" is no \(noun)"
    case .negative: "\"\(text.shortened)\" is below zero"
    case .tooLarge(let bound):
      "\"\(text.shortened)\" is too large for \(article(noun)): more than \(bound)"
    case .tooSmall: "\"\(text.shortened)\" is too small for \(article(noun))"
    case .unit(let unit):
      "\"\(text.shortened)\" is no \(noun): \"\(unit.shortened)\" is no unit that is read here"
    }
  }
}

extension String {
  /// The text, cut where it is too long for a message.
  var shortened: String {
    unicodeScalars.count <= 60 ? self : String(unicodeScalars.prefix(59)) + "…"
  }
}
