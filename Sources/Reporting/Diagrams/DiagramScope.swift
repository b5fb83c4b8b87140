public import IndustryChain

/// Which part of a workspace a diagram shows.
public enum DiagramScope: Hashable, Sendable {
  /// Every link of every chain, grouped by chain.
  case workspace
  /// The links of some chains, and the links of others that trade with them, by chain id.
  case chains(Set<ChainID>)
  /// A link and what lies within some steps up or down from it.
  case neighbourhood(of: LinkID, depth: Int)
  /// The links that material passes from one link to another, both of them among these, and the
  /// return flows between them; nothing where no material comes from the one to the other.
  case path(from: LinkID, to: LinkID)
}
