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
    abstract: "Show coverage and projects over time: from contract to production, money in place.",
    discussion: """
      Examples:
        chaingap timeline                              each year's end, the last day
        chaingap timeline --every quarter --from 2019-12-31
        chaingap timeline --every change               every day that changes a stage
        chaingap timeline --to 2020-12-31 --language zh --format markdown
        chaingap timeline --format json                every figure, for programs

      For the region, each chain, each recruiting team and what was signed after
      the first day: the production rate (投产率), the share of funds in place
      (到位率), the fit with lead industries (产业契合度).
      """)

  @OptionGroup var options: AnalysisOptions

  @Option(
    help: ArgumentHelp(
      "The first day; a month or a year counts from its last day. Default: the end of the period"
        + " before the first dated stage.",
      valueName: "date"),
    transform: CalendarDate.init(typed:))
  var from: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "The last day, likewise. Default: the day the region is seen.", valueName: "date"),
    transform: CalendarDate.init(typed:))
  var to: CalendarDate?

  @Option(
    help:
      "\(Timeline.Spacing.allCases.map(\.rawValue).joined(separator: ", ")): which days to show.")
  var every = Timeline.Spacing.year

  @Option(help: "table, json or markdown.")
  var format = PageFormat.table

  @OptionGroup var wording: LanguageOption

  mutating func validate() throws {
    if to != nil, options.asOf != nil {
      throw ValidationError("--as-of and --to both name the last day; give one of them")
    }
    if let from, let to, from > to { throw ValidationError("--from is after --to") }
  }

  func run() throws {
    let analysis = try options.analysis()
    let last = to ?? analysis.day
    if let from, from > last {
      throw Failure("--from is after \(last), the last day", help: "give a later day with --to")
    }
    if to != nil { options.noteIfUnknown(last, of: analysis.region) }
    let days = Timeline.days(in: analysis.region, from: from, to: last, every: every)
    guard days.count <= Self.dayLimit else {
      throw Failure(
        "that is \(days.count) days, more than \(Self.dayLimit)",
        help: "begin later with --from, or take --every year")
    }
    let timeline = Timeline(of: analysis.region, over: analysis.graph, on: days)
    format.write(TimelinePage(of: timeline), in: wording.language)
  }
}

extension Timeline.Spacing: ExpressibleByArgument {}
