import Diagnostics
import IndustryChain

/// A table of comma-separated values after RFC 4180, every cell with its place.
///
/// Lines end at LF, CRLF or CR. Cells are trimmed of blanks, full-width ones too. Rows without any
/// text are left out. A cell is a stretch of the text until somebody asks for its value.
struct CSVTable: Sendable {
  /// What is wrong with the text as a table.
  let diagnostics: [Diagnostic]
  private let contents: CSVContents

  /// Reads a file.
  ///
  /// O(length).
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - separator: What stands between cells, an ASCII character.
  init(_ file: SourceFile, separator: Unicode.Scalar = ",") {
    if let obstacle = file.obstacleToText {
      diagnostics = [obstacle]
      contents = CSVContents(bytes: [], cells: [], rowStarts: [0])
      return
    }
    let bytes = Array(file.text.utf8)
    var scanner = CSVScanner(file, separator: UInt8(ascii: separator))
    bytes.withUnsafeBufferPointer { scanner.scan($0) }
    diagnostics = scanner.diagnostics
    contents = CSVContents(bytes: bytes, cells: scanner.cells, rowStarts: scanner.rowStarts)
  }

  /// The number of rows, the header among them.
  var rowCount: Int { contents.rowStarts.count - 1 }

  /// A row; the header is the first.
  func row(_ index: Int) -> CSVRow { CSVRow(contents: contents, index: index) }

  /// The values of all rows with their places, the header first.
  ///
  /// O(length).
  var rows: [[Located<String>]] { (0..<rowCount).map { row($0).located } }
}

/// The text of a table and where its cells stand.
final class CSVContents: Sendable {
  /// A cell with its quotation marks and blanks.
  struct Stretch {
    let offset: UInt32
    let length: UInt32
    let line: Int32
    let column: Int32
  }

  let bytes: [UInt8]
  let cells: [Stretch]
  /// The first cell of each row, and the number of cells.
  let rowStarts: [Int]

  init(bytes: [UInt8], cells: [Stretch], rowStarts: [Int]) {
    self.bytes = bytes
    self.cells = cells
    self.rowStarts = rowStarts
  }
}

/// The cells of a row.
struct CSVRow: Sendable {
  fileprivate let contents: CSVContents
  fileprivate let index: Int

  /// The number of its cells, at least 1.
  var count: Int { contents.rowStarts[index + 1] - contents.rowStarts[index] }

  subscript(place: Int) -> CSVCell {
    CSVCell(contents: contents, stretch: contents.cells[contents.rowStarts[index] + place])
  }

  /// The values of its cells with their places.
  ///
  /// O(length).
  var located: [Located<String>] { (0..<count).map { self[$0].located } }

  /// From its first cell to its last.
  var range: SourceRange { SourceRange(self[0].start, to: self[count - 1].range.end) }
}

/// A cell of a table.
struct CSVCell: Sendable {
  fileprivate let contents: CSVContents
  fileprivate let stretch: CSVContents.Stretch

  /// Where it begins.
  var start: SourcePosition {
    SourcePosition(line: Int(stretch.line), column: Int(stretch.column))
  }

  /// The place of it with its quotation marks.
  ///
  /// O(length).
  var range: SourceRange {
    withBytes { bytes in
      var line = Int(stretch.line)
      var column = Int(stretch.column)
      for (index, byte) in bytes.enumerated() {
        let isCRLF =
          byte == UInt8(ascii: "\r") && index + 1 < bytes.count
          && bytes[index + 1] == UInt8(ascii: "\n")
        if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && !isCRLF) {
          (line, column) = (line + 1, 1)
        } else if byte & 0xC0 != 0x80 {
          column += 1
        }
      }
      return SourceRange(start, to: SourcePosition(line: line, column: column))
    }
  }

  /// Its text without quotation marks and blanks at its ends.
  ///
  /// O(length).
  var value: String { withUTF8 { String(decoding: $0, as: UTF8.self) } }

  /// Its text with its place.
  var located: Located<String> { Located(value: value, range: range) }

  /// Whether it holds nothing but blanks.
  var isBlank: Bool { stretch.length == 0 || withUTF8 { $0.isEmpty } }

  /// Hands the bytes of its text, without quotation marks and blanks at its ends, to a function.
  func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withBytes { $0.withCellText(body) }
  }

  private func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    contents.bytes.withUnsafeBufferPointer { bytes in
      let start = Int(stretch.offset)
      return body(UnsafeBufferPointer(rebasing: bytes[start..<start + Int(stretch.length)]))
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Hands what a cell means, without blanks at its ends, to a function.
  func withCellText<Result>(_ body: (Self) -> Result) -> Result {
    first == UInt8(ascii: "\"")
      ? unquoted.withUnsafeBufferPointer { body($0.trimmed) } : body(trimmed)
  }

  /// What a cell that begins with a quotation mark means; what stands after the closing one is kept.
  private var unquoted: [UInt8] {
    let quote = UInt8(ascii: "\"")
    var text: [UInt8] = []
    text.reserveCapacity(count)
    var index = 1
    while index < count {
      if self[index] == quote {
        guard index + 1 < count, self[index + 1] == quote else { break }
        index += 1
      }
      text.append(self[index])
      index += 1
    }
    if index + 1 < count { text += self[(index + 1)...] }
    return text
  }
}
