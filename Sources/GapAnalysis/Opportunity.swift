public import IndustryChain

/// The covered links that would trade with a link, over the money graph.
public struct Reach: Hashable, Sendable {
  /// Covered links that would buy from it or send their product to it, as graph indices, ascending.
  public let buyers: [Int]
  /// Covered links that would sell to it, as graph indices, ascending.
  public let suppliers: [Int]
  /// The number of distinct chains among the buyers.
  public let buyerChainCount: Int
}

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
  /// Its rank in its list, from 1; opportunities of equal value share it.
  public internal(set) var rank: Int
  /// Its rank once signed and building projects operate; `nil` where it is then no opportunity.
  public internal(set) var committedRank: Int?
  /// What one typical plant adds.
  public let chainValue: ChainValue
  /// The pairs of covered links that it would join.
  public let bridging: Bridging
  /// The covered links next to it.
  public let reach: Reach
  /// Firms to call: prospects and negotiations, for the link, its umbrella or its variants.
  public let leads: [Presence]
  /// Signed and building projects in the link.
  public let commitments: [Presence]
}

extension ChainGraph {
  /// The links that pay for a link's product, its umbrellas' buyers included, ascending.
  func buyers(of link: Int, in sales: DirectedGraph) -> [Int] {
    let markets = [link] + umbrellas(of: link)
    return Set(markets.flatMap { sales.successors(of: $0).map { Int($0) } })
      .subtracting([link]).sorted()
  }
}
