import GapAnalysis
import IndustryChain

extension RegionReport {
  /// The targets of the table and of the summary: the first by score, and every one with a firm to
  /// call; none that only shares the last rank with a score of 0.
  var telling: [TargetRow] {
    list.targets.enumerated().filter { place, row in
      (place < Self.listedTargetCount && row.opportunity.isScored)
        || !row.opportunity.leads.isEmpty
    }.map(\.element)
  }

  /// The table of the first targets, how far their ranks hold, and the others by chain.
  func targetTable() -> [Page.Block] {
    list.notes(wording) + list.blocks(of: telling, for: .targetTable, wording) + otherTargets()
      + list.blockedBlocks(wording)
  }

  /// The targets that the table leaves out, by chain; nothing where it holds all.
  func otherTargets() -> [Page.Block] {
    let shown = Set(telling.map(\.opportunity.index))
    let others = list.targets.filter { !shown.contains($0.opportunity.index) }
    guard let first = others.first else { return [] }
    // One rank for all, as where nothing is known to speak for any of them, is said once.
    let sharesRank = others.allSatisfy { $0.opportunity.rank == first.opportunity.rank }
    let lines = analysis.graph.chains.compactMap { chain -> String? in
      let names = others.filter { $0.opportunity.link.id.chain == chain.id }.map { row in
        let rank =
          sharesRank
          ? ""
          : wording.say("第\(row.opportunity.rank)位，", "no. \(row.opportunity.rank), ")
        return text(row.name) + wording.aside(rank + text(row.opportunity.kind.word))
      }
      guard !names.isEmpty else { return nil }
      return text(chain.name) + wording.say("：", ": ") + wording.list(names)
    }
    let count = others.count
    let (rank, points) = (
      first.opportunity.rank, wording.points(first.opportunity.assessment.score)
    )
    let note =
      sharesRank
      ? wording.say(
        "其余\(wording.digits(count))个环节均为\(points)分，并列第\(rank)位，不分先后：",
        "The other \(wording.count(count, "", "link")) all score \(points) and share rank \(rank), in no"
          + " particular order:")
      : wording.say(
        "其余\(wording.digits(count))个环节按名次列在各链之下：",
        "The other \(wording.count(count, "", "link")) by chain, with their ranks:")
    return [.paragraph(Prose(note)), .points(lines)]
  }

  /// A section for each of the first telling targets.
  func detailedTargets() -> [Page.Block] {
    telling.prefix(Self.detailedTargetCount).flatMap { [heading(of: $0)] + explanation(of: $0) }
  }

  private func heading(of row: TargetRow) -> Page.Block {
    let opportunity = row.opportunity
    let heading =
      "\(opportunity.rank). \(text(row.name))"
      + wording.aside(
        [text(row.chainName), text(opportunity.coverage.word), text(opportunity.kind.word)]
          .joined(separator: wording.say("，", ", ")))
    return .heading(3, Prose(heading))
  }

  /// Why the target stands where it does: the sentence, the terms, whom to call, what it needs.
  func explanation(of row: TargetRow) -> [Page.Block] {
    let opportunity = row.opportunity
    let value = opportunity.chainValue
    let explained = ExplanationText(row.explanation, in: analysis, wording)
    var bullets: [Page.Bullet] = []
    func add(_ chinese: String, _ english: String, _ text: String, _ points: [Page.Bullet] = []) {
      bullets.append(
        Page.Bullet(
          .strong(wording.say(chinese, english)) + Prose(wording.say("：", ": ") + text),
          points: points))
    }

    add("综合得分", "Score", scoreSummary(row))
    add("谁来买", "Who buys it here", demandSummary(row), explained.buyerPoints())
    add("原料从哪来", "Inputs at hand", supplySummary(row), explained.preconditions())
    add("链上价值", "Chain value", valueSummary(value))
    add("典型项目", "Typical plant", plantSummary(row))
    add("简单排法", "Naive rules", wording.baselines(row.baselines))
    let signed = opportunity.commitments.map { wording.project($0) }
    if opportunity.leads.isEmpty, signed.isEmpty {
      add("找谁谈", "Whom to call", wording.say("暂无目标企业线索", "no lead is known yet"))
    } else if opportunity.leads.isEmpty {
      add(
        "找谁谈", "Whom to call",
        wording.say("已有签约、在建项目，跟进即可", "projects are signed or building: follow them up"),
        signed)
    } else {
      add(
        "找谁谈", "Whom to call",
        wording.count(opportunity.leads.count, "条线索", "lead"),
        opportunity.leads.map { wording.project($0) } + signed)
    }
    if !row.introductions.isEmpty {
      add(
        "以商招商", "Who could introduce",
        wording.list(row.introductions.map { wording.introduction($0) }, limit: 6))
    }
    if !row.needs.isEmpty {
      add("落地条件", "Needs", wording.list(row.needs.map { wording.need($0) }))
    }
    let assumptions = row.explanation.assumptions.map { wording.assumption($0, in: analysis) }
    let grade = text(row.explanation.weakestGrade.word)
    add(
      "数据", "Data",
      wording.say("最弱一项为“\(grade)”", "the weakest figure is \(grade)"),
      assumptions.map { Page.Bullet(Prose($0, as: .faint)) })
    if !row.reportedSources.isEmpty {
      add(
        "来源", "Sources",
        row.reportedSources.map(text).joined(separator: wording.say("；", "; ")))
    }
    return [.paragraph(Prose(text(row.reason))), .bullets(bullets)]
  }

