public import Diagnostics
import IndustryChain

extension ChainExchange {
  /// A chain file of its tables.
  ///
  /// What has no place in one is reported, and the rest is there all the same. O(cells) on average.
  ///
  /// - Parameter sheets: The tables, found by their names; those that are not named as one of
  ///   `ExchangeShape.chain` are left aside.
  /// - Returns: The file, `nil` without a table of links, and what was found.
  public static func tree(
    from sheets: [ExchangeSheet]
  ) -> (tree: FileTree?, diagnostics: [Diagnostic]) {
    var reader = ChainTablesReader(sheets)
    let tree = reader.tree()
    return (tree, reader.diagnostics)
  }
}

/// Reads the tables of a chain.
private struct ChainTablesReader {
  private let tables: [String: SheetRows]
  private(set) var diagnostics: [Diagnostic]
  private var links: [String: TreeMap] = [:]
  private var order: [String] = []

  init(_ sheets: [ExchangeSheet]) {
    (tables, diagnostics) = SheetRows.byTable(sheets, as: ExchangeShape.chain)
  }

  mutating func tree() -> FileTree? {
    guard tables["chain"] != nil, tables["links"] != nil else { return nil }
    var root = settings()
    if let needs = needs() { root["needs"] = needs }
    readLinks()
    readInputs()
    readFigures()
    readCodes()
    root["links"] = .map(TreeMap(order.map { TreeEntry($0, .map(links[$0] ?? TreeMap([]))) }))
    var tree = FileTree(root)
    if let comments = tables["comments"] {
      diagnostics += CommentTable.restore(comments, in: &tree)
    }
    return tree
  }

  private mutating func settings() -> TreeMap {
    var root = TreeMap([])
    guard let rows = tables["chain"] else { return root }
    var figures = TreeMap([])
    let (settings, findings) = rows.settings(
      values: ["chain", "figures.grade", "figures.as_of"],
      texts: ["name", "summary", "figures.source"])
    diagnostics += findings
    for (key, value) in settings {
      switch key {
      case "figures.grade": figures["grade"] = value
      case "figures.source": figures["source"] = value
      case "figures.as_of": figures["as_of"] = value.word.map { .figure($0.normalizedDate) }
      default: root[key] = value
      }
    }
    if !figures.entries.isEmpty { root["figures"] = .map(figures) }
    return root
  }

  private mutating func needs() -> TreeValue? {
    guard let rows = tables["needs"] else { return nil }
    var needs = TreeMap([])
    for row in rows.rows {
      guard let id = key("need", of: row, in: rows) else { continue }
      guard needs[id] == nil else {
        diagnostics.append(rows.repeated(row, "need", id))
        continue
      }
      needs[id] = row.text("name").map { .text($0) } ?? .blank
    }
    return needs.entries.isEmpty ? nil : .map(needs)
  }

  private mutating func readLinks() {
    guard let rows = tables["links"] else { return }
    for row in rows.rows {
      guard let id = key("link", of: row, in: rows) else { continue }
      guard links[id] == nil else {
        diagnostics.append(rows.repeated(row, "link", id))
        continue
      }
      var link = TreeMap([])
      if let name = row.text("name") { link["name"] = .text(name) }
      for key in ["stage", "kind", "variant_of"] {
        if let word = row[key] { link[key] = .text(word) }
      }
      if let value = row["value_added"] { link["value_added"] = .figure(value) }
      var plant = TreeMap([])
      for figure in LinkFigure.plant {
        if let value = row[figure.rawValue] { plant[figure.rawValue] = .figure(value) }
      }
      plant.entries += row.provenance(prefix: "plant_")
      if !plant.entries.isEmpty { link["plant"] = .map(plant) }
      if let needs = row["needs"] { link["needs"] = .list(needs.separatedIDs) }
      if let note = row.text("note") { link["note"] = .text(note) }
      links[id] = link
      order.append(id)
    }
  }

