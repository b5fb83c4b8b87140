import GapAnalysis
import IndustryChain

extension ExplanationText {
  private var unmet: Double { explanation.chainValue.unmetDemandMillionCNY }
  private var name: String { text(explanation.link.name) }

  /// What is bought here, buyer by buyer.
  func demand() -> [Page.Block] {
    let points = buyerPoints()
    guard !points.isEmpty else {
      return [.paragraph(Prose(wording.say("已知的本地企业暂无采购。", "No firm known here buys it yet.")))]
    }
    let bought = explanation.demand.reduce(explanation.finalDemand?.value ?? 0) {
      $0 + $1.millionCNY
    }
    let amount = wording.money(bought)
    // Where nobody has looked, nobody knows how much of it comes from next door.
    let outside =
      explanation.coverage == .unknown
      ? wording.say("，其中多少来自本地尚未调查：", "; how much of it comes from here nobody has surveyed:")
      : wording.say(
        "，其中外购\(wording.money(unmet))：", ", \(wording.money(unmet)) of it outside:")
    let buyers = wording.localBuyers(explanation)
    return [
      .paragraph(
        Prose(
          wording.say(
            "\(buyers)每年采购\(name)\(amount)" + outside,
            "\(buyers.prefix(1).uppercased() + buyers.dropFirst()) buy \(amount) of \(name) a year"
              + outside))),
      .bullets(points),
    ]
  }

  /// Each buyer with its amount, and the firms behind it.
  func buyerPoints() -> [Page.Bullet] {
    var points = explanation.demand.filter { $0.millionCNY > 0 }.map(bullet)
    if let final = explanation.finalDemand {
      points.append(
        Page.Bullet(
          Prose(
            wording.say("产业链以外的本地需求：", "local demand from outside all chains: ")
              + wording.money(final.value) + wording.aside(wording.basis(final.provenance)))))
    }
    return points
  }

  private func bullet(_ term: Explanation.DemandTerm) -> Page.Bullet {
    let asWhat =
      term.named.id == explanation.link.id
      ? "" : wording.say("，按“\(text(term.named.name))”采购", ", bought as “\(text(term.named.name))”")
    let formula = wording.say(
      " = 投入系数\(wording.number(term.share))（\(wording.basis(term.provenance))）"
        + " × 年产值\(wording.money(term.buyerOutputMillionCNY))",
      " = share \(wording.number(term.share)) (\(wording.basis(term.provenance)))"
        + " × output \(wording.money(term.buyerOutputMillionCNY))")
    return Page.Bullet(
      Prose(text(term.buyer.name) + wording.say("：", ": "))
        + .strong(wording.money(term.millionCNY)) + Prose(formula + asWhat + route(term.route)),
      points: term.firms.map { Page.Bullet(Prose(output(of: $0, in: term.buyer))) })
  }

  private func route(_ route: Input.Route) -> String {
    switch route {
    case .purchase: ""
    case .processing: wording.say("，外协加工", ", work sent out")
    case .returnFlow: wording.say("，回流", ", return flow")
    }
  }

  /// A firm with its output, how good that is, and the line that it was read from.
  private func output(of presence: Presence, in link: Link) -> String {
    let output =
      presence.project.outputMillionCNY.map {
        wording.say("年产值\(wording.money($0.value))", "output \(wording.money($0.value)) a year")
          + wording.aside(wording.basis($0.provenance))
      }
      ?? wording.say("年产值未知，按典型项目计（假设）", "output unknown, taken as typical plants (assumed)")
    let source = wording.source(presence.project.provenance, location: presence.project.location)
    return wording.presence(presence) + wording.say("：", ": ") + output
      + wording.say("；", "; ") + source
  }

  /// Who makes it here.
  func supply() -> [Page.Block] {
    guard !explanation.supply.isEmpty else {
      return [.paragraph(Prose(absence))] + statedRatio()
    }
    let ratio = wording.percent(explanation.localSupplyRatio)
    return [
      .paragraph(
        Prose(
          wording.say(
            "本地供给每年\(wording.money(explanation.supplyMillionCNY))，本地配套率\(ratio)：",
            "Local firms supply \(wording.money(explanation.supplyMillionCNY)) a year;"
              + " the local supply ratio is \(ratio):"))),
      .bullets(
        explanation.supply.map { term in
          var points: [Page.Bullet] = []
          if let quotation = term.presence.project.quotation {
            points.append(Page.Bullet(Prose("“\(quotation)”", as: .faint)))
          }
          let amount = wording.money(term.outputMillionCNY) + wording.say("，", ", ")
          return Page.Bullet(
            Prose(amount + output(of: term.presence, in: term.link)), points: points)
        }),
    ] + statedRatio()
  }

