import GapAnalysis
import IndustryChain
import TerminalText
import WebPages

extension ProjectBook {
  /// One target for the template `project`.
  func project(_ row: TargetRow, place: Int) -> PageValue {
    let opportunity = row.opportunity
    let link = opportunity.link
    let plant = link.plant
    let needs = row.needs.sorted { Self.urgency($0) < Self.urgency($1) }
    var page: [String: PageValue] = [
      "id": .text("project-\(place + 1)"), "page": .text("\(place + 2)"),
      "rank": .text("\(opportunity.rank)"),
      "name": .text(text(row.name).truncated(toWidth: 84)),
      "chain": .text(
        wording.say(brief(row.chainName, 40) + "产业链", brief(row.chainName, 40) + " chain")),
      "stage": .text(text(link.stage.word)), "coverage": .text(text(opportunity.coverage.word)),
      "kind": .text(text(opportunity.kind.word)),
      "reason": .text(text(row.reason).truncated(toWidth: Self.reasonWidth)),
      "score": .text(score(of: row)),
      "chainValue": .text(wording.money(opportunity.chainValue.millionCNY)),
      "investment": .text(
        plant.investmentMillionCNY.map { wording.money($0.value) } ?? Wording.blank),
      "jobs": .text(plant.jobs.map { wording.number($0.value) } ?? Wording.blank),
      "figures": pairs(headline(of: row)),
      "why": .list(why(row).map { .text($0) }),
      "plant": pairs(plantFigures(of: row)),
      "plantBasis": .text(
        wording.say("年产值依据：", "Output: ") + wording.plantBasis(row.explanation)),
      "hasNeeds": .flag(!needs.isEmpty),
      "needs": .list(
        needs.prefix(Self.needCount).map { need($0, width: needs.count > 4 ? 56 : 100) }),
      "hasManyNeeds": .flag(needs.count > 4),
      "moreNeeds": .optional(
        needs.count > Self.needCount
          ? wording.say(
            "另有\(needs.count - Self.needCount)项，见清单。",
            "\(needs.count - Self.needCount) more stand in the list.") : nil),
      "introductions": introductions(row),
      "data": .text(data(of: row)),
      "sources": .text(sources(of: row)),
      "hasPicture": .flag(pictures[link.id] != nil),
      "picture": .markup(
        pictures[link.id].map {
          InlinePicture(String(decoding: $0, as: UTF8.self), idPrefix: "p\(place + 1)").markup
        } ?? ""),
    ]
    page.merge(market(row)) { $1 }
    page.merge(inputs(row)) { $1 }
    page.merge(leads(row)) { $1 }
    let density = PageDensity(of: page)
    page["density"] = .text(density.rawValue)
    // Where there is much to say, the left column has more room.
    page["isDense"] = .flag(density == .dense)
    return .object(page)
  }

  private func introductions(_ row: TargetRow) -> PageValue {
    guard !row.introductions.isEmpty else { return .flag(false) }
    return .text(
      wording.list(
        row.introductions.map { wording.introduction($0).truncated(toWidth: 90) }, limit: 3))
  }

  /// What cannot be met comes first, then what nobody has said, then what is there.
  private static func urgency(_ need: TargetRow.RowNeed) -> Int {
    need.shortcoming != nil ? 0 : need.isProvided ? 2 : 1
  }

  /// The figures of the strip below the sentence; amounts that are nothing are left out.
  private func headline(of row: TargetRow) -> [(label: String, value: String)] {
    let value = row.opportunity.chainValue
    let amounts: [(String, String, Double)] = [
      ("链上价值/年", "Chain value a year", value.millionCNY),
      ("本地外购/年", "Bought outside a year", value.unmetDemandMillionCNY),
      ("典型项目区内销售/年", "A plant sells here", value.soldInsideMillionCNY),
      ("典型项目区外销售/年", "A plant sells outside", value.soldOutsideMillionCNY),
    ]
    return [(wording.say("综合得分（满分100）", "Score (of 100)"), score(of: row))]
      + amounts.filter { wording.isMoney($0.2) }.map {
        (wording.say($0.0, $0.1), wording.money($0.2))
      }
  }

  private func score(of row: TargetRow) -> String {
    wording.points(row.opportunity.assessment.score)
  }

