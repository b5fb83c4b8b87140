public import Diagnostics
public import IndustryChain

/// What may be written at a position of a file, and over which stretch.
public struct CompletionPlace: Sendable {
  /// What may be written.
  public enum Candidates: Sendable {
    /// The name of something that files of the workspace define.
    case names(NameKind)
    /// A key of a map, or a column of a table, with what it holds.
    case keys([Key])
    /// One of some words.
    case words([String])
  }

  /// A key that may be written.
  public struct Key: Hashable, Sendable {
    /// The key as it stands in files.
    public let name: String
    /// What it holds.
    public let meaning: LocalizedText
    /// A line as an author would write it.
    public let example: String?
  }

  /// What may be written.
  public let candidates: Candidates
  /// The word that goes when something is chosen.
  public let word: SourceRange
  /// Whether what is chosen stands before a colon.
  public let isKey: Bool

  /// Looks at a position of a chain or a region file; `nil` where nothing can be proposed.
  ///
  /// O(length before the position).
  public init?(at position: SourcePosition, in text: String, of file: FileSchema) {
    guard let place = YAMLPlace(at: position, in: text) else { return nil }
    var expected = Expected.object(file.keys)
    for key in place.path {
      guard let next = expected.value(of: key) else { return nil }
      expected = next
    }
    if let key = place.key {
      guard let value = expected.value(of: key), let candidates = value.candidatesAsValue
      else { return nil }
      self.candidates = candidates
      isKey = false
    } else {
      guard let candidates = expected.candidatesInside else { return nil }
      self.candidates = candidates
      isKey = expected.isMap
    }
    word = place.word
  }

  /// Looks at a position of a firm table.
  ///
  /// O(length).
  public init?(at position: SourcePosition, inFirmTable file: SourceFile) {
    self.init(at: position, in: file, of: FirmColumn.self) { column in
      switch column {
      case .link: .names(.link)
      case .firm, .partners: .names(.firm)
      case .grade: .words(Grade.words)
      case .count: .words(["several", "若干"])
      case .negotiating, .signed, .building, .operating, .closed: .words(["yes", "是"])
      default: nil
      }
    }
  }

  /// Looks at a position of a table of peers.
  ///
  /// O(length).
  public init?(at position: SourcePosition, inPeerTable file: SourceFile) {
    self.init(at: position, in: file, of: PeerColumn.self) { column in
      switch column {
      case .link: .names(.link)
      case .grade: .words(Grade.words)
      case .firms: .words(["several", "若干"])
      default: nil
      }
    }
  }

  private init?<Column: TableColumn>(
    at position: SourcePosition, in file: SourceFile, of _: Column.Type,
    candidates: (Column) -> Candidates?
  ) {
    let rows = CSVTable(file).rows
    guard let header = rows.first,
      let row = rows.first(where: { row in
        row.first.map { $0.range.start <= position } == true
          && row.last.map { position <= $0.range.end } == true
      }),
      let place = row.firstIndex(where: { position <= $0.range.end }),
      row[place].range.start.line == row[place].range.end.line
    else { return nil }
    isKey = false
    if row.first?.range == header.first?.range {
      word = row[place].range
      self.candidates = .keys(
        Column.allCases.map { column in
          Key(
            name: column.rawValue,
            meaning: LocalizedText(chinese: column.chineseNames.first), example: nil)
        })
      return
    }
    guard header.indices.contains(place),
      let column = Column.byName[header[place].value.halfWidth.lowercased()],
      let candidates = candidates(column)
    else { return nil }
    self.candidates = candidates
    word = Self.item(of: row[place], at: position, in: file)
  }

  /// The item of a cell with several that a position touches.
  private static func item(
    of cell: Located<String>, at position: SourcePosition, in file: SourceFile
  ) -> SourceRange {
    let line = Array((LineTable(file.text)[position.line] ?? "").unicodeScalars)
    func ends(_ scalar: Unicode.Scalar) -> Bool {
      scalar == ";" || scalar == "；" || scalar == "\"" || scalar == " "
    }
    let cursor = min(position.column - 1, line.count)
    var start = cursor
    while start > cell.range.start.column - 1, !ends(line[start - 1]) { start -= 1 }
    var end = cursor
    while end < min(cell.range.end.column - 1, line.count), !ends(line[end]) { end += 1 }
    return SourceRange(line: position.line, column: start + 1, length: end - start)
  }
}

/// What the schema expects at a place.
private enum Expected {
  case object(ObjectSchema)
  case value(ValueType, KeySchema)

  /// What it expects under a key, `nil` where there can be none of that name.
  func value(of key: String) -> Expected? {
    switch self {
    case .object(let schema):
      return schema.keys.first { $0.key == key }.map { .value($0.type, $0) }
    case .value(.object(let schema), _): return Expected.object(schema).value(of: key)
    case .value(.table(let entry), let owner): return .value(entry, owner)
    case .value(.text, _): return Expected.object(.text).value(of: key)
    case .value(.share, let owner), .value(.money, let owner), .value(.number, let owner):
      return owner.numbers.map.flatMap { Expected.object($0).value(of: key) }
    case .value: return nil
    }
  }

  /// Whether its inside is written as keys and values.
  var isMap: Bool {
    switch self {
    case .object: true
    case .value(.list, _), .value(.range, _): false
    case .value: true
    }
  }

  /// What may be written directly after its colon.
  var candidatesAsValue: CompletionPlace.Candidates? {
    guard case .value(let type, let owner) = self else { return nil }
    switch type {
    case .choice(let words): return .words(words)
    case .flag: return .words(["true", "false"])
    case .link, .id: return owner.names.map { .names($0) }
    case .list(let item): return Expected.value(item, owner).candidatesAsValue
    default: return nil
    }
  }

  /// What may be written as one of its keys or items.
  var candidatesInside: CompletionPlace.Candidates? {
    switch self {
    case .object(let schema): return .keys(schema.keys.map(\.proposal))
    case .value(.object(let schema), _): return .keys(schema.keys.map(\.proposal))
    case .value(.table, let owner) where owner.keyNames == .rule:
      return .keys(Rule.allCases.map(\.proposal))
    case .value(.table, let owner): return owner.keyNames.map { .names($0) }
    case .value(.text, _): return .keys(ObjectSchema.text.keys.map(\.proposal))
    case .value(.share, let owner), .value(.money, let owner), .value(.number, let owner):
      return owner.numbers.map.map { .keys($0.keys.map(\.proposal)) }
    case .value(.list(let item), let owner):
      return Expected.value(item, owner).candidatesAsValue
    default: return nil
    }
  }
}

extension Rule {
  fileprivate var proposal: CompletionPlace.Key {
    CompletionPlace.Key(name: rawValue, meaning: summary, example: nil)
  }
}

extension KeySchema {
  fileprivate var proposal: CompletionPlace.Key {
    CompletionPlace.Key(
      name: key, meaning: LocalizedText(english: english, chinese: chinese), example: example)
  }
}
