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
    _ = try limits()
  }

  /// The limits given; ten links where none is.
  ///
  /// - Throws: `ValidationError` where one is no amount.
  private func limits() throws -> RecruitmentLimits {
    var limits = RecruitmentLimits()
    limits.amounts[.count] = count.map { Double($0) }
    for (kind, option, text) in [
      (LimitKind.land, "--land", land), (.power, "--power", power),
      (.discharge, "--discharge", discharge),
    ] {
      do throws(MoneyText.Flaw) {
        limits.amounts[kind] = try text.map(MoneyText.number)
      } catch {
        throw ValidationError("\(option) takes a number from 0 on: \(error.message)")
      }
    }
    do throws(MoneyText.Flaw) {
      limits.amounts[.investment] = try investment.map(MoneyText.millionCNY)
    } catch {
      throw ValidationError(
        "--investment takes money such as 1200 (million CNY) or 12亿元: \(error.message)")
    }
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
      of: pool, within: try limits(), detail: detail,
      budget: .init(shouldStop: { clock.now >= end }),
      onProgress: { done, all in progress.show("search \(done + 1) of \(all)") })
  }
}
