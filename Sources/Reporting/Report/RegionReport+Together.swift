import GapAnalysis
import IndustryChain

extension RegionReport {
  /// The report's portfolio has at most so many links, and its search so many nodes: a report must
  /// be the same on a slow machine.
  static let portfolioCount = 10.0
  private static let portfolioNodes = 500
  /// So many bundles are shown.
  private static let bundleCount = 12

  /// What is worth clearly more together than alone.
  func bundles() -> [Page.Block] {
    let pool = RecruitmentPool(of: analysis)
    return BundleBlocks(
      search: BundleSearch(in: pool),
      names: TogetherNames(pool: pool, analysis: analysis, wording: wording)
    ).blocks(limit: Self.bundleCount)
  }

  /// The best set of ten links; `nil` where no link adds anything.
  func portfolio() -> Portfolio? {
    let pool = RecruitmentPool(of: analysis)
    guard !pool.candidates.isEmpty else { return nil }
    let portfolio = Portfolio(
      of: pool, within: RecruitmentLimits([.count: Self.portfolioCount]), detail: .bestChoice,
      budget: .init(nodeCount: Self.portfolioNodes))
    return portfolio.best.members.isEmpty ? nil : portfolio
  }

  /// That set in the order in which to recruit it.
  func roadmap() -> [Page.Block] {
    guard let portfolio = portfolio() else { return [] }
    return [.paragraph(Prose(wording.togetherNote))]
      + RoadmapPage(of: portfolio, in: analysis).blocks(wording)
  }
}
