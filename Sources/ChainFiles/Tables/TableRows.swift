import Diagnostics

/// The columns that tables of one kind may have, found by name in any order.
protocol TableColumn: CaseIterable, Hashable, RawRepresentable<String>, Sendable
where AllCases == [Self] {
  /// The kind of table, as findings name it: "firm tables".
  static var tables: String { get }
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
    let columns = columns(of: table.rows.first ?? [], in: file)
    let missing = Column.allCases.filter { $0.isRequired && !columns.contains($0) }
    guard missing.isEmpty else {
      // Only the first: a header in another script lacks all of them for one reason.
      let place = table.rows.first?.first?.range
      diagnostics += missing.prefix(1).map { .missingColumn($0, in: file, at: place) }
      return
    }
    for cells in table.rows.dropFirst() {
      if let extra = Self.extraCells(cells, after: columns.count) {
        diagnostics.append(.tooManyCells(columns.count, in: file, at: extra))
      }
      if cells.count < columns.count, let first = cells.first, let last = cells.last {
        diagnostics.append(
          .tooFewCells(
            columns.count, in: file, at: SourceRange(first.range.start, to: last.range.end)))
      }
      var row = TableRow<Column>(start: cells.first?.range ?? SourceRange(line: 1, column: 1))
      for (column, cell) in zip(columns, cells) where !cell.value.isEmpty {
        if let column { row[column] = cell }
      }
      rows.append(row)
    }
  }

  /// The column of each header cell, `nil` where it is unknown, unnamed or there already.
  private mutating func columns(of header: [Located<String>], in file: SourceFile) -> [Column?] {
    let byName = Column.byName
    var seen: [Column: SourceRange] = [:]
    return header.map { cell in
      if cell.value.isEmpty { return nil }
      guard let column = byName[cell.value.halfWidth.lowercased()] else {
        diagnostics.append(.unknownColumn(cell, of: Column.self, in: file))
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
  static func unknownColumn<Column: TableColumn>(
    _ cell: Located<String>, of _: Column.Type, in file: SourceFile
  ) -> Self {
    let help =
      if let nearest = cell.value.nearest(among: Column.byName.keys) {
        "write `\(nearest)`"
      } else {
        "use one of " + Column.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      }
    return Self(
      .unknownColumn, at: .init(file: file, range: cell.range),
      "\(Column.tables) have no column \"\(cell.value.shortened)\"", help: help)
  }

  static func duplicateColumn(
    _ cell: Located<String>, in file: SourceFile, first: SourceRange
  ) -> Self {
    Self(
      .duplicateColumn, at: .init(file: file, range: cell.range),
      "the column \"\(cell.value)\" stands twice",
      notes: [Note("the first stands here", at: .init(file: file, range: first))],
      help: "delete one of them")
  }

  static func missingColumn(
    _ column: some TableColumn, in file: SourceFile, at range: SourceRange?
  ) -> Self {
    let names = ([column.rawValue] + column.chineseNames).map { "`\($0)`" }
    return Self(
      .missingColumn, at: .init(file: file, range: range),
      "the table has no column \"\(column.rawValue)\"",
      help: "add a column \(names.joined(separator: " or "))")
  }

  static func tooFewCells(_ count: Int, in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .tooFewCells, at: .init(file: file, range: range),
      "the row has fewer cells than the header's \(count)",
      help: "write a comma for each blank cell; if the file was cut off, save it again")
  }

  static func tooManyCells(_ count: Int, in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .tooManyCells, at: .init(file: file, range: range),
      "the row has more cells than the header's \(count)",
      help: "put a cell that holds a comma in quotation marks")
  }
}
