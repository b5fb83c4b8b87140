import GapAnalysis
import IndustryChain
import Testing

@testable import Reporting

@Suite struct ReportTests {
  private let analysis = SmallRegion.analysis
  private func report(_ language: Language) -> String {
    RegionReport(on: ReportFindings(on: analysis), in: language).page().markdown()
  }

  @Test func `links that nobody has surveyed stand apart and never among the missing`() {
    let list = TargetList(of: analysis)
    #expect(
      !(list.targets + list.bringToProduction).contains {
        $0.opportunity.link.name.english == "Wheel"
      })
    #expect(report(.english).contains("Toys (1 link): Wheel"))
    #expect(report(.chinese).contains("玩具（1个）：车轮"))
  }

  @Test func `a planned link says who signed, when and what`() {
    let text = report(.chinese)
    #expect(text.contains("**甲公司**：签约，2020年6月，合同投资额2,400万元"))
    #expect(text.contains("“甲公司已签约电镀项目,明年投产”"))
    #expect(!TargetList(of: analysis).targets.contains { $0.opportunity.coverage == .planned })
  }

  @Test func `a resident partner of a prospect is named as introduction`() throws {
    let row = try #require(
      TargetList(of: analysis).targets.first { $0.opportunity.link.id.name == "scrap" })
    #expect(row.introductions.first?.presence.firm.id == FirmID("formula"))
    #expect(report(.english).contains("already works with"))
  }

  @Test func `support rates say what nobody knows`() {
    #expect(report(.english).contains("that nobody has surveyed)"))
    #expect(report(.chinese).contains("的采购环节未调查）"))
  }

  @Test func `an empty workspace and a region without firms give a report too`() {
    let region = Region(
      id: RegionID("r"), name: LocalizedText(english: "R"),
      date: CalendarDate("2021-01-26") ?? .distantFuture)
    for chains in [[], SmallRegion.chains] {
      let analysis = Analysis(of: region, in: Workspace(chains: chains))
      for language in Language.allCases {
        let text = RegionReport(on: ReportFindings(on: analysis), in: language).page().markdown()
        #expect(text.hasPrefix("# R"))
        #expect(!text.contains("nan") && !text.contains("inf "))
      }
      #expect(TargetList(of: analysis).csv().split(separator: "\r\n").count == 1)
    }
  }

  @Test func `filters choose rows and keep their ranks`() {
    let all = TargetList(of: analysis).targets.map(\.opportunity)
    let filtered = TargetList(
      of: analysis, filter: TargetFilter(chains: [ChainID("toy")])
    ).targets.map(\.opportunity)
    #expect(filtered == all.filter { $0.link.id.chain == ChainID("toy") })
    let limited = TargetList(of: analysis, filter: TargetFilter(limit: 1))
    #expect(limited.targets.count == 1)
    let page = limited.page(in: .english).terminalText()
    #expect(page.contains("\(all.count - 1) more are not shown."))
  }

  @Test func `an explanation puts the numbers into the formula`() {
    let text = ExplanationText(of: SmallRegion.place("plating"), in: analysis, language: .english)
      .page().terminalText()
    // Parts here make 400 million CNY and send a tenth of it out for plating.
    #expect(text.contains("Part: 40 million CNY = share 0.1"))
    #expect(text.contains("× output 400 million CNY"))
    #expect(text.contains("D = min(P, ℓ + (1 − r) × σ × P) = min(60, 40 + 1 × 0 × 60) = 40"))
    #expect(text.contains("firms.csv:2"))
  }
}
