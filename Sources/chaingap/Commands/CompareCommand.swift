import ArgumentParser
import Diagnostics
import FoundationEssentials
import GapAnalysis
import IndustryChain
import Reporting
import TerminalText

/// Runs `chaingap compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: Phrase(
      "Hold regions against each other: who has what the first one lacks.",
      "对比各区域：第一个区域的缺口，哪些地方已有。"),
    discussion: Phrase(
      """
      Examples:
        chaingap compare                          all regions, and those in peers.csv
        chaingap compare dalong ningde            dalong's targets that ningde has
        chaingap compare dalong ningde guixi --chain lithium-battery
        chaingap compare --region dalong          dalong first, then all others
        chaingap compare --format csv > regions.csv   every link, two columns each

      The first region is the one whose targets are looked for; it needs files of
      its own. Others may be regions of the workspace or only stand in the first
      one's peers.csv, which tells where firms are and nothing else. Each region
      is seen on the day of its own files, or all of them on --as-of.
      """,
      """
      示例：
        chaingap compare                          全部区域及 peers.csv 中的地区
        chaingap compare dalong ningde            大龙的招商目标中宁德已有的
        chaingap compare dalong ningde guixi --chain lithium-battery
        chaingap compare --region dalong          大龙在前，其余全部对比
        chaingap compare --format csv > regions.csv   每个环节，各区域两列

      招商目标按第一个区域计算，它必须有自己的文件。其余可以是工作区中的区域，
      也可以只列在第一个区域的 peers.csv 中（其中只记载哪里有企业）。各区域按
      自身文件的日期查看；给出 --as-of 时统一按该日。
      """))

  @OptionGroup var options: AnalysisOptions

  @Argument(
    help: .init(
      "The regions, by id; the first one's targets are looked for. All without any.",
      "区域编号；招商目标按第一个计算。不写即全部。"))
  var regions: [String] = []

  @Option(help: .init("table, csv, json or markdown.", "table（表格）、csv、json 或 markdown。"))
  var format = SheetFormat.table

  @Option(
    help: ArgumentHelp("Only a chain; may be repeated.", "只看某条产业链，可多次给出。", valueName: "chain"))
  var chain: [String] = []

  @OptionGroup var wording: LanguageOption

  mutating func validate() throws {
    if let region = options.region, let first = regions.first, region != first {
      throw ValidationError(
        "name the first region once: as --region or as the first argument",
        "第一个区域只写一次：用 --region，或作为第一个参数")
    }
  }

  func run() throws {
    let workspace = try options.loadedWorkspace()
    let first = try firstRegion(in: workspace)
    let focus = options.analysis(of: first, in: workspace)
    let comparison = Comparison(
      of: focus, with: try others(than: focus, in: workspace),
      chains: try Set(chain.map { try focus.chain(named: $0) }))
    format.write(ComparisonTable(of: comparison), in: wording.language)
  }

  private func firstRegion(in workspace: Workspace) throws -> Region {
    guard let id = regions.first ?? options.region else {
      guard let first = workspace.regions.first else {
        return try options.chosenRegion(in: workspace)
      }
      return first
    }
    if let region = workspace.regions.first(where: { $0.id.rawValue == id }) { return region }
    if let host = workspace.regions.first(where: { $0.peers.contains { $0.id.rawValue == id } }) {
      throw Failure(
        "\"\(id.terminalSafe)\" only stands in a peers.csv, which says too little to begin with",
        "“\(id.terminalSafe)”只列在 peers.csv 中，资料不足，不能作为第一个区域",
        help: .init(
          "begin with a region that has files of its own: chaingap compare \(host.id) \(id)",
          "请以有自己文件的区域为首：chaingap compare \(host.id) \(id)"))
    }
    throw Failure(
      "there is no region \"\(id.terminalSafe)\" in \(options.workspace)",
      "\(options.workspace) 中没有区域“\(id.terminalSafe)”",
      help: help(for: id, among: workspace.regions.map(\.id.rawValue)))
  }

  /// The regions beside the first, in the order of the arguments, or all of them by id.
  private func others(than focus: Analysis, in workspace: Workspace) throws -> [RegionProfile] {
    let whole = workspace.regions.filter { $0.id != focus.region.id }
      .map { RegionProfile.region(options.analysis(of: $0, in: workspace)) }
    let known = Set(whole.map(\.id))
    let peers = focus.region.peers.filter { !known.contains($0.id) }
    let all = (whole + peers.map { .peer($0) }).sorted { $0.id < $1.id }
    guard regions.count > 1 else { return all }
    var chosen: [RegionProfile] = []
    for id in regions.dropFirst() {
      guard let profile = all.first(where: { $0.id.rawValue == id }) else {
        guard id != focus.region.id.rawValue else { throw repeated(id) }
        throw Failure(
          "there is no region \"\(id.terminalSafe)\", and no peer of \(focus.region.id) of that id",
          "没有区域“\(id.terminalSafe)”，\(focus.region.id) 的对比地区中也没有",
          help: help(for: id, among: all.map(\.id.rawValue)))
      }
      guard !chosen.contains(where: { $0.id == profile.id }) else { throw repeated(id) }
      chosen.append(profile)
    }
    return chosen
  }

  private func repeated(_ id: String) -> Failure {
    Failure(
      "\"\(id)\" stands twice among the regions", "区域“\(id)”写了两次",
      help: .init("name each region once", "每个区域只写一次"))
  }

  private func help(for id: String, among ids: [String]) -> Phrase {
    let folder = options.workspace + "/regions/"
    return .write(
      id, nearestAmong: ids,
      else: ids.isEmpty
        ? .init(
          "add regions in \(folder) or rows to peers.csv", "请在 \(folder) 中新建区域，或在 peers.csv 中加行")
        : .oneOf(ids.prefix(12)))
  }
}
