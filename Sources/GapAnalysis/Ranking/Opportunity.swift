public import IndustryChain

/// A link worth recruiting for, and every part of the judgement.
public struct Opportunity: Hashable, Sendable {
  /// The place of the link in `ChainGraph.links`.
  public let index: Int
  /// The link.
  public let link: Link
  /// Its coverage today.
  public let coverage: Coverage
  /// What recruiting for it does to the chains.
  public let kind: OpportunityKind
  /// Its rank in its list by score, from 1; opportunities of equal score share it.
  public internal(set) var rank: Int
  /// Its rank once signed and building projects operate; `nil` where it is then no opportunity.
  public internal(set) var committedRank: Int?
  /// What one typical plant adds.
  public let chainValue: ChainValue
  /// The pairs of covered links that it would join.
  public let bridging: Bridging
  /// The covered links next to it.
  public let reach: Reach
  /// How much the planner wants it; `nil` where the region states no priorities.
  public let priority: Figure?
  /// How much of its inputs is met here; `nil` where it lists none.
  public let supportRate: SupportRate?
  /// How close it is to what the region does already, 0…1; `nil` without peer regions.
  public let relatedness: Double?
  /// The chance that a known firm comes.
  public let leadChance: LeadChance
  /// Which of its needs the region meets.
  public let readiness: Readiness
  /// The score and what it is made of.
  public internal(set) var assessment: Assessment
  /// Firms to call: prospects and negotiations, for the link, its umbrella or its variants.
  public let leads: [Presence]
  /// Signed and building projects in the link.
  public let commitments: [Presence]
}

/// A link that would be a target, were it not for a need that the region cannot meet and that rules
/// it out.
public struct BlockedLink: Hashable, Sendable {
  /// The opportunity as it would be; it has no rank and no score.
  public let opportunity: Opportunity
  /// The needs that rule it out, at least one.
  public var vetoes: [Shortcoming] { opportunity.readiness.vetoes }
}

extension Opportunity {
  /// The opportunity's value by a criterion, in the criterion's unit; `nil` where nothing is known.
  ///
  /// Chain value in million CNY a year; reach in covered links; bridging in pairs of links; the
  /// others are shares or chances, 0…1. More is better.
  public func value(of criterion: Criterion) -> Double? {
    switch criterion {
    case .chainValue: chainValue.millionCNY
    case .reach: Double(reach.linkCount)
    case .bridging: bridging.pairCount
    case .priority: priority?.value
    case .localMarket: chainValue.localMarketShare
    case .inputReadiness: supportRate?.met
    case .relatedness: relatedness
    case .leads: leadChance.value
    case .readiness: readiness.share
    }
  }
}

extension ChainValue {
  /// How much of a typical plant's output sells inside the region, D / P, 0…1; `nil` for a plant
  /// that puts out nothing.
  public var localMarketShare: Double? {
    plantOutputMillionCNY > 0 ? soldInsideMillionCNY / plantOutputMillionCNY : nil
  }
}
