import IndustryChain

extension TreeValue {
  /// The text of a scalar, `nil` of anything else and of nothing.
  var word: String? {
    guard case .scalar(let scalar) = self, !scalar.isBlank else { return nil }
    return scalar.text
  }

  /// The entries of a map; none of anything else.
  var entries: [TreeEntry] {
    guard case .map(let map) = self else { return [] }
    return map.entries
  }

  /// The value of a key of a map.
  subscript(key: String) -> TreeValue? {
    guard case .map(let map) = self else { return nil }
    return map[key]
  }

  /// A text in its languages; that of a scalar is told by its letters.
  var localizedText: LocalizedText {
    if let word { return LocalizedText(guessingLanguageOf: word) }
    return LocalizedText(english: self["en"]?.word, chinese: self["zh"]?.word)
  }

  /// The texts of a list; a single one counts as a list of one.
  var words: [String] {
    guard case .list(let list) = self else { return word.map { [$0] } ?? [] }
    return list.items.compactMap(\.value.word)
  }

  /// A figure's parts as cells: the number under a name, and where it is from.
  func figureCells(_ name: String) -> [String: String] {
    if let word { return [name: word] }
    return provenanceCells().merging([name: self[name]?.word ?? ""]) { $1 }
  }

  /// Where a figure is from, as cells.
  func provenanceCells(prefix: String = "") -> [String: String] {
    let source = self["source"]?.localizedText
    return [
      "\(prefix)grade": self["grade"]?.word ?? "", "\(prefix)source_en": source?.english ?? "",
      "\(prefix)source_zh": source?.chinese ?? "",
      "\(prefix)as_of": self["as_of"]?.word ?? "",
    ]
  }

  /// Whether it is told where a figure is from.
  var hasProvenance: Bool { provenanceCells().values.contains { !$0.isEmpty } }

  /// A figure of its cells: a map only where more than the number is told; blank without either.
  static func figure(_ text: String?, _ key: String = "value", with rest: [TreeEntry]) -> Self {
    let number = text.map { TreeValue.figure($0) } ?? .blank
    guard !rest.isEmpty else { return number }
    return .map(TreeMap([TreeEntry(key, number)] + rest))
  }
}

extension SheetRows.Row {
  /// The keys that tell where a figure is from.
  func provenance(prefix: String = "") -> [TreeEntry] {
    var entries: [TreeEntry] = []
    if let grade = self["\(prefix)grade"] { entries.append(TreeEntry("grade", .text(grade))) }
    if let source = text("\(prefix)source") { entries.append(TreeEntry("source", .text(source))) }
    if let time = self["\(prefix)as_of"] { entries.append(TreeEntry("as_of", .figure(time))) }
    return entries
  }
}

extension String {
  /// The ids of a cell that holds several, separated by semicolons, commas or blanks.
  var separatedIDs: [String] {
    split { ";；,，、 \n".contains($0) }.map(String.init)
  }

  /// Whether a cell says yes.
  var isYes: Bool { ["yes", "true", "是", "1", "y"].contains(lowercased()) }

  /// Whether a cell says no.
  var isNo: Bool { ["no", "false", "否", "0", "n"].contains(lowercased()) }
}
