import GapAnalysis
import IndustryChain

extension ExplanationText {
  /// Who is there, and what they make.
  func presenceSection() -> ExplanationSection {
    var statements: [Statement] = []
    switch explanation.coverage {
    case .missing:
      statements.append(Statement(say("已调查，尚无企业", "surveyed, and no firm is there")))
    case .unknown:
      statements.append(
        Statement(say("尚未调查，不能视为缺失", "nobody has surveyed it, so it does not count as missing")))
    case .planned:
      statements.append(Statement(say("已签约或在建，尚未投产", "signed or building, nothing operates yet")))
    case .thin, .covered:
      let reasons = explanation.thinReasons.map { $0.name(in: language) }
      statements.append(
        reasons.isEmpty
          ? Statement(say("已有企业，可满足本地需求", "firms are here and meet local demand"))
          : Statement("\(say("已有但薄弱：", "here but thin: "))\(language.list(reasons))"))
    }
    if !explanation.supply.isEmpty {
      statements.append(
        Statement(
          say(
            "本地年供给 \(money(explanation.supplyMillionCNY))",
            "local supply \(money(explanation.supplyMillionCNY)) a year"),
          details: explanation.supply.map { term in
            language.colon(
              language.remark(money(term.outputMillionCNY), term.grade.name(in: language)),
              evidence(term.presence))
          }))
    }
    let others = explanation.presences.filter { presence in
      !explanation.supply.contains { $0.presence == presence }
    }
    if !others.isEmpty {
      statements.append(
        Statement(
          say("项目与线索", "projects and leads"), details: others.map(evidence)))
    }
    return ExplanationSection(say("现状", "Who is there"), statements)
  }

  /// Who buys it here, down to the firms.
  func demandSection() -> ExplanationSection {
    let unmet = explanation.chainValue.unmetDemandMillionCNY
    let link = name(explanation.umbrellaBought ?? explanation.link)
    guard explanation.hasDemand else {
      return ExplanationSection(
        say("本地需求", "Local demand"),
        [Statement(say("目前没有已知的本地采购", "no local firm is known to buy it"))])
    }
    var details = explanation.demand.map(line)
    if let final = explanation.finalDemand {
      details.append(
        language.remark(
          say("最终需求 ", "final demand ") + money(final.value), provenance(final.provenance)))
    }
    var statements = [
      Statement(demandHeadline(link, unmet: unmet), details: details)
    ]
    for umbrella in explanation.umbrellas {
      guard let index = analysis.graph.index(of: umbrella.id), unmet > 0 else { continue }
      let ratio = analysis.today.localSupplyRatio[index]
      guard ratio > 0 else { continue }
      statements.append(
        Statement(
          say(
            "\(name(umbrella))已有本地配套率 \(Numbers.percent(ratio))，其余外购",
            "\(Numbers.percent(ratio)) of \(name(umbrella)) is met here, the rest is bought outside"
          )))
    }
    if let stated = explanation.statedRatio {
      statements.append(
        Statement(
          say("本地配套率 ", "local supply ratio ")
            + Numbers.percent(explanation.localSupplyRatio)
            + say("（\(provenance(stated.provenance))）", " (\(provenance(stated.provenance)))")))
    } else if explanation.supplyMillionCNY > 0, explanation.demandMillionCNY > 0 {
      statements.append(
        Statement(
          say(
            "本地配套率 = 供给 \(money(explanation.supplyMillionCNY)) ÷ 需求 \(money(explanation.demandMillionCNY))，至多100%：",
            "local supply ratio = supply \(money(explanation.supplyMillionCNY)) ÷ demand \(money(explanation.demandMillionCNY)), at most 100%: "
          ) + Numbers.percent(explanation.localSupplyRatio)))
    }
    return ExplanationSection(say("本地需求", "Local demand"), statements)
  }

  private func demandHeadline(_ link: String, unmet: Double) -> String {
    guard unmet > 0 else { return say("本地需求已由本地供给满足", "local firms' demand is met here") }
    // Where nobody has looked, nobody knows how much of it comes from next door.
    guard explanation.coverage != .unknown else {
      return say(
        "本地企业每年采购\(link) \(money(unmet))，其中多少来自本地尚未调查",
        "local firms buy \(money(unmet)) of \(link) a year; nobody has surveyed how much of it here"
      )
    }
    let (buyersInChinese, buyers) =
      explanation.finalDemand == nil ? ("本地企业", "local firms") : ("本地", "local buyers")
    return say(
      "\(buyersInChinese)每年外购\(link) \(money(unmet))",
      "\(buyers) buy \(money(unmet)) of \(link) a year outside")
  }

  private func line(_ term: Explanation.DemandTerm) -> String {
    var buyer = name(term.buyer)
    let remark = term.route.remark(in: language)
    if !remark.isEmpty { buyer = language.remark(buyer, remark) }
    if term.named.id != explanation.link.id {
      buyer = language.remark(buyer, say("按\(name(term.named))采购", "buys \(name(term.named))"))
    }
    let firms = term.firms.map { presence in
      let name = presence.firm.name.text(in: language)
      return presence.project.location.map { language.remark(name, $0) } ?? name
    }
    let output =
      term.firms.allSatisfy { $0.project.outputMillionCNY != nil }
      ? say("产值", "output") : say("产值（按典型工厂假设）", "output (assumed: typical plants)")
    return "\(buyer) \(money(term.millionCNY)) = "
      + say(
        "份额 \(Numbers.ratio(term.share))（\(provenance(term.provenance))）× \(output) ",
        "share \(Numbers.ratio(term.share)) (\(provenance(term.provenance))) × \(output) ")
      + money(term.buyerOutputMillionCNY)
      + say("；企业：", "; firms: ") + language.list(firms)
  }

