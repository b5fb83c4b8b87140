import IndustryChain

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
