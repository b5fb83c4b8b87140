import GapAnalysis
import IndustryChain

/// One opportunity as the target list shows it, every figure in the unit of the analysis.
struct TargetRow: Sendable {
  let analysis: Analysis
  let opportunity: Opportunity
  let explanation: Explanation

  init(_ opportunity: Opportunity, in analysis: Analysis) {
    self.analysis = analysis
    self.opportunity = opportunity
    explanation = analysis.explanation(of: opportunity.index)
  }

  var chain: Chain { analysis.graph.chains[analysis.graph.chainIndex[opportunity.index]] }

  /// The link's name, that of its umbrella behind it.
  func name(in language: Language) -> String {
    let name = opportunity.link.name.text(in: language)
    guard let umbrella = explanation.umbrellas.first else { return name }
    return language.remark(name, umbrella.name.text(in: language))
  }

  /// The names of the covered links that would buy from it.
  func buyers(in language: Language) -> [String] {
    opportunity.reach.buyers.map { analysis.graph.links[$0].name.text(in: language) }
  }

  /// The names of the covered links that would sell to it.
  func suppliers(in language: Language) -> [String] {
    opportunity.reach.suppliers.map { analysis.graph.links[$0].name.text(in: language) }
  }

  /// Firms to call, each with the stage that talks have reached.
  func leads(in language: Language) -> [String] {
    opportunity.leads.map { $0.text(in: language) }
  }

  /// Signed and building projects.
  func commitments(in language: Language) -> [String] {
    opportunity.commitments.map { $0.text(in: language) }
  }

  func needs(in language: Language) -> [String] {
    opportunity.link.needs.map { id in
      analysis.needs.first { $0.id == id }?.name.text(in: language) ?? id.rawValue
    }
  }

  /// Why it is worth recruiting, in one sentence for a committee.
  func reason(in language: Language) -> String {
    let clauses = [
      demandClause(in: language), positionClause(in: language), valueClause(in: language),
    ]
    return clauses.joined(separator: language.say("；", "; ")) + language.say("。", ".")
  }

  private func demandClause(in language: Language) -> String {
    let unmet = opportunity.chainValue.unmetDemandMillionCNY
    guard unmet > 0 else {
      return language.say("目前没有已知的本地采购", "no local firm is known to buy it yet")
    }
    let names = explanation.demand.prefix(3).map { $0.buyer.name.text(in: language) }
    let more = explanation.demand.count > names.count
    return language.say(
      "本地企业每年外购约\(Numbers.money(unmet, in: language))（\(language.list(names))\(more ? "等" : "")）",
      "local firms buy about \(Numbers.money(unmet, in: language)) of it a year outside "
        + "(\(language.list(names))\(more ? " and others" : ""))")
  }

  private func positionClause(in language: Language) -> String {
    let suppliers = suppliers(in: language).prefix(3)
    let buyers = buyers(in: language).prefix(3)
    switch opportunity.kind {
    case .extendDownstream where !suppliers.isEmpty:
      return language.say(
        "上游已有\(language.list(Array(suppliers)))，产业链由此向下游延伸",
        "\(language.list(Array(suppliers))) upstream is here, so the chain grows downstream")
    case .extendUpstream where !buyers.isEmpty:
      return language.say(
        "下游已有\(language.list(Array(buyers)))，产业链由此向上游延伸",
        "\(language.list(Array(buyers))) downstream is here, so the chain grows upstream")
    case .strengthen:
      let reasons = explanation.thinReasons.map { $0.name(in: language) }
      return language.say(
        "本地已有但薄弱：\(language.list(reasons))", "here but thin: \(language.list(reasons))")
    default: return opportunity.kind.meaning(in: language)
    }
  }

  private func valueClause(in language: Language) -> String {
    let value = Numbers.money(opportunity.chainValue.millionCNY, in: language)
    return language.say(
      "引进一个典型工厂，每年因本地产业链而增加的增加值约\(value)",
      "one typical plant would add about \(value) of value added a year because the chain is here")
  }
}

extension Presence {
  /// The firm with the stage in force and its date.
  func text(in language: Language) -> String {
    let name = firm.name.text(in: language)
    let date = project.milestones.last { $0.stage == stage }?.date.map { " \($0)" } ?? ""
    return language.remark(name, stage.name(in: language) + date)
  }
}
