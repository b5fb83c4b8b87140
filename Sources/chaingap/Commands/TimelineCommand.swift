public import ArgumentParser
public import GapAnalysis
import IndustryChain
import Reporting

/// Runs `chaingap timeline`.
struct TimelineCommand: ParsableCommand {
  /// More days than this are a slip of the pen.
  private static let dayLimit = 1_200

  static let configuration = CommandConfiguration(
    commandName: "timeline",
    abstract: Phrase(
      "Show coverage and projects over time: from contract to production, money in place.",
      "按时间列出覆盖情况和项目进展：签约到投产、资金到位。"),
    discussion: Phrase(
      """
      Examples:
        chaingap timeline                              each year's end, the last day
        chaingap timeline --every quarter --from 2019-12-31
        chaingap timeline --every change               every day that changes a stage
        chaingap timeline --to 2020-12-31 --language zh --format markdown
        chaingap timeline --format json                every figure, for programs

      For the region, each chain, each recruiting team and what was signed after
      the first day: the production rate (投产率), the share of funds in place
      (到位率), the fit with lead industries (产业契合度).
      """,
      """
      示例：
        chaingap timeline                              每年年末和最后一日
        chaingap timeline --every quarter --from 2019-12-31
        chaingap timeline --every change               每个有阶段变化的日期
        chaingap timeline --to 2020-12-31 --language zh --format markdown
        chaingap timeline --format json                全部数据，供程序

      按全区域、各产业链、各招商队伍以及首日之后的签约项目，分别列出投产率、
      到位率和产业契合度。
      """))

  @OptionGroup var options: AnalysisOptions

  @Option(
    help: ArgumentHelp(
      "The first day; a month or a year counts from its last day. Default: the end of the period"
        + " before the first dated stage.",
      "起始日期；只写年或月即其最后一日。默认为最早有日期的阶段之前一期的期末。", valueName: "date"),
    transform: CalendarDate.init(typed:))
  var from: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "The last day, likewise. Default: the day the region is seen.",
      "截止日期，写法同上。默认为区域数据的日期。", valueName: "date"),
    transform: CalendarDate.init(typed:))
  var to: CalendarDate?

  @Option(
    help: .init(
      "\(Timeline.Spacing.names.english): which days to show.",
      "列出哪些日期：\(Timeline.Spacing.names.chinese)。"))
  var every = Timeline.Spacing.year

  @Option(help: .init("table, json or markdown.", "table（表格）、json 或 markdown。"))
  var format = PageFormat.table

  @OptionGroup var wording: LanguageOption

  mutating func validate() throws {
    if to != nil, options.asOf != nil {
      throw ValidationError(
        "--as-of and --to both name the last day; give one of them",
        "--as-of 和 --to 都指最后一日，只能给一个")
    }
    if let from, let to, from > to {
      throw ValidationError("--from is after --to", "--from 晚于 --to")
    }
  }

  func run() throws {
    let analysis = try options.analysis()
    let last = to ?? analysis.day
    if let from, from > last {
      throw Failure(
        "--from is after \(last), the last day", "--from 晚于最后一日 \(last)",
        help: .init("give a later day with --to", "请用 --to 给出更晚的日期"))
    }
    if to != nil { options.noteIfUnknown(last, of: analysis.region) }
    let days = Timeline.days(in: analysis.region, from: from, to: last, every: every)
    guard days.count <= Self.dayLimit else {
      throw Failure(
        "that is \(days.count) days, more than \(Self.dayLimit)",
        "共 \(days.count) 个日期，超过上限 \(Self.dayLimit) 个",
        help: .init(
          "begin later with --from, or take --every year", "请用 --from 推迟起点，或用 --every year"))
    }
    let timeline = Timeline(of: analysis.region, over: analysis.graph, on: days)
    format.write(TimelinePage(of: timeline), in: wording.language)
  }
}

extension Timeline.Spacing: ExpressibleByArgument {
  fileprivate static var names: Phrase {
    Phrase(
      allCases.map(\.rawValue).joined(separator: ", "),
      "year（年）、quarter（季）、month（月）、change（每次变化）")
  }
}
