import GapAnalysis
import IndustryChain

/// A resident firm that could introduce a recruit: 以商招商.
struct Introduction: Hashable, Sendable {
  /// Why the firm has the recruit's ear.
  enum Ground: Hashable, Sendable {
    /// It would buy from the recruit.
    case buys(LocalizedText)
    /// It would sell to the recruit.
    case sells(LocalizedText)
    /// It already works with a prospect.
    case partner(of: Firm)
  }

  let presence: Presence
  let ground: Ground
}

extension Introduction {
  /// Partners of the leads first, then buyers, then suppliers; each firm once, by its best ground.
  static func introductions(
    for opportunity: Opportunity, in analysis: Analysis
  ) -> [Introduction] {
    func residents(in link: Int) -> [Presence] {
      analysis.presences[link].filter {
        $0.firm.residence == .resident && $0.stage == .operating
      }
    }
    let everywhere = analysis.presences.indices.flatMap(residents) + analysis.unplaced
    let partners = opportunity.leads.flatMap { lead in
      lead.firm.partners.compactMap { id in
        everywhere.first { $0.firm.id == id && $0.firm.residence == .resident }
          .map { Introduction(presence: $0, ground: .partner(of: lead.firm)) }
      }
    }
    let buyers = opportunity.reach.buyers.flatMap { link in
      residents(in: link).map {
        Introduction(presence: $0, ground: .buys(analysis.graph.links[link].name))
      }
    }
    let suppliers = opportunity.reach.suppliers.flatMap { link in
      residents(in: link).map {
        Introduction(presence: $0, ground: .sells(analysis.graph.links[link].name))
      }
    }
    var seen: Set<FirmID> = []
    return (partners + buyers + suppliers).filter { seen.insert($0.presence.firm.id).inserted }
  }
}

extension Wording {
  /// The firm and why it could make the introduction.
  func introduction(_ introduction: Introduction) -> String {
    let ground =
      switch introduction.ground {
      case .buys(let link): say("\(text(link))企业，可作买家", "makes \(text(link)), would buy")
      case .sells(let link): say("\(text(link))企业，可作供应商", "makes \(text(link)), would sell")
      case .partner(let lead):
        say("与\(firm(lead))有业务往来", "already works with \(firm(lead))")
      }
    return firm(introduction.presence.firm) + aside(ground)
  }
}
