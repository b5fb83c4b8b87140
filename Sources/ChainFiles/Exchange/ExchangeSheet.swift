public import Diagnostics
import IndustryChain

/// A table that somebody brings: a CSV file, or one sheet of a workbook.
///
/// A sheet is read through the CSV text that it makes, so that findings show the row; they name the
/// cell as well.
public struct ExchangeSheet: Sendable {
  /// What the table is called: the file's name without its ending, or the sheet's name.
  public let name: String
  /// The text with its path: `lighter.xlsx[links]` for a sheet.
  public let file: SourceFile
  /// The rows that hold something, the header first; cells are trimmed.
  private(set) var rows: ExchangeRows
  /// What is wrong with the text as a table.
  private(set) var diagnostics: [Diagnostic]
  /// The workbook's name, `nil` of a CSV file.
  private let workbook: String?
  /// The names that a spreadsheet has for the cells, by where they begin: `B7`.
  let cellNames: CellNames

  /// Reads a CSV file; whether commas, semicolons or tabs separate its cells, its first line shows.
  ///
  /// O(length).
  public init(_ file: SourceFile) {
    let table = CSVTable(file, separator: Self.separator(of: file.text))
    let stem = file.name.lastIndex(of: ".").map { String(file.name[..<$0]) } ?? file.name
    self.init(name: stem, file: file, table, cellNames: CellNames(), workbook: nil)
  }

  /// Reads a sheet of a workbook.
  ///
  /// - Parameters:
  ///   - name: What stands on the tab.
  ///   - path: The workbook's path.
  ///   - cells: The texts of the rows from the first; blank ones are empty.
  public init(name: String, path: String, cells: [[String]]) {
    var text = ""
    var names = CellNames()
    var line = 1
    for row in cells {
      names.beginRow()
      var column = 1
      var breakCount = 0
      for (index, cell) in row.enumerated() {
        if index > 0 {
          text += ","
          column += 1
        }
        names.append(SourcePosition(line: line + breakCount, column: column))
        let encoded = CSVText.cell(cell)
        text += encoded
        for byte in encoded.utf8 where byte & 0xC0 != 0x80 {
          column += 1
          if byte == UInt8(ascii: "\n") { (breakCount, column) = (breakCount + 1, 1) }
        }
      }
      text += "\n"
      line += breakCount + 1
    }
    let file = SourceFile(path: "\(path)[\(name)]", text: text)
    self.init(
      name: name, file: file, CSVTable(file), cellNames: names,
      workbook: path.split(separator: "/").last.map(String.init) ?? path)
  }

  private init(
    name: String, file: SourceFile, _ table: CSVTable, cellNames: CellNames, workbook: String?
  ) {
    self.name = name
    self.file = file
    self.cellNames = cellNames
    self.workbook = workbook
    rows = ExchangeRows(table)
    diagnostics = table.diagnostics.filter { $0.id != Rule.controlCharacter.id }
    guard diagnostics.count < table.diagnostics.count else { return }
    for row in 0..<table.rowCount {
      for cell in table.row(row).located {
        guard let character = cell.value.firstControlCharacter else { continue }
        diagnostics.append(controlCharacter(character, in: cell))
      }
    }
  }

  /// The sheet from the row on that a function takes for its header, where that is one of the first;
  /// a title or a date above it is told and left aside.
  func from(header isHeader: ([String]) -> Bool) -> Self {
    let first = rows.prefix(20).firstIndex { isHeader($0.map(\.value)) }
    guard let first, first > 0 else { return self }
    var sheet = self
    sheet.rows.removeFirst(first)
    sheet.diagnostics += rows.prefix(first).map { row in
      let some = row.first { !$0.value.isEmpty }?.value.shortened ?? ""
      return finding(
        .leftOut, row.first?.range, "the row \"\(some)\" above the header is not read",
        "表头上方的“\(some)”一行未读取")
    }
    return sheet
  }

  /// The finding that no file may hold what a cell does.
  private func controlCharacter(
    _ character: Unicode.Scalar, in cell: Located<String>
  ) -> Diagnostic {
    finding(
      .unmappedValue, cell.range,
      "the cell holds the control character \(character.codePoint), and is not imported",
      "单元格里有控制字符 \(character.codePoint)，未导入",
      help: (
        "delete the character; it often comes from a copied document",
        "请删去这个字符；多半是从其他文档复制时带进来的"
      ))
  }

  /// A place in the table.
  func location(_ range: SourceRange?) -> Diagnostic.Location { .init(file: file, range: range) }

  /// The note that tells the cell's name; empty in a CSV file.
  func cellNote(_ range: SourceRange?) -> [Diagnostic.Note] {
    guard let workbook, let cell = range.flatMap({ cellNames.name(at: $0.start) }) else {
      return []
    }
    let place = "\(workbook) › \(name) › \(cell)"
    return [Diagnostic.Note(.init(english: "in the cell \(place)", chinese: "位于 \(place)"))]
  }

  /// A finding at a cell.
  func finding(
    _ rule: ImportRule, _ range: SourceRange?, _ english: String, _ chinese: String,
    help: (english: String, chinese: String)? = nil
  ) -> Diagnostic {
    Diagnostic(
      rule, at: location(range), english, chinese, notes: cellNote(range),
      help: help.map { .init(english: $0.english, chinese: $0.chinese) })
  }

  /// The sign that most often stands in the first line that has one, outside of quotation marks: a
  /// title may stand above the table.
  static func separator(of text: String) -> Unicode.Scalar {
    var counts: [Unicode.Scalar: Int] = [:]
    var isQuoted = false
    for scalar in text.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if scalar == "\n" || scalar == "\r" {
        if counts.isEmpty { continue }
        break
      }
      if ",;\t".unicodeScalars.contains(scalar) { counts[scalar, default: 0] += 1 }
    }
    let candidates: [Unicode.Scalar] = [",", ";", "\t"]
    return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? ","
  }
}

/// CSV after RFC 4180.
enum CSVText {
  /// Rows as a file's text.
  static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(cell).joined(separator: ",") + "\n" }.joined()
  }

  /// A cell, in quotation marks where it must.
  static func cell(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
