import GapAnalysis
import IndustryChain

extension RegionReport {
  /// So many bundles are shown.
  private static let bundleCount = 5

  private var names: TogetherNames {
    TogetherNames(pool: findings.pool, analysis: analysis, wording: wording)
  }

  /// What is worth clearly more together than alone.
  func bundles() -> [Page.Block] {
    BundleBlocks(search: findings.bundles, names: names).blocks(limit: Self.bundleCount)
  }

  /// The best set of ten links, and the best set of each smaller size.
  func portfolio() -> [Page.Block] {
    findings.portfolio.map {
      PortfolioPage(of: $0, in: analysis).blocks(names, headingLevel: 3)
    } ?? []
  }

  /// That set in the order in which to recruit it.
  func roadmap() -> [Page.Block] {
    guard let portfolio = findings.portfolio else { return [] }
    let note = wording.say(
      "路线图的前几步不一定是该数量下的最优组合；资源只够引进少数几个时，以上表为准。",
      "The first steps are not always the best set of their size: where there is room for a few only,"
        + " go by the table above.")
    return RoadmapPage(of: portfolio, in: analysis).blocks(wording) + [.paragraph(Prose(note))]
  }
}
