import GapAnalysis
import IndustryChain

/// A backtest in words: what was missing, who signed since, and which ranking had foreseen it.
struct BacktestText {
  let backtest: Backtest
  let wording: Wording

  /// A backtest worded in one language.
  init(of backtest: Backtest, in language: Language) {
    self.backtest = backtest
    wording = Wording(language)
  }

  /// The whole page.
  func page() -> Page {
    let region = wording.text(backtest.analysis.region.name)
    let title = wording.say("\(region)：方法回测", "\(region): was the method right?")
    return Page([.heading(1, Prose(title))] + section())
  }

  /// The same for a section of a report, without a title.
  func section() -> [Page.Block] {
    var blocks: [Page.Block] = [.paragraph(Prose(situation))]
    if backtest.outcome == .comparable {
      blocks += [
        .paragraph(Prose(verdict)), .paragraph(Prose(power)), rankingTable, eventTable,
      ]
    }
    return blocks + [.points(notes)]
  }

  func name(_ link: Int) -> String {
    wording.text(backtest.analysis.graph.displayName(of: link))
  }

  private var events: [Backtest.Candidate] { backtest.candidates.filter(\.isEvent) }

  private var situation: String {
    let (first, last) = (wording.date(backtest.firstDay), wording.date(backtest.lastDay))
    let count = backtest.candidates.count
    let missing = wording.say(
      "以\(first)已知的情况排名，当时缺失环节\(wording.digits(count))个（大类以其细分环节计）",
      "Ranked by what was known on \(first), when \(wording.count(count, "", "link"))"
        + " \(count == 1 ? "was" : "were") missing (umbrellas left to their variants)")
    switch backtest.outcome {
    case .noCandidates:
      return wording.say(
        "\(first)没有已调查而缺失的环节，无从回测。",
        "On \(first) no surveyed link was missing, so there is nothing to test.")
    case .noEvents:
      return missing
        + wording.say(
          "；到\(last)没有一个签约，无从判断排名好坏。",
          "; by \(last) nobody had signed for any of them, so no ranking can be judged.")
    case .onlyEvents:
      return missing
        + wording.say(
          "；到\(last)全部有项目签约，任何排序都一样，无从判断好坏。",
          "; by \(last) all of them had been signed for, so every order did equally well and none can"
            + " be judged.")
    case .comparable:
      let names = wording.list(events.map { name($0.opportunity.index) }, limit: 10)
      return missing
        + wording.say(
          "；到\(last)其中\(wording.digits(events.count))个有项目签约、在建或投产：\(names)。",
          "; by \(last) projects for \(wording.digits(events.count)) of them were signed, building or operating:"
            + " \(names).")
    }
  }

  /// Whether the method's order did better than the lot, in words that the p-value bears.
  private var verdict: String {
    guard let method = backtest.results.first, let area = method.areaUnderCurve,
      let pValue = method.pValue
    else { return "" }
    let better = backtest.results.filter { result in
      if case .baseline = result.ranking { (result.areaUnderCurve ?? 0) >= area } else { false }
    }.map { result in
      ranking(result.ranking) + wording.aside(wording.statistic(result.areaUnderCurve ?? 0))
    }
    let compared =
      better.isEmpty
      ? wording.say(
        "按此指标好于各项简单排法", "by AUC it did better than every naive order")
      : wording.say(
        "不如简单排法：\(wording.list(better))", "it did no better than: \(wording.list(better))")
    let odds = wording.probability(pValue.value)
    let chance =
      pValue.value <= 0.05
      ? wording.say(
        "随机排序达到同样好坏的概率为\(odds)，难以用偶然解释",
        "an order by lot would do as well with probability \(odds), which hardly looks like luck")
      : wording.say(
        "随机排序达到同样好坏的概率为\(odds)，不能排除偶然",
        "an order by lot would do as well with probability \(odds), so luck cannot be ruled out")
    return wording.sentence([
      wording.say(
        "本方法的排序正确率为\(wording.statistic(area))（随机为0.5）",
        "the method's AUC is \(wording.statistic(area)) (by lot: 0.5)"), compared, chance,
    ])
  }

