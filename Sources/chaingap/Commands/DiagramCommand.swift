public import ArgumentParser
import GapAnalysis
import Graphviz
import IndustryChain
public import Reporting

/// Runs `chaingap diagram`.
struct DiagramCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case svg, pdf, png, dot

    var rendering: RenderFormat {
      switch self {
      case .svg: .svg
      case .pdf: .pdf
      case .png: .png(dotsPerInch: 144)
      case .dot: .dot
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "diagram",
    abstract: "Draw chains: who is there, what is missing, where money leaves the region.",
    discussion: """
      Examples:
        chaingap diagram                                  all chains, as SVG
        chaingap diagram lithium-battery --format pdf     one chain, to print
        chaingap diagram lighter luggage --language zh    two chains side by side
        chaingap diagram --focus electroplating --depth 2 what lies around one link
        chaingap diagram --path electroplating bag        how material gets there
        chaingap diagram --overview                       one box for each chain
        chaingap diagram lighter --fold stage             one box for each stage
        chaingap diagram lighter --gaps-only --theme dark what is not there yet
        chaingap diagram lighter --format dot -o -        the graph itself, to a pipe
      """)

  @OptionGroup var options: AnalysisOptions

  @Argument(help: "The chains to draw; all of them where none is named.")
  var chains: [String] = []

  @Option(help: ArgumentHelp("Draw what lies around one link.", valueName: "link"))
  var focus: String?

  @Option(
    help: ArgumentHelp("How many steps around it, 1 to 20; 2 unless given.", valueName: "steps"))
  var depth: Int?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Draw the links that material passes from A to B, return flows marked.", valueName: "A B"))
  var path: [String] = []

  @Flag(help: "Keep thin, planned and missing links only.")
  var gapsOnly = false

  @Option(
    help: ArgumentHelp(
      "Put the links of each stage or chain into one box with counts: stage, chain or none.",
      valueName: "by"))
  var fold: DiagramFolding?

  @Flag(help: "Fold all chains by chain, anything less by stage.")
  var overview = false

  @Option(help: "Colours: light, dark, or print for greys.")
  var theme = DiagramColors.light

  @Option(help: "svg, pdf, png or dot. Default: as the file's name ends, else svg.")
  var format: Format?

  @Option(help: "zh, en or both.")
  var language = DiagramLanguage.both

  @OptionGroup var drawing: DrawingOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"))
  var output: String?

  mutating func validate() throws {
    if focus != nil, !chains.isEmpty {
      throw ValidationError("name chains or --focus a link, not both")
    }
    if !path.isEmpty {
      guard path.count == 2 else { throw ValidationError("--path takes two links: --path A B") }
      guard focus == nil, chains.isEmpty else {
        throw ValidationError("--path goes without --focus and without chains")
      }
    }
    if overview, fold != nil { throw ValidationError("give --overview or --fold, not both") }
    if let depth {
      guard focus != nil else { throw ValidationError("--depth goes with --focus") }
      guard (1...20).contains(depth) else { throw ValidationError("--depth takes 1 to 20") }
    }
  }

  func run() throws {
    let ending = output?.split(separator: ".").last.map { $0.lowercased() }
    let format = format ?? ending.flatMap { Format(rawValue: $0) } ?? .svg
    let room = format == .dot ? nil : drawing.room(size: 1)
    let analysis = try options.analysis()
    let (scope, name) = try scope(in: analysis)
    let diagram = ChainDiagram(
      of: analysis, showing: scope, keeping: gapsOnly ? .gaps : .everyLink, in: language,
      coloredFor: theme, foldedBy: folding(of: scope))
    guard !diagram.isEmpty else { throw nothingToDraw }
    let picture = try picture(of: diagram, named: name, as: format, in: room)
    if output == "-" {
      guard format == .svg || format == .dot || !Console.outputIsTerminal else {
        throw Failure("a \(format.rawValue) file is not for a terminal", help: "send it to a file")
      }
      Console.write(picture)
      return
    }
    let gaps = gapsOnly ? "-gaps" : ""
    let folded = diagram.folding == .none ? "" : "-by-\(diagram.folding.rawValue)"
    let kind = name + gaps + folded
    let file = output ?? "\(analysis.region.id)-\(kind).\(format.rawValue)"
    try AtomicFile.replace(file, with: picture)
    Console.write("\(file)\n")
  }

  /// The graph itself where no room is needed for a layout.
  private func picture(
    of diagram: ChainDiagram, named name: String, as format: Format, in room: DrawingRoom?
  ) throws -> [UInt8] {
    guard let room else { return DOTSource(diagram.digraph()).bytes }
    return try room.draw(Drawing(name: name, diagram: diagram, format: format.rendering)).bytes
  }

  private func folding(of scope: DiagramScope) -> DiagramFolding {
    guard overview else { return fold ?? .none }
    return scope == .workspace ? .chain : .stage
  }

  private var nothingToDraw: Failure {
    path.count == 2 && !gapsOnly
      ? Failure(
        "no material comes from \(path[0]) to \(path[1])",
        help: "name the supplier first; --focus shows what lies around one link")
      : Failure("there is no link to draw", help: "draw without --gaps-only, or more chains")
  }

  private func scope(in analysis: Analysis) throws -> (DiagramScope, name: String) {
    if let focus {
      let link = analysis.graph.links[try analysis.link(named: focus)].id
      return (.neighbourhood(of: link, depth: depth ?? 2), "around-\(link.name)")
    }
    if path.count == 2 {
      let ends = try path.map { analysis.graph.links[try analysis.link(named: $0)].id }
      return (.path(from: ends[0], to: ends[1]), "from-\(ends[0].name)-to-\(ends[1].name)")
    }
    guard !chains.isEmpty else { return (.workspace, "all-chains") }
    let ids = try Set(chains.map { try analysis.chain(named: $0) })
    return (.chains(ids), ids.map(\.rawValue).sorted().joined(separator: "-"))
  }
}

extension DiagramLanguage: ExpressibleByArgument {}

extension DiagramColors: ExpressibleByArgument {}

extension DiagramFolding: ExpressibleByArgument {}
