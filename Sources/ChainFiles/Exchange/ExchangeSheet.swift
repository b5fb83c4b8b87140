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
  let rows: [[Located<String>]]
  /// What is wrong with the text as a table.
  let diagnostics: [Diagnostic]
  /// The names that a spreadsheet has for the cells, by where they begin: `B7`.
  private let cellNames: CellNames

  /// Reads a CSV file; whether commas, semicolons or tabs separate its cells, its first line shows.
  ///
  /// O(length).
  public init(_ file: SourceFile) {
    let table = CSVTable(file, separator: Self.separator(of: file.text))
    let stem = file.name.lastIndex(of: ".").map { String(file.name[..<$0]) } ?? file.name
    self.init(
      name: stem, file: file, rows: table.rows, diagnostics: table.diagnostics,
      cellNames: CellNames())
  }

  /// Reads a sheet of a workbook.
  ///
  /// - Parameters:
  ///   - name: What stands on the tab.
  ///   - path: The workbook's path.
  ///   - cells: The texts of the rows from the first, with the name of each cell, which its place
  ///     gives, too; blank ones are empty.
  public init(name: String, path: String, cells: [[(text: String, name: String)]]) {
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
        let encoded = CSVText.cell(cell.text)
        text += encoded
        for scalar in encoded.unicodeScalars {
          column += 1
          if scalar == "\n" { (breakCount, column) = (breakCount + 1, 1) }
        }
      }
      text += "\n"
      line += breakCount + 1
    }
    let file = SourceFile(path: "\(path)[\(name)]", text: text)
    let table = CSVTable(file)
    self.init(
      name: name, file: file, rows: table.rows, diagnostics: table.diagnostics, cellNames: names)
  }

  private init(
    name: String, file: SourceFile, rows: [[Located<String>]], diagnostics: [Diagnostic],
    cellNames: CellNames
  ) {
    self.name = name
    self.file = file
    self.rows = rows
    self.diagnostics = diagnostics
    self.cellNames = cellNames
  }

  /// A place in the table.
  func location(_ range: SourceRange?) -> Diagnostic.Location { .init(file: file, range: range) }

  /// The note that tells the cell's name; empty in a CSV file.
  func cellNote(_ range: SourceRange?) -> [Diagnostic.Note] {
    guard let name = range.flatMap({ cellNames.name(at: $0.start) }) else { return [] }
    return [Diagnostic.Note(.init(english: "in the cell \(name)", chinese: "位于单元格 \(name)"))]
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

  /// The sign that most often stands in the first line, outside of quotation marks.
  private static func separator(of text: String) -> Unicode.Scalar {
    var counts: [Unicode.Scalar: Int] = [:]
    var isQuoted = false
    for scalar in text.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if scalar == "\n" || scalar == "\r" { break }
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

extension ExchangeSheet {
  /// The finding that formulas have worked out the values of cells, named in their order.
  public func formulaCells(_ names: [String]) -> Diagnostic {
    let some = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    return Diagnostic(
      .formulaCell, at: location(names.first.flatMap(range)),
      "\(names.count) cells hold formulas; their last values are read (\(some))",
      "有 \(names.count) 个单元格是公式，按其最近的结果读取（\(some)）",
      help: .init(english: "put the values in their places", chinese: "请改为数值"))
  }

  /// The finding that a formula was saved without its value, so that nobody knows what it says.
  public func unsavedFormula(named cell: String) -> Diagnostic {
    Diagnostic(
      id: ImportRule.formulaCell.id, severity: .error, location: location(range(of: cell)),
      message: .init(
        english: "the formula in \"\(name)\" \(cell) has no saved value",
        chinese: "“\(name)”表单元格 \(cell) 的公式没有保存结果"),
      help: .init(
        english: "open the workbook in Excel and save it, or write the value",
        chinese: "请用 Excel 打开并保存一次，或直接填写数值"))
  }

  /// The findings that rows have cells beyond the header, as a comma without quotation marks makes.
  var cellsBeyondHeader: [Diagnostic] {
    guard let width = rows.first?.count else { return [] }
    return rows.dropFirst().compactMap { row in
      let extra = row.dropFirst(width).filter { !$0.value.isEmpty }
      guard let first = extra.first else { return nil }
      let some = extra.prefix(3).map(\.value.shortened)
      return finding(
        .unmappedRow, first.range,
        "the row has more cells than the header, and is not imported whole: "
          + some.map { "\"\($0)\"" }.joined(separator: ", "),
        "此行的单元格多于表头，未完整导入：" + some.map { "“\($0)”" }.joined(separator: "、"),
        help: (
          "name the column, or put a text that holds the separator into quotation marks",
          "请补上列名；内容中含分隔符的，请加英文双引号"
        ))
    }
  }

  /// The finding that a cell holds an error of a formula.
  public func errorCell(_ value: String, named name: String) -> Diagnostic {
    Diagnostic(
      .unmappedValue, at: location(range(of: name)), "the cell \(name) holds the error \(value)",
      "单元格 \(name) 的公式出错：\(value)",
      help: .init(english: "mend the formula, or write the value", chinese: "请修正公式，或直接填写数值"))
  }

  private func range(of name: String) -> SourceRange? {
    cellNames.position(of: name).map { SourceRange($0, to: $0) }
  }

  /// The finding that a sheet is not read because only a workbook's first is; none if it is blank.
  public var leftAside: [Diagnostic] {
    guard !rows.isEmpty else { return [] }
    return [
      finding(
        .unmappedColumn, nil, "only the first table is read, not \"\(name)\"",
        "只读取第一张表，未读取“\(name)”", help: ("move it into a file of its own", "请另存为单独的文件"))
    ]
  }

  /// The findings that columns are not read: one each, or one for all where they are many.
  func unmappedColumns(
    _ heads: [Located<String>], _ english: (String) -> String, _ chinese: (String) -> String,
    help: (english: String, chinese: String)
  ) -> [Diagnostic] {
    let limit = 20
    if heads.count <= limit {
      return heads.map {
        finding(
          .unmappedColumn, $0.range, english("the column \"\($0.value.shortened)\""),
          chinese("“\($0.value.shortened)”一列"), help: help)
      }
    }
    let some = heads.prefix(limit).map { $0.value.shortened }.joined(separator: ", ")
    return [
      finding(
        .unmappedColumn, heads.first?.range, english("each of \(heads.count) columns (\(some), …)"),
        chinese("共 \(heads.count) 列（\(some)……）"), help: help)
    ]
  }

  /// The headings of columns in which something stands.
  func filledHeads(where isAsked: (Int) -> Bool) -> [Located<String>] {
    guard let header = rows.first else { return [] }
    var isFilled = [Bool](repeating: false, count: header.count)
    for row in rows.dropFirst() {
      for (place, cell) in row.prefix(header.count).enumerated() where !cell.value.isEmpty {
        isFilled[place] = true
      }
    }
    return header.indices.filter { isFilled[$0] && isAsked($0) }.map { header[$0] }
  }
}
