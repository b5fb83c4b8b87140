import ArgumentParser
import GapAnalysis
import Reporting

/// Runs `chaingap roadmap`.
struct RoadmapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roadmap",
    abstract: Phrase(
      "Put the portfolio in the order in which to recruit it, with the cumulative curve.",
      "给出环节组合的招引次序和累计价值曲线。"),
    discussion: Phrase(
      """
      Examples:
        chaingap roadmap --count 8
        chaingap roadmap --land 300 --investment 12亿元 --language zh
        chaingap roadmap --count 5 --format json

      Links whose needs are met come first; among them each step is the one
      that adds most given the steps before.
      """,
      """
      示例：
        chaingap roadmap --count 8
        chaingap roadmap --land 300 --investment 12亿元 --language zh
        chaingap roadmap --count 5 --format json

      落地条件已具备的环节在前；其中每一步选取在前几步基础上新增价值最大的。
      """))

  @OptionGroup var options: AnalysisOptions

  @OptionGroup var limits: LimitOptions

  @Option(help: .init("table, json or markdown.", "table（表格）、json 或 markdown。"))
  var format = PageFormat.table

  @OptionGroup var wording: LanguageOption

  func run() throws {
    let analysis = try options.analysis()
    let page = RoadmapPage(
      of: try limits.portfolio(of: analysis, detail: .bestChoice), in: analysis)
    format.write(page, in: wording.language)
  }
}
