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
    abstract: "Hold regions against each other: who has what the first one lacks.",
    discussion: """
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
      """)

  @OptionGroup var options: AnalysisOptions

  @Argument(help: "The regions, by id; the first one's targets are looked for. All without any.")
  var regions: [String] = []

  @Option(help: "table, csv, json or markdown.")
  var format = SheetFormat.table

  @Option(help: ArgumentHelp("Only a chain; may be repeated.", valueName: "chain"))
  var chain: [String] = []

  @OptionGroup var wording: LanguageOption

  mutating func validate() throws {
    if let region = options.region, let first = regions.first, region != first {
      throw ValidationError("name the first region once: as --region or as the first argument")
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
        help: "begin with a region that has files of its own: chaingap compare \(host.id) \(id)")
    }
    throw Failure(
      "there is no region \"\(id.terminalSafe)\" in \(options.workspace)",
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
        guard id != focus.region.id.rawValue else {
          throw Failure("\"\(id)\" stands twice among the regions", help: "name each region once")
        }
        throw Failure(
          "there is no region \"\(id.terminalSafe)\", and no peer of \(focus.region.id) of that id",
          help: help(for: id, among: all.map(\.id.rawValue)))
      }
      guard !chosen.contains(where: { $0.id == profile.id }) else {
        throw Failure("\"\(id)\" stands twice among the regions", help: "name each region once")
      }
      chosen.append(profile)
    }
    return chosen
  }

  private func help(for id: String, among ids: [String]) -> String {
    if let nearest = id.nearest(among: ids) { return "write \"\(nearest)\"" }
    return ids.isEmpty
      ? "add regions in \(options.workspace)/regions/ or rows to peers.csv"
      : "choose among \(ids.prefix(12).joined(separator: ", "))"
  }
}
