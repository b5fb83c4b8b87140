import ArgumentParser
import GapAnalysis
import Reporting

/// Runs `chaingap roadmap`.
struct RoadmapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roadmap",
    abstract: "Put the portfolio in the order in which to recruit it, with the cumulative curve.",
    discussion: """
      Examples:
        chaingap roadmap --count 8
        chaingap roadmap --land 300 --investment 12亿元 --language zh
        chaingap roadmap --count 5 --format json

      Links whose needs are met come first; among them each step is the one
      that adds most given the steps before.
      """)

  @OptionGroup var options: AnalysisOptions

  @OptionGroup var limits: LimitOptions

  @Option(help: "table, json or markdown.")
  var format = PageFormat.table

  @OptionGroup var wording: LanguageOption

  func run() throws {
    let analysis = try options.analysis()
    let page = RoadmapPage(
      of: try limits.portfolio(of: analysis, detail: .bestChoice), in: analysis)
    format.write(page, in: wording.language)
  }
}
