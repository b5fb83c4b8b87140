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

/// One row of a table by column.
struct TableRow<Column: TableColumn> {
  fileprivate let cells: CSVRow
  fileprivate let columns: [Column?]

  /// Where the row begins.
  var start: SourceRange { cells[0].range }

  /// Whether it has fewer cells than the header.
  var isShort: Bool { cells.count < columns.count }

  /// The cell of a column, `nil` where it is blank.
  ///
  /// O(columns of the table).
  subscript(column: Column) -> CSVCell? {
    guard let place = columns.firstIndex(of: column), place < cells.count else { return nil }
    let cell = cells[place]
    return cell.isBlank ? nil : cell
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
    guard file.obstacleToText == nil else { return }
    let header = table.rowCount > 0 ? table.row(0) : nil
    if let header, header.count == 1, let separator = Self.otherSeparator(in: header[0].value) {
      diagnostics.append(.otherSeparator(separator, in: file, at: header[0].range))
      return
    }
    guard let columns = columns(of: header, in: file) else { return }
    let missing = Column.allCases.filter { $0.isRequired && !columns.contains($0) }
    guard missing.isEmpty else {
      // Only the first: a header in another script lacks all of them for one reason.
      let place = header?[0].range
      diagnostics += missing.prefix(1).map { .missingColumn($0, in: file, at: place) }
      return
    }
    let endsLine = file.text.utf8.last == 0x0A || file.text.utf8.last == 0x0D
    rows.reserveCapacity(table.rowCount)
    for index in 1..<max(1, table.rowCount) {
      let cells = table.row(index)
      guard diagnostics.count < BoundedFindings.mostOfAKind else {
        diagnostics.append(.tooManyFlaws(in: file, at: cells[0].range))
        return
      }
      if let extra = Self.extraCells(cells, after: columns.count) {
        diagnostics.append(.tooManyCells(columns.count, in: file, at: extra))
      }
      if cells.count < columns.count {
        let isCutOff = index == table.rowCount - 1 && !endsLine
        let missing = columns.count - cells.count
        // An open quotation mark swallows what follows; commas would land inside.
        let fix: Fix? =
          if !table.diagnostics.isEmpty {
            nil
          } else if let commas = cells.fullWidthCommas {
            commas.count <= missing ? .writingCommas(at: commas) : nil
          } else {
            .addingCells(missing, at: cells.range.end, isCutOff ? .likely : .certain)
          }
        diagnostics.append(
          .tooFewCells(
            columns.count, hasFullWidthCommas: cells.fullWidthCommas != nil, fix: fix, in: file,
            at: cells.range))
      }
      rows.append(TableRow(cells: cells, columns: columns))
    }
  }

  /// The sign that stands between names of columns in place of a comma.
  private static func otherSeparator(in header: String) -> Character? {
    let byName = Column.byName
    return [";", "\t", "；", "，"].first { separator in
      let names = header.split(separator: separator)
      return names.count > 1
        && names.contains { byName[String($0).trimmed.halfWidth.lowercased()] != nil }
    }
  }

  /// More columns than any table for people has.
  private static var mostColumns: Int { 1000 }

  /// The column of each header cell, `nil` where it is unknown, unnamed or there already; none at all
  /// where there are too many.
  private mutating func columns(of row: CSVRow?, in file: SourceFile) -> [Column?]? {
    guard let row else { return [] }
    if row.count > Self.mostColumns {
      diagnostics.append(
        .tooManyColumns(row.count, most: Self.mostColumns, in: file, at: row[0].range))
      return nil
    }
    let header = (0..<row.count).map { row[$0].located }
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

  private static func extraCells(_ cells: CSVRow, after count: Int) -> SourceRange? {
    guard cells.count > count else { return nil }
    let extra = (count..<cells.count).filter { !cells[$0].isBlank }
    guard let first = extra.first, let last = extra.last else { return nil }
    return SourceRange(cells[first].start, to: cells[last].range.end)
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

  static func tooManyFlaws(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .csvSyntax, at: .init(file: file, range: range),
      "the rows from here on are not read: too many before them do not fit the header",
      "前面与表头不符的行太多，从这一行起不再读取",
      help: LocalizedText(
        "mend the rows that are listed first; look whether it is the right table",
        "先改正已列出的行，并看看是不是选错了表"))
  }

  static func otherSeparator(
    _ separator: Character, in file: SourceFile, at range: SourceRange
  ) -> Self {
    let name =
      separator == "\t"
      ? LocalizedText("tabs", "制表符") : LocalizedText("`\(separator)`", " `\(separator)` ")
    return Self(
      .csvSyntax, at: .init(file: file, range: range),
      "the cells are separated by \(Language.english.text(name)), not by commas",
      "单元格之间用的是\(Language.chinese.text(name))，不是英文逗号",
      help: LocalizedText(
        "save the table as \"CSV UTF-8 (comma delimited)\"", "另存为“CSV UTF-8（逗号分隔）”"))
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

  static func tooFewCells(
    _ count: Int, hasFullWidthCommas: Bool, fix: Fix?, in file: SourceFile, at range: SourceRange
  ) -> Self {
    Self(
      .tooFewCells, at: .init(file: file, range: range),
      "the row has fewer cells than the header's \(count)", "这一行的单元格少于表头的 \(count) 个",
      help: hasFullWidthCommas
        ? LocalizedText(
          "write `,` between cells, not `，` or `、`", "单元格之间用英文逗号 `,`，不用 `，` 或 `、`")
        : LocalizedText(
          "write a comma for each blank cell; if the file was cut off, save it again",
          "每个空白单元格补一个逗号；如果文件不完整，请重新保存"),
      fix: fix)
  }

  static func tooManyCells(_ count: Int, in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .tooManyCells, at: .init(file: file, range: range),
      "the row has more cells than the header's \(count)", "这一行的单元格多于表头的 \(count) 个",
      help: LocalizedText(
        "put a cell that holds a comma in quotation marks", "单元格里有逗号时，整格加引号"))
  }
}

extension Fix {
  fileprivate static func addingCells(
    _ count: Int, at end: SourcePosition, _ applicability: Applicability
  ) -> Self {
    Self(
      LocalizedText("add \(count) blank cell\(count == 1 ? "" : "s")", "补 \(count) 个空白单元格"),
      applicability,
      edits: [TextEdit(SourceRange(end, to: end), with: String(repeating: ",", count: count))])
  }

  fileprivate static func writingCommas(at places: [SourceRange]) -> Self {
    Self(
      LocalizedText("write `,` for the full-width comma", "把全角逗号改为 `,`"), .likely,
      edits: places.map { TextEdit($0, with: ",") })
  }
}

extension CSVRow {
  /// Where its cells hold signs that a Chinese keyboard writes for a comma; `nil` where none does.
  ///
  /// Cells in quotation marks want theirs. O(length), for rows with an error.
  fileprivate var fullWidthCommas: [SourceRange]? {
    var places: [SourceRange] = []
    for place in 0..<count {
      let cell = self[place].located
      let scalars = cell.value.unicodeScalars
      let start = cell.range.start
      guard start.line == cell.range.end.line,
        cell.range.end.column - start.column == scalars.count
      else { continue }
      for (offset, scalar) in scalars.enumerated() where scalar == "，" || scalar == "、" {
        places.append(SourceRange(line: start.line, column: start.column + offset, length: 1))
      }
    }
    return places.isEmpty ? nil : places
  }
}
