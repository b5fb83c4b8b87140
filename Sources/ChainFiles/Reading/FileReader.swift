import Diagnostics
import IndustryChain
import YAML

/// Reads the values of one file against the schema and collects what is wrong with them.
///
/// A value that cannot be read gives `nil` and a finding, and reading goes on.
struct FileReader {
  let file: SourceFile
  private var findings = BoundedFindings()
  /// What is wrong with the values.
  var diagnostics: [Diagnostic] { findings.all }
  /// How many unknown keys are still told; a file with more is something else than a chain.
  private var unknownKeysLeft = 1000
  /// What a figure that gives no grade and no source has.
  var defaultProvenance = Provenance(grade: .estimate, source: nil)
  /// What its figures rest on.
  private(set) var evidence = FigureEvidence()
  /// The lines of the file, for fixes that must see what stands beside a value.
  lazy var lines = LineTable(file.text)

  init(_ file: SourceFile) {
    self.file = file
  }

  mutating func report(_ diagnostic: Diagnostic) {
    findings.append(diagnostic)
  }

  /// Remembers what a figure rests on.
  mutating func note(_ provenance: Provenance, at range: SourceRange) {
    evidence.take(provenance, at: range)
  }

  func location(_ range: SourceRange) -> Diagnostic.Location {
    Diagnostic.Location(file: file, range: range)
  }
}

extension FileReader {
  /// An object whose keys the schema lists; unknown, missing and duplicate keys are reported.
  ///
  /// `owner` is where missing keys are reported, the key that the object belongs to.
  mutating func object(
    _ node: YAMLNode, _ schema: ObjectSchema, owner: SourceRange? = nil
  ) -> YAMLObject? {
    var object = YAMLObject(schema, of: node)
    guard node.kind == .mapping else {
      if !node.isBlank {
        report(
          .noMap(node, expected: LocalizedText(schema.noun, schema.chineseNoun), in: file))
        return nil
      }
      reportMissingKeys(of: object, at: owner ?? node.range)
      return object
    }
    var present: Set<String>?
    var values = node.keysAndValues
    var next = 0
    while let key = values.next(), let value = values.next() {
      guard let index = schema.index(of: key, expecting: next) else {
        guard unknownKeysLeft > 0 else { continue }
        unknownKeysLeft -= 1
        // Once an object: hostile files have objects of nothing but unknown keys.
        let known = present ?? Set(node.pairs.map(\.key.value))
        present = known
        report(.unknownKey(key.located, of: schema, besides: known, in: file))
        continue
      }
      next = index + 1
      if let first = object.put(key, value, at: index) {
        report(.duplicateKey(key.text, in: file, at: key.range, first: first))
      }
    }
    reportMissingKeys(of: object, at: owner ?? node.range)
    return object
  }

  private mutating func reportMissingKeys(of object: YAMLObject, at owner: SourceRange) {
    var required = object.schema.required
    while required != 0 {
      let index = required.trailingZeroBitCount
      required &= required - 1
      guard object.value(at: index) == nil else { continue }
      let key = object.schema.keys[index]
      let range = object.range(of: key.key) ?? owner
      report(.missingKey(key, of: object.schema, in: file, at: range))
    }
  }

  /// The entries of a map without duplicates; none, and a finding, for anything else.
  mutating func table(
    _ node: YAMLNode, expected: @autoclosure () -> LocalizedText,
    example: @autoclosure () -> String? = nil,
    duplicate: (String, SourceFile, SourceRange, SourceRange) -> Diagnostic = {
      .duplicateKey($0, in: $1, at: $2, first: $3)
    }
  ) -> YAMLNode.Pairs {
    let pairs = node.pairs
    guard node.kind == .mapping else {
      if !node.isBlank { report(.noMap(node, expected: expected(), example: example(), in: file)) }
      return pairs
    }
    guard node.hasDuplicateKeys else { return pairs }
    var first: [String: SourceRange] = [:]
    var repetitions: Set<Int> = []
    for pair in pairs {
      let key = pair.key
      if let earlier = first[key.value] {
        report(duplicate(key.value, file, key.range, earlier))
        repetitions.insert(pair.keyNode.position)
      } else {
        first[key.value] = key.range
      }
    }
    return pairs.omitting(repetitions)
  }

  /// The items of a list; a single value counts as a list of one.
  mutating func list(_ node: YAMLNode) -> [YAMLNode] {
    switch node.kind {
    case .sequence: return Array(node.items)
    case .plain, .quoted: return [node]
    case .mapping:
      report(.wrongType(node, expected: LocalizedText("a list", "列表"), in: file))
      return []
    }
  }

