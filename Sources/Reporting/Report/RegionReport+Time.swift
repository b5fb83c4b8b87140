import GapAnalysis
import IndustryChain

extension RegionReport {
  /// So many of the last days are shown.
  private static let dayCount = 10

  /// The region over the years, and its projects from contract to production; nothing where the
  /// tables hold no project.
  func pipeline() -> [Page.Block] {
    let days = Timeline.days(in: analysis.region, to: analysis.day)
    let timeline = Timeline(
      of: analysis.region, over: analysis.graph, on: days.suffix(Self.dayCount))
    guard (timeline.progress(of: .region)?.rowCount ?? 0) > 0 else { return [] }
    let caution = wording.say(
      "以下只统计所引资料中列明的项目，不代表全区的投产率和到位率。",
      "Only projects that the cited sources name are counted here; the rates are not those of the whole"
        + " region.")
    return [.paragraph(Prose(caution))]
      + TimelineText(of: timeline, in: wording.language).section()
  }

  /// The method's ranking of a year before, judged by who has signed since; nothing where no project
  /// is known to have been signed in that year.
  func backtest() -> [Page.Block] {
    guard let first = analysis.day.yearBefore else { return [] }
    let then = Analysis(
      graph: analysis.graph, needs: analysis.needs, region: analysis.region, day: first)
    let backtest = Backtest(of: then, until: analysis.day)
    guard backtest.hasSignings else { return [] }
    return BacktestText(of: backtest, in: wording.language).section()
  }
}

extension Backtest {
  /// Whether anything at all was signed between the days.
  fileprivate var hasSignings: Bool {
    eventCount > 0 || !otherSignings.isEmpty || unplacedSigningCount > 0
  }
}
