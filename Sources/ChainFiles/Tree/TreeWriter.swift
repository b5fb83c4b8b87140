/// The one layout of a chain or a region file.
///
/// Keys stand in the order of the schema, suppliers by share, everything else as its author put
/// it. Maps of a few plain values and lists stand on one line where they fit in 110 columns;
/// longer texts are folded at spaces. Comments and blank lines stay with what they stand at, comments at the ends
/// of neighbouring lines are aligned, and more than one blank line in a row becomes one. Equal
/// trees give equal texts; a tree without entries gives its comments. O(n log n).
public func canonicalText(of tree: FileTree) -> String { CanonicalLayout(of: tree).text }

/// The canonical text of a tree, and the comments that stand in it.
struct CanonicalLayout {
  let text: String
  /// The comments as they were written, sorted.
  let comments: [String]

  /// Lays a tree out, whose text will have about so many bytes.
  init(of tree: FileTree, expecting byteCount: Int = 0) {
    var writer = TreeWriter(expecting: byteCount)
    writer.write(tree.head, at: 0)
    writer.write(tree.root, at: 0, in: TreePlace(rootOf: tree.kind))
    text = writer.text()
    comments = writer.comments.sorted()
  }
}

/// Writes the lines of a file.
///
/// Only lines at whose ends comments stand wait, since neighbouring ones begin in one column.
private struct TreeWriter {
  private struct Line {
    var text: String
    var comment: String
  }

  private static let width = 110
  private static let step = 2

  private var result = ""
  private var isAfterBlank = true
  private var waiting: [Line] = []
  /// The columns of dashes that the next line begins with.
  private var dashes: [Int] = []
  /// All comments.
  private(set) var comments: [String] = []

  init(expecting byteCount: Int) {
    // A long text gets an indent in every line.
    result.reserveCapacity(byteCount + byteCount / 32)
  }

  // MARK: Lines

  /// The lines as a text.
  mutating func text() -> String {
    flush()
    while result.utf8.suffix(2).elementsEqual("\n\n".utf8) { result.removeLast() }
    return result == "\n" ? "" : result
  }

  private mutating func put(_ text: String, at indent: Int, beside comment: String? = nil) {
    put(text[...], at: indent, beside: comment)
  }

  private mutating func put(_ text: Substring, at indent: Int, beside comment: String? = nil) {
    guard let comment else {
      flush()
      putIndent(indent)
      result += text
      result += "\n"
      isAfterBlank = false
      return
    }
    comments.append(comment)
    waiting.append(Line(text: takeIndent(indent) + text, comment: comment))
  }

  /// A line with nothing on it, at most one in a row and none at the top.
  private mutating func putBlank() {
    flush()
    if !isAfterBlank { result += "\n" }
    isAfterBlank = true
  }

  private mutating func putComment(_ comment: String, at indent: Int) {
    put(comment, at: indent)
    comments.append(comment)
  }

  /// Writes the lines that waited for a neighbour.
  private mutating func flush() {
    guard !waiting.isEmpty else { return }
    let column = waiting.map(\.text.columnCount).max() ?? 0
    for line in waiting {
      let gap = column - line.text.columnCount + Self.step
      result += line.text
      result += String(repeating: " ", count: gap)
      result += line.comment
      result += "\n"
    }
    waiting.removeAll(keepingCapacity: true)
    isAfterBlank = false
  }

  private mutating func putIndent(_ indent: Int) {
    result += dashes.isEmpty ? String(repeating: " ", count: indent) : takeIndent(indent)
  }

  /// The blanks before a line, with the dashes that wait for it.
  private mutating func takeIndent(_ indent: Int) -> String {
    var blanks = [UInt8](repeating: UInt8(ascii: " "), count: indent)
    for column in dashes { blanks[column] = UInt8(ascii: "-") }
    dashes.removeAll()
    return String(decoding: blanks, as: UTF8.self)
  }

  mutating func write(_ notes: [TreeLine], at indent: Int) {
    for line in notes {
      switch line {
      case .blank: putBlank()
      case .comment(let text): putComment(text, at: indent)
      }
    }
  }

  // MARK: Maps and lists

  mutating func write(_ map: TreeMap, at indent: Int, in place: TreePlace) {
    for entry in place.ordered(map.entries) {
      write(entry.notes.above, at: indent)
      write(
        entry.value, after: ScalarForm.key(entry.key, in: .block) + ":", at: indent,
        in: place.value(of: entry.key), beside: entry.notes.beside)
    }
    write(map.below, at: indent)
  }

  private mutating func write(_ list: TreeList, at indent: Int, in place: TreePlace) {
    for item in list.items {
      write(item.notes.above, at: indent)
      writeItem(item.value, at: indent, in: place.item, beside: item.notes.beside)
    }
    write(list.below, at: indent)
  }

  /// An item whose further lines stand below its first.
  private mutating func writeItem(
    _ value: TreeValue, at indent: Int, in place: TreePlace, beside comment: String?
  ) {
    guard value.isNested, !mayStandOnOneLine(value, in: place) else {
      return write(value, after: "-", at: indent, in: place, beside: comment)
    }
    // The line of the dash belongs to what comes first inside, so comments go above it.
    if let comment { putComment(comment, at: indent) }
    var value = value
    write(value.removeFirstNotes(), at: indent)
    dashes.append(indent)
    switch value {
    case .map(let map): write(map, at: indent + Self.step, in: place)
    case .list(let list): write(list, at: indent + Self.step, in: place)
    case .blank, .scalar: break
    }
  }

