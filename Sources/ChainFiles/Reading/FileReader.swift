import Diagnostics
import IndustryChain

/// Reads the values of one file against the schema and collects what is wrong with them.
///
/// A value that cannot be read gives `nil` and a finding, and reading goes on.
struct FileReader {
  let file: SourceFile
  var diagnostics: [Diagnostic] = []
  /// What a figure that gives no grade and no source has.
  var defaultProvenance = Provenance(grade: .estimate, source: nil)
  /// The lines of the file, for fixes that must see what stands beside a value.
  lazy var lines = LineTable(file.text)

  init(_ file: SourceFile) {
    self.file = file
  }

  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  func location(_ range: SourceRange) -> Diagnostic.Location {
    Diagnostic.Location(file: file, range: range)
  }
}

/// The values of an object by key; a blank value counts as absent.
struct YAMLObject {
  private let pairs: [YAMLNode.Pair]

  init(_ pairs: [YAMLNode.Pair]) {
    self.pairs = pairs
  }

  /// The value of a key, `nil` where it is absent or blank.
  ///
  /// O(keys).
  subscript(key: String) -> YAMLNode? {
    guard let value = pairs.first(where: { $0.key.value == key })?.value, !value.isBlank else {
      return nil
    }
    return value
  }

  /// Where a key stands.
  func range(of key: String) -> SourceRange? {
    pairs.first { $0.key.value == key }?.key.range
  }
}

extension FileReader {
  /// An object whose keys the schema lists; unknown, missing and duplicate keys are reported.
  ///
  /// `owner` is where missing keys are reported, the key that the object belongs to.
  mutating func object(
    _ node: YAMLNode, _ schema: ObjectSchema, owner: SourceRange? = nil
  ) -> YAMLObject? {
    guard
      let pairs = table(node, expected: LocalizedText(schema.noun, schema.chineseNoun))
    else { return nil }
    let keys = schema.keys.map(\.key)
    for pair in pairs where !keys.contains(pair.key.value) {
      let present = Set(pairs.map(\.key.value))
      report(.unknownKey(pair.key, of: schema, besides: present, in: file))
    }
    let object = YAMLObject(pairs)
    for key in schema.keys where key.isRequired && object[key.key] == nil {
      let range = object.range(of: key.key) ?? owner ?? node.range
      report(.missingKey(key, of: schema, in: file, at: range))
    }
    return object
  }

  /// The entries of a map without duplicates, `nil` and a finding for anything else.
  mutating func table(
    _ node: YAMLNode, expected: LocalizedText,
    duplicate: (String, SourceFile, SourceRange, SourceRange) -> Diagnostic = {
      .duplicateKey($0, in: $1, at: $2, first: $3)
    }
  ) -> [YAMLNode.Pair]? {
    guard case .mapping(let pairs) = node.content else {
      if node.isBlank { return [] }
      let map = LocalizedText(
        "\(Language.english.text(expected)) as a map", "键值表形式的\(Language.chinese.text(expected))")
      report(.wrongType(node, expected: map, in: file))
      return nil
    }
    var first: [String: SourceRange] = [:]
    return pairs.filter { pair in
      if let earlier = first.updateValue(pair.key.range, forKey: pair.key.value) {
        report(duplicate(pair.key.value, file, pair.key.range, earlier))
        first[pair.key.value] = earlier
        return false
      }
      return true
    }
  }

  /// The items of a list; a single value counts as a list of one.
  mutating func list(_ node: YAMLNode) -> [YAMLNode] {
    switch node.content {
    case .sequence(let items): return items
    case .scalar: return [node]
    case .mapping:
      report(.wrongType(node, expected: LocalizedText("a list", "列表"), in: file))
      return []
    }
  }

  /// A text without line breaks at its ends.
  mutating func word(_ node: YAMLNode, expected: LocalizedText = ValueType.word.words)
    -> Located<String>?
  {
    guard case .scalar(let text, _) = node.content else {
      report(.wrongType(node, expected: expected, in: file))
      return nil
    }
    return Located(value: text.trimmed, range: node.range)
  }

  /// A text in one or both languages.
  mutating func text(_ node: YAMLNode) -> LocalizedText? {
    switch node.content {
    case .scalar(let text, _): return LocalizedText(guessingLanguageOf: text.trimmed)
    case .sequence:
      report(.wrongType(node, expected: ValueType.text.words, in: file))
      return nil
    case .mapping:
      guard let object = object(node, .text) else { return nil }
      let text = LocalizedText(
        english: object["en"].flatMap { word($0)?.value },
        chinese: object["zh"].flatMap { word($0)?.value })
      if text.isEmpty { report(.emptyText(in: file, at: node.range)) }
      return text
    }
  }

  /// `true` or `false`.
  mutating func flag(_ node: YAMLNode) -> Bool? {
    guard case .scalar(let text, isPlain: true) = node.content, let flag = Bool(text) else {
      report(.wrongType(node, expected: ValueType.flag.words, in: file))
      return nil
    }
    return flag
  }

  /// One of the spellings of an enumeration.
  mutating func choice<Choice>(_ node: YAMLNode, _ type: Choice.Type) -> Choice?
  where Choice: CaseIterable & RawRepresentable<String> {
    let expected = ValueType.choice(Choice.words).words
    guard let word = word(node, expected: expected) else { return nil }
    if let choice = Choice(rawValue: word.value) { return choice }
    report(.unknownValue(word, of: Choice.words, in: file))
    return nil
  }

  /// A name after the grammar of ids; a breach is reported and the text returned all the same, so
  /// that what refers to it is not reported too.
  mutating func id(_ word: Located<String>) -> String {
    if !word.value.isID { report(.badID(word, in: file)) }
    return word.value
  }

  /// A day.
  mutating func date(_ node: YAMLNode) -> CalendarDate? {
    guard let word = word(node, expected: ValueType.date.words) else { return nil }
    if let date = CalendarDate(word.value) { return date }
    report(.badDay(word, in: file))
    return nil
  }
}

extension String {
  /// Whether the text is lower-case letters, digits and inner hyphens.
  var isID: Bool {
    guard let first = utf8.first, let last = utf8.last else { return false }
    let hyphen = UInt8(ascii: "-")
    return first != hyphen && last != hyphen
      && utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == hyphen
      }
  }
}

extension LocalizedText {
  /// A text whose language its letters show: Chinese where it has a Chinese character.
  init(guessingLanguageOf text: String) {
    let isChinese = text.unicodeScalars.contains { scalar in
      (0x3400...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
        || (0x20000...0x3FFFD).contains(scalar.value)
    }
    self.init(english: isChinese ? nil : text, chinese: isChinese ? text : nil)
  }
}
