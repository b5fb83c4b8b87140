import ArgumentParser
import GapAnalysis
import IndustryChain
import Reporting

/// Runs `chaingap backtest`.
struct BacktestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: Phrase(
      "Rank what was missing on one day and see who had signed by another.",
      "按某日的缺口排名，看后来实际签约的项目是否在列。"),
    discussion: Phrase(
      """
      Examples:
        chaingap backtest                                the last year
        chaingap backtest --from 2018-12-31 --to 2020-12-31
        chaingap backtest --language zh --format markdown
        chaingap backtest --format json                  every candidate and figure

      Beside the method stand naive orders and one by lot. Few events give wide
      answers, and the output says how wide.
      """,
      """
      示例：
        chaingap backtest                                最近一年
        chaingap backtest --from 2018-12-31 --to 2020-12-31
        chaingap backtest --language zh --format markdown
        chaingap backtest --format json                  全部候选环节和数据

      除本方法外，还列出几种简单排序和随机排序作对照。签约项目少时结论的
      误差范围大，输出中会写明有多大。
      """))

  @OptionGroup var options: AnalysisOptions

  @Option(
    help: ArgumentHelp(
      "The day of the ranking; a month or a year counts from its last day. Default: a year before"
        + " the other.",
      "排名所依据的日期；只写年或月即其最后一日。默认为 --to 的一年前。", valueName: "date"),
    transform: CalendarDate.init(typed:))
  var from: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "The day on which its truth is seen, likewise. Default: the day the region is seen.",
      "检验结果的日期，写法同上。默认为区域数据的日期。", valueName: "date"),
    transform: CalendarDate.init(typed:))
  var to: CalendarDate?

  @Option(help: .init("table, json or markdown.", "table（表格）、json 或 markdown。"))
  var format = PageFormat.table

  @OptionGroup var wording: LanguageOption

  mutating func validate() throws {
    if to != nil, options.asOf != nil {
      throw ValidationError(
        "--as-of and --to both name the last day; give one of them",
        "--as-of 和 --to 都指最后一日，只能给一个")
    }
  }

  func run() throws {
    let now = try options.analysis()
    let last = to ?? now.day
    if to != nil { options.noteIfUnknown(last, of: now.region) }
    guard let first = from ?? last.yearBefore, first < last else {
      throw Failure(
        "the day of the ranking must lie before \(last)", "排名日期必须早于 \(last)",
        help: .init("give an earlier day with --from", "请用 --from 给出更早的日期"))
    }
    let then = Analysis(graph: now.graph, needs: now.needs, region: now.region, day: first)
    format.write(BacktestPage(of: Backtest(of: then, until: last)), in: wording.language)
  }
}