  /// A value after its key or its dash.
  private mutating func write(
    _ value: TreeValue, after opening: String, at indent: Int, in place: TreePlace,
    beside comment: String?
  ) {
    switch value {
    case .blank: put(opening, at: indent, beside: comment)
    case .scalar(let scalar):
      write(scalar, after: opening, at: indent, in: place, beside: comment)
    case .map(let map):
      if let line = oneLine(value, after: opening, at: indent, in: place) {
        put(line, at: indent, beside: comment)
      } else {
        put(opening, at: indent, beside: comment)
        write(map, at: indent + Self.step, in: place)
      }
    case .list(let list):
      if let line = oneLine(value, after: opening, at: indent, in: place) {
        put(line, at: indent, beside: comment)
      } else {
        put(opening, at: indent, beside: comment)
        write(list, at: indent + Self.step, in: place)
      }
    }
  }

  private func fits(_ text: String, at indent: Int) -> Bool {
    // Most lines are short, no character takes more columns than bytes, and none has more than four.
    if indent + text.utf8.count <= Self.width { return true }
    return text.utf8.count <= 4 * Self.width && indent + text.columnCount <= Self.width
  }

  /// A map or a list on the line of its key; `nil` where it may not stand there or does not fit.
  ///
  /// O(width) where it may stand there, however long it is.
  private func oneLine(
    _ value: TreeValue, after opening: String, at indent: Int, in place: TreePlace
  ) -> String? {
    guard mayStandOnOneLine(value, in: place) else { return nil }
    var line = opening + " "
    guard append(value, in: place, to: &line), !value.isNested || fits(line, at: indent) else {
      return nil
    }
    return line
  }

  /// Whether a value holds neither comments nor texts of several lines, nor maps but where a map of
  /// plain values stands on one line.
  private func mayStandOnOneLine(_ value: TreeValue, in place: TreePlace) -> Bool {
    switch value {
    case .blank: true
    case .scalar(let scalar): !scalar.text.holds(UInt8(ascii: "\n"))
    case .map(let map):
      (place.isOneLine || map.entries.isEmpty) && !map.below.hasComment
        && map.entries.allSatisfy { entry in
          if case .map = entry.value { return false }
          return !entry.notes.hasComment
            && mayStandOnOneLine(entry.value, in: place.value(of: entry.key))
        }
    case .list(let list):
      !list.below.hasComment
        && list.items.allSatisfy { item in
          guard case .scalar = item.value, !item.notes.hasComment else { return false }
          return mayStandOnOneLine(item.value, in: place.item)
        }
    }
  }

  /// Adds a value that may stand on one line to a line; `false` where that is longer than any.
  private func append(_ value: TreeValue, in place: TreePlace, to line: inout String) -> Bool {
    switch value {
    case .blank: return true
    case .scalar(let scalar):
      line += ScalarForm.line(scalar, place.quoting, in: .flow)
      return true
    case .map(let map):
      guard map.entries.count < Self.width else { return false }
      line += "{"
      for (index, entry) in place.ordered(map.entries).enumerated() {
        line += (index > 0 ? ", " : "") + ScalarForm.key(entry.key, in: .flow) + ": "
        guard append(entry.value, in: place.value(of: entry.key), to: &line) else { return false }
      }
      line += "}"
    case .list(let list):
      guard list.items.count < Self.width else { return false }
      line += "["
      for (index, item) in list.items.enumerated() {
        if index > 0 { line += ", " }
        guard append(item.value, in: place.item, to: &line) else { return false }
      }
      line += "]"
    }
    return true
  }

  // MARK: Scalars

  private mutating func write(
    _ scalar: TreeScalar, after opening: String, at indent: Int, in place: TreePlace,
    beside comment: String?
  ) {
    if scalar.text.holds(UInt8(ascii: "\n")), let block = TextBlock(scalar.text) {
      put(opening + " " + block.indicator, at: indent, beside: comment)
      for line in block.lines {
        for folded in block.isFolded ? fold(line, at: indent + Self.step) : [line] {
          if folded.isEmpty {
            putBlank()
          } else {
            put(folded, at: indent + Self.step)
          }
        }
      }
      return
    }
    let line = opening + " " + ScalarForm.line(scalar, place.quoting, in: .block)
    guard !fits(line, at: indent) else { return put(line, at: indent, beside: comment) }
    let folded = fold(line[...], at: indent, after: opening.utf8.count + 1)
    for (index, text) in folded.enumerated() {
      put(
        text, at: index == 0 ? indent : indent + Self.step,
        beside: index == folded.count - 1 ? comment : nil)
    }
  }

  private func fold(_ line: Substring, at indent: Int, after opening: Int = 0) -> [Substring] {
    LineFolding(width: Self.width, indent: indent, step: Self.step).parts(of: line, after: opening)
  }
}

extension TreeValue {
  /// Whether there are values inside.
  fileprivate var isNested: Bool {
    switch self {
    case .blank, .scalar: false
    case .map(let map): !map.entries.isEmpty
    case .list(let list): !list.items.isEmpty
    }
  }

  /// Takes away the lines above the first value inside, however deep it stands.
  fileprivate mutating func removeFirstNotes() -> [TreeLine] {
    switch self {
    case .map(var map) where !map.entries.isEmpty:
      let lines = map.entries[0].notes.above
      map.entries[0].notes.above = []
      self = .map(map)
      return lines
    case .list(var list) where !list.items.isEmpty:
      var lines = list.items[0].notes.above
      list.items[0].notes.above = []
      if list.items[0].value.isNested {
        lines += list.items[0].notes.beside.map { [.comment($0)] } ?? []
        list.items[0].notes.beside = nil
        lines += list.items[0].value.removeFirstNotes()
      }
      self = .list(list)
      return lines
    case .blank, .scalar, .map, .list: return []
    }
  }
}
