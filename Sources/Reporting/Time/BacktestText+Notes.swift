import GapAnalysis
import IndustryChain

extension BacktestText {
  /// What else was signed, what the figures mean, and what flatters them.
  var notes: [String] {
    otherSignings + (backtest.outcome == .comparable ? definitions : []) + undated + [hindsight]
  }

  /// The rows that stand on the first day only because nobody knows since when.
  private var undated: [String] {
    let analysis = backtest.analysis
    let count = (analysis.presences.flatMap { $0 } + analysis.unplaced).count { presence in
      presence.project.milestones.contains { $0.stage == presence.stage && $0.date == nil }
    }
    guard count > 0 else { return [] }
    return [
      wording.say(
        "\(wording.digits(count))条项目的阶段没有日期，在排名当日即视为有效；若实际更晚，当时的缺失环节会更多。",
        "The stage of \(wording.count(count, "", "row")) has no date and counts on the first day too;"
          + " if it came later, more links were missing then.")
    ]
  }

  private var otherSignings: [String] {
    let reasons: [(Backtest.OtherSigning.Reason, String, String)] = [
      (
        .notMissing, "期间另有项目签约、但当时已有企业或项目，不算缺失",
        "Signed for too, but not missing then, since firms or projects were there"
      ),
      (
        .umbrella, "期间另有项目只归到大类，不能算作某一细分环节",
        "Signed for too, but placed in an umbrella and so in none of its variants"
      ),
      (.unknown, "期间另有项目签约、但当时无人调查", "Signed for too, but surveyed by nobody"),
    ]
    var lines = reasons.compactMap { reason, chinese, english -> String? in
      let links = backtest.otherSignings.filter { $0.reason == reason }.map { name($0.link) }
      guard !links.isEmpty else { return nil }
      return wording.say(
        "\(chinese)：\(wording.list(links, limit: 10))。",
        "\(english): \(wording.list(links, limit: 10)).")
    }
    let unplaced = backtest.unplacedSigningCount
    if unplaced > 0 {
      lines.append(
        wording.say(
          "期间另有\(unplaced)条项目签约、在建或投产，来源没有说明属于哪个环节。",
          "\(wording.count(unplaced, "", "more row")) signed, building or operating since, of which no"
            + " source says what is made."))
    }
    return lines
  }

  private var definitions: [String] {
    [
      wording.say(
        "前k命中率：排名前k位中后来签约的比例；同值并列的取各种先后的平均；k也取签约的环节数。",
        "Precision at k is the share of the first k that was signed for, k being also the number of"
          + " events; tied links count with the mean over their orders."),
      wording.say(
        "平均倒数排名：各签约环节的1/位次的平均。排序正确率：任取一个签约环节和一个未签约环节，前者排在前面的概率，"
          + "并列算一半（统计学称曲线下面积）。",
        "The mean reciprocal rank is the mean of 1 / place over the events. AUC is the probability"
          + " that a link signed for stands above one that was not, a tie counting half."),
      wording.say(
        "p值：随机排序的排序正确率不低于所得值的概率（单侧）。",
        "The p-value is the probability that an order by lot"
          + " reaches at least that AUC (one-sided).") + testBasis,
    ]
  }

  /// Whether the p-values are exact.
  private var testBasis: String {
    let sampled = backtest.results.compactMap(\.pValue).filter { $0.basis != .exact }
    guard let first = sampled.first, case .sampled(let count) = first.basis else {
      return wording.say("按所有可能的组合精确计算。", " It is exact, over every choice of the events.")
    }
    let error = sampled.map(\.standardError).max() ?? 0
    return wording.say(
      "候选环节多，按固定种子抽样\(wording.digits(count))次估计，标准误不超过\(wording.probability(error))。",
      " With so many candidates it is estimated from \(wording.count(count, "", "seeded draw")), with a"
        + " standard error of at most \(wording.probability(error)).")
  }

  private var hindsight: String {
    wording.say(
      "只有项目阶段回溯到当时；产业链定义、调查、最终需求、产值、对比地区、权重、规划优先和落地条件均取文件现值。"
        + "若某个环节是因为正在招引才写进产业链，各种排序都会因此显得更准。仅知年份的签约，从该年最后一天起算。",
      "Only the stages of projects are taken back; chains, surveys, final demand, outputs, peers,"
        + " weights, priorities and needs are those of the files. A link that was put into a chain because it was being recruited flatters"
        + " every order. A signing known to the year counts from its last day.")
  }
}
