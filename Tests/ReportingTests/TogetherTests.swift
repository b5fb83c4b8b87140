import GapAnalysis
import IndustryChain
import Testing

@testable import Reporting

@Suite struct TogetherTests {
  private let analysis = SmallRegion.analysis
  private let pool = RecruitmentPool(of: SmallRegion.analysis)

  private func portfolio(
    _ amounts: [LimitKind: Double], budget: SelectionSearch.Budget = .init()
  ) -> PortfolioPage {
    PortfolioPage(of: Portfolio(of: pool, within: .init(amounts), budget: budget), in: analysis)
  }

  @Test(arguments: Language.allCases)
  func `a portfolio's page stays as it was reviewed`(language: Language) throws {
    let page = portfolio([.count: 2]).page(in: language)
    try expectGolden(page.terminalText(width: 110), "portfolio.\(language.rawValue).txt")
  }

  @Test func `a roadmap's JSON and a portfolio's stay as they were reviewed`() throws {
    try expectGolden(portfolio([.count: 2]).json(), "portfolio.json")
    let roadmap = RoadmapPage(
      of: Portfolio(of: pool, within: .init([.count: 3])), in: analysis)
    try expectGolden(roadmap.json(), "roadmap.json")
  }

  @Test func `plants without the figure of a limit are named, not counted as nothing`() {
    let english = portfolio([.land: 100]).page(in: .english).terminalText()
    #expect(english.contains("that is not zero"))
    #expect(english.contains("(land)"))
    let chinese = portfolio([.land: 100]).page(in: .chinese).terminalText()
    #expect(chinese.contains("不能按零计算"))
  }

  @Test func `a search that was ended early says so in plain words`() {
    let outcome = SelectionOutcome(
      members: [0], valueMillionCNY: 90, upperBoundMillionCNY: 100, nodeCount: 3)
    #expect(
      Wording(.english).proof(outcome, by: .branchAndBound)
        == "the search was ended early: this is the best found and not proven to be the best;"
        + " no choice exceeds 100 million CNY, a gap of at most 10%")
    #expect(Wording(.chinese).proof(outcome, by: .branchAndBound).contains("尚未证明最优"))
  }

  @Test func `the report has bundles and a roadmap in both languages`() {
    let english = RegionReport(on: ReportFindings(on: analysis), in: .english).page().markdown()
    let chinese = RegionReport(on: ReportFindings(on: analysis), in: .chinese).page().markdown()
    #expect(english.contains("## In which order to recruit"))
    #expect(chinese.contains("招商路线图"))
    for language in Language.allCases {
      let blocks = BundleBlocks(
        search: BundleSearch(in: pool),
        names: TogetherNames(pool: pool, analysis: analysis, wording: Wording(language))
      ).blocks(limit: 1)
      #expect(!blocks.isEmpty)
    }
  }
}
