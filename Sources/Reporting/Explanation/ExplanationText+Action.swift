import GapAnalysis
import IndustryChain

extension ExplanationText {
  /// Its kind and rank, and what it would join.
  func positionSection() -> ExplanationSection {
    guard let kind = explanation.kind, explanation.coverage != .unknown else {
      return ExplanationSection(say("在链上的位置", "Place in the chain"), [])
    }
    var statements: [Statement] = [
      Statement(language.colon(kind.name(in: language), kind.meaning(in: language)))
    ]
    if let opportunity = explanation.opportunity {
      let rank = opportunity.rank
      let list =
        opportunity.coverage == .planned
        ? say("促投产清单", "the list to bring to production") : say("招商目标清单", "the target list")
      let later =
        opportunity.committedRank.map {
          say("；签约项目投产后第\($0)位", "; \($0) once what is signed operates")
        } ?? ""
      statements.append(
        Statement("\(say("在\(list)中排第\(rank)位", "place \(rank) on \(list)"))\(later)"))
      let links = analysis.graph.links
      let names = opportunity.reach.buyers.map { name(links[$0]) }
      if !names.isEmpty {
        statements.append(
          Statement(
            "\(say("会向它采购的已有环节：", "covered links that would buy it: "))\(language.list(names))\(say("，涉及\(opportunity.reach.buyerChainCount)条产业链", "; in \(language.count(opportunity.reach.buyerChainCount, "", "chain"))"))"
          )
        )
      }
      if opportunity.bridging.pairCount > 0 {
        let count = Numbers.count(opportunity.bridging.pairCount)
        let about = opportunity.bridging.isExact ? "" : say("约", "about ")
        statements.append(
          Statement(
            say(
              "可贯通\(about)\(count)对目前互不相连的已有环节",
              "pairs of covered links that it joins and nothing joins today: \(about)\(count)"))
        )
      }
    }
    return ExplanationSection(say("在链上的位置", "Place in the chain"), statements)
  }

  /// Whom to call, and who can introduce.
  func callSection() -> ExplanationSection {
    var statements: [Statement] = []
    let leads = explanation.opportunity?.leads ?? []
    if !leads.isEmpty {
      statements.append(
        Statement(
          say("线索企业", "firms to call"), details: leads.map(evidence)))
    }
    let partners = leads.flatMap { lead in
      lead.firm.partners.compactMap { id in
        analysis.region.firms.first { $0.id == id }.map { ($0, lead.firm) }
      }
    }
    if !partners.isEmpty {
      statements.append(
        Statement(
          say("可牵线的关联企业", "residents that know them"),
          details: partners.map { partner, lead in
            "\(partner.name.text(in: language)) → \(lead.name.text(in: language))"
          }))
    }
    let neighbours = neighbours()
    if !neighbours.isEmpty {
      statements.append(
        Statement(
          say("以商招商：可引荐的本地上下游企业", "introductions: residents next door"),
          details: neighbours))
    }
    if statements.isEmpty, explanation.opportunity != nil {
      statements.append(Statement(say("暂无线索企业", "no firm to call is known yet")))
    }
    return ExplanationSection(say("联系谁", "Whom to call"), statements)
  }

  private func neighbours() -> [String] {
    guard let reach = explanation.opportunity?.reach else { return [] }
    let sides = [
      (reach.buyers, say("会采购", "would buy")), (reach.suppliers, say("可供货", "could supply")),
    ]
    return sides.flatMap { links, role in
      links.compactMap { link -> String? in
        let firms = analysis.presences[link].filter { $0.stage == .operating }
          .map { $0.firm.name.text(in: language) }
        guard !firms.isEmpty else { return nil }
        return language.colon(
          language.remark(name(analysis.graph.links[link]), role), language.list(firms))
      }
    }
  }

