import Diagnostics
import IndustryChain

extension ForeignGraph {
  /// How the numbers of an input–output table are meant.
  public enum TableKind: String, CaseIterable, Sendable {
    /// Values that sectors buy of each other; shares are values by the buyer's output.
    case transactions
    /// Values bought by unit of the buyer's output.
    case coefficients
  }

  /// Reads an input–output table: a row for each selling sector, a column for each buying one.
  ///
  /// Sectors are the columns that have a row of the same name. Of the other rows the output and the
  /// value added are read, of the other columns the output; the rest is reported. O(cells).
  ///
  /// - Parameters:
  ///   - sheet: The table, names in its first row and first column.
  ///   - kind: How the numbers are meant; `nil` for coefficients where all are 0…1 and there is no
  ///     output, else transactions.
  ///   - outputName: The name of the row or column of outputs, where it is not a usual one.
  public init(
    inputOutputTable sheet: ExchangeSheet, as kind: TableKind?, outputName: String? = nil
  ) {
    self.init(sheet.file)
    diagnostics = sheet.diagnostics + sheet.cellsBeyondHeader
    guard let table = InputOutputTable(sheet, outputName: outputName) else {
      diagnostics.append(
        sheet.finding(
          .unreadableFile, sheet.rows.first?.first?.range,
          "no column has a row of the same name, as the sectors of an input–output table have",
          "没有同名的行和列，不像投入产出表",
          help: (
            "name the columns `supplier` and `buyer` if it is a list of edges, or give a --mapping",
            "如为边表，请把列名改为“供应方”和“采购方”；如为企业名单，请提供 --mapping"
          )))
      return
    }
    diagnostics += table.diagnostics
    let kind = kind ?? (table.looksLikeCoefficients ? .coefficients : .transactions)
    if kind == .transactions, !table.hasOutputs {
      diagnostics.append(
        sheet.finding(
          .unreadableFile, sheet.rows.first?.first?.range,
          "the transactions have no outputs to divide by",
          "投入产出流量表缺少总产出，无法计算投入系数",
          help: (
            "name the row or column with --output-row, or write --as coefficients",
            "请用 --output-row 指明总产出所在的行或列；如为系数表，请加 --as coefficients"
          )))
      return
    }
    for (place, sector) in table.sectors.enumerated() {
      var node = Node(id: sector.value, range: sector.range)
      if let added = table.valueAdded[place], let output = table.divisor(place, kind), output > 0 {
        let share = added / output
        if (0...1).contains(share) { node.attributes["valueAdded"] = share.shareText }
      }
      nodes.append(node)
    }
    for cell in table.cells {
      guard let output = table.divisor(cell.buyer, kind), output > 0 else {
        diagnostics.append(
          sheet.finding(
            .unmappedValue, cell.range,
            "\"\(table.sectors[cell.buyer].value)\" has no output to divide by",
            "“\(table.sectors[cell.buyer].value)”没有总产出，无法计算",
            help: ("write its output", "请填写总产出")))
        continue
      }
      let share = cell.value / output
      edges.append(
        Edge(
          source: table.sectors[cell.supplier].value, target: table.sectors[cell.buyer].value,
          share: kind == .coefficients ? cell.text : share.shareText,
          range: cell.range))
    }
  }
}

/// The parts of an input–output table.
private struct InputOutputTable {
  struct Cell {
    let supplier: Int
    let buyer: Int
    let value: Double
    let text: String
    let range: SourceRange
  }

  private let sheet: ExchangeSheet
  private let outputName: String?
  /// The number of the sector whose row stands at a place.
  private var sectorsByRow: [Int: Int] = [:]
  private(set) var sectors: [Located<String>] = []
  private(set) var cells: [Cell] = []
  private(set) var outputs: [Double?] = []
  private(set) var valueAdded: [Double?] = []
  private(set) var hasOutputs = false
  private(set) var diagnostics: [Diagnostic] = []

  private static let outputNames = [
    "output", "total output", "gross output", "total_output", "x", "总产出", "总投入", "产出合计",
  ]
  private static let valueAddedNames = [
    "gva", "va", "value added", "gross value added", "value_added", "增加值", "增加值合计",
  ]

  /// The column of a sector, and the row of the same name.
  private struct Column {
    let place: Int
    let row: Int
  }

  init?(_ sheet: ExchangeSheet, outputName: String?) {
    guard let header = sheet.rows.first else { return nil }
    self.sheet = sheet
    self.outputName = outputName
    let rows = rowsByName()
    let columns = columns(of: header, rows)
    guard !columns.isEmpty else { return nil }
    sectors = columns.map { header[$0.place] }
    outputs = columns.map { _ in nil }
    valueAdded = outputs
    for place in rows.values.sorted() { readRow(place, columns) }
    let outputColumn = header.indices.dropFirst().first { isOutput(header[$0].value) }
    if let outputColumn, !hasOutputs {
      outputs = columns.map { column in
        guard outputColumn < sheet.rows.width(of: column.row) else { return nil }
        return number(sheet.rows.cell(outputColumn, of: column.row))
      }
      hasOutputs = true
    }
    let sectorColumns = Set(columns.map(\.place))
    diagnostics += sheet.unmappedColumns(
      sheet.filledHeads { $0 > 0 && !sectorColumns.contains($0) && $0 != outputColumn },
      { "\($0) is no sector, and is not read" }, { "\($0)不是部门，未导入" },
      help: ("delete it where nobody needs it", "如不需要，请删去"))
  }

