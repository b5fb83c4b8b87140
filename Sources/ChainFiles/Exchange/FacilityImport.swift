import Diagnostics
import IndustryChain

extension ImportOutcome {
  /// The outcome of a list of facilities: a table of firms, a row for each link of each facility.
  ///
  /// Facilities of one name are one firm. An amount that a facility with several links has is not
  /// known of any of them, so it is reported and left out. O(cells) on average.
  ///
  /// - Parameters:
  ///   - sheet: The list.
  ///   - mapping: What its columns are.
  ///   - region: The id of the region whose table it is.
  ///   - tables: The firms and the prospects that the region has, whose ids stay; empty where it is
  ///     new.
  ///   - fate: What becomes of the rows of the table that is there.
  public init(
    facilities sheet: ExchangeSheet, _ mapping: FacilityMapping, region: String,
    tables: FacilityTables = FacilityTables([:]), fate: FacilityTables.Fate = .replaced
  ) {
    let names = mapping.columns.values.joined()
    let sheet = sheet.from { row in names.allSatisfy(row.contains) }
    self.init(mapping.diagnostics + sheet.diagnostics + sheet.cellsBeyondHeader)
    guard !diagnostics.contains(where: { $0.severity == .error }) else { return }
    var reader = FacilityImport(sheet, mapping, tables)
    var rows = reader.rows()
    diagnostics += reader.diagnostics
    madeIDs = reader.madeIDs
    guard !rows.isEmpty else { return }
    if fate == .kept { rows = tables.rows(with: rows, in: mapping.table) }
    let columns = FirmColumn.allCases.filter { column in
      column == .firm || rows.contains { $0[column] != nil }
    }
    let text = CSVText.text(
      [columns.map(\.rawValue)] + rows.map { row in columns.map { row[$0] ?? "" } })
    files["regions/\(region)/\(mapping.table).csv"] = .table(text)
    giveUpAboveLimit(sheet.file.path)
  }
}

/// Makes rows of a table of firms.
private struct FacilityImport {
  private let sheet: ExchangeSheet
  private let mapping: FacilityMapping
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var madeIDs: [ImportOutcome.MadeID] = []
  private var ids: [String: String] = [:]
  private let tables: FacilityTables
  private var maker: IDMaker
  private var places: [FirmColumn: [Int]] = [:]

  /// What belongs to the facility as a whole and cannot be told apart by link.
  private static let amounts: [FirmColumn] = [
    .output, .investment, .fundsInPlace, .jobs, .capacity,
  ]

  init(_ sheet: ExchangeSheet, _ mapping: FacilityMapping, _ tables: FacilityTables) {
    self.sheet = sheet
    self.mapping = mapping
    self.tables = tables
    maker = IDMaker(stem: "firm", after: tables.ids)
  }

  mutating func rows() -> [[FirmColumn: String]] {
    guard findColumns() else { return [] }
    var rows: [[FirmColumn: String]] = []
    var seen: [[String]: SourceRange] = [:]
    for cells in sheet.rows.dropFirst() {
      if diagnostics.count > ImportOutcome.findingLimit { break }
      let start = cells.first?.range ?? SourceRange(line: 1, column: 1)
      // Rows that differ in what the mapping leaves out may be two plants.
      let texts = cells.map(\.value)
      if let first = seen[texts] {
        diagnostics.append(
          sheet.finding(
            .repeatedRow, start, "the row says what line \(first.start.line) says, and is left out",
            "此行与第 \(first.start.line) 行内容相同，未导入",
            help: ("delete one of the two", "请删去其中一行")))
        continue
      }
      seen[texts] = start
      rows += self.rows(of: cells)
    }
    return named(rows)
  }

  /// The rows with the names in a firm's first one only.
  private func named(_ rows: [[FirmColumn: String]]) -> [[FirmColumn: String]] {
    var known: Set<String> = []
    return rows.map { row in
      guard let id = row[.firm], !known.insert(id).inserted else { return row }
      var row = row
      for column in [FirmColumn.nameChinese, .nameEnglish, .home, .creditCode] { row[column] = nil }
      return row
    }
  }

  private mutating func findColumns() -> Bool {
    let header = sheet.rows.first ?? []
    var used: Set<Int> = []
    for column in FirmColumn.allCases {
      for name in mapping.columns[column] ?? [] {
        guard let place = header.firstIndex(where: { $0.value == name }) else {
          diagnostics.append(
            Diagnostic(
              .badMapping, at: sheet.location(header.first?.range),
              "the list has no column \"\(name)\", which the mapping names",
              "名单中没有映射文件指明的“\(name)”一列",
              help: .init(
                english: "compare the mapping with the list's first row",
                chinese: "请将映射文件与名单首行对照")))
          return false
        }
        places[column, default: []].append(place)
        used.insert(place)
      }
    }
    diagnostics += sheet.unmappedColumns(
      sheet.filledHeads { !used.contains($0) && !mapping.ignored.contains(header[$0].value) },
      { "the mapping does not name \($0)" }, { "映射文件没有提到\($0)" },
      help: ("map it, or name it under `ignore`", "请在映射文件中指明，或列入 ignore"))
    return true
  }