  private var absence: String {
    switch explanation.coverage {
    case .unknown:
      wording.say(
        "没有人调查过本地是否有企业从事这一环节：是未知，不是缺失。",
        "Nobody has surveyed who makes it here: that is unknown, not missing.")
    case .planned:
      wording.say(
        "已有签约或在建项目，尚无投产企业。", "Projects are signed or building; no firm operates yet.")
    case .covered, .thin, .missing:
      wording.sentence([
        wording.say("未发现本地投产企业", "no operating firm was found here"),
        surveys.isEmpty
          ? ""
          : wording.say("摸底依据：", "who looked: ")
            + surveys.joined(separator: wording.say("；", "; ")),
      ])
    }
  }

  /// Who looked for firms in the link.
  private var surveys: [String] {
    analysis.region.surveys.filter {
      $0.scope == .link(explanation.link.id) || $0.scope == .chain(explanation.link.id.chain)
    }.map { wording.source($0.provenance) }
  }

  private func statedRatio() -> [Page.Block] {
    guard let stated = explanation.statedRatio else { return [] }
    let ratio = wording.percent(stated.value) + wording.aside(wording.basis(stated.provenance))
    return [
      .paragraph(
        Prose(
          wording.say(
            "本地配套率由区域文件给定：\(ratio)。",
            "The local supply ratio is stated by the region file: \(ratio).")))
    ]
  }

  /// The share of each unit of output that stays here.
  func content() -> [Page.Block] {
    let added = wording.number(explanation.valueAdded)
    let local = wording.number(explanation.localContent)
    let terms = explanation.content.filter { $0.share > 0 }.map { term in
      let unknown =
        term.coverage == .unknown
        ? wording.say("，按0计", ", counted as 0") : ""
      return wording.say(
        "\(text(term.supplier.name))：投入系数\(wording.number(term.share))"
          + "（\(wording.basis(term.provenance))） × 本地配套率\(wording.number(term.localSupplyRatio))"
          + " × 本地含量\(wording.number(term.localContent)) = \(wording.number(term.added))"
          + "，\(text(term.coverage.word))" + route(term.route),
        "\(text(term.supplier.name)): share \(wording.number(term.share))"
          + " (\(wording.basis(term.provenance)))"
          + " × local supply ratio \(wording.number(term.localSupplyRatio))"
          + " × local content \(wording.number(term.localContent)) = \(wording.number(term.added)),"
          + " \(text(term.coverage.word))" + route(term.route))
        + unknown
    }
    let basis = wording.basis(explanation.valueAddedProvenance)
    return [
      .paragraph(
        Prose(
          wording.say(
            "每一单位产值中留在本地的增加值 c = \(local)：自身增加值 v = \(added)（\(basis)），"
              + "加上各项本地采购带来的部分。",
            "Of each unit of output c = \(local) stays here: its own value added v = \(added)"
              + " (\(basis)), and what its local suppliers add.")))
    ] + (terms.isEmpty ? [] : [.points(terms)])
  }

  /// The loop through which output comes back as demand for itself.
  func selfDemand() -> [Page.Block] {
    guard explanation.chainValue.selfDemand > 0 else { return [] }
    let sigma = wording.number(explanation.chainValue.selfDemand)
    let loop = analysis.graph.purchases.shortestCycle(through: explanation.index).map { path in
      (path + [explanation.index]).map { text(analysis.graph.links[$0].name) }
        .joined(separator: " → ")
    }
    return [
      .paragraph(
        Prose(
          wording.say(
            "每一单位产值又会带来σ = \(sigma)单位对自身的需求"
              + wording.aside(loop.map { "采购环路：\($0)" } ?? "") + "。",
            "Each unit of output causes σ = \(sigma) units of demand for the link itself"
              + wording.aside(loop.map { "loop of purchases: \($0)" } ?? "") + ".")))
    ]
  }
}
