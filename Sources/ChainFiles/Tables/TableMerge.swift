import Diagnostics

/// Two versions of a table of firms, of prospects or of peers joined, row by row.
///
/// Rows are the same that have the same firm, or region, and link; of several such rows those that
/// say the same, then those in the same place. Rows of both are kept, and new ones of the second
/// stand after the row that they follow there, those that follow none before the first that both
/// have. A blank cell is not given, so that it takes what the
/// other version says. What both say differently is a conflict; where a common ancestor is given,
/// only what both changed is.
public struct TableMerge: Sendable {
  /// A cell, or a row as a whole, of which the two versions say different things.
  public struct Conflict: Sendable {
    /// What tells the row apart: `cngr lithium-battery/precursor`.
    public let row: String
    /// The column, `nil` for the row as a whole.
    public let column: String?
    let a: Located<String>?
    let b: Located<String>?
  }

  /// The table of both as CSV; where they are in conflict it says what the preferred one does.
  public private(set) var text = ""
  /// What they are in conflict about, in the order of the joined table.
  public private(set) var conflicts: [Conflict] = []

  /// The two versions' files.
  var files: (a: SourceFile, b: SourceFile) { (a.file, b.file) }

  private let a: TableVersion
  private let b: TableVersion
  private let base: TableVersion?
  private let preferred: TreeMerge.Side

  /// Joins two versions, with their common ancestor where there is one.
  ///
  /// O(cells) on average.
  public init(
    _ a: TableVersion, _ b: TableVersion, base: TableVersion? = nil,
    preferring side: TreeMerge.Side = .a
  ) {
    (self.a, self.b, self.base, preferred) = (a, b, base, side)
    let header = a.header + b.header.filter { other in !a.header.contains { $0.key == other.key } }
    let rows = joinedRows(header.map(\.key))
    text = CSVText.text([header.map(\.heading)] + rows)
  }

  private mutating func joinedRows(_ columns: [String]) -> [[String]] {
    let partners = Self.partners(of: a, in: b)
    let inA = Dictionary(partners.map { ($1, $0) }) { first, _ in first }
    let (baseOfA, baseOfB) = (
      base.map { Self.partners(of: a, in: $0) } ?? [:],
      base.map { Self.partners(of: b, in: $0) } ?? [:]
    )
    var following: [Int: [Int]] = [:]
    var last = -1
    for row in b.rows.indices {
      if let other = inA[row] { last = other } else { following[last, default: []].append(row) }
    }
    var rows: [[String]] = []
    func add(_ cells: [String: String]?) {
      if let cells { rows.append(columns.map { cells[$0] ?? "" }) }
    }
    func addRows(following place: Int) {
      for new in following[place] ?? [] {
        add(joined(nil, b.rows[new], base: row(baseOfB[new]), columns))
      }
    }
    let firstCommon = partners.keys.min() ?? a.rows.count
    for place in a.rows.indices {
      if place == firstCommon { addRows(following: -1) }
      let other = partners[place]
      let old = baseOfA[place] ?? other.flatMap { baseOfB[$0] }
      add(joined(a.rows[place], other.map { b.rows[$0] }, base: row(old), columns))
      addRows(following: place)
    }
    if firstCommon == a.rows.count { addRows(following: -1) }
    return rows
  }

  private func row(_ place: Int?) -> TableVersion.Row? {
    place.flatMap { place in base.map { $0.rows[place] } }
  }

  /// The rows of another version by the rows that they are.
  private static func partners(of one: TableVersion, in other: TableVersion) -> [Int: Int] {
    let others = Dictionary(grouping: other.rows.indices) { other.name(of: other.rows[$0]) }
    let groups = Dictionary(grouping: one.rows.indices) { one.name(of: one.rows[$0]) }
    var partners: [Int: Int] = [:]
    for (name, rows) in groups {
      var candidates = others[name] ?? []
      var rest: [Int] = []
      for row in rows {
        let texts = one.rows[row].cells.mapValues(\.value)
        if let index = candidates.firstIndex(where: {
          other.rows[$0].cells.mapValues(\.value) == texts
        }) {
          partners[row] = candidates.remove(at: index)
        } else {
          rest.append(row)
        }
      }
      for (row, candidate) in zip(rest, candidates) { partners[row] = candidate }
    }
    return partners
  }

  /// One row of both, `nil` where it is removed.
  private mutating func joined(
    _ a: TableVersion.Row?, _ b: TableVersion.Row?, base: TableVersion.Row?, _ columns: [String]
  ) -> [String: String]? {
    guard let a, let b else {
      guard let only = a ?? b else { return nil }
      let cells = only.cells.mapValues(\.value)
      // What the ancestor has and one of the two has not was removed; that holds where the other
      // has left it alone.
      guard let base else { return cells }
      if columns.allSatisfy({ Self.isSame(only[$0], base[$0], in: $0) }) { return nil }
      let whole = Located(
        value: columns.compactMap { cells[$0] }.joined(separator: ", "), range: only.start)
      conflicts.append(
        Conflict(
          row: name(of: only), column: nil, a: a == nil ? nil : whole, b: b == nil ? nil : whole))
      return (preferred == .a) == (a != nil) ? cells : nil
    }
    var cells: [String: String] = [:]
    for column in columns {
      let (inA, inB, old) = (a[column], b[column], base?[column])
      func isSame(_ one: String, _ other: String) -> Bool { Self.isSame(one, other, in: column) }
      if isSame(inA, inB) {
        cells[column] = inA
      } else if let old, isSame(inA, old) || isSame(inB, old) {
        cells[column] = isSame(inA, old) ? inB : inA
      } else if old == nil, inA.isEmpty || inB.isEmpty {
        cells[column] = inA.isEmpty ? inB : inA
      } else {
        conflicts.append(
          Conflict(
            row: name(of: a), column: column,
            a: a.cells[column] ?? Located(value: "", range: a.start),
            b: b.cells[column] ?? Located(value: "", range: b.start)))
        cells[column] = preferred == .a ? inA : inB
      }
    }
    return cells
  }

  private func name(of row: TableVersion.Row) -> String { a.name(of: row) }

  /// The columns of numbers.
  private static let figures = Set(
    [FirmColumn.output, .investment, .fundsInPlace, .jobs, .count].map(\.rawValue)
      + [PeerColumn.firms.rawValue])

  /// Whether two cells of a column say the same: a figure of `0.30` is `0.3`.
  private static func isSame(_ one: String, _ other: String, in column: String) -> Bool {
    if one == other { return true }
    guard figures.contains(column), let first = Double(one), let second = Double(other) else {
      return false
    }
    return first == second
  }
}
