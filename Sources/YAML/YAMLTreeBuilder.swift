/// Gathers values into a tree, in the order of the text.
struct YAMLTreeBuilder {
  private(set) var bytes: [UInt8]
  private(set) var rows: [YAMLTree.Row] = []
  private var open: [Int] = []
  /// More values than this are not to be gathered.
  let mostValues: Int

  /// How many maps and lists are open.
  var depth: Int { open.count }
  /// Whether there is no room for another value.
  var isFull: Bool { rows.count >= mostValues }

  init(source: UnsafeBufferPointer<UInt8>) {
    bytes = unsafe Array(source)
    mostValues = YAMLTree.mostValues(byteCount: source.count)
    rows.reserveCapacity(source.count / 8)
  }

  /// A text that stands in the source as it is, on one line.
  mutating func scalar(
    _ kind: YAMLTree.Kind, offset: Int, length: Int, line: Int, column: Int, endColumn: Int
  ) {
    let line = UInt32(truncatingIfNeeded: line)
    rows.append(
      YAMLTree.Row(
        kind: kind, offset: UInt32(truncatingIfNeeded: offset),
        length: UInt32(truncatingIfNeeded: length),
        next: UInt32(truncatingIfNeeded: rows.count + 1), line: line,
        column: UInt32(truncatingIfNeeded: column), endLine: line,
        endColumn: UInt32(truncatingIfNeeded: endColumn)))
  }

  /// A text of its own.
  mutating func scalar(_ kind: YAMLTree.Kind, text: String, from start: YAMLMark, to end: YAMLMark)
  {
    let offset = bytes.count
    bytes.append(contentsOf: text.utf8)
    rows.append(
      YAMLTree.Row(
        kind: kind, offset: UInt32(clamping: offset),
        length: UInt32(clamping: bytes.count - offset), next: UInt32(clamping: rows.count + 1),
        line: UInt32(clamping: start.line), column: UInt32(clamping: start.column),
        endLine: UInt32(clamping: end.line), endColumn: UInt32(clamping: end.column)))
  }

  /// Opens a map or a list.
  mutating func begin(_ kind: YAMLTree.Kind, line: Int, column: Int) {
    open.append(rows.count)
    scalar(kind, offset: 0, length: 0, line: line, column: column, endColumn: column + 1)
  }

  /// Closes the innermost map or list.
  mutating func end() {
    guard let index = open.popLast() else { return }
    rows[index].next = UInt32(truncatingIfNeeded: rows.count)
  }

  /// What is gathered; an empty map where the text holds nothing.
  consuming func tree() -> YAMLTree {
    if rows.isEmpty { scalar(.mapping, offset: 0, length: 0, line: 1, column: 1, endColumn: 2) }
    return YAMLTree(bytes: bytes, rows: rows)
  }
}
