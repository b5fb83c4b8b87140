import GapAnalysis
import IndustryChain

extension ExplanationText {
  /// The numbers put into the formula.
  func chainValue() -> [Page.Block] {
    let value = explanation.chainValue
    func figure(_ million: Double) -> String { wording.number(million) }
    let (output, unmet) = (figure(value.plantOutputMillionCNY), figure(value.unmetDemandMillionCNY))
    let (inside, outside) = (
      figure(value.soldInsideMillionCNY), figure(value.soldOutsideMillionCNY)
    )
    let (content, added) = (wording.number(value.localContent), wording.number(value.valueAdded))
    let (sigma, open) = (wording.number(value.selfDemand), wording.number(value.unmetShare))
    let plantBasis = wording.plantBasis(explanation)
    let earned = wording.money(value.earnedAnywhereMillionCNY)
    return [
      .paragraph(
        Prose(
          wording.say(
            "引进一个典型项目，每年增加链上价值", "One typical plant adds chain value of "))
          + .strong(wording.money(value.millionCNY))
          + Prose(wording.say("（以下单位：百万元/年）：", " a year (below in million CNY a year):"))),
      .points([
        wording.say(
          "典型项目年产值 P = \(output)（\(plantBasis)）",
          "typical plant's output P = \(output) (\(plantBasis))"),
        wording.say(
          "区内销售 D = min(P, ℓ + (1 − r) × σ × P) = min(\(output), \(unmet) + \(open) × \(sigma)"
            + " × \(output))"
            + " = \(inside)",
          "sold inside D = min(P, ℓ + (1 − r) × σ × P) = min(\(output), \(unmet) + \(open) ×"
            + " \(sigma) × \(output))"
            + " = \(inside)"),
        wording.say(
          "区外销售 E = P − D = \(outside)", "sold outside E = P − D = \(outside)"),
        wording.say("链上价值", "chain value")
          + " G = c × D + (c − v) × E = \(content) × \(inside)"
          + " + (\(content) − \(added)) × \(outside) = \(figure(value.millionCNY))",
        wording.say(
          "该项目落户任何地方都能得到的部分 v × E = \(earned)，不计入排名",
          "what the plant would earn anywhere, v × E = \(earned), is not ranked"),
      ]),
    ]
  }

  /// For each supplier that is here: what a plant would need of it and what it has to spare, since
  /// the figures take local firms to keep their share of a growing demand.
  func preconditions() -> [Page.Bullet] {
    explanation.content.filter { $0.added > 0 && $0.neededMillionCNY > 0 }.map { term in
      let name = text(term.supplier.name)
      let needed = wording.money(term.localSupplyRatio * term.neededMillionCNY)
      let spare = wording.money(term.spareMillionCNY)
      let isAssumed = term.firms.contains { $0.project.outputMillionCNY == nil }
      let basis =
        isAssumed ? wording.aside(wording.say("产值未知，按典型项目假设", "output assumed")) : ""
      let verdict =
        term.needsGrowth
        ? wording.say("现有产能不足，须随之扩产", "it would have to grow along")
        : wording.say("现有产能可满足", "it can serve that as it is")
      return Page.Bullet(
        Prose(
          wording.say(
            "前提：本地\(name)每年供给\(needed)；现有产值中尚未被本地采购的\(spare)\(basis)，\(verdict)",
            "given that \(name) here supplies \(needed) a year; of what it makes \(spare) is not bought"
              + " here yet\(basis): \(verdict)")))
    }
  }

  /// What kind of opportunity it is, and which covered links make it so.
  func kind() -> [Page.Block] {
    guard let kind = explanation.kind, explanation.coverage != .unknown else { return [] }
    func names(_ links: [Int]) -> String {
      links.isEmpty
        ? wording.none
        : wording.list(links.map { text(analysis.graph.links[$0].name) }, limit: 5)
    }
    let reason = wording.sentence([
      text(kind.word) + wording.say("：", ": ") + wording.kindReason(kind, explained: explanation)
    ])
    let bridging = explanation.opportunity?.bridging
    var points = [
      wording.say("本地已有的上游环节：", "covered links upstream: ")
        + names(analysis.coveredLinks(upstreamOf: explanation.index)),
      wording.say("本地已有的下游环节：", "covered links downstream: ")
        + names(analysis.coveredLinks(downstreamOf: explanation.index)),
    ]
    if let bridging, bridging.pairCount > 0 {
      let pairs = wording.number(bridging.pairCount)
      let about = bridging.isExact ? "" : wording.say("约", "about ")
      let error = wording.number(bridging.standardError)
      let sure =
        bridging.isExact
        ? "" : wording.say("（抽样估计，标准误\(error)对）", " (a sample; standard error \(error) pairs)")
      points.append(
        wording.say(
          "可贯通\(about)\(pairs)对目前未连通的已有环节" + sure,
          "it would join \(about)\(pairs) pairs of covered links that nothing covered joins today"
            + sure))
    }
    return [.paragraph(Prose(reason)), .points(points)]
  }
}

extension Wording {
  /// How good the typical plant's output is and where it is from.
  func plantBasis(_ explanation: Explanation) -> String {
    explanation.plantOutputBasis == .given
      ? basis(explanation.link.plant.outputMillionCNY?.provenance)
      : text(Grade.assumed.word) + say("：", ": ") + text(explanation.plantOutputBasis.word)
  }
}