  /// One typical plant, and what it needs.
  func plantSection() -> ExplanationSection {
    let plant = explanation.link.plant
    let figures: [(String, Figure?, (Double) -> String)] = [
      (say("年产值", "output a year"), plant.outputMillionCNY, money),
      (say("投资", "investment"), plant.investmentMillionCNY, money),
      (say("用地", "land"), plant.landMu, { Numbers.count($0) + say("亩", " mu") }),
      (say("用工", "jobs"), plant.jobs, { Numbers.count($0) + say("人", "") }),
      (say("用电负荷", "electrical load"), plant.powerMW, { Numbers.significant($0) + " MW" }),
      (
        say("废水", "waste water"), plant.dischargeTonnesPerDay,
        { Numbers.significant($0) + say("吨/日", " t a day") }
      ),
    ]
    // Figures of one basis stand together, so that it is read once.
    var groups: [(basis: String, figures: [String])] = []
    for (label, figure, shown) in figures {
      guard let figure else { continue }
      let basis = provenance(figure.provenance)
      if groups.last?.basis != basis { groups.append((basis, [])) }
      groups[groups.count - 1].figures.append("\(label) \(shown(figure.value))")
    }
    var statements = groups.map { Statement(language.remark(language.list($0.figures), $0.basis)) }
    let needs = explanation.link.needs.map { id in
      let name = analysis.needs.first { $0.id == id }?.name.text(in: language) ?? id.rawValue
      return analysis.region.provides.contains(id)
        ? language.remark(name, say("本地可提供", "provided here")) : name
    }
    if !needs.isEmpty {
      statements.append(Statement("\(say("所需条件：", "needs: "))\(language.list(needs))"))
    }
    return ExplanationSection(say("典型工厂", "Typical plant"), statements)
  }

  /// The defaults behind the figures, said one by one.
  func assumptionSection() -> ExplanationSection {
    ExplanationSection(
      say("假设", "Assumptions"),
      explanation.assumptions.map { assumption in
        Statement(
          assumption.text(in: language, analysis: analysis))
      })
  }
}

extension Assumption {
  /// The assumption as a sentence.
  func text(in language: Language, analysis: Analysis) -> String {
    func link(_ id: LinkID) -> String {
      analysis.graph.index(of: id).map { analysis.graph.links[$0].name.text(in: language) }
        ?? id.description
    }
    func firm(_ id: FirmID) -> String {
      analysis.region.firms.first { $0.id == id }?.name.text(in: language) ?? id.rawValue
    }
    switch self {
    case .share(let buyer, let supplier, let share):
      return language.say(
        "\(link(buyer))采购\(link(supplier))的份额无数据，取 \(Numbers.ratio(share))（其余份额补足至 0.6 后均分）",
        "\(link(buyer)) gives no share for \(link(supplier)): \(Numbers.ratio(share)), an even split of what the other shares leave of 0.6"
      )
    case .valueAdded(let id, let value):
      return language.say(
        "\(link(id))的增加值率无数据，取 \(Numbers.ratio(value))（投入之外的部分，至多 0.25）",
        "\(link(id)) gives no value added: \(Numbers.ratio(value)), what its inputs leave, at most 0.25"
      )
    case .plantOutput(let id, let output, let basis):
      let rule =
        switch basis {
        case .given: ""
        case .medianOfVariants: language.say("其细分环节的中位数", "the median of its variants")
        case .medianOfChain: language.say("所在产业链的中位数", "the median of its chain")
        case .fallback: language.say("默认值", "the default")
        }
      return language.say(
        "\(link(id))的典型工厂产值无数据，取 \(Numbers.money(output, in: language))（\(rule)）",
        "\(link(id)) gives no typical plant: \(Numbers.money(output, in: language)), \(rule)")
    case .firmOutput(let id, let place, let count, let output):
      return language.say(
        "\(firm(id))的产值未公布，按\(count)个\(link(place))典型工厂计 \(Numbers.money(output, in: language))",
        "\(firm(id)): output not published, counted as \(count) typical plant\(count == 1 ? "" : "s") of \(link(place)), \(Numbers.money(output, in: language))"
      )
    case .undatedStage(let id, let place, let stage):
      return language.say(
        "\(firm(id))（\(link(place))）的\(stage.name(in: language))日期不详，按任何日期均已\(stage.name(in: language))计",
        "\(firm(id)) (\(link(place))): date of “\(stage.name(in: language))” not known, counted on every day"
      )
    }
  }
}
