import IndustryChain

/// What the command says to a person, in both languages: there is no phrase in one of them only.
struct Phrase: Hashable, Sendable {
  let english: String
  let chinese: String

  init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  /// A text of a finding; a language that nobody has written it in shows the other one.
  init(_ text: LocalizedText) {
    self.init(Language.english.text(text), Language.chinese.text(text))
  }

  /// What is the same in every language: a name, a path, another program's own words.
  init(verbatim text: String) { self.init(text, text) }

  func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  /// The phrase as this run of the command says it.
  var text: String { text(in: .ofMessages) }

  /// One phrase right after another.
  static func + (first: Phrase, second: Phrase) -> Phrase {
    Phrase(first.english + second.english, first.chinese + second.chinese)
  }
}

extension Phrase {
  /// A choice among names: `a or b or c`, `a、b 或 c`.
  static func either(_ names: [String]) -> Phrase {
    let first = names.dropLast().joined(separator: "、")
    return Phrase(
      names.joined(separator: " or "),
      first.isEmpty ? names.joined() : first + " 或 " + (names.last ?? ""))
  }

  /// Names in a row: `a, b`, `a、b`.
  static func list(_ names: some Sequence<String>) -> Phrase {
    Phrase(names.joined(separator: ", "), names.joined(separator: "、"))
  }
}