  /// The rows of one facility; none where it has no name.
  private mutating func rows(of cells: [Located<String>]) -> [[FirmColumn: String]] {
    var row: [FirmColumn: String] = mapping.constants
    var links: [String?] = [nil]
    for column in FirmColumn.allCases {
      guard let places = places[column] else { continue }
      let found = places.compactMap { cells.indices.contains($0) ? cells[$0] : nil }
        .filter { !$0.value.isEmpty }
      guard let first = found.first else { continue }
      let texts = values(of: column, found)
      guard !texts.isEmpty else { continue }
      switch column {
      case .link: links = texts
      case .partners: row[column] = texts.joined(separator: "; ")
      default:
        let text = texts.joined(separator: ", ") + (mapping.suffixes[column] ?? "")
        let value = column.isDate ? text.normalizedDate : text
        if accepts(value, in: column, at: first) { row[column] = value }
      }
    }
    guard let name = row[.nameChinese] ?? row[.nameEnglish] else {
      diagnostics.append(
        sheet.finding(
          .unmappedRow, cells.first?.range, "the row has no name of a firm", "此行没有企业名称",
          help: ("write its name", "请填写名称")))
      return []
    }
    row[.firm] = id(of: row[.nameEnglish] ?? name, known: row[.firm], row)
    if links.count > 1 { leaveOutAmounts(of: &row, cells, links.count) }
    return links.map { link in
      var row = row
      row[.link] = link ?? row[.link]
      return row
    }
  }

  /// The values of a cell, or of several that are one: parted, and as the mapping says.
  private mutating func values(of column: FirmColumn, _ cells: [Located<String>]) -> [String] {
    var values: [String] = []
    for cell in cells {
      let parts: [String]
      if let separator = mapping.separators[column], !separator.isEmpty {
        parts = cell.value.split(separator: separator).map { String($0).trimmed }
          .filter { !$0.isEmpty }
      } else {
        parts = [cell.value]
      }
      for part in parts {
        guard let known = mapping.values[column] else {
          values.append(part)
          continue
        }
        guard let value = known[part] else {
          diagnostics.append(
            sheet.finding(
              .unmappedValue, cell.range,
              "the mapping does not say what \"\(part.shortened)\" is as `\(column.rawValue)`",
              "映射文件没有说明“\(part.shortened)”对应的“\(column.chineseNames[0])”",
              help: ("add it under `values`, blank to leave it out", "请在 values 中补上；留空表示不导入")))
          continue
        }
        // Blank is left out on purpose.
        if !value.isEmpty, !values.contains(value) { values.append(value) }
      }
    }
    return values
  }

  /// Whether a text can stand in a column; a finding where not.
  private mutating func accepts(
    _ text: String, in column: FirmColumn, at cell: Located<String>
  ) -> Bool {
    let isGood: Bool
    switch column {
    case .output, .investment, .fundsInPlace: isGood = (try? Amount.millionCNY(text)) != nil
    case .jobs: isGood = (try? Amount.number(text)) != nil
    case .negotiating, .signed, .building, .operating, .closed:
      isGood = ["yes", "是"].contains(text) || PartialDate(text.halfWidth) != nil
    default: return true
    }
    if !isGood {
      diagnostics.append(
        sheet.finding(
          .unmappedValue, cell.range,
          "\"\(text.shortened)\" cannot stand in `\(column.rawValue)`, and is left out",
          "“\(text.shortened)”不能作为“\(column.chineseNames[0])”，未导入",
          help: ("write it as Docs/ChainFormat.md shows", "请按 Docs/ChainFormat.md 的写法填写")))
    }
    return isGood
  }

  private mutating func leaveOutAmounts(
    of row: inout [FirmColumn: String], _ cells: [Located<String>], _ count: Int
  ) {
    for column in Self.amounts {
      guard let value = row[column], mapping.constants[column] == nil else { continue }
      row[column] = nil
      let place = places[column]?.first { cells.indices.contains($0) }
      diagnostics.append(
        sheet.finding(
          .unmappedValue, place.map { cells[$0].range },
          "the \(column.rawValue) \"\(value.shortened)\" is that of \(count) links together, and is left out",
          "“\(value.shortened)”是 \(count) 个环节合计的\(column.chineseNames[0])，未导入",
          help: ("give each link a row of its own with its share", "请按环节分行填写各自的数额")))
    }
  }

  private mutating func id(
    of name: String, known: String?, _ row: [FirmColumn: String]
  ) -> String {
    if let known, known.isID { return known }
    if let id = tables.id(of: row) { return id }
    let key = known ?? name
    if let id = ids[key] { return id }
    let id = maker.id(for: key)
    ids[key] = id
    madeIDs.append(ImportOutcome.MadeID(name: key, id: id))
    return id
  }
}