  /// What of the link is here, how that is known, and what it would do for the chain.
  private func why(_ row: TargetRow) -> [String] {
    let explained = row.explanation
    let id = row.opportunity.link.id
    let surveys = analysis.region.surveys.filter {
      $0.scope == .link(id) || $0.scope == .chain(id.chain)
    }.map { wording.source($0.provenance) }
    let missing =
      explained.supply.isEmpty
      ? wording.say("未发现本地投产企业", "no operating firm was found here")
      : wording.say(
        "本地供给每年\(wording.money(explained.supplyMillionCNY))，本地配套率"
          + wording.percent(explained.localSupplyRatio),
        "local firms supply \(wording.money(explained.supplyMillionCNY)) a year,"
          + " \(wording.percent(explained.localSupplyRatio)) of local demand")
    let strengths = row.opportunity.assessment.parts.compactMap { part -> String? in
      guard part.weight > 0, let value = part.value, let utility = part.utility, utility > 0 else {
        return nil
      }
      return text(part.criterion.word) + " " + wording.value(value, of: part.criterion)
        + wording.aside(wording.say("\(wording.points(utility))分", wording.points(utility)))
    }
    return [
      wording.sentence([
        missing + wording.aside(wording.list(surveys).truncated(toWidth: 160))
      ]),
      strengths.isEmpty
        ? ""
        : wording.say(
          "得分依据（括号内为评分，满分100）：\(wording.list(strengths))。",
          "What its score rests on (marks of 100): \(wording.list(strengths))."),
    ].filter { !$0.isEmpty }
  }

  private func plantFigures(of row: TargetRow) -> [(label: String, value: String)] {
    let plant = row.opportunity.link.plant
    func quantity(_ figure: Figure?, _ chineseUnit: String, _ englishUnit: String) -> String? {
      figure.map { wording.number($0.value) + wording.say(chineseUnit, " " + englishUnit) }
    }
    /// What officers weigh land by.
    func aMu(_ millionCNY: Double?) -> String? {
      guard let millionCNY, let mu = plant.landMu?.value, mu > 0 else { return nil }
      return wording.money(millionCNY / mu)
    }
    let output = row.opportunity.chainValue.plantOutputMillionCNY
    let figures: [(String, String, String?)] = [
      ("投资", "Investment", plant.investmentMillionCNY.map { wording.money($0.value) }),
      ("年产值", "Output a year", wording.money(output)),
      ("用地", "Land", quantity(plant.landMu, "亩", "mu")),
      ("亩均投资", "Investment a mu", aMu(plant.investmentMillionCNY?.value)),
      ("亩均年产值", "Output a mu and year", aMu(output)),
      ("就业", "Jobs", quantity(plant.jobs, "人", "people")),
      ("用电负荷", "Power", quantity(plant.powerMW, "兆瓦", "MW")),
      (
        "废水", "Waste water",
        quantity(plant.dischargeTonnesPerDay, "吨/日", "tonnes a day")
      ),
    ]
    return figures.compactMap { chinese, english, value in
      value.map { (wording.say(chinese, english), $0) }
    }
  }

  private func need(_ need: TargetRow.RowNeed, width: Int) -> PageValue {
    let (state, mark, status): (String, String, String) =
      switch (need.shortcoming, need.isProvided) {
      case (.some, _): ("lacking", "✗", wording.say("本地不具备", "cannot be met here"))
      case (nil, true): ("provided", "✓", wording.say("园区已具备", "provided here"))
      case (nil, false): ("open", "○", wording.say("园区尚未说明", "the zone has not said"))
      }
    return .object([
      "state": .text(state), "mark": .text(mark), "name": .text(brief(need.name, width)),
      "status": .text(status),
    ])
  }

  /// The named sources, and that the rest is estimated; where there is none, what the estimates
  /// rest on.
  private func sources(of row: TargetRow) -> String {
    let reported = Set(row.reportedSources)
    let bases = row.sources.filter { !reported.contains($0) }
    guard reported.isEmpty else {
      let named = wording.list(row.reportedSources.map { brief($0, 120) }, limit: 3)
      return named
        + (bases.isEmpty
          ? ""
          : wording.say("；典型项目等为估算，依据见目标清单", "; the rest is estimated, see the target list"))
    }
    return wording.say("无具名来源", "no source is named")
      + (bases.isEmpty
        ? ""
        : wording.say("；估算依据：", "; the estimates rest on: ")
          + bases.prefix(4).map { brief($0, 120) }.joined(separator: wording.say("；", "; ")))
  }

  private func data(of row: TargetRow) -> String {
    let grade = text(row.explanation.weakestGrade.word)
    let assumptions = row.explanation.assumptions.map {
      wording.assumption($0, in: analysis).truncated(toWidth: 120)
    }
    return wording.say("最弱一项为“\(grade)”", "the weakest figure is \(grade)")
      + (assumptions.isEmpty
        ? "" : wording.say("；", "; ") + wording.list(assumptions, limit: 3))
  }
}
