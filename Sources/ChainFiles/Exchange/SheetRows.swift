import Diagnostics
import IndustryChain

/// The rows of a sheet by the columns of a shape.
struct SheetRows {
  /// One row: its cells by column, blank ones absent.
  struct Row {
    fileprivate(set) var cells: [String: Located<String>] = [:]
    /// Where the row begins.
    let start: SourceRange

    /// The text of a cell, `nil` where it is blank.
    subscript(column: String) -> String? { cells[column]?.value }

    /// The text of two cells, in both languages.
    func text(_ column: String) -> LocalizedText? {
      let text = LocalizedText(english: self["\(column)_en"], chinese: self["\(column)_zh"])
      return text.isEmpty ? nil : text
    }
  }

  let sheet: ExchangeSheet
  private(set) var rows: [Row] = []
  private(set) var diagnostics: [Diagnostic]
  /// The keys of the columns that are there.
  private(set) var columnKeys: Set<String> = []

  /// Finds the columns of a shape in a sheet: by key, or by key and label as workbooks have them.
  ///
  /// What stands in other columns is reported.
  init(_ sheet: ExchangeSheet, as shape: ExchangeShape) {
    self.sheet = sheet
    diagnostics = sheet.diagnostics + sheet.cellsBeyondHeader
    guard let header = sheet.rows.first else { return }
    var columns: [Int: ExchangeShape.Column] = [:]
    for (place, cell) in header.enumerated() {
      guard let column = shape.column(named: cell.value) else { continue }
      if columns.values.contains(column) {
        diagnostics.append(
          sheet.finding(
            .unmappedColumn, cell.range, "the column \"\(column.key)\" stands twice",
            "“\(column.key)”一列重复出现",
            help: ("delete one of the two", "请删去其中一列")))
      } else {
        columns[place] = column
      }
    }
    if let first = shape.columns.first, !columns.values.contains(first) {
      diagnostics.append(
        sheet.finding(
          .unreadableFile, header.first?.range,
          "the table \"\(shape.key)\" has no column \"\(first.key)\"",
          "“\(shape.key)”表缺少“\(first.key)”一列",
          help: ("add the column", "请补上这一列")))
      return
    }
    columnKeys = Set(columns.values.map(\.key))
    var strangers: Set<Int> = []
    for cells in sheet.rows.dropFirst() {
      var row = Row(start: cells.first?.range ?? SourceRange(line: 1, column: 1))
      for (place, cell) in cells.prefix(header.count).enumerated() where !cell.value.isEmpty {
        if let column = columns[place] {
          row.cells[column.key] = Located(
            value: column.meaning(of: cell.value.unguarded), range: cell.range)
        } else {
          strangers.insert(place)
        }
      }
      if !row.cells.isEmpty { rows.append(row) }
    }
    diagnostics += sheet.unmappedColumns(
      strangers.sorted().map { header[$0] },
      { "\($0) has no place in our files" }, { "\($0)在文件中没有对应的内容" },
      help: (
        "delete it, or name it as one of the columns of the table \"\(shape.key)\"",
        "请删去，或改用“\(shape.key)”表的列名"
      ))
  }

  /// A finding at a cell of a row, or at its start.
  func finding(
    _ rule: ImportRule, _ row: Row, _ column: String? = nil, _ english: String, _ chinese: String,
    help: (english: String, chinese: String)? = nil
  ) -> Diagnostic {
    let range = column.flatMap { row.cells[$0]?.range } ?? row.start
    return sheet.finding(rule, range, english, chinese, help: help)
  }
}

extension ExchangeShape {
  /// The column that a heading names: its key, its label, or the key before the label.
  func column(named heading: String) -> Column? {
    let heading = Self.formerNames[heading] ?? heading
    let word = heading.halfWidth.split { $0.isWhitespace }.first.map { $0.lowercased() } ?? ""
    // A unit behind the name may be missing, as in files and in earlier exports.
    func name(_ text: String) -> String {
      text.halfWidth.replacing(Self.millionCNY.halfWidth, with: "")
    }
    return columns.first { $0.key == word }
      ?? columns.first { $0.label.chinese.map(name) == name(heading) }
  }
}

extension SheetRows {
  /// The sheets of a definition by the keys of their shapes, and what is wrong with them.
  ///
  /// What is wrong with comments is told where they are put back.
  static func byTable(
    _ sheets: [ExchangeSheet], as shapes: [ExchangeShape]
  ) -> (tables: [String: SheetRows], diagnostics: [Diagnostic]) {
    var tables: [String: SheetRows] = [:]
    var diagnostics: [Diagnostic] = []
    for shape in shapes {
      guard let sheet = sheets.first(where: { $0.key == shape.key }) else { continue }
      let rows = SheetRows(sheet, as: shape)
      tables[shape.key] = rows
      if shape != .comments { diagnostics += rows.diagnostics }
    }
    return (tables, diagnostics)
  }
}
