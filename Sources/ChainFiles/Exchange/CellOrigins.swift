public import Diagnostics
import IndustryChain
import YAML

/// Where the values of written files come from: the cells of the tables that were imported.
public struct CellOrigins {
  private let tables: [String: SheetRows]
  private let isChain: Bool

  /// The cells of the tables of a definition.
  ///
  /// O(cells).
  public init(_ sheets: [ExchangeSheet]) {
    isChain = sheets.contains { $0.key == "links" }
    tables =
      SheetRows.byTable(sheets, as: isChain ? ExchangeShape.chain : ExchangeShape.region).tables
  }

  /// Findings in written files with the cells as their places, as far as those can be told; those
  /// in other files stay.
  ///
  /// O(findings × (length of their files + rows)).
  public func moved(_ findings: [Diagnostic], inFiles paths: Set<String>) -> [Diagnostic] {
    findings.map { finding in
      guard let location = finding.location, paths.contains(location.file.path),
        let place = cell(of: location)
      else { return finding }
      return Diagnostic(
        id: finding.id, severity: finding.severity, location: place.sheet.location(place.range),
        message: finding.message, notes: place.sheet.cellNote(place.range) + finding.notes,
        help: finding.help)
    }
  }

  /// A cell of a table that somebody brings.
  private struct Place {
    let sheet: ExchangeSheet
    let range: SourceRange
  }

  private func cell(of location: Diagnostic.Location) -> Place? {
    guard let position = location.range?.start else { return nil }
    if location.file.name.hasSuffix(".csv") { return cell(at: position, of: location.file) }
    let (path, isKey) =
      YAMLDocument(location.file).withRoot { $0.keys(at: position) } ?? ([], false)
    return CellOrigin(of: path, inChain: isChain, isKey: isKey).flatMap(cell)
  }

  /// The cell that a cell of a written table comes from: rows stand in the same order.
  private func cell(at position: SourcePosition, of file: SourceFile) -> Place? {
    let written = CSVTable(file).rows
    guard let rows = tables[String(file.name.dropLast(".csv".count))],
      let number = written.lastIndex(where: { ($0.first?.range.start ?? position) <= position })
    else { return nil }
    let place = written[number].lastIndex { $0.range.start <= position } ?? 0
    guard number > 0, rows.rows.indices.contains(number - 1),
      let header = written.first, header.indices.contains(place)
    else { return rows.sheet.rows.first?.first.map { Place(sheet: rows.sheet, range: $0.range) } }
    let row = rows.rows[number - 1]
    return Place(
      sheet: rows.sheet, range: row.cells[header[place].value]?.range ?? row.start)
  }

  /// The cell of an origin; the start of its row where the cell is blank.
  private func cell(of origin: CellOrigin) -> Place? {
    guard let rows = tables[origin.table] else { return nil }
    let matches = rows.rows.filter { row in
      origin.row.allSatisfy { column, value in row[column] == value }
    }
    guard matches.indices.contains(origin.number) else { return nil }
    let row = matches[origin.number]
    let range = origin.columns.compactMap { row.cells[$0]?.range }.first ?? row.start
    return Place(sheet: rows.sheet, range: range)
  }
}

extension YAMLNode {
  /// The keys that lead to a place, numbers for the items of a list, and whether the place is in the
  /// last of them.
  ///
  /// O(keys of the maps on the way).
  fileprivate func keys(at position: SourcePosition) -> (path: [String], isKey: Bool) {
    if let pair = Array(pairs).last(where: { $0.key.range.start <= position }) {
      if position < pair.key.range.end { return ([pair.key.value], true) }
      let (path, isKey) = pair.value.keys(at: position)
      return ([pair.key.value] + path, isKey)
    }
    if let number = Array(items).lastIndex(where: { $0.range.start <= position }) {
      return (["\(number)"], false)
    }
    return ([], false)
  }
}