  /// A text without line breaks at its ends.
  mutating func word(
    _ node: YAMLNode, expected: @autoclosure () -> LocalizedText = ValueType.word.words
  ) -> Located<String>? {
    guard node.isScalar else {
      report(.wrongType(node, expected: expected(), in: file))
      return nil
    }
    if node.kind == .quoted { refuseControlCharacters(in: node.text, at: node.range) }
    return Located(value: node.trimmedText, range: node.range)
  }

  /// A text in one or both languages.
  mutating func text(_ node: YAMLNode) -> LocalizedText? {
    switch node.kind {
    case .plain, .quoted:
      if node.kind == .quoted { refuseControlCharacters(in: node.text, at: node.range) }
      return LocalizedText(guessingLanguageOf: node.trimmedText)
    case .sequence:
      report(.wrongType(node, expected: ValueType.text.words, in: file))
      return nil
    case .mapping:
      guard let object = object(node, .text) else { return nil }
      let text = LocalizedText(
        english: object.value(at: TextKey.english).flatMap { word($0)?.value },
        chinese: object.value(at: TextKey.chinese).flatMap { word($0)?.value })
      if text.isEmpty { report(.emptyText(in: file, at: node.range)) }
      return text
    }
  }

  /// Reports the first character that no text needs; only escapes in quotes can bring one in.
  private mutating func refuseControlCharacters(in text: String, at range: SourceRange) {
    if let character = text.firstControlCharacter {
      report(.controlCharacter(character, in: file, at: range))
    }
  }

  /// `true` or `false`.
  mutating func flag(_ node: YAMLNode) -> Bool? {
    guard node.kind == .plain, let flag = Bool(node.text) else {
      report(.noFlag(node, in: file))
      return nil
    }
    return flag
  }

  /// One of the spellings of an enumeration.
  mutating func choice<Choice>(_ node: YAMLNode, _ type: Choice.Type) -> Choice?
  where Choice: CaseIterable & RawRepresentable<String> {
    guard let word = word(node, expected: ValueType.choice(Choice.words).words) else { return nil }
    if let choice = Choice(rawValue: word.value) { return choice }
    report(.unknownValue(word, of: Choice.words, in: file))
    return nil
  }

  /// A name after the grammar of ids; a breach is reported and the text returned all the same, so
  /// that what refers to it is not reported too.
  mutating func id(_ word: Located<String>, inShortRow isInShortRow: Bool = false) -> String {
    if !word.value.isID { report(.badID(word, inShortRow: isInShortRow, in: file)) }
    return word.value
  }

  /// A year, a month or a day.
  mutating func partialDate(_ node: YAMLNode) -> PartialDate? {
    guard let word = word(node, expected: ValueType.partialDate.words) else { return nil }
    if let date = PartialDate(word.value) { return date }
    report(.badPartialDate(word, in: file))
    return nil
  }

  /// A day.
  mutating func date(_ node: YAMLNode) -> CalendarDate? {
    guard let word = word(node, expected: ValueType.date.words) else { return nil }
    if let date = CalendarDate(word.value) { return date }
    report(.badDay(word, in: file))
    return nil
  }
}

/// Where the keys of a text stand in its schema.
private enum TextKey {
  static let english = ObjectSchema.text.place(of: "en")
  static let chinese = ObjectSchema.text.place(of: "zh")
}

extension String {
  /// Whether the text is lower-case letters, digits and inner hyphens, and not `null`, which says in
  /// YAML that there is nothing.
  var isID: Bool {
    withBytes { bytes in
      let hyphen = UInt8(ascii: "-")
      guard let first = bytes.first, let last = bytes.last, first != hyphen, last != hyphen else {
        return false
      }
      return bytes.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == hyphen
      }
    } && self != "null"
  }
}

extension LocalizedText {
  /// A text whose language its letters show: Chinese where it has a Chinese character.
  init(guessingLanguageOf text: String) {
    // Chinese begins at U+3400, whose first byte is 0xE3.
    let isChinese =
      text.utf8.contains { $0 >= 0xE3 }
      && text.unicodeScalars.contains { scalar in
        (0x3400...0x9FFF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
          || (0x20000...0x3FFFD).contains(scalar.value)
      }
    self.init(english: isChinese ? nil : text, chinese: isChinese ? text : nil)
  }
}