  private mutating func readInputs() {
    guard let rows = tables["inputs"] else { return }
    for row in rows.rows {
      guard let (buyer, link) = link(of: row, in: rows),
        let supplier = key("supplier", of: row, in: rows)
      else { continue }
      var route = InputRoute.purchase
      if let word = row["route"] {
        guard let known = InputRoute(rawValue: word.lowercased()) else {
          diagnostics.append(rows.unknownWord(row, "route", InputRoute.words))
          continue
        }
        route = known
      }
      var rest: [TreeEntry] = []
      if let word = row["critical"], !word.isNo {
        if word.isYes {
          rest.append(TreeEntry("critical", .flag(true)))
        } else {
          diagnostics.append(rows.unknownFlag(row, "critical"))
        }
      }
      if route == .comesBack { rest.append(TreeEntry("return", .flag(true))) }
      rest += row.provenance()
      let key = route == .processing ? "processed_by" : "inputs"
      var inputs = TreeMap(link[key]?.entries ?? [])
      guard inputs[supplier] == nil else {
        diagnostics.append(rows.repeated(row, "supplier", supplier))
        continue
      }
      inputs[supplier] = .figure(row["share"], "share", with: rest)
      links[buyer]?[key] = .map(inputs)
    }
  }

  private mutating func readFigures() {
    guard let rows = tables["figures"] else { return }
    var seen: Set<[String]> = []
    for row in rows.rows {
      guard let (id, link) = link(of: row, in: rows) else { continue }
      guard let figure = row["figure"].flatMap(LinkFigure.init) else {
        diagnostics.append(rows.unknownWord(row, "figure", LinkFigure.words))
        continue
      }
      guard seen.insert([id, figure.rawValue]).inserted else {
        diagnostics.append(rows.repeated(row, "figure", figure.rawValue))
        continue
      }
      let rest = row.provenance()
      guard !rest.isEmpty else {
        diagnostics.append(
          rows.finding(
            .unmappedRow, row, "figure",
            "the row says neither grade nor source of the figure, and is not imported",
            "此行既没有写明数据等级，也没有来源，未导入",
            help: ("fill one of them in, or delete the row", "请填写其中一项，或删去此行")))
        continue
      }
      if figure == .valueAdded {
        links[id]?["value_added"] = .figure(link["value_added"]?.word, with: rest)
      } else {
        var plant = TreeMap(link["plant"]?.entries ?? [])
        plant[figure.rawValue] = .figure(plant[figure.rawValue]?.word, with: rest)
        links[id]?["plant"] = .map(plant)
      }
    }
  }

  private mutating func readCodes() {
    guard let rows = tables["codes"] else { return }
    for row in rows.rows {
      guard let (id, link) = link(of: row, in: rows),
        let classification = key("classification", of: row, in: rows)
      else { continue }
      var codes = TreeMap(link["codes"]?.entries ?? [])
      guard codes[classification] == nil else {
        diagnostics.append(rows.repeated(row, "classification", classification))
        continue
      }
      codes[classification] = row["code"].map { .text($0) } ?? .blank
      links[id]?["codes"] = .map(codes)
    }
  }

  /// The text of a column that a row cannot do without.
  private mutating func key(
    _ column: String, of row: SheetRows.Row, in rows: SheetRows
  ) -> String? {
    if let text = row[column] { return text }
    diagnostics.append(rows.missing(row, column))
    return nil
  }

  /// The link that a row of another table belongs to.
  private mutating func link(
    of row: SheetRows.Row, in rows: SheetRows
  ) -> (id: String, link: TreeMap)? {
    guard let id = key("link", of: row, in: rows) else { return nil }
    if let link = links[id] { return (id, link) }
    diagnostics.append(
      rows.finding(
        .unmappedRow, row, "link", "the table of links has no \"\(id)\"; the row is not imported",
        "“links”表中没有环节“\(id)”，此行未导入",
        help: ("add the link there, or delete the row", "请在 links 表中补上该环节，或删去此行")))
    return nil
  }
}

