import Diagnostics
import IndustryChain

/// A table of comma-separated values after RFC 4180, every cell with its place.
///
/// Lines end at LF, CRLF or CR. Cells are trimmed of blanks, full-width ones too. Rows without any
/// text are left out.
struct CSVTable {
  /// The rows, the header first.
  private(set) var rows: [[Located<String>]] = []
  /// What is wrong with the text as a table.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads a file.
  ///
  /// O(length).
  init(_ file: SourceFile, separator: Unicode.Scalar = ",") {
    if let position = file.firstInvalidPosition {
      diagnostics = [.invalidUTF8(in: file, at: position)]
      return
    }
    var cursor = Cursor(file.text)
    while !cursor.isAtEnd {
      var row: [Located<String>] = []
      repeat {
        row.append(cell(&cursor, in: file, until: separator))
      } while cursor.skip(separator)
      cursor.skipLineEnd()
      if row.contains(where: { !$0.value.isEmpty }) { rows.append(row) }
    }
  }

  private mutating func cell(
    _ cursor: inout Cursor, in file: SourceFile, until separator: Unicode.Scalar
  ) -> Located<String> {
    let start = cursor.position
    var text = String.UnicodeScalarView()
    if cursor.skip("\"") {
      var isClosed = false
      while let scalar = cursor.next() {
        if scalar != "\"" {
          text.append(scalar)
        } else if cursor.skip("\"") {
          text.append("\"")
        } else {
          isClosed = true
          break
        }
      }
      if !isClosed { diagnostics.append(.openQuote(in: file, at: start)) }
    }
    let restStart = cursor.position
    var rest = String.UnicodeScalarView()
    while let scalar = cursor.peek, scalar != separator, scalar != "\n", scalar != "\r" {
      rest.append(scalar)
      _ = cursor.next()
    }
    if restStart != start, !String(rest).trimmed.isEmpty {
      diagnostics.append(
        .textAfterQuote(in: file, at: SourceRange(restStart, to: cursor.position)))
    }
    text.append(contentsOf: rest)
    let range = SourceRange(start, to: cursor.position)
    let value = String(text).trimmed
    if let character = value.firstControlCharacter {
      diagnostics.append(.controlCharacter(character, in: file, at: range))
    }
    return Located(value: value, range: range)
  }

  /// Walks over the scalars of a text and knows the place.
  private struct Cursor {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var line = 1
    private var column = 1

    init(_ text: String) {
      scalars = Array(text.unicodeScalars)
    }

    var isAtEnd: Bool { index == scalars.count }
    var peek: Unicode.Scalar? { isAtEnd ? nil : scalars[index] }
    var position: SourcePosition { SourcePosition(line: line, column: column) }

    mutating func next() -> Unicode.Scalar? {
      guard let scalar = peek else { return nil }
      index += 1
      column += 1
      if scalar == "\n" || (scalar == "\r" && peek != "\n") {
        line += 1
        column = 1
      }
      return scalar
    }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
      guard peek == scalar else { return false }
      _ = next()
      return true
    }

    mutating func skipLineEnd() {
      if skip("\r") { _ = skip("\n") } else { _ = skip("\n") }
    }
  }
}

extension Diagnostic {
  static func openQuote(in file: SourceFile, at position: SourcePosition) -> Self {
    Self(
      .csvSyntax,
      at: .init(
        file: file,
        range: SourceRange(line: position.line, column: position.column, length: 1)),
      "the quotation mark is never closed", "引号没有闭合",
      help: LocalizedText(
        "close it, and write a quotation mark inside a quoted cell twice: `\"\"`",
        "补上引号；单元格内的引号要写两遍：`\"\"`"))
  }

  static func textAfterQuote(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .csvSyntax, at: .init(file: file, range: range),
      "text stands after the closing quotation mark", "闭合的引号后面还有文字",
      help: LocalizedText(
        "write a quotation mark inside a quoted cell twice: `\"\"`",
        "单元格内的引号要写两遍：`\"\"`"))
  }
}