  /// The score, its axes and its parts, and how far the rank holds.
  private func scoreSummary(_ row: TargetRow) -> String {
    let assessment = row.opportunity.assessment
    let axes = Criterion.Axis.allCases.compactMap { axis in
      assessment.value(of: axis).map { text(axis.word) + " " + wording.points($0) }
    }
    let parts = assessment.parts.filter { $0.weight > 0 }.map { Cell.Item($0) }
    let holds = row.standing.map { standing in
      wording.list([
        wording.rankBand(standing.byWeights), wording.rankBand(standing.byFigures, over: .figures),
      ])
    }
    let beaten =
      assessment.isDominated
      ? wording.say(
        "另有目标两项均不低于它、且至少一项更高",
        "another target is at least as good on both axes and better on one") : ""
    return wording.list(
      [wording.points(assessment.score) + wording.aside(wording.list(axes))])
      + wording.say("：", ": ") + wording.list(parts.map { text($0.text) })
      + [holds ?? "", beaten].filter { !$0.isEmpty }.map { wording.say("；", "; ") + $0 }.joined()
  }

  private func demandSummary(_ row: TargetRow) -> String {
    let unmet = row.opportunity.chainValue.unmetDemandMillionCNY
    guard row.explanation.demand.contains(where: { $0.millionCNY > 0 }) || unmet > 0 else {
      return wording.say("已知的本地企业暂无采购，产品主要外销", "no firm known here yet; it would sell outside")
    }
    let buyers = wording.localBuyers(row.explanation)
    return wording.say(
      "\(buyers)每年外购\(wording.money(unmet))",
      "\(buyers) buy \(wording.money(unmet)) a year outside")
  }

  private func supplySummary(_ row: TargetRow) -> String {
    guard !row.explanation.content.isEmpty else {
      return wording.say("未列明投入品", "its inputs are not listed")
    }
    let names = row.suppliers.map { text($0.name) }
    let here =
      names.isEmpty
      ? wording.say("本地暂无已知供应商", "no supplier is known here")
      : wording.say(
        "本地可供\(wording.list(names, limit: 5))", "\(wording.list(names, limit: 5)) made here")
    let rate = row.explanation.supportRate.map {
      wording.say("，投入品本地配套率", "; share met by local firms: ") + wording.supportRate($0)
    }
    return here + (rate ?? "")
  }

  /// Chain value and its parts in words; a part that is nothing is left out.
  private func valueSummary(_ value: ChainValue) -> String {
    guard wording.isMoney(value.millionCNY) else {
      return wording.say("按现有数据暂无", "none as far as is known")
    }
    let inside = wording.money(value.soldInsideMillionCNY)
    let outside = wording.money(value.soldOutsideMillionCNY)
    let content = wording.number(value.localContent)
    let passedOn = wording.number(value.localContent - value.valueAdded)
    var parts: [String] = []
    if wording.isMoney(value.soldInsideMillionCNY) {
      parts.append(
        wording.say(
          "区内销售\(inside)，每1元有\(content)元留在本地",
          "it would sell \(inside) here, of which \(content) per CNY stays"))
    }
    if wording.isMoney((value.localContent - value.valueAdded) * value.soldOutsideMillionCNY) {
      parts.append(
        wording.say(
          "区外销售\(outside)，每1元有\(passedOn)元经本地供应商留在本地",
          "it would sell \(outside) outside, of which \(passedOn) per CNY stays through local"
            + " suppliers"))
    }
    return wording.say(
      "一个典型项目每年约\(wording.money(value.millionCNY))：",
      "about \(wording.money(value.millionCNY)) a year for one typical plant: ")
      + parts.joined(separator: wording.say("；", "; "))
  }

  private func plantSummary(_ row: TargetRow) -> String {
    let plant = row.opportunity.link.plant
    let output = wording.money(row.opportunity.chainValue.plantOutputMillionCNY)
    func quantity(_ figure: Figure?) -> String? { figure.map { wording.number($0.value) } }
    return wording.list(
      [
        wording.say("年产值\(output)", "output \(output) a year"),
        plant.investmentMillionCNY.map {
          wording.say("投资\(wording.money($0.value))", "investment \(wording.money($0.value))")
        },
        quantity(plant.landMu).map { wording.say("用地\($0)亩", "\($0) mu of land") },
        quantity(plant.jobs).map { wording.say("就业\($0)人", "\($0) jobs") },
        quantity(plant.powerMW).map { wording.say("用电\($0)兆瓦", "\($0) MW") },
        quantity(plant.dischargeTonnesPerDay).map {
          wording.say("废水\($0)吨/日", "\($0) tonnes of waste water a day")
        },
      ].compactMap { $0 }) + wording.aside(wording.plantBasis(row.explanation))
  }

  /// The signed and building projects: who, what, since when, and what to watch.
  func bringToProduction() -> [Page.Block] {
    guard !list.bringToProduction.isEmpty else {
      return [.paragraph(Prose(wording.say("无。", "None.")))]
    }
    let note = wording.say(
      "以下环节已有签约或在建项目，尚无投产企业，不列入缺失。",
      "Projects for these links are signed or building; no firm operates in them yet, and they do not"
        + " count as missing.")
    return [.paragraph(Prose(note))] + list.commitmentBlocks(wording)
      + list.bringToProduction.flatMap { row -> [Page.Block] in
        let heading =
          "\(row.opportunity.rank). \(text(row.name))" + wording.aside(text(row.chainName))
        var bullets = row.opportunity.commitments.map { wording.project($0) }
        if !row.needs.isEmpty {
          bullets.append(
            Page.Bullet(
              .strong(wording.say("落地条件", "Needs"))
                + Prose(
                  wording.say("：", ": ") + wording.list(row.needs.map { wording.need($0) }))))
        }
        return [
          .heading(3, Prose(heading)), .paragraph(Prose(text(row.reason))), .bullets(bullets),
        ]
      }
  }
}