  private func isOutput(_ name: String) -> Bool {
    outputName.map { $0 == name } ?? Self.outputNames.contains(name.halfWidth.lowercased())
  }

  /// The places of the rows by their names; the first of a name counts.
  private mutating func rowsByName() -> [String: Int] {
    var rows: [String: Int] = [:]
    for place in sheet.rows.indices.dropFirst() {
      let name = sheet.rows.cell(0, of: place)
      guard !name.value.isEmpty else { continue }
      guard rows[name.value] != nil else {
        rows[name.value] = place
        continue
      }
      diagnostics.append(
        sheet.finding(
          .repeatedRow, name.range, "the row \"\(name.value)\" stands twice; the first is read",
          "“\(name.value)”一行重复出现，只读取第一行", help: ("join the two", "请合并")))
    }
    return rows
  }

  /// The columns that have a row of the same name.
  private mutating func columns(
    of header: [Located<String>], _ rows: [String: Int]
  ) -> [Column] {
    var columns: [Column] = []
    var seen: Set<String> = []
    for (place, head) in header.enumerated().dropFirst() {
      guard let row = rows[head.value] else { continue }
      guard seen.insert(head.value).inserted else {
        diagnostics.append(
          sheet.finding(
            .repeatedRow, head.range,
            "the column \"\(head.value)\" stands twice; the first is read",
            "“\(head.value)”一列重复出现，只读取第一列", help: ("join the two", "请合并")))
        continue
      }
      // A table whose last row and column are its totals has a sector too many.
      if !isOutput(head.value) {
        sectorsByRow[row] = columns.count
        columns.append(Column(place: place, row: row))
      }
    }
    return columns
  }

  /// Reads what a sector sells, the outputs or the value added.
  private mutating func readRow(_ place: Int, _ columns: [Column]) {
    let name = sheet.rows.cell(0, of: place)
    // A short row ends the look at its columns, which come in the order of the header.
    let width = sheet.rows.width(of: place)
    let cells = columns.prefix { $0.place < width }.map { sheet.rows.cell($0.place, of: place) }
    if let supplier = sectorsByRow[place] {
      for (buyer, cell) in cells.enumerated() {
        guard let value = number(cell), value != 0 else { continue }
        self.cells.append(
          Cell(
            supplier: supplier, buyer: buyer, value: value, text: cell.value, range: cell.range))
      }
    } else if isOutput(name.value) {
      outputs = numbers(cells)
      hasOutputs = true
    } else if Self.valueAddedNames.contains(name.value.halfWidth.lowercased()) {
      valueAdded = numbers(cells)
    } else if cells.contains(where: { !$0.value.isEmpty }) {
      diagnostics.append(
        sheet.finding(
          .unmappedRow, name.range,
          "the row \"\(name.value)\" is no sector, output or value added, and is not read",
          "“\(name.value)”一行不是部门、总产出或增加值，未导入"))
    }
  }

  /// Whether the numbers can be coefficients: no outputs, all 0…1, no column above 1 by more than
  /// rounding.
  var looksLikeCoefficients: Bool {
    guard !hasOutputs, cells.allSatisfy({ (0...1).contains($0.value) }) else { return false }
    var sums = sectors.map { _ in 0.0 }
    for cell in cells { sums[cell.buyer] += cell.value }
    return sums.allSatisfy { $0 <= 1.001 }
  }

  /// What the numbers of a column are divided by.
  func divisor(_ buyer: Int, _ kind: ForeignGraph.TableKind) -> Double? {
    kind == .coefficients ? 1 : outputs[buyer]
  }

  /// The number of each sector's cell in a row that may be short.
  private mutating func numbers(_ cells: [Located<String>]) -> [Double?] {
    var numbers = cells.map { number($0) }
    numbers += Array(repeating: nil, count: sectors.count - numbers.count)
    return numbers
  }

  /// The number of a cell, `nil` and a finding where it is none.
  private mutating func number(_ cell: Located<String>) -> Double? {
    if cell.value.isEmpty { return nil }
    let text = cell.value.halfWidth.replacing(",", with: "")
    if let number = Double(text), number.isFinite, number >= 0 { return number }
    // Statistics offices write a dash for nothing.
    if ["-", "–", "—", "…", "..."].contains(cell.value) { return nil }
    diagnostics.append(
      sheet.finding(
        .unmappedValue, cell.range,
        "\"\(cell.value.shortened)\" is no number from 0 on, and is not read",
        "“\(cell.value.shortened)”不是非负数，未导入", help: ("write a number, or nothing", "请填写数字或留空")))
    return nil
  }
}
