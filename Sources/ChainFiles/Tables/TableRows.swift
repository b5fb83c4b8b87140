import Diagnostics
import IndustryChain

/// The columns that tables of one kind may have, found by name in any order.
protocol TableColumn: CaseIterable, Hashable, RawRepresentable<String>, Sendable
where AllCases == [Self] {
  /// The kind of table, as findings name it: "firm tables".
  static var tables: String { get }
  /// The same in Chinese.
  static var chineseTables: String { get }
  /// The Chinese names that a header may use instead; the first is the usual one.
  var chineseNames: [String] { get }
  /// Whether a table without the column cannot be read.
  var isRequired: Bool { get }
}

extension TableColumn {
  /// Every name that a header may use, with its column.
  static var byName: [String: Self] {
    var columns: [String: Self] = [:]
    for column in allCases {
      for name in [column.rawValue] + column.chineseNames { columns[name] = column }
    }
    return columns
  }
}

/// One row of a table by column; blank cells are absent.
struct TableRow<Column: TableColumn> {
  private var cells: [Column: Located<String>] = [:]
  /// Where the row begins.
  let start: SourceRange

  init(start: SourceRange) {
    self.start = start
  }

  subscript(column: Column) -> Located<String>? {
    get { cells[column] }
    set { cells[column] = newValue }
  }
}

/// The rows of a table under its header, and what is wrong with their cells as such.
struct TableRows<Column: TableColumn> {
  private(set) var rows: [TableRow<Column>] = []
  private(set) var diagnostics: [Diagnostic]

  /// Reads a table; without one of the required columns it has no rows.
  ///
  /// O(cells).
  init(_ file: SourceFile) {
    let table = CSVTable(file)
    diagnostics = table.diagnostics
    // What is no text has no header either, which says nothing new.
    guard file.firstInvalidPosition == nil else { return }
    guard let columns = columns(of: table.rows.first ?? [], in: file) else { return }
    let missing = Column.allCases.filter { $0.isRequired && !columns.contains($0) }
    guard missing.isEmpty else {
      // Only the first: a header in another script lacks all of them for one reason.
      let place = table.rows.first?.first?.range
      diagnostics += missing.prefix(1).map { .missingColumn($0, in: file, at: place) }
      return
    }
    let end = table.rows.last?.last?.range
    let endsLine = file.text.utf8.last == 0x0A || file.text.utf8.last == 0x0D
    for cells in table.rows.dropFirst() {
      if let extra = Self.extraCells(cells, after: columns.count) {
        diagnostics.append(.tooManyCells(columns.count, in: file, at: extra))
      }
      if cells.count < columns.count, let first = cells.first, let last = cells.last {
        diagnostics.append(
          .tooFewCells(
            columns.count, given: cells.count, isCutOff: cells.last?.range == end && !endsLine,
            in: file, at: SourceRange(first.range.start, to: last.range.end)))
      }
      var row = TableRow<Column>(start: cells.first?.range ?? SourceRange(line: 1, column: 1))
      for (column, cell) in zip(columns, cells) where !cell.value.isEmpty {
        if let column { row[column] = cell }
      }
      rows.append(row)
    }
  }

  /// More columns than any table for people has.
  private static var mostColumns: Int { 1000 }

  /// The column of each header cell, `nil` where it is unknown, unnamed or there already; none at all
  /// where there are too many.
  private mutating func columns(of header: [Located<String>], in file: SourceFile) -> [Column?]? {
    if header.count > Self.mostColumns {
      diagnostics.append(
        .tooManyColumns(header.count, most: Self.mostColumns, in: file, at: header.first?.range))
      return nil
    }
    let byName = Column.byName
    let present = Set(header.compactMap { byName[$0.value.halfWidth.lowercased()] })
    var seen: [Column: SourceRange] = [:]
    return header.map { cell in
      if cell.value.isEmpty { return nil }
      guard let column = byName[cell.value.halfWidth.lowercased()] else {
        diagnostics.append(.unknownColumn(cell, besides: present, in: file))
        return nil
      }
      if let first = seen[column] {
        diagnostics.append(.duplicateColumn(cell, in: file, first: first))
        return nil
      }
      seen[column] = cell.range
      return column
    }
  }

