import Diagnostics
import Testing

@testable import ChainFiles

@Suite struct CSVTableTests {
  private func table(_ text: String) -> CSVTable { CSVTable(SourceFile(path: "x.csv", text: text)) }

  @Test func `cells know their values and their places`() {
    let table = table("编号,\"a \"\"b\"\"\",　c　\r\n\r\n,,\"\"\n\"x\ny\",z")
    #expect(table.diagnostics.isEmpty)
    #expect(table.rows.map { $0.map(\.value) } == [["编号", "a \"b\"", "c"], ["x\ny", "z"]])
    #expect(
      table.rows.map { $0.map(\.range) } == [
        [
          SourceRange(line: 1, column: 1, length: 2), SourceRange(line: 1, column: 4, length: 9),
          SourceRange(line: 1, column: 14, length: 3),
        ],
        [
          SourceRange(
            SourcePosition(line: 4, column: 1), to: SourcePosition(line: 5, column: 3)),
          SourceRange(line: 5, column: 4, length: 1),
        ],
      ])
  }

  @Test func `any text is read as one that is read a character at a time`() {
    var generator = SeededGenerator(state: 11)
    let pieces = [
      "a", "企业", ",", ",", "\n", "\r\n", "\r", "\"", "\"", " ", "\t", "\u{3000}", "\u{A0}",
      "\u{200B}", "\u{FEFF}", "é", "🔋", "\u{7}", "\u{85}", "，",
    ]
    for _ in 0..<5_000 {
      let text = (0..<Int(generator.next() % 40)).map { _ in
        pieces[Int(generator.next() % UInt64(pieces.count))]
      }.joined()
      let file = SourceFile(path: "x.csv", text: text)
      let table = CSVTable(file)
      let plain = PlainTable(file.text)
      #expect(table.rows == plain.rows, "\(text.debugDescription)")
      #expect(
        table.diagnostics.compactMap(\.location?.range) == plain.flaws, "\(text.debugDescription)")
    }
  }
}

/// A table read a character at a time, to hold the quick reading against.
private struct PlainTable {
  private(set) var rows: [[Located<String>]] = []
  /// Where something is wrong.
  private(set) var flaws: [SourceRange] = []

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var column = 1

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    while index < scalars.count {
      var row: [Located<String>] = []
      repeat { row.append(cell()) } while skip(",")
      if skip("\r") { _ = skip("\n") } else { _ = skip("\n") }
      if row.contains(where: { !$0.value.isEmpty }) { rows.append(row) }
    }
  }

  private var position: SourcePosition { SourcePosition(line: line, column: column) }
  private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func next() -> Unicode.Scalar? {
    guard let scalar = peek else { return nil }
    index += 1
    column += 1
    if scalar == "\n" || (scalar == "\r" && peek != "\n") { (line, column) = (line + 1, 1) }
    return scalar
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    _ = next()
    return true
  }

  private mutating func cell() -> Located<String> {
    let start = position
    var text = String.UnicodeScalarView()
    if skip("\"") {
      var isOpen = true
      while isOpen, let scalar = next() {
        if scalar != "\"" || skip("\"") { text.append(scalar) } else { isOpen = false }
      }
      if isOpen {
        flaws.append(SourceRange(line: start.line, column: start.column, length: 1))
      }
    }
    let restStart = position
    var rest = String.UnicodeScalarView()
    while let scalar = peek, scalar != ",", scalar != "\n", scalar != "\r" {
      rest.append(scalar)
      _ = next()
    }
    if restStart != start, !String(rest).trimmed.isEmpty {
      flaws.append(SourceRange(restStart, to: position))
    }
    text.append(contentsOf: rest)
    let range = SourceRange(start, to: position)
    let value = String(text).trimmed
    if value.firstControlCharacter != nil { flaws.append(range) }
    return Located(value: value, range: range)
  }
}
