import Diagnostics

/// A text that is changed piece by piece, with positions in the unit of a client.
///
/// Lines end at LF, CRLF or a lone CR. Kept as UTF-8 bytes; a change costs O(length), mostly of
/// copying.
struct DocumentText: Sendable {
  let encoding: PositionEncoding
  private(set) var bytes: [UInt8]
  /// Where each line begins.
  private var starts: [Int]

  /// A text; an empty one has one empty line.
  init(_ text: String, in encoding: PositionEncoding) {
    self.encoding = encoding
    bytes = Array(text.utf8)
    starts = Self.starts(in: bytes)
  }

  /// The text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Puts a text in the place of a stretch; what lies beyond a line's end is its end, and what lies
  /// beyond the last line is the text's.
  mutating func replace(_ range: Range, with text: String) {
    let start = offset(of: range.start)
    let end = max(start, offset(of: range.end))
    bytes.replaceSubrange(start..<end, with: text.utf8)
    starts = Self.starts(in: bytes)
  }

  /// The client's position of a place that counts lines and scalars from 1.
  func position(of place: SourcePosition) -> Position {
    let line = max(0, place.line - 1)
    guard line < starts.count else { return end }
    let scalars = scalars(ofLine: line)
    // A byte order mark is no scalar of a source file's first line.
    let mark = line == 0 && scalars.first == "\u{FEFF}" ? 1 : 0
    let before = scalars.prefix(max(0, place.column - 1 + mark))
    return Position(line: line, character: before.reduce(0) { $0 + encoding.width(of: $1) })
  }

  /// The client's stretch of one that counts lines and scalars from 1.
  func range(of range: SourceRange) -> Range {
    Range(start: position(of: range.start), end: position(of: range.end))
  }

  /// The place, lines and scalars counted from 1, of a client's position.
  func place(of position: Position) -> SourcePosition {
    guard position.line >= 0 else { return SourcePosition(line: 1, column: 1) }
    guard position.line < starts.count else { return place(of: end) }
    var units = 0
    var column = 1
    for scalar in scalars(ofLine: position.line) {
      units += encoding.width(of: scalar)
      if units > position.character { break }
      // As above, the mark is not counted.
      if position.line > 0 || column > 1 || scalar != "\u{FEFF}" { column += 1 }
    }
    return SourcePosition(line: position.line + 1, column: column)
  }

  /// The end of the text.
  var end: Position {
    let line = starts.count - 1
    let width = scalars(ofLine: line).reduce(0) { $0 + encoding.width(of: $1) }
    return Position(line: line, character: width)
  }

  /// Where the scalar at a position begins.
  private func offset(of position: Position) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < starts.count else { return bytes.count }
    var offset = starts[position.line]
    var units = 0
    for scalar in scalars(ofLine: position.line) {
      units += encoding.width(of: scalar)
      if units > position.character { break }
      offset += UTF8.width(scalar)
    }
    return offset
  }

  /// The scalars of a line without its end.
  private func scalars(ofLine line: Int) -> String.UnicodeScalarView {
    var end = line + 1 < starts.count ? starts[line + 1] : bytes.count
    while end > starts[line], bytes[end - 1] == 10 || bytes[end - 1] == 13 { end -= 1 }
    return String(decoding: bytes[starts[line]..<end], as: UTF8.self).unicodeScalars
  }

  private static func starts(in bytes: [UInt8]) -> [Int] {
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        let byte = bytes[index]
        guard byte <= 13, byte == 10 || byte == 13 else { continue }
        if byte == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { continue }
        starts.append(index + 1)
      }
    }
    return starts
  }
}