  private static func extraCells(
    _ cells: [Located<String>], after count: Int
  ) -> SourceRange? {
    let extra = cells.dropFirst(count).filter { !$0.value.isEmpty }
    guard let first = extra.first, let last = extra.last else { return nil }
    return SourceRange(first.range.start, to: last.range.end)
  }
}

extension Diagnostic {
  /// `present` are the columns that the table has already, which nobody can have meant.
  static func unknownColumn<Column: TableColumn>(
    _ cell: Located<String>, besides present: Set<Column>, in file: SourceFile
  ) -> Self {
    let candidates = Column.byName.filter { !present.contains($0.value) }.keys
    let nearest = cell.value.nearestMatch(among: candidates)
    return Self(
      .unknownColumn, at: .init(file: file, range: cell.range),
      "\(Column.tables) have no column \"\(cell.value.shortened)\"",
      "\(Column.chineseTables)没有“\(cell.value.shortened)”这一列",
      help: nearest.map { .write($0.name) }
        ?? LocalizedText(
          "use one of " + Column.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "),
          "请用以下列名之一："
            + Column.allCases.map { "`\($0.chineseNames.first ?? $0.rawValue)`" }
            .joined(separator: "、")),
      fix: .writing(nearest, for: cell, atBest: .certain))
  }

  static func tooManyColumns(
    _ count: Int, most: Int, in file: SourceFile, at range: SourceRange?
  ) -> Self {
    Self(
      .csvSyntax, at: .init(file: file, range: range),
      "the header has \(count) columns; at most \(most) are read",
      "表头有 \(count) 列，最多读取 \(most) 列",
      help: LocalizedText(
        "look whether it is the right table, and delete the columns that are not needed",
        "看看是不是选错了表，并删去不需要的列"))
  }

  static func duplicateColumn(
    _ cell: Located<String>, in file: SourceFile, first: SourceRange
  ) -> Self {
    Self(
      .duplicateColumn, at: .init(file: file, range: cell.range),
      "the column \"\(cell.value)\" stands twice", "“\(cell.value)”列出现了两次",
      notes: [.firstStandsHere(.init(file: file, range: first))],
      help: LocalizedText("delete one of them", "删去其中一列"))
  }

  static func missingColumn(
    _ column: some TableColumn, in file: SourceFile, at range: SourceRange?
  ) -> Self {
    let names = ([column.rawValue] + column.chineseNames).map { "`\($0)`" }
    return Self(
      .missingColumn, at: .init(file: file, range: range),
      "the table has no column \"\(column.rawValue)\"",
      "表里没有“\(column.chineseNames.first ?? column.rawValue)”列",
      help: LocalizedText(
        "add a column \(names.joined(separator: " or "))",
        "增加一列 \(names.joined(separator: " 或 "))"))
  }

  /// `given` is the number of cells that the row has; `isCutOff` where the file ends in the row.
  static func tooFewCells(
    _ count: Int, given: Int, isCutOff: Bool, in file: SourceFile, at range: SourceRange
  ) -> Self {
    let missing = count - given
    return Self(
      .tooFewCells, at: .init(file: file, range: range),
      "the row has fewer cells than the header's \(count)", "这一行的单元格少于表头的 \(count) 个",
      help: LocalizedText(
        "write a comma for each blank cell; if the file was cut off, save it again",
        "每个空白单元格补一个逗号；如果文件不完整，请重新保存"),
      fix: Fix(
        LocalizedText(
          "add \(missing) blank cell\(missing == 1 ? "" : "s")", "补 \(missing) 个空白单元格"),
        isCutOff ? .likely : .certain,
        edits: [
          TextEdit(
            SourceRange(range.end, to: range.end), with: String(repeating: ",", count: missing))
        ]))
  }

  static func tooManyCells(_ count: Int, in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .tooManyCells, at: .init(file: file, range: range),
      "the row has more cells than the header's \(count)", "这一行的单元格多于表头的 \(count) 个",
      help: LocalizedText(
        "put a cell that holds a comma in quotation marks", "单元格里有逗号时，整格加引号"))
  }
}
