import GapAnalysis
import IndustryChain
import Reporting
import Testing

@Suite struct GoldenTests {
  @Test(arguments: Language.allCases)
  func `the report stays as it was reviewed`(language: Language) throws {
    let pictures = ReportPictures(
      overview: "workspace.svg", chains: [ChainID("metal"): "chains/metal (1).svg"])
    let report = RegionReport(
      on: ReportFindings(on: SmallRegion.analysis, robustness: SmallRegion.robustness),
      in: language, pictures: pictures)
    try expectGolden(report.page().markdown(), "report.\(language.rawValue).md")
  }

  @Test(arguments: Language.allCases)
  func `the terminal's table stays as it was reviewed`(language: Language) throws {
    let page = TargetList(of: SmallRegion.analysis, robustness: SmallRegion.robustness).page(
      in: language)
    try expectGolden(page.terminalText(width: 100), "targets.\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases)
  func `explanations stay as they were reviewed`(language: Language) throws {
    for link in ["plating", "scrap", "part", "special-alloy"] {
      let text = ExplanationText(
        of: SmallRegion.place(link), in: SmallRegion.analysis, robustness: SmallRegion.robustness,
        language: language)
      try expectGolden(
        text.page().terminalText(width: 90), "explain-\(link).\(language.rawValue).txt")
    }
  }

  @Test(arguments: Language.allCases)
  func `risk and what-if stay as they were reviewed`(language: Language) throws {
    let risk = RiskReport(of: SmallRegion.analysis).page(in: language)
    try expectGolden(risk.markdown(), "risk.\(language.rawValue).md")
    let whatIf = SmallRegion.whatIf.page(in: language)
    try expectGolden(whatIf.markdown(), "what-if.\(language.rawValue).md")
  }

  @Test func `the data formats stay as they were reviewed`() throws {
    let list = TargetList(of: SmallRegion.analysis, robustness: SmallRegion.robustness)
    try expectGolden(list.csv(), "targets.csv")
    try expectGolden(list.json(), "targets.json")
  }

  @Test func `the order of firms, links and inputs in the files changes no byte`() {
    var region = SmallRegion.region
    region.firms.reverse()
    region.surveys.reverse()
    let chains = SmallRegion.chains.reversed().map { chain in
      var chain = chain
      for place in chain.links.indices { chain.links[place].inputs.reverse() }
      chain.links.reverse()
      return chain
    }
    let turned = Analysis(
      of: region, in: Workspace(chains: chains, needs: SmallRegion.analysis.needs))
    func drawn(_ analysis: Analysis) -> Robustness {
      Robustness(of: analysis, drawCount: 100, figureDrawCount: 100)
    }
    let (robustness, turnedRobustness) = (drawn(SmallRegion.analysis), drawn(turned))
    for language in Language.allCases {
      func report(_ analysis: Analysis, _ robustness: Robustness) -> String {
        RegionReport(
          on: ReportFindings(on: analysis, robustness: robustness), in: language
        ).page().markdown()
      }
      #expect(report(turned, turnedRobustness) == report(SmallRegion.analysis, robustness))
    }
    #expect(RiskReport(of: turned).json() == RiskReport(of: SmallRegion.analysis).json())
    let list = TargetList(of: SmallRegion.analysis, robustness: robustness)
    let turnedList = TargetList(of: turned, robustness: turnedRobustness)
    #expect(turnedList.json() == list.json())
    #expect(turnedList.csv() == list.csv())
  }
}