  /// What so few events can show at all.
  private var power: String {
    let least = wording.probability(backtest.leastPValue)
    let step = wording.rate(1 / Double(backtest.eventCount))
    let start = wording.say(
      "\(wording.digits(backtest.candidates.count))个候选环节中只有\(wording.digits(backtest.eventCount))个签约，"
        + "任何排名最低也只能达到p=\(least)",
      "With \(wording.count(backtest.eventCount, "", "event")) among"
        + " \(wording.count(backtest.candidates.count, "", "candidate")), no ranking can reach a p-value"
        + " below \(least)")
    let reading =
      if backtest.leastPValue > 0.05 {
        wording.say(
          "样本太少，再好的排名也无法与碰巧区分。", "too few for even a perfect order to be told from luck.")
      } else if backtest.eventCount < 20 {
        wording.say(
          "样本很少，每个签约环节占各项结果的\(step)，只宜参考。",
          "each event weighs \(step) of every figure, so read them as a hint.")
      } else {
        wording.say("样本尚可。", "enough to compare rankings by.")
      }
    return start + wording.say("；", "; ") + reading
  }

  func ranking(_ ranking: RankingResult.Ranking) -> String {
    switch ranking {
    case .method: wording.say("本方法", "The method")
    case .baseline(let baseline): wording.text(baseline.word)
    case .lot: wording.say("随机（期望值）", "By lot (expected)")
    }
  }

  private var rankingTable: Page.Block {
    let depths = backtest.results.first?.precisions.map(\.count) ?? []
    let columns =
      [Table.Column(wording.say("排序依据", "Ranked by"))]
      + depths.map { depth in
        Table.Column(
          wording.say("前\(depth)命中率", "Precision at \(depth)"), .right)
      }
      + [
        Table.Column(wording.say("平均倒数排名", "Mean reciprocal rank"), .right),
        Table.Column(wording.say("排序正确率", "AUC"), .right),
        Table.Column(wording.say("p值", "p-value"), .right),
      ]
    let rows = backtest.results.map { result in
      [Prose(ranking(result.ranking))]
        + result.precisions.map { Prose(wording.rate($0.value)) }
        + [
          Prose(wording.statistic(result.meanReciprocalRank)),
          Prose(wording.statistic(result.areaUnderCurve)),
          Prose(result.pValue.map { wording.probability($0.value) } ?? Wording.blank),
        ]
    }
    return .table(Table(columns: columns, rows: rows))
  }

  /// Where each ranking had put what came about.
  private var eventTable: Page.Block {
    let rankings = backtest.results.map(\.ranking).filter { $0 != .lot }
    let columns =
      [Table.Column(wording.say("签约的环节", "Signed for"))]
      + rankings.map {
        Table.Column(wording.say("位次：", "Place: ") + ranking($0), .right)
      } + [Table.Column(wording.say("项目", "Projects"))]
    let places = rankings.map { backtest.midranks(by: $0) ?? [] }
    let rows = backtest.candidates.enumerated().filter(\.element.isEvent).map { place, candidate in
      [Prose(name(candidate.opportunity.index))]
        + places.map {
          Prose($0.indices.contains(place) ? wording.number($0[place]) : Wording.blank)
        }
        + [
          Prose(
            wording.list(
              candidate.signings.map { signing in
                wording.firm(signing.firm) + wording.aside(signed(signing.project))
              }, limit: 3))
        ]
    }
    return .table(Table(columns: columns, rows: rows))
  }

  /// The first stage of a project that counts as signed, and its date.
  private func signed(_ project: Project) -> String {
    guard
      let milestone = project.milestones.first(where: { $0.stage >= .signed && $0.stage != .closed }
      )
    else { return "" }
    return wording.text(milestone.stage.word)
      + (milestone.date.map { wording.say("，", ", ") + wording.date($0) } ?? "")
  }
}

extension Baseline {
  /// What ordering by it is called.
  var word: LocalizedText {
    switch self {
    case .neighbours: LocalizedText(english: "Links touching it", chinese: "相邻环节数")
    case .leakage: LocalizedText(english: "Bought outside", chinese: "采购外流")
    case .peerRegions:
      LocalizedText(english: "Peer regions that have it", chinese: "拥有该环节的对比地区数")
    }
  }
}