  /// What it buys here, and what of its output therefore stays here.
  func contentSection() -> ExplanationSection {
    let details = explanation.content.map { term in
      var supplier = name(term.supplier)
      let remark = term.route.remark(in: language)
      if !remark.isEmpty { supplier = language.remark(supplier, remark) }
      let share = Numbers.ratio(term.share)
      let head = say(
        "\(supplier)（\(term.coverage.name(in: language))）：份额 \(share)（\(provenance(term.provenance))）",
        "\(supplier) (\(term.coverage.name(in: language))): share \(share) (\(provenance(term.provenance)))"
      )
      guard term.localSupplyRatio > 0 else {
        return head
          + (term.coverage == .unknown
            ? say("，按本地无供给计", ", counted as not supplied here")
            : say("，本地无供给", ", nothing supplied here"))
      }
      return head
        + say(
          " × 本地配套率 \(Numbers.percent(term.localSupplyRatio)) × 本地含量 \(Numbers.ratio(term.localContent))",
          " × local supply ratio \(Numbers.percent(term.localSupplyRatio)) × local content \(Numbers.ratio(term.localContent))"
        )
        + " = \(Numbers.ratio(term.added))"
    }
    var statements = [
      Statement(
        say(
          "本地含量 \(Numbers.ratio(explanation.localContent)) = 自身增加值率 \(Numbers.ratio(explanation.valueAdded))（\(provenance(explanation.valueAddedProvenance))）+ 本地供应商带来的部分",
          "local content \(Numbers.ratio(explanation.localContent)) = value added \(Numbers.ratio(explanation.valueAdded)) (\(provenance(explanation.valueAddedProvenance))) + what local suppliers add"
        ),
        details: details)
    ]
    if let rate = explanation.supportRate {
      statements.append(
        Statement(
          say("投入品本地配套率 ", "inputs met locally: ") + rate.text(in: language)))
    }
    return ExplanationSection(say("投入品与本地含量", "Inputs and local content"), statements)
  }

  /// Chain value with the numbers put into the formula.
  func valueSection() -> ExplanationSection {
    let value = explanation.chainValue
    let (plant, unmet) = (money(value.plantOutputMillionCNY), money(value.unmetDemandMillionCNY))
    let inside = money(value.soldInsideMillionCNY)
    let outside = money(value.soldOutsideMillionCNY)
    let content = Numbers.ratio(value.localContent)
    let added = Numbers.ratio(value.valueAdded)
    let loop = Numbers.ratio(value.selfDemand)
    // Where nobody has looked, the sum holds only if nobody is there.
    let condition =
      explanation.coverage == .unknown
      ? [Statement(say("尚未调查，以下按本地无供给计", "not surveyed: counted as not supplied here"))] : []
    return ExplanationSection(
      say("链上增加值", "Chain value"),
      condition + [
        Statement(
          say(
            "本地销售 D = min(P, ℓ + σP) = min(\(plant), \(unmet) + \(loop) × \(plant)) = \(inside)",
            "sold inside D = min(P, ℓ + σP) = min(\(plant), \(unmet) + \(loop) × \(plant)) = \(inside)"
          )),
        Statement(say("外销 E = P − D = \(outside)", "sold outside E = P − D = \(outside)")),
        Statement(
          say(
            "链上增加值 G = c·D + (c − v)·E = \(content) × \(inside) + (\(content) − \(added)) × \(outside) = \(money(value.millionCNY))/年",
            "chain value G = c·D + (c − v)·E = \(content) × \(inside) + (\(content) − \(added)) × \(outside) = \(money(value.millionCNY)) a year"
          )),
        Statement(
          say(
            "外销部分的自身增加值 E·v = \(money(value.earnedAnywhereMillionCNY))，在哪里建厂都有，不计入排名",
            "E·v = \(money(value.earnedAnywhereMillionCNY)), what the plant would earn anywhere, is not ranked"
          )),
      ])
  }
}

extension Explanation {
  /// The umbrella under whose name buyers here buy it, where none names the link itself; other
  /// variants can meet that demand too.
  var umbrellaBought: Link? {
    guard finalDemand == nil, demand.allSatisfy({ $0.named.id != link.id }) else { return nil }
    return demand.first?.named
  }

  /// Whether anybody here is known to buy it.
  var hasDemand: Bool { !demand.isEmpty || finalDemand != nil }
}

extension SupportRate {
  /// The rate for a table, shorter.
  func shortText(in language: Language) -> String {
    guard unknown > 0.0005 else { return Numbers.percent(met) }
    return language.say(
      "至少\(Numbers.percent(met))（另\(Numbers.percent(unknown))未调查）",
      "at least \(Numbers.percent(met)) (\(Numbers.percent(unknown)) more unsurveyed)")
  }

  /// The rate, with its unknown part where there is one.
  func text(in language: Language) -> String {
    guard unknown > 0.0005 else { return Numbers.percent(met) }
    return language.say(
      "至少\(Numbers.percent(met))（另有\(Numbers.percent(unknown))的采购属未调查环节）",
      "at least \(Numbers.percent(met)) (another \(Numbers.percent(unknown)) is bought of links that nobody surveyed)"
    )
  }
}
