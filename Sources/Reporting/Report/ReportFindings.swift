public import GapAnalysis
import IndustryChain

/// Everything that a report on a region tells, worked out once for all its languages and files.
public struct ReportFindings: Sendable {
  /// The report's portfolio has at most so many links, and its search so many nodes: a report must
  /// be the same on a slow machine.
  static let portfolioCount = 10.0
  private static let portfolioNodes = 500
  /// So many of the last days are shown.
  private static let dayCount = 10

  /// The region on its day.
  public let analysis: Analysis
  /// `nil` where it was not asked for.
  let robustness: Robustness?
  /// What to recruit.
  public let list: TargetList
  let glances: [ChainGlance]
  let pool: RecruitmentPool
  let bundles: BundleSearch
  /// `nil` where nothing is worth recruiting.
  let portfolio: Portfolio?
  /// `nil` where the tables hold no project.
  let timeline: Timeline?
  /// `nil` where nothing is known to have been signed in the year before.
  let backtest: Backtest?
  /// `nil` where no other region is known.
  let comparison: ComparisonTable?

  /// Works everything out.
  ///
  /// - Parameters:
  ///   - analysis: The region on its day.
  ///   - robustness: How far the ranks hold; without it the report does not say.
  ///   - others: Other regions of the workspace to hold it against; its table's peers are known.
  public init(
    on analysis: Analysis, robustness: Robustness? = nil, comparedWith others: [RegionProfile] = []
  ) {
    self.analysis = analysis
    self.robustness = robustness
    list = TargetList(of: analysis, robustness: robustness)
    glances = ChainGlance.glances(at: analysis)
    pool = RecruitmentPool(of: analysis)
    bundles = BundleSearch(in: pool)
    portfolio = Self.portfolio(from: pool)
    let days = Timeline.days(in: analysis.region, to: analysis.day)
    let timeline = Timeline(
      of: analysis.region, over: analysis.graph, on: days.suffix(Self.dayCount))
    self.timeline = (timeline.progress(of: .region)?.rowCount ?? 0) > 0 ? timeline : nil
    backtest = Self.backtest(of: analysis)
    comparison = Self.comparison(of: analysis, with: others)
  }

  private static func portfolio(from pool: RecruitmentPool) -> Portfolio? {
    guard !pool.candidates.isEmpty else { return nil }
    let portfolio = Portfolio(
      of: pool, within: RecruitmentLimits([.count: portfolioCount]),
      budget: .init(nodeCount: portfolioNodes))
    return portfolio.best.members.isEmpty ? nil : portfolio
  }

  /// The method's ranking of a year before, judged by who has signed since.
  private static func backtest(of analysis: Analysis) -> Backtest? {
    guard let first = analysis.day.yearBefore else { return nil }
    let then = Analysis(
      graph: analysis.graph, needs: analysis.needs, region: analysis.region, day: first)
    let backtest = Backtest(of: then, until: analysis.day)
    let hasSignings =
      backtest.eventCount > 0 || !backtest.otherSignings.isEmpty
      || backtest.unplacedSigningCount > 0
    return hasSignings ? backtest : nil
  }

  /// The region held against others: those given, else the peers of its table.
  private static func comparison(
    of analysis: Analysis, with others: [RegionProfile]
  ) -> ComparisonTable? {
    let known = Set(others.map(\.id))
    let peers = analysis.region.peers.filter { !known.contains($0.id) }
    let members = (others + peers.map { .peer($0) }).sorted { $0.id < $1.id }
    guard !members.isEmpty else { return nil }
    return ComparisonTable(of: Comparison(of: analysis, with: members))
  }
}

extension ReportFindings {
  /// The files for programs and spreadsheets, by name: what each command of that name writes.
  ///
  /// What there is nothing to tell of has no file.
  public func dataFiles() -> [String: String] {
    let files: [String: String?] = [
      "targets.csv": list.csv(),
      "targets.json": list.json(),
      "risk.json": RiskReport(of: analysis).json(),
      "portfolio.json": portfolio.map { PortfolioPage(of: $0, in: analysis).json() },
      "roadmap.json": portfolio.map { RoadmapPage(of: $0, in: analysis).json() },
      "timeline.json": timeline.map { TimelinePage(of: $0).json() },
      "backtest.json": backtest.map { BacktestPage(of: $0).json() },
      "compare.json": comparison.map { $0.json() },
    ]
    return files.compactMapValues { $0 }
  }
}
