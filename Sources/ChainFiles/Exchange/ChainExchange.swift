import IndustryChain

/// A chain file as tables that are filled in, and back.
public enum ChainExchange {
  /// The tables of a chain file, in the order of `ExchangeShape.chain`.
  ///
  /// O(size of the tree).
  public static func tables(of tree: FileTree) -> [ExchangeTable] {
    let root = TreeValue.map(tree.root)
    var tables = ExchangeShape.chain.map { ExchangeTable($0) }
    func add(_ key: String, _ values: [String: String]) {
      guard let index = tables.firstIndex(where: { $0.shape.key == key }) else { return }
      tables[index].add(values)
    }
    addSettings(of: root, to: add)
    for need in root["needs"]?.entries ?? [] {
      add("needs", ["need": need.key].merging(need.value.localizedText.cells("name")) { $1 })
    }
    for link in root["links"]?.entries ?? [] {
      add("links", cells(of: link))
      addInputs(of: link, to: add)
      for figure in LinkFigure.allCases {
        let value =
          figure == .valueAdded ? link.value["value_added"] : link.value["plant"]?[figure.rawValue]
        guard let value, value.hasProvenance else { continue }
        add(
          "figures",
          value.provenanceCells().merging(["link": link.key, "figure": figure.rawValue]) { $1 })
      }
      for code in link.value["codes"]?.entries ?? [] {
        add(
          "codes",
          ["link": link.key, "classification": code.key, "code": code.value.word ?? ""])
      }
    }
    if let index = tables.firstIndex(where: { $0.shape == .comments }) {
      tables[index] = CommentTable.table(of: tree)
    }
    return tables
  }

  private static func addSettings(
    of root: TreeValue, to add: (String, [String: String]) -> Void
  ) {
    add("chain", ["key": "chain", "value": root["chain"]?.word ?? ""])
    for key in ["name", "summary"] {
      let text = root[key]?.localizedText ?? LocalizedText()
      add("chain", ["key": key, "en": text.english ?? "", "zh": text.chinese ?? ""])
    }
    let cells = root["figures"]?.provenanceCells() ?? [:]
    add("chain", ["key": "figures.grade", "value": cells["grade"] ?? ""])
    add(
      "chain",
      ["key": "figures.source", "en": cells["source_en"] ?? "", "zh": cells["source_zh"] ?? ""])
    add("chain", ["key": "figures.as_of", "value": cells["as_of"] ?? ""])
  }

  private static func addInputs(
    of link: TreeEntry, to add: (String, [String: String]) -> Void
  ) {
    for key in ["inputs", "processed_by"] {
      for input in link.value[key]?.entries ?? [] {
        var cells = input.value.figureCells("share")
        let comesBack = input.value["return"]?.word == "true"
        let route: InputRoute =
          key == "processed_by" ? .processing : comesBack ? .comesBack : .purchase
        cells["link"] = link.key
        cells["supplier"] = input.key
        cells["route"] = route.rawValue
        cells["critical"] = input.value["critical"]?.word == "true" ? "yes" : ""
        add("inputs", cells)
      }
    }
  }

  private static func cells(of link: TreeEntry) -> [String: String] {
    var cells = ["link": link.key]
    for key in ["name", "note"] {
      cells.merge((link.value[key]?.localizedText ?? LocalizedText()).cells(key)) { $1 }
    }
    for key in ["stage", "kind", "variant_of"] { cells[key] = link.value[key]?.word }
    cells["value_added"] = link.value["value_added"]?.figureCells("value")["value"]
    for figure in LinkFigure.plant {
      cells[figure.rawValue] =
        link.value["plant"]?[figure.rawValue]?.figureCells("value")["value"]
    }
    cells.merge(link.value["plant"]?.provenanceCells(prefix: "plant_") ?? [:]) { $1 }
    cells["needs"] = link.value["needs"]?.words.joined(separator: "; ")
    return cells
  }
}

extension LocalizedText {
  /// The two wordings as cells.
  func cells(_ key: String) -> [String: String] {
    ["\(key)_en": english ?? "", "\(key)_zh": chinese ?? ""]
  }
}
