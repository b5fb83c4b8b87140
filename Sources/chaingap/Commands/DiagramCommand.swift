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

  @Option(help: "svg, pdf, png or dot. Default: as the file's name ends, else svg.")
  var format: Format?

  @Option(help: "zh, en or both.")
  var language = DiagramLanguage.both

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"))
  var output: String?

  mutating func validate() throws {
    if focus != nil, !chains.isEmpty {
      throw ValidationError("name chains or --focus a link, not both")
    }
    if let depth {
      guard focus != nil else { throw ValidationError("--depth goes with --focus") }
      guard (1...20).contains(depth) else { throw ValidationError("--depth takes 1 to 20") }
    }
  }

  func run() throws {
    let ending = output?.split(separator: ".").last.map { $0.lowercased() }
    let format = format ?? ending.flatMap { Format(rawValue: $0) } ?? .svg
    let analysis = try options.analysis()
    let (scope, name) = try scope(in: analysis)
    let diagram = ChainDiagram(of: analysis, showing: scope, in: language).digraph()
    let picture = try Picture.draw(diagram, as: format.rendering)
    if output == "-" {
      guard format == .svg || format == .dot || !Console.outputIsTerminal else {
        throw Failure("a \(format.rawValue) file is not for a terminal", help: "send it to a file")
      }
      Console.write(picture)
      return
    }
    let file = output ?? "\(analysis.region.id)-\(name).\(format.rawValue)"
    try AtomicFile.replace(file, with: picture)
    Console.write("\(file)\n")
  }

  private func scope(in analysis: Analysis) throws -> (DiagramScope, name: String) {
    if let focus {
      let link = analysis.graph.links[try analysis.link(named: focus)].id
      return (.neighbourhood(of: link, depth: depth ?? 2), "around-\(link.name)")
    }
    guard !chains.isEmpty else { return (.workspace, "all-chains") }
    let ids = try Set(chains.map { try analysis.chain(named: $0) })
    return (.chains(ids), ids.map(\.rawValue).sorted().joined(separator: "-"))
  }
}

extension DiagramLanguage: ExpressibleByArgument {}
