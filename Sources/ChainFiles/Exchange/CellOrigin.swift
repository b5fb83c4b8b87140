/// Which cell of the tables of a definition holds the value at a path of keys.
struct CellOrigin: Equatable {
  /// The key of the table.
  var table: String
  /// What tells its row: values by column.
  var row: [String: String]
  /// Which of several such rows, from 0.
  var number = 0
  /// The columns, of which the first counts that is filled in.
  var columns: [String]

  init(_ table: String, _ row: [String: String], _ columns: [String]) {
    (self.table, self.row, self.columns) = (table, row, columns)
  }

  /// The cell behind the keys from the top of a chain or region file, `nil` where there is none;
  /// `isKey` where the last key itself is meant, and not its value.
  init?(of path: [String], inChain isChain: Bool, isKey: Bool = false) {
    self.init(ofValueAt: path, inChain: isChain)
    // A key that tells a row apart has a column of its own there.
    let named = Self.nameColumns[table].map { row[$0] == path.last } ?? false
    if isKey, named, let column = Self.nameColumns[table] { columns = [column] }
  }

  /// The column that tells the rows of a table apart, or those of one link or figure.
  private static let nameColumns = [
    "inputs": "supplier", "codes": "classification", "figures": "name", "surveyed": "name",
    "chains": "chain", "needs": "need", "ranking": "key",
  ]

  private init?(ofValueAt path: [String], inChain isChain: Bool) {
    guard let first = path.first else { return nil }
    let name = path.count > 1 ? path[1] : nil
    let rest = Array(path.dropFirst(2))
    switch (first, name) {
    case ("links", let link?): self.init(link: link, rest)
    case ("needs", let need?):
      self.init("needs", ["need": need], rest.isEmpty ? ["need"] : ["name_zh", "name_en"])
    case ("figures", let key?):
      self.init("chain", ["key": "figures.\(key)"], ["value", "zh", "en"])
    case ("chain", _), ("summary", _):
      self.init("chain", ["key": first], ["value", "zh", "en"])
    case ("name", _):
      self.init(isChain ? "chain" : "region", ["key": first], ["zh", "en", "value"])
    case ("region", _), ("code", _), ("date", _):
      self.init("region", ["key": first], ["value", "zh", "en"])
    case ("surveyed", let name?):
      self.init("surveyed", ["name": name], Self.provenance(rest, "name"))
    case ("chief_firms", let chain?): self.init("chains", ["chain": chain], ["chief_firm"])
    case ("chain_leads", let chain?):
      self.init("chains", ["chain": chain], ["chain_lead_zh", "chain_lead_en"])
    case ("provides", let number?):
      self.init("needs", ["status": NeedStatus.provides.rawValue], ["need"])
      self.number = Int(number) ?? 0
    case ("lacks", let need?):
      self.init("needs", ["need": need], rest == ["veto"] ? rest : Self.provenance(rest, "need"))
    case ("ranking", let setting?):
      self.init("ranking", ["setting": setting], ["value", "key", "setting"])
      if setting == RankingSetting.weightOrder.rawValue {
        number = rest.first.flatMap { Int($0) } ?? 0
        columns = ["key"]
      } else {
        row["key"] = rest.first
        if rest.last == "1" { columns = ["to"] }
      }
    case (let figure, let name?) where RegionFigure(rawValue: figure) != nil:
      self.init(
        "figures", ["figure": figure, "name": name], Self.provenance(rest, "value"))
    default: return nil
    }
  }

  /// The cell behind the keys below a link.
  private init(link: String, _ path: [String]) {
    self.init("links", ["link": link], ["link"])
    guard let key = path.first else { return }
    let rest = Array(path.dropFirst())
    switch key {
    case "inputs", "processed_by":
      guard let supplier = rest.first else { return }
      let column = ["critical": "critical", "return": "route"][rest.dropFirst().first ?? ""]
      self.init(
        "inputs", ["link": link, "supplier": supplier],
        column.map { [$0] } ?? Self.provenance(Array(rest.dropFirst()), "share") + ["supplier"])
    case "plant":
      guard let figure = rest.first else { return }
      if LinkFigure(rawValue: figure) == nil {
        columns = Self.provenance(rest, figure).map { "plant_\($0)" }
      } else if rest.count == 1 || rest[1] == "value" {
        columns = [figure]
      } else {
        self.init(
          "figures", ["link": link, "figure": figure], Self.provenance(Array(rest.dropFirst()), ""))
      }
    case "value_added":
      if rest.isEmpty || rest == ["value"] {
        columns = [key]
      } else {
        self.init("figures", ["link": link, "figure": key], Self.provenance(rest, ""))
      }
    case "codes":
      guard let classification = rest.first else { return }
      self.init("codes", ["link": link, "classification": classification], ["code"])
    case "name", "note": columns = ["\(key)_zh", "\(key)_en"]
    default: columns = [key]
    }
  }

  /// The columns of a key that tells where a figure is from, else the column of the figure.
  private static func provenance(_ path: [String], _ figure: String) -> [String] {
    switch path.first {
    case "source"?: path.last == "en" ? ["source_en"] : ["source_zh", "source_en"]
    case "grade"?, "as_of"?: [path[0]]
    default: [figure]
    }
  }
}
