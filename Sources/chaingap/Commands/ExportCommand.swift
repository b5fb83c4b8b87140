import ArgumentParser
import GapAnalysis
import Graphviz
import IndustryChain
import Reporting

/// Runs `chaingap export`.
struct ExportCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case graphml, json, dot, mermaid, csv

    /// The format that a file's name asks for by its end.
    init?(ending: String) {
      switch ending {
      case "graphml", "xml": self = .graphml
      case "json": self = .json
      case "dot", "gv": self = .dot
      case "mmd", "mermaid": self = .mermaid
      default: return nil
      }
    }

    var ending: String { self == .mermaid ? "mmd" : rawValue }
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the graph of links with all results for other tools.",
    discussion: """
      Examples:
        chaingap export -o dalong.graphml               for Gephi, yEd, networkx
        chaingap export lithium-battery --format json   for a program, or D3
        chaingap export lighter --format mermaid -o -   for a Markdown page
        chaingap export --format dot -o chains.dot      as chaingap diagram draws
        chaingap export --format csv -o tables          links.csv and inputs.csv

      Links of other chains that trade with the named ones come along, as not
      selected. What is unknown is absent, null or empty, never 0.
      Docs/Exports.md tells what each attribute means.
      """)

  @OptionGroup var options: AnalysisOptions

  @Argument(help: "The chains to write; all of them where none is named.")
  var chains: [String] = []

  @Option(
    help: "graphml, json, dot, mermaid or csv. Default: as the file's name ends, else json.")
  var format: Format?

  @Option(help: "Names in dot and mermaid: zh, en or both; the others always have both.")
  var language = DiagramLanguage.both

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The file to write, for csv the folder; - for standard output.", valueName: "file"))
  var output: String?

  private var chosenFormat: Format {
    let ending = output?.split(separator: ".").last.map { $0.lowercased() }
    return format ?? ending.flatMap { Format(ending: $0) } ?? .json
  }

  mutating func validate() throws {
    if output == "" { throw ValidationError("--output takes a file") }
    if chosenFormat == .csv, output == "-" {
      throw ValidationError("csv is two files; name a folder with --output")
    }
    if format == nil, let output, output.lowercased().hasSuffix(".csv") {
      throw ValidationError("csv is two files; write --format csv and name a folder")
    }
  }

  func run() throws {
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
    case .json, .csv: return Array(export.json().utf8)
    }
  }
}
