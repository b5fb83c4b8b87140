import GapAnalysis
import IndustryChain

extension RegionReport {
  /// The report's portfolio has at most so many links, and its search so many nodes: a report must
  /// be the same on a slow machine.
  static let portfolioCount = 10.0
  private static let portfolioNodes = 500
  /// So many bundles are shown.
  private static let bundleCount = 5

  /// What is worth clearly more together than alone.
  func bundles() -> [Page.Block] {
    let pool = portfolio?.pool ?? RecruitmentPool(of: analysis)
    return BundleBlocks(
      search: BundleSearch(in: pool),
      names: TogetherNames(pool: pool, analysis: analysis, wording: wording)
    ).blocks(limit: Self.bundleCount)
  }

  /// The best set of ten links, and the best set of each smaller size.
  func portfolioBlocks() -> [Page.Block] {
    guard let portfolio else { return [] }
    let names = TogetherNames(pool: portfolio.pool, analysis: analysis, wording: wording)
    return PortfolioPage(of: portfolio, in: analysis).blocks(names, headingLevel: 3)
  }

  /// That set in the order in which to recruit it.
  func roadmap() -> [Page.Block] {
    guard let portfolio else { return [] }
    let note = wording.say(
      "路线图的前几步不一定是该数量下的最优组合；资源只够引进少数几个时，以上表为准。",
      "The first steps are not always the best set of their size: where there is room for a few only,"
        + " go by the table above.")
    return RoadmapPage(of: portfolio, in: analysis).blocks(wording) + [.paragraph(Prose(note))]
  }

  /// `nil` where nothing is worth recruiting.
  static func portfolio(of analysis: Analysis) -> Portfolio? {
    let pool = RecruitmentPool(of: analysis)
    guard !pool.candidates.isEmpty else { return nil }
    let portfolio = Portfolio(
      of: pool, within: RecruitmentLimits([.count: portfolioCount]),
      budget: .init(nodeCount: portfolioNodes))
    return portfolio.best.members.isEmpty ? nil : portfolio
  }
}
