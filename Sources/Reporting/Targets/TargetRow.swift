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

  /// Whether a plant here earns anything because the chain is here; a yuan is rounding.
  var hasChainValue: Bool { opportunity.chainValue.millionCNY >= 1e-6 }

  /// Residents who can introduce: those who know a lead, then those who would trade with it.
  func introducers(in language: Language) -> [String] {
    let known = opportunity.leads.flatMap(\.firm.partners).compactMap { id in
      analysis.region.firms.first { $0.id == id }
    }
    let neighbours = (opportunity.reach.buyers + opportunity.reach.suppliers).flatMap { link in
      analysis.presences[link].filter { $0.stage == .operating }.map(\.firm)
    }
    var names: [String] = []
    for firm in known + neighbours where names.count < 3 {
      let name = firm.name.text(in: language)
      if !names.contains(name) { names.append(name) }
    }
    return names
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
