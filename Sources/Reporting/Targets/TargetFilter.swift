public import GapAnalysis
public import IndustryChain

/// Which opportunities a list shows; ranks stay those of the whole list.
public struct TargetFilter: Hashable, Sendable {
  /// Only links of these chains; empty for all.
  public var chains: Set<ChainID>
  /// Only opportunities of these kinds; empty for all.
  public var kinds: Set<OpportunityKind>
  /// No more than so many in each list; `nil` for all.
  public var limit: Int?

  /// A filter; without arguments everything passes.
  public init(
    chains: Set<ChainID> = [], kinds: Set<OpportunityKind> = [], limit: Int? = nil
  ) {
    self.chains = chains
    self.kinds = kinds
    self.limit = limit
  }

  func admits(_ opportunity: Opportunity) -> Bool {
    (chains.isEmpty || chains.contains(opportunity.link.id.chain))
      && (kinds.isEmpty || kinds.contains(opportunity.kind))
  }
}
