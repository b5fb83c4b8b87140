public import Diagnostics

/// The firms that a region has already, when a list of facilities comes.
public struct FacilityTables: Sendable {
  /// What becomes of the rows that are there.
  public enum Fate: Sendable {
    /// The list takes their place.
    case replaced
    /// The list comes after them.
    case kept
  }

  private var rows: [String: [[FirmColumn: String]]] = [:]
  private var idsByCode: [String: String] = [:]
  private var idsByName: [String: String] = [:]
  private var codesByID: [String: String] = [:]
  /// The ids in use.
  private(set) var ids: Set<String> = []

  /// The tables by their names, `firms` and `prospects`; the columns may have Chinese names.
  ///
  /// O(cells).
  public init(_ files: [String: SourceFile]) {
    for (name, file) in files.sorted(by: { $0.key < $1.key }) {
      let sheet = ExchangeSheet(file)
      let header = sheet.rows.first?.map(\.value) ?? []
      let columns = header.map { heading in
        FirmColumn.allCases.first {
          $0.rawValue == heading || $0.chineseNames.contains(heading)
        }
      }
      rows[name] = sheet.rows.dropFirst().map { cells in
        var row: [FirmColumn: String] = [:]
        for case (let column?, let cell) in zip(columns, cells) where !cell.value.isEmpty {
          row[column] = cell.value
        }
        return row
      }
      for row in rows[name] ?? [] { remember(row) }
    }
  }

  private mutating func remember(_ row: [FirmColumn: String]) {
    guard let id = row[.firm] else { return }
    ids.insert(id)
    if let code = row[.creditCode], idsByCode[code] == nil {
      idsByCode[code] = id
      codesByID[id] = code
    }
    for name in [row[.nameChinese], row[.nameEnglish]].compactMap({ $0 })
    where idsByName[name] == nil {
      idsByName[name] = id
    }
  }

  /// The id that a firm has: by its credit code, else by its name unless the codes differ; `nil`
  /// where it is new.
  func id(of row: [FirmColumn: String]) -> String? {
    if let code = row[.creditCode], let id = idsByCode[code] { return id }
    return [row[.nameChinese], row[.nameEnglish]].compactMap { $0 }
      .compactMap { idsByName[$0] }
      .first { id in
        guard let code = row[.creditCode], let other = codesByID[id] else { return true }
        return code == other
      }
  }

  /// The rows of a table followed by those of a list that it does not have yet.
  func rows(
    with list: [[FirmColumn: String]], in table: String
  ) -> [[FirmColumn: String]] {
    let old = rows[table] ?? []
    let known = Set(old.map(\.withoutNames))
    let named = Set(old.compactMap { $0[.firm] })
    return old
      + list.filter { !known.contains($0.withoutNames) }.map { row in
        // Only a firm's first row has its names.
        guard let id = row[.firm], named.contains(id) else { return row }
        return row.withoutNames
      }
  }
}

extension [FirmColumn: String] {
  /// What a row says of the plant, the firm's own columns left out.
  fileprivate var withoutNames: Self {
    filter { ![.nameChinese, .nameEnglish, .home, .creditCode].contains($0.key) }
  }
}
