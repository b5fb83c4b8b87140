import GapAnalysis
import IndustryChain

extension ExplanationText {
  /// The score as a table of criteria, and what was left out of it; nothing for links that are no
  /// opportunity.
  func score() -> [Page.Block] {
    guard let opportunity = explanation.opportunity else {
      return analysis.blocked.first { $0.opportunity.index == explanation.index }
        .map(blocked) ?? []
    }
    let assessment = opportunity.assessment
    let axes = Criterion.Axis.allCases.compactMap { axis in
      assessment.value(of: axis).map { text(axis.word) + " " + wording.points($0) }
    }
    let columns = [
      Table.Column(wording.say("标准", "Criterion")),
      Table.Column(wording.say("数值", "Value"), .right),
      Table.Column(wording.say("评分", "Mark"), .right),
      Table.Column(wording.say("权重", "Weight"), .right),
      Table.Column(wording.say("得分", "Adds"), .right),
      Table.Column(wording.say("含义", "What it says")),
    ]
    let rows = assessment.parts.filter { $0.utility != nil }.map { part in
      [
        Prose(text(part.criterion.word)),
        Prose(value(of: part, in: opportunity)),
        Prose(part.utility.map { wording.points($0) } ?? Wording.blank),
        Prose(wording.percent(part.weight)),
        Prose(wording.points(part.contribution)),
        Prose(text(part.criterion.meaning)),
      ]
    }
    var blocks: [Page.Block] = [
      .paragraph(
        Prose(wording.say("综合得分", "Score "))
          + .strong(wording.points(assessment.score)) + Prose(wording.aside(wording.list(axes)))),
      .table(Table(columns: columns, rows: rows)),
    ]
    let baselines = Baseline.allCases.reduce(into: [Baseline: Double]()) {
      $0[$1] = $1.value(of: explanation.index, in: analysis)
    }
    let dominated =
      assessment.isDominated
      ? wording.say(
        "另有目标两项均不低于它、且至少一项更高。",
        "Another target is at least as good on both axes and better on one.") : ""
    let notes = [
      dominated,
      wording.say("简单排法：", "Naive rules: ") + wording.baselines(baselines)
        + wording.say("。", "."),
      unknownHere(assessment), wording.leftOut(analysis.basis), chances(opportunity),
    ]
    blocks += notes.filter { !$0.isEmpty }.map { .paragraph(Prose($0, as: .faint)) }
    return blocks
  }

  /// A criterion's value in its unit; of needs also how many have no answer.
  private func value(of part: Assessment.Part, in opportunity: Opportunity) -> String {
    guard let value = part.value else { return Wording.blank }
    guard part.criterion == .readiness else { return wording.value(value, of: part.criterion) }
    let readiness = opportunity.readiness
    let known = readiness.provided.count + readiness.lacking.count
    let unstated = readiness.unstated.count
    return "\(readiness.provided.count)/\(known)"
      + wording.aside(
        unstated == 0
          ? "" : wording.say("另\(unstated)项未填报", "\(unstated) more not stated"))
  }

  /// How far the rank holds over weights and over figures; nothing where it was not drawn.
  func standing() -> [Page.Block] {
    guard let robustness, let standing = robustness.telling(of: explanation.index) else {
      return []
    }
    func line(_ distribution: RankDistribution, _ chinese: String, _ english: String) -> String {
      let shares = [1, 3, 10].filter { $0 <= distribution.rankCount }.map { rank in
        let share = distribution.share(ofRanksTo: rank)
        let error = distribution.standardError(of: share)
        return wording.say(rank == 1 ? "居首" : "前\(rank)位", rank == 1 ? "first" : "first \(rank)")
          + " " + wording.percent(share)
          + wording.aside(
            error == 0
              ? "" : wording.say("标准误", "standard error ") + wording.percent(error))
      }
      return wording.say(chinese, english) + wording.list(shares)
    }
    var points = [
      line(
        standing.byWeights, "\(wording.digits(robustness.drawCount))组随机权重：",
        "\(wording.digits(robustness.drawCount)) drawn weightings: "),
      line(
        standing.byFigures, "\(wording.digits(robustness.figureDrawCount))组按误差范围抽取的数据：",
        "\(wording.digits(robustness.figureDrawCount)) draws of the figures within their bands: "),
    ]
    if let weights = standing.centralWeights {
      let parts = Criterion.allCases.compactMap { criterion in
        weights[criterion].map { text(criterion.word) + " " + wording.percent($0) }
      }
      points.append(
        wording.say("使其居首的典型权重：", "typical weights that put it first: ")
          + wording.list(parts))
    }
    if let confidence = standing.confidence {
      points.append(
        wording.say(
          "按该权重，数据波动下仍居首的比例（置信因子）：\(wording.percent(confidence))",
          "under them it stays first in \(wording.percent(confidence)) of the figure draws"
            + " (confidence factor)"))
    }
    return [
      .paragraph(
        Prose(
          wording.sentence([
            wording.rankBand(standing.byWeights),
            wording.rankBand(standing.byFigures, over: .figures),
          ]))), .points(points),
    ]
  }

  private func blocked(_ link: BlockedLink) -> [Page.Block] {
    let needs = link.vetoes.map { veto in
      text(TargetRow.RowNeed(veto.need, in: analysis).name)
        + wording.aside(wording.source(veto.provenance))
    }
    return [
      .paragraph(
        Prose(
          wording.say("不列入清单：本地不具备", "Not on the list; cannot be met here: ")
            + wording.list(needs), as: .alert))
    ]
  }

  /// Criteria that the region has and this link has nothing to say by.
  private func unknownHere(_ assessment: Assessment) -> String {
    let names = assessment.parts.filter {
      $0.utility == nil && analysis.basis.weight(of: $0.criterion) > 0
    }.map { text($0.criterion.word) }
    guard !names.isEmpty else { return "" }
    return wording.say(
      "该环节没有数据、未计入的标准：\(wording.list(names))，其权重由其余各项分担。",
      "Not known for this link, its weight shared among the others: \(wording.list(names)).")
  }

  /// The chances of the known firms and where they are from.
  private func chances(_ opportunity: Opportunity) -> String {
    let parts = opportunity.leadChance.parts.map { part in
      wording.firm(part.presence.firm) + " " + wording.percent(part.chance.value)
        + wording.aside(wording.source(part.chance.provenance))
    }
    guard !parts.isEmpty else { return "" }
    return wording.say(
      "落地可能性：\(wording.list(parts))。", "Chances of coming: \(wording.list(parts)).")
  }
}
