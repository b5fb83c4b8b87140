import ArgumentParser
import GapAnalysis
import IndustryChain
import Reporting

/// Runs `chaingap backtest`.
struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Rank what was missing on one day and see who had signed by another.",
    discussion: """
      Examples:
        chaingap backtest                                the last year
        chaingap backtest --from 2018-12-31 --to 2020-12-31
        chaingap backtest --language zh --format markdown
        chaingap backtest --format json                  every candidate and figure

      Beside the method stand naive orders and one by lot. Few events give wide
      answers, and the output says how wide.
      """)

  @OptionGroup var options: AnalysisOptions

  @Option(
    help: ArgumentHelp(
      "The day of the ranking; a month or a year counts from its last day. Default: a year before"
        + " the other.", valueName: "date"),
    transform: CalendarDate.init(typed:))
  var from: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "The day on which its truth is seen, likewise. Default: the day the region is seen.",
      valueName: "date"),
    transform: CalendarDate.init(typed:))
  var to: CalendarDate?

  @Option(help: "table, json or markdown.")
  var format = PageFormat.table

  @OptionGroup var wording: LanguageOption

  mutating func validate() throws {
    if to != nil, options.asOf != nil {
      throw ValidationError("--as-of and --to both name the last day; give one of them")
    }
  }

  func run() throws {
    let now = try options.analysis()
    let last = to ?? now.day
    if to != nil { options.noteIfUnknown(last, of: now.region) }
    guard let first = from ?? last.yearBefore, first < last else {
      throw Failure(
        "the day of the ranking must lie before \(last)", help: "give an earlier day with --from")
    }
    let then = Analysis(graph: now.graph, needs: now.needs, region: now.region, day: first)
    format.write(BacktestPage(of: Backtest(of: then, until: last)), in: wording.language)
  }
}
