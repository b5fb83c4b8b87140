public import Diagnostics
import IndustryChain

/// One version of a table of firms, of prospects or of peers, row by row.
public struct TableVersion: Sendable {
  /// What its rows are about.
  public enum Kind: Hashable, Sendable {
    /// Firms or prospects.
    case firms
    /// Other regions.
    case peers
  }

  /// A row by the keys of its columns; blank cells are absent.
  struct Row: Sendable {
    var cells: [String: Located<String>]
    /// Where it begins.
    let start: SourceRange
    /// Where it ends, and how many cells it has until then.
    let extent: Extent

    /// What a person reads in a cell, empty where it is blank.
    subscript(column: String) -> String { cells[column]?.value ?? "" }
  }

  /// How far a row goes.
  struct Extent: Sendable {
    let line: Int
    let width: Int

    init(_ cells: [Located<String>]) {
      line = cells.last?.range.end.line ?? 1
      width = cells.count
    }
  }

  /// The file that it was read from.
  public let file: SourceFile
  /// What its rows are about.
  public let kind: Kind
  /// What keeps it from being joined with another.
  public let diagnostics: [Diagnostic]
  /// The headings as they are spelled, by the keys of the columns, in the order of the file.
  let header: [(key: String, heading: String)]
  /// How far the header goes.
  let headerExtent: Extent
  let rows: [Row]

  /// Reads a table, `nil` where its header is that of neither kind.
  ///
  /// Columns of other names count as columns. O(cells).
  public init?(_ file: SourceFile) {
    let sheet = ExchangeSheet(file)
    let headings = sheet.rows.first?.map(\.value) ?? []
    let firms = headings.map { FirmColumn.byName[$0]?.rawValue }
    let peers = headings.map { PeerColumn.byName[$0]?.rawValue }
    if firms.contains(FirmColumn.firm.rawValue) {
      kind = .firms
    } else if peers.contains(PeerColumn.region.rawValue) {
      kind = .peers
    } else {
      return nil
    }
    let keys = zip(headings, kind == .firms ? firms : peers).map { $1 ?? $0 }
    self.file = file
    diagnostics = sheet.diagnostics + sheet.cellsBeyondHeader + Self.repeated(keys, in: sheet)
    header = zip(keys, headings).map { (key: $0, heading: $1) }
    headerExtent = Extent(sheet.rows.first ?? [])
    rows = sheet.rows.dropFirst().map { cells in
      let filled = zip(keys, cells).filter { !$0.0.isEmpty && !$0.1.value.isEmpty }
      return Row(
        cells: Dictionary(filled) { first, _ in first },
        start: cells.first?.range ?? SourceRange(line: 1, column: 1), extent: Extent(cells))
    }
  }

  /// What tells the rows apart: the firm or the region, and the link.
  func name(of row: Row) -> String {
    let columns: [String] =
      switch kind {
      case .firms: [FirmColumn.firm.rawValue, FirmColumn.link.rawValue]
      case .peers: [PeerColumn.region.rawValue, PeerColumn.link.rawValue]
      }
    return columns.map { row[$0] }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The findings that two columns have one name.
  private static func repeated(_ keys: [String], in sheet: ExchangeSheet) -> [Diagnostic] {
    var known: Set<String> = []
    return zip(keys, sheet.rows.first ?? []).compactMap { key, cell in
      guard !key.isEmpty, !known.insert(key).inserted else { return nil }
      return sheet.finding(
        .unmappedColumn, cell.range, "the column \"\(key)\" stands twice", "“\(key)”一列重复出现",
        help: ("delete one of the two", "请删去其中一列"))
    }
  }
}
