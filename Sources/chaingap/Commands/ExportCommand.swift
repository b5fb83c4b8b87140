import ArgumentParser
import ChainFiles
import GapAnalysis
import Graphviz
import IndustryChain
import Reporting

/// Runs `chaingap export`.
struct ExportCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case graphml, json, dot, mermaid, csv, workbook, tables

    /// The format that a file's name asks for by its end.
    init?(ending: String) {
      switch ending {
      case "graphml", "xml": self = .graphml
      case "json": self = .json
      case "dot", "gv": self = .dot
      case "mmd", "mermaid": self = .mermaid
      case "xlsx": self = .workbook
      default: return nil
      }
    }

    var ending: String { self == .mermaid ? "mmd" : rawValue }
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: Phrase(
      "Write definitions to be edited as tables, or the graph with its results.",
      "导出可编辑的产业链和区域表格，或带分析结果的图。"),
    discussion: Phrase(
      """
      Examples:
        chaingap export -o dalong.graphml               for Gephi, yEd, networkx
        chaingap export lithium-battery --format json   for a program, or D3
        chaingap export lighter --format mermaid -o -   for a Markdown page
        chaingap export --format dot -o chains.dot      as chaingap diagram draws
        chaingap export --format csv -o tables          links.csv and inputs.csv
        chaingap export lighter -o lighter.xlsx         a chain to edit in Excel
        chaingap export dalong --format tables          a region as CSV files
        chaingap export --format workbook -o books      every chain and region
        chaingap export --template chain -o new.xlsx    an empty one to fill in

      Workbooks and tables are definitions: chaingap import brings them back
      with nothing lost (Docs/Exchange.md); one that somebody has edited is only
      replaced with --replace. The other formats are the graph.
      Links of other chains that trade with the named ones come along, as not
      selected. What is unknown is absent, null or empty, never 0.
      Docs/Exports.md tells what each attribute means.
      """,
      """
      示例：
        chaingap export -o dalong.graphml               供 Gephi、yEd、networkx
        chaingap export lithium-battery --format json   供程序或 D3
        chaingap export lighter --format mermaid -o -   用于 Markdown 页面
        chaingap export --format dot -o chains.dot      与 chaingap diagram 所画相同
        chaingap export --format csv -o tables          links.csv 和 inputs.csv
        chaingap export lighter -o lighter.xlsx         在 Excel 中编辑一条产业链
        chaingap export dalong --format tables          一个区域，CSV 文件
        chaingap export --format workbook -o books      全部产业链和区域
        chaingap export --template chain -o new.xlsx    空白工作簿，待填写

      workbook 和 tables 是定义文件，可用 chaingap import 原样导回，不丢失内容
      （见 Docs/Exchange.md）；他人改过的文件须加 --replace 才会替换。
      其他格式是图。与所选产业链有买卖关系的其他产业链环节一并导出，标为未选中。
      未知的内容留空或写 null，绝不写 0。各属性的含义见 Docs/Exports.md。
      """))

  @OptionGroup var options: AnalysisOptions

  @Argument(
    help: .init(
      "The chains to write, or regions; all of them where none is named.",
      "要导出的产业链或区域；不写即全部。"))
  var chains: [String] = []

  @Option(
    help: ArgumentHelp(
      "graphml, json, dot, mermaid, csv, workbook or tables."
        + " Default: as the file's name ends, else json.",
      "graphml、json、dot、mermaid、csv、workbook（工作簿）或 tables（CSV 表）。"
        + "默认按文件名结尾，否则为 json。"))
  var format: Format?

  @Option(
    help: .init(
      "An empty workbook to be filled in: chain or region.",
      "待填写的空白工作簿：chain（产业链）或 region（区域）。"))
  var template: Template?

  enum Template: String, CaseIterable, ExpressibleByArgument {
    case chain, region

    var tables: [ExchangeTable] {
      self == .chain ? ExchangeTable.emptyChain : ExchangeTable.emptyRegion
    }
  }

  @Option(
    help: .init(
      "Names in dot and mermaid: zh, en or both; the others always have both.",
      "dot 和 mermaid 中的名称：zh、en 或 both；其他格式总是中英文兼有。"))
  var language = DiagramLanguage.both

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The file to write, for csv the folder; - for standard output.",
      "写入的文件，csv 为文件夹；- 为标准输出。", valueName: "file"))
  var output: String?

  @Flag(
    help: .init(
      "Replace workbooks and tables that are there with other content.",
      "替换内容不同的已有工作簿和表。"))
  var replace = false

  private var chosenFormat: Format {
    let ending = output?.split(separator: ".").last.map { $0.lowercased() }
    if template != nil { return format ?? .workbook }
    return format ?? ending.flatMap { Format(ending: $0) } ?? .json
  }

  mutating func validate() throws {
    if output == "" {
      throw ValidationError("--output takes a file", "--output 后须写文件名")
    }
    if chosenFormat == .csv, output == "-" {
      throw ValidationError(
        "csv is two files; name a folder with --output", "csv 有两个文件，请用 --output 指定文件夹")
    }
    if chosenFormat == .tables, output == "-" {
      throw ValidationError(
        "tables are several files; name a folder with --output",
        "tables 有多个文件，请用 --output 指定文件夹")
    }
    if template != nil, chosenFormat != .workbook && chosenFormat != .tables {
      throw ValidationError(
        "--template is a workbook or, with --format tables, CSV files",
        "--template 只能是工作簿，或加 --format tables 为 CSV 文件")
    }
    if template != nil, !chains.isEmpty {
      throw ValidationError(
        "--template is empty; name no chain with it", "--template 是空白表，不要同时指定产业链")
    }
    if format == nil, let output, output.lowercased().hasSuffix(".csv") {
      throw ValidationError(
        "csv is two files; write --format csv and name a folder",
        "csv 有两个文件，请写 --format csv 并指定文件夹")
    }
  }

  func run() throws {
    switch chosenFormat {
    case .workbook: return try exportDefinitions(as: .workbook)
    case .tables: return try exportDefinitions(as: .tables)
    case .graphml, .json, .dot, .mermaid, .csv: break
    }
    let analysis = try options.analysis()
    let ids = try Set(chains.map { try analysis.chain(named: $0) })
    let export = GraphExport(of: analysis, chains: ids)
    let name = ids.isEmpty ? "all-chains" : ids.map(\.rawValue).sorted().joined(separator: "-")
    let stem = "\(analysis.region.id)-\(name)"
    if chosenFormat == .csv {
      let folder = output ?? stem
      let tables = ["links.csv": export.linksCSV(), "inputs.csv": export.inputsCSV()]
        .mapValues { Array($0.utf8) }
      try refuseToReplace(
        Dictionary(uniqueKeysWithValues: tables.map { ("\(folder)/\($0.key)", $0.value) }))
      try ResultFiles.write(tables, into: folder)
      for table in tables.keys.sorted() { Console.write("\(folder)/\(table)\n") }
      return
    }
    let bytes = try bytes(of: export, chains: ids, analysis: analysis)
    if output == "-" { return Console.write(bytes) }
    let file = output ?? "\(stem).\(chosenFormat.ending)"
    try ResultFiles.write(bytes, to: file)
    Console.write("\(file)\n")
  }

  private func bytes(
    of export: GraphExport, chains: Set<ChainID>, analysis: Analysis
  ) throws -> [UInt8] {
    switch chosenFormat {
    case .graphml: return Array(export.graphML().utf8)
    case .mermaid: return Array(export.mermaid(in: language).utf8)
    case .dot:
      let scope = chains.isEmpty ? DiagramScope.workspace : .chains(chains)
      let diagram = ChainDiagram(of: analysis, showing: scope, in: language).digraph()
      return DOTSource(diagram).bytes
    case .json, .csv, .workbook, .tables: return Array(export.json().utf8)
    }
  }

  /// Keeps what somebody has edited.
  ///
  /// - Throws: `Failure` where a file has other content than it would get, unless that is asked for.
  private func refuseToReplace(_ files: [String: [UInt8]]) throws {
    guard !replace else { return }
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      guard DefinitionExport.replacesOther(path, with: bytes) else { continue }
      throw Failure(
        "\"\(path)\" has other content; nothing was written", "“\(path)”已有不同的内容，未写入任何文件",
        help: .init(
          "bring its edits back with chaingap import first, or add --replace",
          "其中如有改动，请先运行 chaingap import；确要替换请加 --replace"))
    }
  }

  /// Writes definitions: one into the file or folder that is named, several into a folder.
  private func exportDefinitions(as form: DefinitionExport.Form) throws {
    let definitions: [DefinitionExport.Definition]
    if let template {
      definitions = [.init(id: template.rawValue, tables: template.tables)]
    } else {
      definitions = try DefinitionExport(workspace: options.workspace)
        .definitions(named: chains, language: .ofMessages)
    }
    var files: [String: [UInt8]] = [:]
    for definition in definitions {
      files.merge(try DefinitionExport.files(of: definition, as: form)) { $1 }
    }
    let isOne = definitions.count == 1 && (template != nil || !chains.isEmpty)
    if isOne, form == .workbook, let output, let bytes = files.first?.value {
      if output == "-" { return Console.write(bytes) }
      try refuseToReplace([output: bytes])
      try ResultFiles.write(bytes, to: output)
      return Console.write("\(output)\n")
    }
    if output == "-" {
      throw Failure(
        "several workbooks do not fit into standard output", "多个工作簿不能写到标准输出",
        help: .init("name a folder with --output", "请用 --output 指定文件夹"))
    }
    var folder = output ?? "."
    if isOne, form == .tables, let output, let id = definitions.first?.id {
      files = Dictionary(
        uniqueKeysWithValues: files.map { (String($0.key.dropFirst(id.count + 1)), $0.value) })
      folder = output
    }
    try refuseToReplace(
      Dictionary(uniqueKeysWithValues: files.map { ("\(folder)/\($0.key)", $0.value) }))
    try ResultFiles.write(files, into: folder)
    for file in files.keys.sorted() {
      Console.write(folder == "." ? "\(file)\n" : "\(folder)/\(file)\n")
    }
  }
}
