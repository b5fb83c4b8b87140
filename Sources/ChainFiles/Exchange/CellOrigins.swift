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
  /// O(length of the files + cells + findings · log).
  public func moved(_ findings: [Diagnostic], inFiles paths: Set<String>) -> [Diagnostic] {
    guard !tables.isEmpty else { return findings }
    var finders: [String: CellFinder] = [:]
    return findings.map { finding in
      guard let location = finding.location, paths.contains(location.file.path),
        let position = location.range?.start
      else { return finding }
      // A file may have a finding in each of its lines; it is read once.
      let finder =
        finders[location.file.path] ?? CellFinder(location.file, tables, inChain: isChain)
      finders[location.file.path] = finder
      guard let place = finder.cell(at: position) else { return finding }
      return Diagnostic(
        id: finding.id, severity: finding.severity, location: place.sheet.location(place.range),
        message: finding.message, notes: place.sheet.cellNote(place.range) + finding.notes,
        help: finding.help)
    }
  }
}

/// Finds the cells that the values of one written file come from.
private final class CellFinder {
  /// A cell of a table that somebody brings.
  struct Place {
    let sheet: ExchangeSheet
    let range: SourceRange
  }

  private struct Columns: Hashable {
    let table: String
    let columns: [String]
  }

  private let tables: [String: SheetRows]
  private let isChain: Bool
  /// The name of the table that was written, if it is one.
  private let name: String
  private let written: CSVTable?
  /// What leads to the values that were written, if the file has keys.
  private let paths: KeyPaths?
  /// The rows of the tables by what stands in some of their columns.
  private var rows: [Columns: [[String?]: [Int]]] = [:]

  init(_ file: SourceFile, _ tables: [String: SheetRows], inChain isChain: Bool) {
    (self.tables, self.isChain) = (tables, isChain)
    let isTable = file.name.hasSuffix(".csv")
    name = String(file.name.dropLast(".csv".count))
    written = isTable ? CSVTable(file) : nil
    paths = isTable ? nil : YAMLDocument(file).tree.map(KeyPaths.init)
  }

  func cell(at position: SourcePosition) -> Place? {
    if let written { return cell(at: position, of: written) }
    let (path, isKey) = paths?.path(to: position) ?? ([], false)
    return CellOrigin(of: path, inChain: isChain, isKey: isKey).flatMap(cell)
  }

  /// The cell that a cell of a written table comes from: rows stand in the same order.
  private func cell(at position: SourcePosition, of written: CSVTable) -> Place? {
    guard let rows = tables[name] else { return nil }
    let number =
      (0..<written.rowCount).firstIndexOfSorted { written.row($0)[0].start > position } - 1
    guard number >= 0 else { return nil }
    let (header, line) = (written.row(0), written.row(number))
    let place = max(0, (0..<line.count).firstIndexOfSorted { line[$0].start > position } - 1)
    guard number > 0, rows.rows.indices.contains(number - 1), place < header.count else {
      return rows.sheet.rows.first?.first.map { Place(sheet: rows.sheet, range: $0.range) }
    }
    let row = rows.rows[number - 1]
    return Place(
      sheet: rows.sheet, range: row.cells[header[place].value]?.range ?? row.start)
  }

  /// The cell of an origin; the start of its row where the cell is blank.
  private func cell(of origin: CellOrigin) -> Place? {
    guard let table = tables[origin.table] else { return nil }
    let columns = origin.row.keys.sorted()
    let key = Columns(table: origin.table, columns: columns)
    if rows[key] == nil {
      rows[key] = Dictionary(grouping: table.rows.indices) { row in
        columns.map { table.rows[row][$0] }
      }
    }
    let matches = rows[key]?[columns.map { origin.row[$0] }] ?? []
    guard matches.indices.contains(origin.number) else { return nil }
    let row = table.rows[matches[origin.number]]
    let range = origin.columns.compactMap { row.cells[$0]?.range }.first ?? row.start
    return Place(sheet: table.sheet, range: range)
  }
}

/// The keys that lead to each value of a file.
private struct KeyPaths {
  /// What a value is to the map or list that it stands in.
  private struct Step {
    let parent: Int32
    /// The number among what stands there; in a map keys and values count in turn.
    let number: Int32
  }

  private let tree: YAMLTree
  /// One for each value; that of the outermost means nothing.
  private let steps: [Step]

  /// O(values).
  init(_ tree: YAMLTree) {
    self.tree = tree
    steps = tree.withRoot { root in
      let count = root.following.position
      var steps = [Step(parent: 0, number: 0)]
      var open: [(position: Int, end: Int, count: Int32)] = [(0, count, 0)]
      while steps.count < count {
        while open[open.count - 1].end <= steps.count { open.removeLast() }
        let last = open.count - 1
        let node = root.node(at: steps.count)
        steps.append(Step(parent: Int32(open[last].position), number: open[last].count))
        open[last].count += 1
        open.append((node.position, node.following.position, 0))
      }
      return steps
    }
  }

  /// The keys that lead to a place, the number for an item of a list, and whether the place is in the
  /// last of the keys; what is inside an item counts as the item.
  ///
  /// O(log values + depth).
  func path(to position: SourcePosition) -> (path: [String], isKey: Bool) {
    tree.withRoot { root in
      // Values stand in the order of the text, each behind what it is in.
      var index = steps.indices.firstIndexOfSorted { root.node(at: $0).range.start > position } - 1
      guard index > 0 else { return ([], false) }
      var path: [String] = []
      var isInKey = isKey(index, in: root) && position < root.node(at: index).range.end
      while index > 0 {
        let parent = Int(steps[index].parent)
        if root.node(at: parent).kind == .sequence {
          (path, isInKey) = (["\(steps[index].number)"], false)
        } else {
          // A value follows its key, which is always a text.
          path.insert(root.node(at: isKey(index, in: root) ? index : index - 1).text, at: 0)
        }
        index = parent
      }
      return (path, isInKey)
    }
  }

  private func isKey(_ index: Int, in root: YAMLNode) -> Bool {
    steps[index].number.isMultiple(of: 2)
      && root.node(at: Int(steps[index].parent)).kind == .mapping
  }
}
