import ArgumentParser
import ChainFiles
import Diagnostics
import IndustryChain

/// How a foreign file is to be understood.
struct ForeignOptions: ParsableArguments {
  /// What a table may be that is none of ours.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case edges, transactions, coefficients

    static let names = Phrase(
      allCases.map(\.rawValue).joined(separator: ", "),
      "edges（供需关系）、transactions（流量表）、coefficients（投入系数表）")
  }

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "What a table is: \(Kind.names.english). Default: as its headings show.",
      "表的种类：\(Kind.names.chinese)。默认按表头判断。", valueName: "kind"))
  var kind: Kind?

  @Option(
    help: ArgumentHelp(
      "The id of the chain that is made, into which all of a graph goes."
        + " Default: from the file's name, or those that a graph names.",
      "生成的产业链的编号，图中内容全部归入这条链。默认取自文件名，或图中标明的各条链。",
      valueName: "id"))
  var chain: String?

  @Flag(
    help: .init(
      "Write a file for each chain of a graph, even where they are more than 20.",
      "图中每条链各写一个文件，超过 20 条时也如此。"))
  var everyChain = false

  @Option(
    help: ArgumentHelp("The name of the chain that is made.", "生成的产业链的名称。", valueName: "text"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "The source of the figures, which are then reported; else they are estimates.",
      "数据来源；给出来源的记为报道，否则记为估算。", valueName: "text"))
  var source: String?

  @Option(
    help: ArgumentHelp(
      "Leave out shares below this, and tell their sum.", "略去低于此值的投入系数，并说明其合计。",
      valueName: "share"))
  var leastShare = 0.0

  @Option(
    help: ArgumentHelp("A CSV file of ids and names.", "列有编号和名称的 CSV 文件。", valueName: "file"))
  var names: String?

  @Option(
    help: ArgumentHelp(
      "The row or column of outputs in a table of transactions.",
      "投入产出流量表中总产出所在的行或列。", valueName: "name"))
  var outputRow: String?

  @Option(
    help: ArgumentHelp(
      "What the columns of a list of firms are (Docs/Exchange.md).",
      "说明企业名单各列含义的文件（见 Docs/Exchange.md）。", valueName: "file"))
  var mapping: String?

  @Option(
    help: ArgumentHelp(
      "The sheet of a foreign workbook that is read. Default: the first.",
      "要读取的外来工作簿的工作表。默认为第一张。", valueName: "name"))
  var sheet: String?

  @Option(help: ArgumentHelp("The region of a list of firms.", "企业名单所属的区域。", valueName: "id"))
  var region: String?

  mutating func validate() throws {
    guard (0...1).contains(leastShare) else {
      throw ValidationError(
        "--least-share is a number from 0 to 1", "--least-share 应为 0 至 1 之间的数")
    }
    guard (mapping == nil) == (region == nil) else {
      throw ValidationError(
        "a list of firms takes both --mapping and --region",
        "导入企业名单须同时给出 --mapping 和 --region")
    }
    for id in [chain, region].compactMap({ $0 }) where !id.isIDOfFiles {
      throw ValidationError(
        "\"\(id)\" is no id: write lower-case letters, digits and hyphens",
        "“\(id)”不是有效的编号：请用小写字母、数字和连字符")
    }
  }

  /// Whether tables may be those of a definition.
  var isDefinition: Bool { mapping == nil && kind == nil && sheet == nil }

  /// What a file is taken for.
  ///
  /// - Throws: `Failure` where a file that it needs cannot be read.
  func outcome(
    of file: ForeignFile, into place: ImportPlace, fate: FacilityTables.Fate
  ) throws -> ImportOutcome {
    switch file.format {
    case .graphML:
      guard let text = file.text else { return ImportOutcome() }
      return ImportOutcome(ForeignGraph(graphML: text), try settings(for: file))
    case .dot:
      guard let text = file.text else { return ImportOutcome() }
      return ImportOutcome(ForeignGraph(dot: text), try settings(for: file))
    case .sheets: return try outcome(of: file.sheets, in: file, place, fate)
    }
  }

  private func outcome(
    of sheets: [ExchangeSheet], in file: ForeignFile, _ place: ImportPlace,
    _ fate: FacilityTables.Fate
  ) throws -> ImportOutcome {
    if isDefinition, let outcome = ImportOutcome(definition: sheets) {
      return outcome
    }
    guard let sheet = chosen(of: sheets) else {
      return ImportOutcome(sheets.isEmpty ? [] : [noSheet(among: sheets, in: file.path)])
    }
    var outcome: ImportOutcome
    if let mapping, let region {
      let mapping = FacilityMapping(try ForeignFile.file(mapping))
      let tables = try place.files(["firms", "prospects"], ofRegion: region)
      outcome = ImportOutcome(
        facilities: sheet, mapping, region: region, tables: FacilityTables(tables), fate: fate)
    } else {
      let settings = try settings(for: file)
      if kind == nil || kind == .edges, let graph = ForeignGraph(edgeList: sheet) {
        outcome = ImportOutcome(graph, settings)
      } else if kind == .edges {
        throw Failure(
          "\"\(file.path)\" has no columns of suppliers and buyers",
          "“\(file.path)”中没有供应方和采购方两列",
          help: .init(
            "call them `supplier` and `buyer`, and the share `share`",
            "列名请用 `supplier`（供应方）、`buyer`（采购方），投入系数用 `share`"))
      } else {
        let kind = kind.flatMap { ForeignGraph.TableKind(rawValue: $0.rawValue) }
        outcome = ImportOutcome(
          ForeignGraph(inputOutputTable: sheet, as: kind, outputName: outputRow), settings)
      }
    }
    let others = sheets.filter { $0.name != sheet.name }
    outcome.add(others.flatMap { $0.leftAside(self.sheet == nil ? .notFirst : .notChosen) })
    return outcome
  }

  /// The table that is read, `nil` where there is none of the name.
  private func chosen(of sheets: [ExchangeSheet]) -> ExchangeSheet? {
    guard let sheet else { return sheets.first }
    return sheets.first { $0.name == sheet }
  }

  /// The finding that no sheet has the name that was asked for.
  private func noSheet(among sheets: [ExchangeSheet], in path: String) -> Diagnostic {
    let name = sheet ?? ""
    return Diagnostic(
      id: ImportRule.unreadableFile.id, severity: ImportRule.unreadableFile.severity,
      location: .init(file: SourceFile(path: path, text: "")),
      message: .init(
        english: "there is no sheet \"\(name)\"", chinese: "没有名为“\(name)”的表"),
      help: .init(
        english: "name one of " + sheets.map { "\"\($0.name)\"" }.joined(separator: ", "),
        chinese: "可选的表：" + sheets.map { "“\($0.name)”" }.joined(separator: "、")))
  }

  private func settings(for file: ForeignFile) throws -> ImportSettings {
    let last = file.path.split(separator: "/").last.map(String.init) ?? file.path
    var settings = ImportSettings(chain: chain ?? ImportSettings.chainID(ofFileNamed: last))
    settings.joinsChains = chain != nil
    settings.writesEveryChain = everyChain
    settings.name = name
    settings.source = source
    settings.leastShare = leastShare
    if let names { settings.readNames(ExchangeSheet(try ForeignFile.file(names))) }
    return settings
  }
}

extension String {
  /// Whether the text is an id as files have them.
  fileprivate var isIDOfFiles: Bool {
    ImportSettings.chainID(ofFileNamed: self) == self
  }
}
