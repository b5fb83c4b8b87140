/// Gathers values into a tree, in the order of the text.
@safe struct YAMLTreeBuilder {
  private let source: UnsafeBufferPointer<UInt8>
  /// The texts that do not stand in the source as they are, which follow its bytes.
  private var ownTexts: [UInt8] = []
  private(set) var rows: [YAMLTree.Row] = []
  private var open: [Int] = []
  /// More values than this are not to be gathered.
  let mostValues: Int

  /// How many maps and lists are open.
  var depth: Int { open.count }
  /// Whether there is no room for another value.
  var isFull: Bool { rows.count >= mostValues }

  /// A tree of texts that mostly stand in the source, which must outlive the builder.
  init(source: UnsafeBufferPointer<UInt8>) {
    unsafe self.init(source: source, byteCount: source.count)
  }

  /// A tree of texts of their own, of a source of some bytes.
  init(byteCount: Int) {
    unsafe self.init(source: UnsafeBufferPointer(start: nil, count: 0), byteCount: byteCount)
  }

  private init(source: UnsafeBufferPointer<UInt8>, byteCount: Int) {
    unsafe self.source = unsafe source
    mostValues = YAMLTree.mostValues(byteCount: byteCount)
    rows.reserveCapacity(byteCount / 8)
  }

  /// The offset of the next text of its own.
  var ownTextOffset: Int { unsafe source.count + ownTexts.count }

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
    let offset = ownTextOffset
    ownTexts.append(contentsOf: text.utf8)
    rows.append(
      YAMLTree.Row(
        kind: kind, offset: UInt32(clamping: offset),
        length: UInt32(clamping: ownTextOffset - offset), next: UInt32(clamping: rows.count + 1),
        line: UInt32(clamping: start.line), column: UInt32(clamping: start.column),
        endLine: UInt32(clamping: end.line), endColumn: UInt32(clamping: end.column)))
  }

  /// Adds a stretch of the source to a text of its own, behind a space unless it is the first.
  mutating func addToOwnText(_ stretch: Range<Int>, isFirst: Bool) {
    if !isFirst { ownTexts.append(UInt8(ascii: " ")) }
    unsafe ownTexts.append(contentsOf: UnsafeBufferPointer(rebasing: source[stretch]))
  }

  /// A text of its own that has been gathered since an offset, on several lines.
  mutating func ownScalar(
    since offset: Int, line: Int, column: Int, endLine: Int, endColumn: Int
  ) {
    scalar(
      .plain, offset: offset, length: ownTextOffset - offset, line: line, column: column,
      endColumn: endColumn)
    rows[rows.count - 1].endLine = UInt32(truncatingIfNeeded: endLine)
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
    guard unsafe source.count > 0 else { return YAMLTree(bytes: ownTexts, rows: rows) }
    // Copied last: a scanner that gives up has not paid for it.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(ownTextOffset)
    unsafe bytes.append(contentsOf: source)
    bytes.append(contentsOf: ownTexts)
    return YAMLTree(bytes: bytes, rows: rows)
  }
}
