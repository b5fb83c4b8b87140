public import Diagnostics
import IndustryChain

/// A region's file and tables as tables that are filled in, and back.
public enum RegionExchange {
  /// The tables that are files of their own, by their names without the ending.
  public static let fileNames = ["firms", "prospects", "peers"]

  /// The tables of a region, in the order of `ExchangeShape.region`.
  ///
  /// O(size of tree and tables).
  ///
  /// - Parameters:
  ///   - tree: The region file.
  ///   - files: The tables that are there, by the names of `fileNames`.
  /// - Returns: The tables, and what of the files has no place in them.
  public static func tables(
    of tree: FileTree, files: [String: SourceFile]
  ) -> (tables: [ExchangeTable], diagnostics: [Diagnostic]) {
    let root = TreeValue.map(tree.root)
    var tables = ExchangeShape.region.map { ExchangeTable($0) }
    var diagnostics: [Diagnostic] = []
    func add(_ key: String, _ values: [String: String]) {
      guard let index = tables.firstIndex(where: { $0.shape.key == key }) else { return }
      tables[index].add(values)
    }
    for (index, table) in tables.enumerated() {
      guard let file = files[table.shape.key] else { continue }
      let rows = SheetRows(ExchangeSheet(file), as: table.shape)
      diagnostics += rows.diagnostics
      for row in rows.rows { tables[index].add(row.cells.mapValues(\.value)) }
    }
    addSettings(of: root, to: add)
    for survey in root["surveyed"]?.entries ?? [] {
      add("surveyed", ["name": survey.key].merging(survey.value.provenanceCells()) { $1 })
    }
    for figure in RegionFigure.allCases {
      for entry in root[figure.rawValue]?.entries ?? [] {
        add(
          "figures",
          entry.value.figureCells("value")
            .merging(["figure": figure.rawValue, "name": entry.key]) { $1 })
      }
    }
    let chiefs = root["chief_firms"]?.entries ?? []
    let leads = root["chain_leads"]?.entries ?? []
    for chief in chiefs {
      let lead = leads.first { $0.key == chief.key }?.value.localizedText ?? LocalizedText()
      add(
        "chains",
        ["chain": chief.key, "chief_firm": chief.value.word ?? ""]
          .merging(lead.cells("chain_lead")) { $1 })
    }
    for lead in leads where !chiefs.contains(where: { $0.key == lead.key }) {
      add(
        "chains", ["chain": lead.key].merging(lead.value.localizedText.cells("chain_lead")) { $1 })
    }
    for need in root["provides"]?.words ?? [] {
      add("needs", ["need": need, "status": NeedStatus.provides.rawValue])
    }
    for lack in root["lacks"]?.entries ?? [] {
      add(
        "needs",
        lack.value.provenanceCells().merging([
          "need": lack.key, "status": NeedStatus.lacks.rawValue,
          "veto": lack.value["veto"]?.word == "true" ? "yes" : "",
        ]) { $1 })
    }
    addRanking(of: root, to: add)
    if let index = tables.firstIndex(where: { $0.shape == .comments }) {
      tables[index] = CommentTable.table(of: tree)
    }
    return (tables, diagnostics)
  }

  private static func addSettings(
    of root: TreeValue, to add: (String, [String: String]) -> Void
  ) {
    add("region", ["key": "region", "value": root["region"]?.word ?? ""])
    let name = root["name"]?.localizedText ?? LocalizedText()
    add("region", ["key": "name", "en": name.english ?? "", "zh": name.chinese ?? ""])
    for key in ["code", "date"] {
      add("region", ["key": key, "value": root[key]?.word ?? ""])
    }
  }

  private static func addRanking(
    of root: TreeValue, to add: (String, [String: String]) -> Void
  ) {
    for setting in RankingSetting.allCases {
      guard let value = root["ranking"]?[setting.rawValue] else { continue }
      if setting == .weightOrder {
        for criterion in value.words {
          add("ranking", ["setting": setting.rawValue, "key": criterion])
        }
      }
      for entry in value.entries {
        var cells = ["setting": setting.rawValue, "key": entry.key]
        if case .list = entry.value {
          let bounds = entry.value.words
          cells["value"] = bounds.first
          cells["to"] = bounds.dropFirst().first
        } else {
          cells.merge(entry.value.figureCells("value")) { $1 }
        }
        add("ranking", cells)
      }
    }
  }
}
