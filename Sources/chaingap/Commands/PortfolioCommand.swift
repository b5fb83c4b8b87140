import ArgumentParser
import GapAnalysis
import Reporting

/// Runs `chaingap portfolio`.
struct PortfolioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portfolio",
    abstract: Phrase(
      "Choose the links that are worth most together within limits, and prove it.",
      "在用地、投资等限额内选出总价值最高的组合，并给出证明。"),
    discussion: Phrase(
      """
      Examples:
        chaingap portfolio --count 5
        chaingap portfolio --land 300 --investment 12亿元
        chaingap portfolio --count 8 --power 40 --discharge 2000 --language zh
        chaingap portfolio --count 2 --among cell --among pack --among separator
        chaingap portfolio --land 500 --format json > portfolio.json

      Shows the best set and how sure it is, the best set of each size, what a
      step less or more of each limit changes, and value against each limit.
      """,
      """
      示例：
        chaingap portfolio --count 5
        chaingap portfolio --land 300 --investment 12亿元
        chaingap portfolio --count 8 --power 40 --discharge 2000 --language zh
        chaingap portfolio --count 2 --among cell --among pack --among separator
        chaingap portfolio --land 500 --format json > portfolio.json

      列出最优组合及其把握程度、不同环节数下的最优组合、各项限额增减一档带来
      的变化，以及价值随各项限额的变化。
      """))

  @OptionGroup var options: AnalysisOptions

  @OptionGroup var limits: LimitOptions

  @Option(help: .init("table, json or markdown.", "table（表格）、json 或 markdown。"))
  var format = PageFormat.table

  @OptionGroup var wording: LanguageOption

  func run() throws {
    let analysis = try options.analysis()
    let portfolio = try limits.portfolio(of: analysis, detail: .whole)
    let page = PortfolioPage(of: portfolio, in: analysis)
    format.write(page, in: wording.language)
  }
}
