import IndustryChain

/// An item that goes under another id than before.
public struct Rename: Hashable, Sendable {
  /// The item under its old id.
  public let before: WorkspaceItem
  /// The item under its new id.
  public let after: WorkspaceItem
  /// What says that both are the same, in a fixed order.
  public let clues: [Clue]
}

/// Which ids of a workspace mean the same as other ids of a later one.
struct Renames: Hashable, Sendable {
  private(set) var chains: [ChainID: ChainID] = [:]
  private(set) var links: [LinkID: LinkID] = [:]
  private(set) var needs: [NeedID: NeedID] = [:]
  private(set) var regions: [RegionID: RegionID] = [:]
  /// By the region's new id.
  private(set) var firms: [RegionID: [FirmID: FirmID]] = [:]
  /// Every renaming, sorted by the new id; links that only follow their chain are not in it.
  private(set) var list: [Rename] = []

  /// Finds what goes under another id: an id that is gone beside one that has come, with names,
  /// codes, inputs or buyers in common.
  ///
  /// O(links and inputs), and O(clues) for what has gone and come. An id that is on both sides means
  /// the same on both.
  init(from before: Workspace, to after: Workspace) {
    for pair in Self.pairs(before.chains, after.chains, by: \.id, clues: Self.clues(of:)) {
      chains[pair.before] = pair.after
      add(.chain(pair.before), .chain(pair.after), pair.clues)
    }
    for pair in Self.pairs(before.needs, after.needs, by: \.id, clues: { Clue.names($0.name) }) {
      needs[pair.before] = pair.after
      add(.need(pair.before), .need(pair.after), pair.clues)
    }
    matchLinks(before, after)
    for pair in Self.pairs(before.regions, after.regions, by: \.id, clues: { Clue.names($0.name) })
    {
      regions[pair.before] = pair.after
      add(.region(pair.before), .region(pair.after), pair.clues)
    }
    let regionsAfter = Dictionary(after.regions.map { ($0.id, $0) }) { first, _ in first }
    for region in before.regions {
      let id = regions[region.id] ?? region.id
      guard let other = regionsAfter[id] else { continue }
      for pair in Self.pairs(region.firms, other.firms, by: \.id, clues: Self.clues(of:)) {
        firms[id, default: [:]][pair.before] = pair.after
        add(.firm(pair.before, in: region.id), .firm(pair.after, in: id), pair.clues)
      }
    }
    list.sort { $0.after < $1.after }
  }

  /// The id that a link has later.
  func callAsFunction(_ id: LinkID) -> LinkID {
    links[id] ?? chains[id.chain].map { LinkID(chain: $0, name: id.name) } ?? id
  }

  /// The id that a chain has later.
  func callAsFunction(_ id: ChainID) -> ChainID { chains[id] ?? id }

  /// The id that a need has later.
  func callAsFunction(_ id: NeedID) -> NeedID { needs[id] ?? id }

  private static func pairs<Item, ID: Hashable & Sendable>(
    _ before: [Item], _ after: [Item], by id: (Item) -> ID, clues: (Item) -> Set<Clue>
  ) -> [CluedPair<ID>] {
    let (had, has) = (Set(before.map(id)), Set(after.map(id)))
    guard had != has else { return [] }
    func clued(_ items: [Item], without others: Set<ID>) -> [ID: Set<Clue>] {
      items.reduce(into: [:]) { if !others.contains(id($1)) { $0[id($1)] = clues($1) } }
    }
    return CluedPair.pairs(clued(before, without: has), clued(after, without: had))
  }

  private static func clues(of chain: Chain) -> Set<Clue> {
    let keys = Set(chain.links.map(\.id.name))
    return Clue.names(chain.name).union(keys.isEmpty ? [] : [.links(keys)])
  }

  private static func clues(of firm: Firm) -> Set<Clue> {
    Clue.names(firm.name).union(firm.creditCode.map { [.creditCode($0)] } ?? [])
  }

  /// Links are matched in rounds, since a link whose supplier is known under its new name has one
  /// more clue.
  private mutating func matchLinks(_ before: Workspace, _ after: Workspace) {
    let linksAfter = after.chains.flatMap(\.links)
    let has = Set(linksAfter.map(\.id))
    while true {
      let linksBefore = before.chains.flatMap(\.links)
      let had = Set(linksBefore.map { self($0.id) })
      let gone = linksBefore.filter { !has.contains(self($0.id)) }
      let come = linksAfter.filter { !had.contains($0.id) }
      guard !gone.isEmpty, !come.isEmpty else { return }
      let pairs = CluedPair.pairs(
        clues(of: gone, among: linksBefore) { self($0) }, clues(of: come, among: linksAfter) { $0 })
      guard !pairs.isEmpty else { return }
      for pair in pairs {
        links[pair.before] = pair.after
        add(.link(pair.before), .link(pair.after), pair.clues)
      }
    }
  }

  /// The clues of some links, by id; those they trade with go by their new ids.
  private func clues(
    of links: [Link], among all: [Link], called name: (LinkID) -> LinkID
  ) -> [LinkID: Set<Clue>] {
    var buyers = [LinkID: Set<Clue.Trade>](uniqueKeysWithValues: links.map { ($0.id, []) })
    for buyer in all {
      for input in buyer.inputs where buyers[input.supplier] != nil {
        buyers[input.supplier]?.insert(
          Clue.Trade(link: name(buyer.id), share: input.share?.value, route: input.route))
      }
    }
    return links.reduce(into: [:]) { clues, link in
      var own = Clue.names(link.name)
      own.insert(.key(link.id.name))
      for (classification, code) in link.codes {
        own.insert(.code(classification: classification, code))
      }
      let inputs = link.inputs.map {
        Clue.Trade(link: name($0.supplier), share: $0.share?.value, route: $0.route)
      }
      if !inputs.isEmpty { own.insert(.inputs(Set(inputs))) }
      if let buyers = buyers[link.id], !buyers.isEmpty { own.insert(.buyers(buyers)) }
      clues[link.id] = own
    }
  }

  private mutating func add(_ before: WorkspaceItem, _ after: WorkspaceItem, _ clues: Set<Clue>) {
    list.append(Rename(before: before, after: after, clues: clues.sorted { $0.order < $1.order }))
  }
}

extension Clue {
  /// The strongest first, then by what they say.
  fileprivate var order: String {
    let (kind, text) =
      switch self {
      case .englishName(let name): (0, name)
      case .chineseName(let name): (1, name)
      case .creditCode(let code): (2, code.rawValue)
      case .links: (3, "")
      case .code(let classification, let code): (4, classification + code)
      case .key(let key): (5, key)
      case .inputs: (6, "")
      case .buyers: (7, "")
      }
    return "\(kind)\(text)"
  }
}
