import GapAnalysis
import IndustryChain
import Testing

@testable import Reporting

@Suite struct TimeTests {
  private let analysis = SmallRegion.analysisWithHistory

  private var timeline: Timeline {
    Timeline(
      of: analysis.region, over: analysis.graph,
      on: Timeline.days(in: analysis.region, to: analysis.day))
  }

  private func backtest(_ region: Region, from first: String) throws -> Backtest {
    Backtest(
      of: region, in: Workspace(chains: SmallRegion.chains),
      from: try #require(CalendarDate(first)), to: region.date)
  }

  @Test(arguments: Language.allCases)
  func `timeline and backtest stay as they were reviewed`(language: Language) throws {
    let timeline = TimelinePage(of: timeline)
    try expectGolden(timeline.page(in: language).markdown(), "timeline.\(language.rawValue).md")
    let backtest = BacktestPage(of: try backtest(analysis.region, from: "2020-01-26"))
    try expectGolden(backtest.page(in: language).markdown(), "backtest.\(language.rawValue).md")
    if language == .english {
      try expectGolden(timeline.json(), "timeline.json")
      try expectGolden(backtest.json(), "backtest.json")
    }
  }

  @Test func `the order of firms in the tables changes no byte`() throws {
    var turned = analysis.region
    turned.firms.reverse()
    for language in Language.allCases {
      let other = Timeline(of: turned, over: analysis.graph, on: timeline.moments.map(\.day))
      #expect(
        TimelinePage(of: other).page(in: language)
          == TimelinePage(of: timeline).page(in: language))
      #expect(
        BacktestPage(of: try backtest(turned, from: "2020-01-26")).page(in: language)
          == BacktestPage(of: try backtest(analysis.region, from: "2020-01-26"))
          .page(in: language))
    }
  }

  @Test(arguments: Language.allCases)
  func `where nothing can be judged the page says why and shows no figure`(
    language: Language
  ) throws {
    var quiet = SmallRegion.region
    quiet.firms.removeAll { $0.id == FirmID("jia") }
    var unknown = quiet
    unknown.surveys = []
    for (region, words) in [
      (quiet, ("没有一个签约", "nobody had signed")),
      (unknown, ("没有已调查而缺失的环节", "no surveyed link was missing")),
    ] {
      let text = BacktestPage(of: try backtest(region, from: "2020-01-26"))
        .page(in: language).markdown()
      #expect(text.contains(language == .chinese ? words.0 : words.1))
      #expect(!text.contains("AUC") && !text.contains("排序正确率") && !text.contains("|"))
    }
    let empty = Region(
      id: RegionID("r"), name: LocalizedText(english: "R"), date: analysis.day)
    let page = TimelinePage(
      of: Timeline(of: empty, over: analysis.graph, on: [empty.date])
    ).page(in: language).markdown()
    #expect(page.contains(language == .chinese ? "表中没有项目" : "hold no project"))
    #expect(!page.contains("nan"))
  }

  @Test(arguments: Language.allCases)
  func `a team's name is never markup`(language: Language) {
    let page = TimelinePage(of: timeline).page(in: language).markdown()
    #expect(page.contains("=驻深\\|招商队"))
  }

  @Test func `the report has both sections where there is something to say`() {
    let report = RegionReport(on: ReportFindings(on: analysis), in: .chinese).page().markdown()
    #expect(report.contains("、项目推进情况"))
    #expect(report.contains("、方法回测"))
    var old = SmallRegion.region
    old.firms.removeAll { $0.id != FirmID("formula") }
    let quiet = RegionReport(
      on: ReportFindings(on: Analysis(of: old, in: Workspace(chains: SmallRegion.chains))),
      in: .english
    ).page().markdown()
    #expect(quiet.contains("From contract to production"))
    #expect(!quiet.contains("Was the method right"))
  }

  @Test func `few events are called few, and luck is named where it cannot be ruled out`() throws {
    let backtest = try backtest(analysis.region, from: "2020-01-26")
    #expect(backtest.outcome == .comparable)
    let text = BacktestPage(of: backtest).page(in: .english).markdown()
    #expect(text.contains("luck cannot be ruled out"))
    #expect(text.contains("no ranking can reach a p-value"))
  }

  @Test func `days are one number where dates are full and a range where they are not`() {
    let wording = Wording(.english)
    #expect(wording.days(1...1) == "1 day")
    #expect(wording.days(181...546) == "181–546 days")
    #expect(wording.days(12.5...12.5) == "12.5 days")
    #expect(Wording(.chinese).days(181...546) == "181–546天")
    #expect(wording.days(nil) == Wording.blank)
    #expect(wording.rate(31.0 / 37) == "83.8%")
    #expect(wording.rate(nil) == Wording.blank)
  }
}
