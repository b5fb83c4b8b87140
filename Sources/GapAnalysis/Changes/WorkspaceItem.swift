public import IndustryChain

/// One thing that a workspace says something about.
public enum WorkspaceItem: Hashable, Sendable {
  case chain(ChainID)
  case link(LinkID)
  /// What a link buys of another; `place` tells inputs of the same two links apart, from 0.
  case input(buyer: LinkID, supplier: LinkID, place: Int)
  case need(NeedID)
  case region(RegionID)
  case firm(FirmID, in: RegionID)
  /// A firm's work in a link, or in none that a source names; `place` tells several apart, from 0.
  case project(of: FirmID, in: RegionID, link: LinkID?, place: Int)
  /// Another region in the table of a region's peers.
  case peer(RegionID, of: RegionID)

  /// What sort of thing it is.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case chain, link, input, need, region, firm, project, peer
  }

  /// What sort of thing it is.
  public var kind: Kind {
    switch self {
    case .chain: .chain
    case .link: .link
    case .input: .input
    case .need: .need
    case .region: .region
    case .firm: .firm
    case .project: .project
    case .peer: .peer
    }
  }

  /// The chain that it is, or that it is a part of; `nil` for what stands outside of chains.
  var chain: ChainID? {
    switch self {
    case .chain(let id): id
    case .link(let id), .input(let id, _, _): id.chain
    case .need, .region, .firm, .project, .peer: nil
    }
  }

  /// What it is a part of: a link's chain, a firm's region; `nil` for what stands alone.
  public var owner: WorkspaceItem? {
    switch self {
    case .chain, .need, .region: nil
    case .link(let id): .chain(id.chain)
    case .input(let buyer, _, _): .link(buyer)
    case .firm(_, let region), .peer(_, let region): .region(region)
    case .project(let firm, let region, _, _): .firm(firm, in: region)
    }
  }
}

extension WorkspaceItem: Comparable {
  /// Orders chains with their links and inputs first, then needs, then regions with their parts.
  public static func < (left: Self, right: Self) -> Bool {
    let (one, other) = (left.order, right.order)
    return one.names == other.names
      ? one.place < other.place : one.names.lexicographicallyPrecedes(other.names)
  }

  private var order: (names: [String], place: Int) {
    switch self {
    case .chain(let id): (["1", id.rawValue], 0)
    case .link(let id): (["1", id.chain.rawValue, id.name], 0)
    case .input(let buyer, let supplier, let place):
      (["1", buyer.chain.rawValue, buyer.name, supplier.chain.rawValue, supplier.name], place)
    case .need(let id): (["2", id.rawValue], 0)
    case .region(let id): (["3", id.rawValue], 0)
    case .firm(let id, let region): (["3", region.rawValue, "1", id.rawValue], 0)
    case .project(let firm, let region, let link, let place):
      (["3", region.rawValue, "1", firm.rawValue, link?.description ?? ""], place)
    case .peer(let id, let region): (["3", region.rawValue, "2", id.rawValue], 0)
    }
  }
}
