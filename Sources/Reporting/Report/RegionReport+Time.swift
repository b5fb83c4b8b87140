import GapAnalysis
import IndustryChain

extension RegionReport {
  /// The region over the years, and its projects from contract to production; nothing where the
  /// tables hold no project.
  func pipeline() -> [Page.Block] {
    guard let timeline = findings.timeline else { return [] }
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
    findings.backtest.map { BacktestText(of: $0, in: wording.language).section() } ?? []
  }
}
