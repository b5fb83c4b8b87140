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
    abstract: Phrase(
      "Draw chains: who is there, what is missing, where money leaves the region.",
      "绘制产业链图：已有企业、缺失环节、采购外流。"),
    discussion: Phrase(
      """
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
      """,
      """
      示例：
        chaingap diagram                                  全部产业链，SVG
        chaingap diagram lithium-battery --format pdf     一条产业链，供打印
        chaingap diagram lighter luggage --language zh    两条产业链并列
        chaingap diagram --focus electroplating --depth 2 一个环节的上下游
        chaingap diagram --path electroplating bag        物料经过哪些环节
        chaingap diagram --overview                       每条产业链一个方框
        chaingap diagram lighter --fold stage             上中下游各一个方框
        chaingap diagram lighter --gaps-only --theme dark 只画缺口
        chaingap diagram lighter --format dot -o -        输出图本身，供其他程序用
      """))

  @OptionGroup var options: AnalysisOptions

  @Argument(
    help: .init(
      "The chains to draw; all of them where none is named.", "要绘制的产业链；不写即全部。"))
  var chains: [String] = []

  @Option(
    help: ArgumentHelp(
      "Draw what lies around one link.", "只画一个环节的上下游。", valueName: "link"))
  var focus: String?

  @Option(
    help: ArgumentHelp(
      "How many steps around it, 1 to 20; 2 unless given.", "上下游画几层，1 至 20，默认 2。",
      valueName: "steps"))
  var depth: Int?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Draw the links that material passes from A to B, return flows marked.",
      "画出物料从环节 A 到环节 B 经过的环节，回流另作标记。", valueName: "A B"))
  var path: [String] = []

  @Flag(
    help: .init("Keep thin, planned and missing links only.", "只保留薄弱、在建/签约和缺失的环节。"))
  var gapsOnly = false

  @Option(
    help: ArgumentHelp(
      "Put the links of each stage or chain into one box with counts: stage, chain or none.",
      "合并为方框并计数：stage（按上中下游）、chain（按产业链）或 none（不合并）。", valueName: "by"))
  var fold: DiagramFolding?

  @Flag(
    help: .init(
      "Fold all chains by chain, anything less by stage.", "全部产业链时按产业链合并，否则按上中下游合并。"))
  var overview = false

  @Option(
    help: .init(
      "Colours: light, dark, or print for greys.", "配色：light（浅）、dark（深）或 print（灰度）。"))
  var theme = DiagramColors.light

  @Option(
    help: .init(
      "svg, pdf, png or dot. Default: as the file's name ends, else svg.",
      "svg、pdf、png 或 dot。默认按文件名结尾，否则为 svg。"))
  var format: Format?

  @Option(help: .init("zh, en or both.", "zh（中文）、en（英文）或 both（中英文）。"))
  var language = DiagramLanguage.both

  @OptionGroup var drawing: DrawingOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The file to write; - for standard output.", "写入的文件；- 为标准输出。", valueName: "file"))
  var output: String?

  mutating func validate() throws {
    if focus != nil, !chains.isEmpty {
      throw ValidationError(
        "name chains or --focus a link, not both", "产业链和 --focus 环节只能给一种")
    }
    if !path.isEmpty {
      guard path.count == 2 else {
        throw ValidationError(
          "--path takes two links: --path A B", "--path 后须写两个环节：--path A B")
      }
      guard focus == nil, chains.isEmpty else {
        throw ValidationError(
          "--path goes without --focus and without chains", "--path 不能与 --focus 或产业链同用")
      }
    }
    if overview, fold != nil {
      throw ValidationError(
        "give --overview or --fold, not both", "--overview 和 --fold 只能给一个")
    }
    if let depth {
      guard focus != nil else {
        throw ValidationError("--depth goes with --focus", "--depth 须与 --focus 同用")
      }
      guard (1...20).contains(depth) else {
        throw ValidationError("--depth takes 1 to 20", "--depth 应为 1 至 20")
      }
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
        throw Failure(
          "a \(format.rawValue) file is not for a terminal", "\(format.rawValue) 文件不能显示在终端上",
          help: .init("send it to a file", "请写入文件"))
      }
      Console.write(picture)
      return
    }
    let gaps = gapsOnly ? "-gaps" : ""
    let folded = diagram.folding == .none ? "" : "-by-\(diagram.folding.rawValue)"
    let kind = name + gaps + folded
    let file = output ?? "\(analysis.region.id)-\(kind).\(format.rawValue)"
    try ResultFiles.write(picture, to: file)
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
        "no material comes from \(path[0]) to \(path[1])", "没有物料从 \(path[0]) 流向 \(path[1])",
        help: .init(
          "name the supplier first; --focus shows what lies around one link",
          "请先写供应方；一个环节的上下游可用 --focus 查看"))
      : Failure(
        "there is no link to draw", "没有可绘制的环节",
        help: .init(
          "draw without --gaps-only, or more chains", "请去掉 --gaps-only，或绘制更多产业链"))
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
