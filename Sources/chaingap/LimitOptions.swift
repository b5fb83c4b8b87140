import ArgumentParser
import ChainFiles
import GapAnalysis
import IndustryChain

/// The limits within which links are chosen together, and how long to look.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "At most so many links. Default: 10 where no limit is given.",
      "环节数上限。未给任何上限时为 10。", valueName: "n"))
  var count: Int?

  @Option(help: ArgumentHelp("At most so much land, mu (亩).", "用地上限，亩。", valueName: "mu"))
  var land: String?

  @Option(
    help: ArgumentHelp(
      "At most so much investment: 1200 for million CNY, 12亿元, 8000万元.",
      "投资上限，如 12亿元、8000万元；1200 表示 1200 百万元。", valueName: "money"))
  var investment: String?

  @Option(
    help: ArgumentHelp(
      "At most so much electrical load, MW.", "用电负荷上限，兆瓦。", valueName: "mw"))
  var power: String?

  @Option(
    help: ArgumentHelp(
      "At most so much waste water, tonnes a day.", "废水排放上限，吨/日。", valueName: "t"))
  var discharge: String?

  @Option(
    help: ArgumentHelp(
      "Choose only among these targets; may be repeated. Default: all.",
      "只在这些招商目标中选择，可多次给出。默认为全部。", valueName: "link"))
  var among: [String] = []

  @Option(
    help: ArgumentHelp(
      "Look for so many seconds at most, then show the best found and its gap.",
      "求解用时上限（秒），到时给出已找到的最优方案及其与上界的差距。", valueName: "seconds"))
  var timeLimit = 10.0

  mutating func validate() throws {
    if let count, count < 0 {
      throw ValidationError("--count takes 0 or more", "--count 应为 0 或正整数")
    }
    if !(timeLimit > 0) {
      throw ValidationError("--time-limit takes more than 0 seconds", "--time-limit 应大于 0 秒")
    }
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
        let reason = Phrase(error.message)
        throw ValidationError(
          "\(option) takes a number from 0 on: \(reason.english)",
          "\(option) 应为不小于 0 的数：\(reason.chinese)")
      }
    }
    do throws(MoneyText.Flaw) {
      limits.amounts[.investment] = try investment.map(MoneyText.millionCNY)
    } catch {
      let reason = Phrase(error.message)
      throw ValidationError(
        "--investment takes money such as 1200 (million CNY) or 12亿元: \(reason.english)",
        "--investment 应为金额，如 12亿元，或 1200（百万元）：\(reason.chinese)")
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
          "“\(name)”不在招商目标之列，不能选择",
          help: .init(
            "see the targets with: chaingap targets", "招商目标可用 chaingap targets 查看"))
      }
      links = (links ?? []).union([link])
    }
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: .milliseconds(Int(min(timeLimit, 1e6) * 1_000)))
    let progress = Progress()
    defer { progress.clear() }
    progress.show(Phrase("working out what the candidates ask of each other", "测算候选环节之间的供需"))
    let pool = RecruitmentPool(of: analysis, among: links)
    return Portfolio(
      of: pool, within: try limits(), detail: detail,
      budget: .init(shouldStop: { clock.now >= end }),
      onProgress: { done, all in
        progress.show(Phrase("search \(done + 1) of \(all)", "第 \(done + 1) 次求解，共 \(all) 次"))
      })
  }
}
