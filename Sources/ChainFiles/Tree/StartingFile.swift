public import IndustryChain

/// Files to begin a chain or a region with: what is required, and every other key as an example
/// that counts for nothing until its `# ` is removed.
///
/// They hold no figure and no firm, and nothing is wrong in them but that a name may be missing.
public struct StartingFile: Sendable {
  /// The language of the remarks; names stand in both.
  public let language: Language
  /// Where the JSON Schema of the file lies, as seen from the file; editors complete keys by it.
  public let schema: String
  /// Stands for a Chinese name that nobody has given, which the check counts as missing.
  static let noChineseName = "（中文名待填）"

  /// Files with remarks in a language and a reference to their schema.
  public init(in language: Language, schema: String) {
    self.language = language
    self.schema = schema
  }

  /// A chain of two links, a material and a product, to rename and to add to.
  public func chain(_ id: ChainID, name: LocalizedText) -> String {
    let english = name.english ?? id.rawValue
    let chinese = name.chinese ?? id.rawValue + Self.noChineseName
    let material = "\(id)-material"
    let product = "\(id)-product"
    let materialLink = TreeMap(
      [
        entry(
          "name", .text(english: "\(english): a material", chinese: "\(chinese)：某原料"), of: .link),
        entry("stage", "upstream", of: .link, more: Stage.words),
      ],
      below: examples(
        [
          "kind: material", "inputs: {other-link: 0.2}", "processed_by: {other-chain/work: 0.1}",
          "value_added: 0.2", "plant: {output: 5000万元, investment: 3000万元, land_mu: 30, jobs: 60}",
          "needs: [steam]", "variant_of: other-link", "codes: {gb4754: \"3985\"}",
          "note: {en: A remark, zh: 备注}",
        ], of: .link))
    let productLink = TreeMap([
      entry("name", .text(english: "\(english): a product", chinese: "\(chinese)：某产品"), of: .link),
      TreeEntry("stage", "downstream"),
      entry("inputs", .map(TreeMap([shareOfNobody(material)])), of: .link),
    ])
    let optional = examples(
      [
        "summary: {en: What it covers, zh: 涵盖范围}",
        "figures: {grade: estimate, source: {en: \"trade press 2024\", zh: \"行业报刊 2024\"}}",
        "needs: {steam: {en: Industrial steam, zh: 工业蒸汽}}",
      ], of: .chain)
    var links = entry(
      "links",
      .map(
        TreeMap([
          TreeEntry(material, .map(materialLink)),
          TreeEntry(
            product, .map(productLink),
            notes: TreeNotes(above: [.blank])),
        ])), of: .chain)
    links.notes.above = optional
    return text(
      TreeMap([
        entry("chain", .text(id.rawValue), of: .chain),
        entry("name", .text(english: english, chinese: chinese), of: .chain),
        links,
      ]))
  }

  /// A region that nobody has surveyed yet.
  public func region(_ id: RegionID, name: LocalizedText, date: CalendarDate) -> String {
    let english = name.english ?? id.rawValue
    let chinese = name.chinese ?? id.rawValue + Self.noChineseName
    return text(
      TreeMap(
        [
          entry("region", .text(id.rawValue), of: .region),
          entry("name", .text(english: english, chinese: chinese), of: .region),
          entry("date", .figure("\(date)"), of: .region),
        ],
        below: examples(
          [
            "code: \"520690\"", "surveyed: {some-chain: {source: \"visit 2024-06\"}}",
            "final_demand: {some-chain/some-link: 120}", "supply_ratio: {some-link: 0.4}",
            "chief_firms: {some-chain: some-firm}", "chain_leads: {some-chain: 张三}",
            "provides: [steam]", "lacks: {hazardous-waste-permit: {veto: true}}",
            "priorities: {some-chain: 0.5}", "ranking: {weights: {chain_value: 3, leads: 1}}",
          ], of: .region)))
  }

  /// The header of a table of firms, with Chinese names of columns in Chinese.
  public var firmTable: String {
    let names = FirmColumn.allCases.map { column in
      language == .chinese ? column.chineseNames.first ?? column.rawValue : column.rawValue
    }
    return names.joined(separator: ",") + "\n"
  }

  /// What editors look for to know the schema of a file.
  static let schemaMark = "# yaml-language-server: $schema="

  private func text(_ root: TreeMap) -> String {
    canonicalText(
      of: FileTree(root, head: ([Self.schemaMark + schema] + introduction).map { .comment($0) }))
  }

  private var introduction: [String] {
    switch language {
    case .chinese:
      [
        "# 以“#”开头的是说明，不影响计算；删去行首的“# ”，该行示例即生效，请改成自己的内容。",
        "# 各项含义见 Docs/ChainFormat.md；用 chaingap check 检查，用 chaingap format 统一排版。",
      ]
    case .english:
      [
        "# Lines that begin with # count for nothing; an example counts once its \"# \" is removed.",
        "# Docs/ChainFormat.md explains every key; chaingap check finds mistakes, chaingap format lays out.",
      ]
    }
  }

  /// An entry with a remark on its key.
  private func entry(
    _ key: String, _ value: TreeValue, of schema: ObjectSchema, more words: [String] = []
  ) -> TreeEntry {
    let remark = remark(on: key, of: schema)
    let choice = words.isEmpty ? "" : language.text(LocalizedText(english: ": ", chinese: "："))
    return TreeEntry(
      key, value,
      notes: TreeNotes(beside: "# " + remark + choice + words.joined(separator: ", ")))
  }

  /// A supplier whose share nobody knows.
  private func shareOfNobody(_ supplier: String) -> TreeEntry {
    let remark = language.text(
      LocalizedText(english: "0…1; blank where nobody knows it", chinese: "0…1；不知道就留空"))
    return TreeEntry(supplier, .blank, notes: TreeNotes(beside: "# " + remark))
  }

  /// Examples as comments, their remarks in one column.
  private func examples(_ lines: [String], of schema: ObjectSchema) -> [TreeLine] {
    let width = lines.map(\.columnCount).max() ?? 0
    return lines.map { line in
      let key = String(line.prefix { $0 != ":" })
      let gap = String(repeating: " ", count: width - line.columnCount + 2)
      return .comment("# " + line + gap + "# " + remark(on: key, of: schema))
    }
  }

  private func remark(on key: String, of schema: ObjectSchema) -> String {
    guard let key = schema.keys.first(where: { $0.key == key }) else { return "" }
    return language.text(LocalizedText(english: key.english, chinese: key.chinese))
  }
}
