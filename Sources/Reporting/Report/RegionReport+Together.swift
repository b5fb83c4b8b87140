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

  /// The best set of ten links in the order in which to recruit them.
  func roadmap() -> [Page.Block] {
    let pool = RecruitmentPool(of: analysis)
    guard !pool.candidates.isEmpty else { return [] }
    let portfolio = Portfolio(
      of: pool, within: RecruitmentLimits([.count: Self.portfolioCount]), detail: .bestChoice,
      budget: .init(nodeCount: Self.portfolioNodes))
    guard !portfolio.best.members.isEmpty else { return [] }
    return [.paragraph(Prose(wording.togetherNote))]
      + RoadmapPage(of: portfolio, in: analysis).blocks(wording)
  }
}
