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
    abstract: "Write definitions to be edited as tables, or the graph with its results.",
    discussion: """
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
      """)

  @OptionGroup var options: AnalysisOptions

  @Argument(help: "The chains to write, or regions; all of them where none is named.")
  var chains: [String] = []

  @Option(
    help: ArgumentHelp(
      "graphml, json, dot, mermaid, csv, workbook or tables."
        + " Default: as the file's name ends, else json."))
  var format: Format?

  @Option(help: "An empty workbook to be filled in: chain or region.")
  var template: Template?

  enum Template: String, CaseIterable, ExpressibleByArgument {
    case chain, region

    var tables: [ExchangeTable] {
      self == .chain ? ExchangeTable.emptyChain : ExchangeTable.emptyRegion
    }
  }

  @Option(help: "Names in dot and mermaid: zh, en or both; the others always have both.")
  var language = DiagramLanguage.both

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The file to write, for csv the folder; - for standard output.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace workbooks and tables that are there with other content.")
  var replace = false

  private var chosenFormat: Format {
    let ending = output?.split(separator: ".").last.map { $0.lowercased() }
    if template != nil { return format ?? .workbook }
    return format ?? ending.flatMap { Format(ending: $0) } ?? .json
  }

  mutating func validate() throws {
    if output == "" { throw ValidationError("--output takes a file") }
    if chosenFormat == .csv, output == "-" {
      throw ValidationError("csv is two files; name a folder with --output")
    }
    if chosenFormat == .tables, output == "-" {
      throw ValidationError("tables are several files; name a folder with --output")
    }
    if template != nil, chosenFormat != .workbook && chosenFormat != .tables {
      throw ValidationError("--template is a workbook or, with --format tables, CSV files")
    }
    if template != nil, !chains.isEmpty {
      throw ValidationError("--template is empty; name no chain with it")
    }
    if format == nil, let output, output.lowercased().hasSuffix(".csv") {
      throw ValidationError("csv is two files; write --format csv and name a folder")
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
      try OutputFolder(path: folder).write(tables.mapValues { Array($0.utf8) })
      for table in tables.keys.sorted() { Console.write("\(folder)/\(table)\n") }
      return
    }
    let bytes = try bytes(of: export, chains: ids, analysis: analysis)
    if output == "-" { return Console.write(bytes) }
    let file = output ?? "\(stem).\(chosenFormat.ending)"
    try AtomicFile.replace(file, with: bytes)
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
      let isChinese = language.ofMessages == .chinese
      throw Failure(
        isChinese
          ? "“\(path)”已有不同的内容，未写入任何文件"
          : "\"\(path)\" has other content; nothing was written",
        help: isChinese
          ? "其中如有改动，请先运行 chaingap import；确要替换请加 --replace"
          : "bring its edits back with chaingap import first, or add --replace")
    }
  }

  /// Writes definitions: one into the file or folder that is named, several into a folder.
  private func exportDefinitions(as form: DefinitionExport.Form) throws {
    let definitions: [DefinitionExport.Definition]
    if let template {
      definitions = [.init(id: template.rawValue, tables: template.tables)]
    } else {
      definitions = try DefinitionExport(workspace: options.workspace)
        .definitions(named: chains, language: language.ofMessages)
    }
    var files: [String: [UInt8]] = [:]
    for definition in definitions {
      files.merge(try DefinitionExport.files(of: definition, as: form)) { $1 }
    }
    let isOne = definitions.count == 1 && (template != nil || !chains.isEmpty)
    if isOne, form == .workbook, let output, let bytes = files.first?.value {
      if output == "-" { return Console.write(bytes) }
      try refuseToReplace([output: bytes])
      try AtomicFile.replace(output, with: bytes)
      return Console.write("\(output)\n")
    }
    if output == "-" { throw Failure("several workbooks do not fit into standard output") }
    var folder = output ?? "."
    if isOne, form == .tables, let output, let id = definitions.first?.id {
      files = Dictionary(
        uniqueKeysWithValues: files.map { (String($0.key.dropFirst(id.count + 1)), $0.value) })
      folder = output
    }
    try refuseToReplace(
      Dictionary(uniqueKeysWithValues: files.map { ("\(folder)/\($0.key)", $0.value) }))
    try OutputFolder(path: folder).write(files)
    for file in files.keys.sorted() {
      Console.write(folder == "." ? "\(file)\n" : "\(folder)/\(file)\n")
    }
  }
}

extension DiagramLanguage {
  /// The language of findings: the one of the names, else that of the environment.
  fileprivate var ofMessages: Language {
    switch self {
    case .chinese: .chinese
    case .english: .english
    case .both: .ofEnvironment
    }
  }
}
