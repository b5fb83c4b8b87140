import Diagnostics
import IndustryChain

/// Finds where the cells of a table stand.
struct CSVScanner {
  private(set) var cells: [CSVContents.Stretch] = []
  private(set) var rowStarts: [Int] = [0]
  private(set) var diagnostics: [Diagnostic] = []

  private let file: SourceFile
  private let separator: UInt8
  private let classes: [UInt8]
  private var index = 0
  private var line = 1
  /// The byte that would stand in column 1 of this line if no character took more than one.
  private var lineOrigin = 0

  private enum ByteClass {
    /// A separator or a line end.
    static let endsCell: UInt8 = 1
    /// A letter, digit or sign, so that the cell is not blank.
    static let isText: UInt8 = 2
    /// It may be a control character, or begin one.
    static let isSuspect: UInt8 = 4
    /// It continues a character.
    static let continues: UInt8 = 128
  }

  init(_ file: SourceFile, separator: UInt8) {
    self.file = file
    self.separator = separator
    var classes = [UInt8](repeating: 0, count: 256)
    for byte in 0..<0x20 { classes[byte] = ByteClass.isSuspect }
    for byte in 0x21..<0x7F { classes[byte] = ByteClass.isText }
    for byte in 0x80..<0xC0 { classes[byte] = ByteClass.continues }
    // Blanks beyond ASCII begin with one of three bytes that letters begin with, too.
    for byte in 0xC3..<0xF5 where ![0xE2, 0xE3, 0xEF].contains(byte) {
      classes[byte] = ByteClass.isText
    }
    classes[0x7F] = ByteClass.isSuspect
    classes[0xC2] = ByteClass.isSuspect
    for byte in [separator, UInt8(ascii: "\n"), UInt8(ascii: "\r")] {
      classes[Int(byte)] = ByteClass.endsCell
    }
    self.classes = classes
  }

  private var position: SourcePosition {
    SourcePosition(line: line, column: index - lineOrigin + 1)
  }

  /// Walks over the text of the file.
  ///
  /// O(length).
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    cells.reserveCapacity(bytes.count / 12)
    while index < bytes.count {
      var hasText = false
      repeat {
        if cell(bytes) { hasText = true }
      } while skip(separator, in: bytes)
      if skip(UInt8(ascii: "\r"), in: bytes) {
        _ = skip(UInt8(ascii: "\n"), in: bytes)
        beginLine()
      } else if skip(UInt8(ascii: "\n"), in: bytes) {
        beginLine()
      }
      if hasText {
        rowStarts.append(cells.count)
      } else {
        cells.removeLast(cells.count - rowStarts[rowStarts.count - 1])
      }
    }
  }

  private mutating func beginLine() {
    line += 1
    lineOrigin = index
  }

  private mutating func skip(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// Takes a cell; whether it holds anything.
  private mutating func cell(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = index
    let place = position
    let isQuoted = skip(UInt8(ascii: "\""), in: bytes)
    var marks: UInt8 = 0
    if isQuoted {
      marks = ByteClass.isSuspect
      if !skipQuoted(bytes) { diagnostics.append(.openQuote(in: file, at: place)) }
    }
    let rest = index
    let restPlace = position
    var inner = 0
    var next = index
    classes.withUnsafeBufferPointer { classes in
      while next < bytes.count {
        let byteClass = classes[Int(bytes[next])]
        if byteClass & ByteClass.endsCell != 0 { break }
        marks |= byteClass
        inner += Int(byteClass >> 7)
        next += 1
      }
    }
    index = next
    lineOrigin += inner
    if isQuoted, !UnsafeBufferPointer(rebasing: bytes[rest..<index]).trimmed.isEmpty {
      diagnostics.append(.textAfterQuote(in: file, at: SourceRange(restPlace, to: position)))
    }
    let stretch = CSVContents.Stretch(
      offset: UInt32(clamping: start), length: UInt32(clamping: index - start),
      line: Int32(clamping: place.line), column: Int32(clamping: place.column))
    cells.append(stretch)
    // Most cells are plain, or empty.
    if marks & ByteClass.isSuspect == 0, marks & ByteClass.isText != 0 || index == start {
      return index > start
    }
    return look(atCellFrom: start, at: place, in: bytes)
  }

  /// Skips to behind the closing quotation mark; whether there is one.
  private mutating func skipQuoted(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        if !skip(UInt8(ascii: "\""), in: bytes) { return true }
      } else if byte == UInt8(ascii: "\n")
        || (byte == UInt8(ascii: "\r")
          && (index == bytes.count || bytes[index] != UInt8(ascii: "\n")))
      {
        beginLine()
      } else if byte & 0xC0 == 0x80 {
        lineOrigin += 1
      }
    }
    return false
  }

  /// Reports a control character in a cell that may hold one; whether it holds anything.
  private mutating func look(
    atCellFrom start: Int, at place: SourcePosition, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let value = UnsafeBufferPointer(rebasing: bytes[start..<index])
      .withCellText { String(decoding: $0, as: UTF8.self) }
    if let character = value.firstControlCharacter {
      diagnostics.append(
        .controlCharacter(character, in: file, at: SourceRange(place, to: position)))
    }
    return !value.isEmpty
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
