import GapAnalysis
import Graphviz
import IndustryChain
import Testing

@testable import Reporting

/// What no document may claim.
@Suite struct HonestyTests {
  private let analysis = SmallRegion.analysis

  private func analysis(changing change: (inout Region) -> Void) -> Analysis {
    var region = SmallRegion.region
    change(&region)
    return Analysis(of: region, in: Workspace(chains: SmallRegion.chains))
  }

  private func row(_ link: String, in analysis: Analysis) throws -> TargetRow {
    try #require(
      TargetList(of: analysis).targets.first { $0.opportunity.link.id.name == link })
  }

  @Test(arguments: Language.allCases)
  func `a link that nobody has surveyed is never called missing nor bought outside`(
    language: Language
  ) throws {
    let wheel = try #require(analysis.graph.index(of: SmallRegion.id("toy", "wheel")))
    #expect(analysis.today.coverage[wheel] == .unknown)
    #expect(analysis.today.leakageMillionCNY(of: wheel) > 0)
    let name = language.text(analysis.graph.links[wheel].name)
    let report = RegionReport(on: ReportFindings(on: analysis), in: language).page().markdown()
    for line in report.split(separator: "\n") where line.contains(name) {
      #expect(!line.contains("缺失") && !line.contains("missing"), "\(line)")
      #expect(!line.contains("外购") && !line.contains("outside"), "\(line)")
    }
    let page = ExplanationText(of: wheel, in: analysis, language: language).page()
    #expect(!page.terminalText().contains("外购") && !page.terminalText().contains("a year outside"))
  }

  @Test func `the only known maker of what nobody has surveyed is not said to be the only one`() {
    let analysis = analysis { region in region.surveys = [] }
    let page = RiskReport(of: analysis).page(in: .english).markdown()
    #expect(page.contains("nobody has surveyed who else makes them"))
    #expect(!page.contains("These firms alone"))
    #expect(!RiskReport(of: analysis).json().contains("\"isSinglePointOfFailure\": true"))
  }

  @Test func `final demand is not said to be firms'`() throws {
    let analysis = analysis { region in
      region.shortcomings = []
      region.finalDemandMillionCNY = [SmallRegion.id("metal", "gauge"): SmallRegion.figure(4)]
    }
    let reason = try row("gauge", in: analysis).reason
    #expect(reason.english?.contains("local firms buy") == false)
    #expect(reason.english?.contains("final demand") == true)
    #expect(reason.chinese?.contains("本地企业每年") == false)
    #expect(reason.chinese?.contains("最终需求") == true)
  }

  @Test func `a link that no firm here stands up or down from is not said to serve them`() throws {
    let free = analysis { $0.shortcomings = [] }
    let reason = try row("gauge", in: free).reason
    #expect(reason.chinese?.contains("不在其上下游") == true)
    #expect(reason.english?.contains("serves") == false)
  }

  @Test(arguments: Language.allCases)
  func `a link that a veto blocks is named with the need, and never as a target`(
    language: Language
  ) {
    let list = TargetList(of: analysis)
    #expect(!list.targets.contains { $0.opportunity.link.id.name == "gauge" })
    let page = list.page(in: language).markdown()
    let (link, need) = language == .chinese ? ("量具", "铁路专用线") : ("Gauge", "Rail siding")
    #expect(page.split(separator: "\n").count { $0.contains(link) } == 1)
    #expect(page.contains(need))
  }

  @Test(arguments: Language.allCases)
  func `what is left out of the score is said with its reason`(language: Language) {
    let page = TargetList(of: analysis).page(in: language).markdown()
    #expect(page.contains(language == .chinese ? "未提供对比地区数据" : "no peer regions are given"))
  }

  @Test(arguments: Language.allCases)
  func `a part of the value that is nothing is not spelt out`(language: Language) {
    let report = RegionReport(on: ReportFindings(on: analysis), in: language).page().markdown()
    #expect(!report.contains("有0元") && !report.contains("of which 0 per"))
  }

  @Test func `the caution counts the targets whose figures are looked at`() {
    let report = RegionReport(on: ReportFindings(on: analysis), in: .english)
    let telling = report.list.targets.filter { $0.opportunity.chainValue.millionCNY > 1e-6 }
    let assumed = telling.count { $0.explanation.weakestGrade == .assumed }
    #expect(assumed > 0)
    #expect(
      report.page().markdown().contains(
        "\(assumed) of the \(telling.count) targets with a chain value"))
  }

  @Test func `the order of links changes no byte either`() {
    let turned = SmallRegion.chains.map { chain in
      var chain = chain
      chain.links.reverse()
      return chain
    }
    let other = Analysis(
      of: SmallRegion.region, in: Workspace(chains: turned, needs: analysis.needs))
    #expect(TargetList(of: other).json() == TargetList(of: analysis).json())
    for language in DiagramLanguage.allCases {
      let diagrams = [analysis, other].map {
        DOTSource(ChainDiagram(of: $0, showing: .workspace, in: language).digraph()).bytes
      }
      #expect(diagrams[0] == diagrams[1])
    }
  }

  @Test func `an English diagram has no Chinese but names without a translation`() {
    let diagram = ChainDiagram(of: analysis, showing: .workspace, in: .english).digraph()
    let text = DOTSource(diagram).description.split(separator: "甲公司").joined()
    #expect(!text.unicodeScalars.contains { (0x3000...0x9FFF).contains($0.value) })
  }
}