extension SheetRows {
  /// What a table of settings says, in the order of its rows: of some keys a value, of others a text
  /// in both languages, which a person may write where other values stand.
  ///
  /// - Returns: The settings, and the rows and cells that say nothing of them.
  func settings(
    values: [String], texts: [String]
  ) -> (settings: [(key: String, value: TreeValue)], diagnostics: [Diagnostic]) {
    var settings: [(key: String, value: TreeValue)] = []
    var findings: [Diagnostic] = []
    var seen: Set<String> = []
    for row in rows {
      guard let key = row["key"], values.contains(key) || texts.contains(key) else {
        findings.append(unknownKey(row))
        continue
      }
      guard seen.insert(key).inserted else {
        findings.append(repeated(row, "key", key))
        continue
      }
      let text = LocalizedText(english: row["en"], chinese: row["zh"])
      let isText = texts.contains(key) && !text.isEmpty
      for column in isText ? ["value"] : ["en", "zh"] where row[column] != nil {
        findings.append(misplaced(row, column, key))
      }
      if isText {
        settings.append((key, .text(text)))
      } else if let value = row["value"] {
        settings.append((key, .text(value)))
      }
    }
    return (settings, findings)
  }

  private func misplaced(_ row: Row, _ column: String, _ key: String) -> Diagnostic {
    let value = (row[column] ?? "").shortened
    return finding(
      .unmappedValue, row, column,
      "\"\(value)\" stands in the column \"\(column)\", which says nothing here; it is not imported",
      "“\(value)”写在“\(column)”一列，“\(key)”一行不取这一列，未导入",
      help: column == "value"
        ? ("write names in the columns en and zh", "名称等文字请写在 en、zh 两列")
        : ("write it in the column value", "请写在 value 一列"))
  }

  func missing(_ row: Row, _ column: String) -> Diagnostic {
    finding(
      .unmappedRow, row, nil, "the row has no \"\(column)\", and is not imported",
      "此行没有填写“\(column)”，未导入",
      help: ("fill it in, or delete the row", "请填写，或删去此行"))
  }

  func repeated(_ row: Row, _ column: String, _ value: String) -> Diagnostic {
    finding(
      .repeatedRow, row, column,
      "\"\(value)\" stands in an earlier row already; this one is not imported",
      "“\(value)”在前面的行中已出现，此行未导入",
      help: ("join the two rows", "请将两行合并"))
  }

  func unknownWord(_ row: Row, _ column: String, _ words: [String]) -> Diagnostic {
    let list = words.map { "`\($0)`" }.joined(separator: ", ")
    let value = row[column] ?? ""
    return finding(
      .unmappedRow, row, column, "\"\(value)\" is no \(column); the row is not imported",
      "“\(value)”不是“\(column)”可用的取值，此行未导入",
      help: (
        "use one of \(list)", "请改用：\(words.map { "“\($0)”" }.joined(separator: "、"))"
      ))
  }

  func unknownFlag(_ row: Row, _ column: String) -> Diagnostic {
    let value = row[column] ?? ""
    return finding(
      .unmappedValue, row, column, "\"\(value)\" is no \(column), and is left out",
      "“\(value)”不是“\(column)”可用的取值，未导入",
      help: ("write `yes`, or leave it blank", "请填写“yes”，或留空"))
  }

  func unknownKey(_ row: Row) -> Diagnostic {
    let key = row["key"] ?? ""
    return finding(
      .unmappedRow, row, "key", "\"\(key)\" has no place in our files; the row is not imported",
      "“\(key)”在文件中没有对应的内容，此行未导入",
      help: ("delete the row, or compare with a fresh export", "请删去此行，或对照重新导出的表格"))
  }
}

extension ExchangeSheet {
  /// The key of the table: what stands before the first blank of the name, or what a Chinese
  /// name stands for.
  var key: String {
    let words = name.split { $0.isWhitespace }
    let key = words.first.map { $0.lowercased() } ?? ""
    let shapes = ExchangeShape.chain + ExchangeShape.region
    if shapes.contains(where: { $0.key == key }) { return key }
    let last = words.last.map(String.init) ?? ""
    let label = ExchangeShape.formerNames[last] ?? last
    return shapes.first { $0.label.chinese == label }?.key ?? key
  }
}
