import ArgumentParser
import ChainFiles
import GapAnalysis
import IndustryChain

/// The limits within which links are chosen together, and how long to look.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "At most so many links. Default: 10 where no limit is given.", valueName: "n"))
  var count: Int?

  @Option(help: ArgumentHelp("At most so much land, mu (亩).", valueName: "mu"))
  var land: String?

  @Option(
    help: ArgumentHelp(
      "At most so much investment: 1200 for million CNY, 12亿元, 8000万元.", valueName: "money"))
  var investment: String?

  @Option(help: ArgumentHelp("At most so much electrical load, MW.", valueName: "mw"))
  var power: String?

  @Option(help: ArgumentHelp("At most so much waste water, tonnes a day.", valueName: "t"))
  var discharge: String?

  @Option(
    help: ArgumentHelp(
      "Choose only among these targets; may be repeated. Default: all.", valueName: "link"))
  var among: [String] = []

  @Option(
    help: ArgumentHelp(
      "Look for so many seconds at most, then show the best found and its gap.",
      valueName: "seconds"))
  var timeLimit = 10.0

  mutating func validate() throws {
    if let count, count < 0 { throw ValidationError("--count takes 0 or more") }
    if !(timeLimit > 0) { throw ValidationError("--time-limit takes more than 0 seconds") }
    for (option, text) in [("--land", land), ("--power", power), ("--discharge", discharge)] {
      if let text, MoneyText.number(text) == nil {
        throw ValidationError("\(option) takes a number from 0 on, not \"\(text)\"")
      }
    }
    if let investment, (try? MoneyText.millionCNY(investment)) == nil {
      throw ValidationError(
        "--investment takes money such as 1200 (million CNY) or 12亿元, not \"\(investment)\"")
    }
  }

  /// The limits given; ten links where none is.
  private var limits: RecruitmentLimits {
    var limits = RecruitmentLimits()
    limits.amounts[.count] = count.map { Double($0) }
    limits.amounts[.land] = land.flatMap(MoneyText.number)
    limits.amounts[.investment] = investment.flatMap { try? MoneyText.millionCNY($0) }
    limits.amounts[.power] = power.flatMap(MoneyText.number)
    limits.amounts[.discharge] = discharge.flatMap(MoneyText.number)
    if limits.kinds.isEmpty { limits.amounts[.count] = 10 }
    return limits
  }

  /// The portfolio within the limits.
  ///
  /// - Throws: `Failure` where a link is none, or no target.
  func portfolio(of analysis: Analysis, detail: Portfolio.Detail) throws -> Portfolio {
    var links: Set<Int>?
    for name in among {
      let link = try analysis.link(named: name)
      guard analysis.target(for: link) != nil else {
        throw Failure(
          "\"\(name)\" is no target here, so it cannot be chosen",
          help: "see the targets with: chaingap targets")
      }
      links = (links ?? []).union([link])
    }
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: .milliseconds(Int(min(timeLimit, 1e6) * 1_000)))
    let progress = Progress()
    defer { progress.clear() }
    progress.show("working out what the candidates ask of each other")
    let pool = RecruitmentPool(of: analysis, among: links)
    return Portfolio(
      of: pool, within: limits, detail: detail,
      budget: .init(shouldStop: { clock.now >= end }),
      onProgress: { done, all in progress.show("search \(done + 1) of \(all)") })
  }
}
