public import Diagnostics
import IndustryChain

extension RegionExchange {
  /// A region's files of its tables.
  ///
  /// What has no place in one is reported, and the rest is there all the same. O(cells) on average.
  ///
  /// - Returns: The region file, `nil` without a table `region`; the texts of the CSV files whose
  ///   tables are there, by the names of `fileNames`, a header alone where there are no rows; what
  ///   was found.
  public static func files(
    from sheets: [ExchangeSheet]
  ) -> (tree: FileTree?, files: [String: String], diagnostics: [Diagnostic]) {
    var reader = RegionTablesReader(sheets)
    let tree = reader.tree()
    return (tree, reader.files(), reader.diagnostics)
  }
}

/// Reads the tables of a region.
private struct RegionTablesReader {
  private let tables: [String: SheetRows]
  private(set) var diagnostics: [Diagnostic]

  init(_ sheets: [ExchangeSheet]) {
    (tables, diagnostics) = SheetRows.byTable(sheets, as: ExchangeShape.region)
  }

  /// The CSV files, with the columns that hold something and the first; all columns where no row is
  /// left, so that the table can be filled in again.
  func files() -> [String: String] {
    var files: [String: String] = [:]
    for shape in ExchangeShape.region where RegionExchange.fileNames.contains(shape.key) {
      // A header that names nothing is an error, and no table without rows.
      guard let rows = tables[shape.key],
        rows.sheet.rows.isEmpty || !rows.columnKeys.isEmpty
      else { continue }
      let columns = shape.columns.filter { column in
        rows.rows.isEmpty || column == shape.columns.first
          || rows.rows.contains { $0[column.key] != nil }
      }
      files[shape.key] = CSVText.text(
        [columns.map(\.key)] + rows.rows.map { row in columns.map { row[$0.key] ?? "" } })
    }
    return files
  }

  mutating func tree() -> FileTree? {
    guard tables["region"] != nil else { return nil }
    var root = settings()
    readTable("surveyed", "name", into: "surveyed", of: &root) { row in
      row.provenance().isEmpty ? .blank : .map(TreeMap(row.provenance()))
    }
    readFigures(into: &root)
    readTable("chains", "chain", into: "chief_firms", of: &root) { row in
      row["chief_firm"].map { .text($0) }
    }
    readTable("chains", "chain", into: "chain_leads", of: &root) { row in
      row.text("chain_lead").map { .text($0) }
    }
    readNeeds(into: &root)
    readRanking(into: &root)
    var tree = FileTree(root)
    if let comments = tables["comments"] {
      diagnostics += CommentTable.restore(comments, in: &tree)
    }
    return tree
  }

  private mutating func settings() -> TreeMap {
    var root = TreeMap([])
    guard let rows = tables["region"] else { return root }
    let (settings, findings) = rows.settings(values: ["region", "code", "date"], texts: ["name"])
    diagnostics += findings
    for (key, value) in settings {
      root[key] = key == "date" ? value.word.map { .figure($0.normalizedDate) } : value
    }
    return root
  }

  /// Reads a table whose rows are entries of one key; rows without a value are left out.
  private mutating func readTable(
    _ table: String, _ column: String, into key: String, of root: inout TreeMap,
    _ value: (SheetRows.Row) -> TreeValue?
  ) {
    guard let rows = tables[table] else { return }
    var map = TreeMap([])
    for row in rows.rows {
      guard let value = value(row) else { continue }
      guard let name = row[column] else {
        diagnostics.append(rows.missing(row, column))
        continue
      }
      guard map[name] == nil else {
        diagnostics.append(rows.repeated(row, column, name))
        continue
      }
      map[name] = value
    }
    if !map.entries.isEmpty { root[key] = .map(map) }
  }

  private mutating func readFigures(into root: inout TreeMap) {
    guard let rows = tables["figures"] else { return }
    for row in rows.rows {
      guard let figure = row["figure"].flatMap(RegionFigure.init) else {
        diagnostics.append(
          row["figure"] == nil
            ? rows.missing(row, "figure") : rows.unknownWord(row, "figure", RegionFigure.words))
        continue
      }
      guard let name = row["name"] else {
        diagnostics.append(rows.missing(row, "name"))
        continue
      }
      var map = TreeMap(root[figure.rawValue]?.entries ?? [])
      guard map[name] == nil else {
        diagnostics.append(rows.repeated(row, "name", name))
        continue
      }
      map[name] = .figure(row["value"], with: row.provenance())
      root[figure.rawValue] = .map(map)
    }
  }

  private mutating func readNeeds(into root: inout TreeMap) {
    guard let rows = tables["needs"] else { return }
    var provides: [String] = []
    var lacks = TreeMap([])
    for row in rows.rows {
      guard let need = row["need"] else {
        diagnostics.append(rows.missing(row, "need"))
        continue
      }
      guard !provides.contains(need), lacks[need] == nil else {
        diagnostics.append(rows.repeated(row, "need", need))
        continue
      }
      switch row["status"].flatMap(NeedStatus.init) {
      case .provides: provides.append(need)
      case .lacks:
        var entries: [TreeEntry] = []
        if let word = row["veto"], !word.isNo {
          if word.isYes {
            entries.append(TreeEntry("veto", .flag(true)))
          } else {
            diagnostics.append(rows.unknownFlag(row, "veto"))
          }
        }
        entries += row.provenance()
        lacks[need] = entries.isEmpty ? .blank : .map(TreeMap(entries))
      case nil: diagnostics.append(rows.unknownWord(row, "status", NeedStatus.words))
      }
    }
    if !provides.isEmpty { root["provides"] = .list(provides) }
    if !lacks.entries.isEmpty { root["lacks"] = .map(lacks) }
  }

  private mutating func readRanking(into root: inout TreeMap) {
    guard let rows = tables["ranking"] else { return }
    var ranking = TreeMap([])
    for row in rows.rows {
      guard let setting = row["setting"].flatMap(RankingSetting.init) else {
        diagnostics.append(rows.unknownWord(row, "setting", RankingSetting.words))
        continue
      }
      guard let key = row["key"] else {
        diagnostics.append(rows.missing(row, "key"))
        continue
      }
      if setting == .weightOrder {
        let order = ranking[setting.rawValue]?.words ?? []
        ranking[setting.rawValue] = .list(order + [key])
        continue
      }
      var map = TreeMap(ranking[setting.rawValue]?.entries ?? [])
      guard map[key] == nil else {
        diagnostics.append(rows.repeated(row, "key", key))
        continue
      }
      if setting == .weightRanges {
        let bounds = [row["value"], row["to"]].compactMap { $0 }
        map[key] = .list(TreeList(bounds.map { TreeItem(.figure($0)) }))
      } else {
        map[key] = .figure(row["value"], with: row.provenance())
      }
      ranking[setting.rawValue] = .map(map)
    }
    if !ranking.entries.isEmpty { root["ranking"] = .map(ranking) }
  }
}
