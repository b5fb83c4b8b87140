/// Gathers values into a tree, in the order of the text.
struct YAMLTreeBuilder {
  private(set) var bytes: [UInt8]
  private(set) var rows: [YAMLTree.Row] = []
  private var open: [Int] = []

  /// How many maps and lists are open.
  var depth: Int { open.count }

  init(source: UnsafeBufferPointer<UInt8>) {
    bytes = unsafe Array(source)
    rows.reserveCapacity(source.count / 12)
  }

  /// A text that stands in the source as it is.
  mutating func scalar(
    _ kind: YAMLTree.Kind, offset: Int, length: Int, line: Int, column: Int, endColumn: Int
  ) {
    var row = YAMLTree.Row(kind, offset: offset, length: length, line: line, column: column)
    row.endColumn = UInt32(clamping: endColumn)
    row.next = UInt32(rows.count + 1)
    rows.append(row)
  }

  /// A text of its own.
  mutating func scalar(_ kind: YAMLTree.Kind, text: String, from start: YAMLMark, to end: YAMLMark)
  {
    var row = YAMLTree.Row(
      kind, offset: bytes.count, length: text.utf8.count, line: start.line, column: start.column)
    bytes.append(contentsOf: text.utf8)
    row.endLine = UInt32(clamping: end.line)
    row.endColumn = UInt32(clamping: end.column)
    row.next = UInt32(rows.count + 1)
    rows.append(row)
  }

  /// Opens a map or a list.
  mutating func begin(_ kind: YAMLTree.Kind, line: Int, column: Int) {
    var row = YAMLTree.Row(kind, line: line, column: column)
    row.endColumn += 1
    open.append(rows.count)
    rows.append(row)
  }

  /// Closes the innermost map or list.
  mutating func end() {
    guard let index = open.popLast() else { return }
    rows[index].next = UInt32(rows.count)
  }

  /// What is gathered; an empty map where the text holds nothing.
  func tree() -> YAMLTree {
    guard rows.isEmpty else { return YAMLTree(bytes: bytes, rows: rows) }
    var row = YAMLTree.Row(.mapping, line: 1, column: 1)
    row.next = 1
    return YAMLTree(bytes: bytes, rows: [row])
  }
}
