import ArgumentParser
import GapAnalysis
import Reporting

/// Runs `chaingap portfolio`.
struct PortfolioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portfolio",
    abstract: "Choose the links that are worth most together within limits, and prove it.",
    discussion: """
      Examples:
        chaingap portfolio --count 5
        chaingap portfolio --land 300 --investment 12亿元
        chaingap portfolio --count 8 --power 40 --discharge 2000 --language zh
        chaingap portfolio --count 2 --among cell --among pack --among separator
        chaingap portfolio --land 500 --format json > portfolio.json

      Shows the best set and how sure it is, the best set of each size, what a
      step less or more of each limit changes, and value against each limit.
      """)

  @OptionGroup var options: AnalysisOptions

  @OptionGroup var limits: LimitOptions

  @Option(help: "table, json or markdown.")
  var format = PageFormat.table

  @OptionGroup var wording: LanguageOption

  func run() throws {
    let analysis = try options.analysis()
    let portfolio = try limits.portfolio(of: analysis, detail: .whole)
    let page = PortfolioPage(of: portfolio, in: analysis)
    format.write(page, in: wording.language)
  }
}
