public import IndustryChain

/// A region as others see it: analysed from its own files, or only listed in a table of peers.
public enum RegionProfile: Sendable {
  /// A region with files of its own, on a day.
  case region(Analysis)
  /// A region of which only the presence of firms is known.
  case peer(PeerRegion)

  /// How a region stands in a link.
  public enum Standing: Hashable, Sendable {
    /// As its own files tell.
    case coverage(Coverage)
    /// A table lists firms there; whether they are enough nobody knows.
    case listed
    /// A table says that somebody looked and found nobody.
    case foundNone
    /// No table lists it: it may be there or not.
    case notListed

    /// Whether a firm is there for sure.
    public var isPresent: Bool {
      switch self {
      case .coverage(let coverage): coverage.isPresent
      case .listed: true
      case .foundNone, .notListed: false
      }
    }
  }
}

extension RegionProfile {
  /// The region's id.
  public var id: RegionID {
    switch self {
    case .region(let analysis): analysis.region.id
    case .peer(let peer): peer.id
    }
  }

  /// Its name in one or both languages; empty where nobody has given one.
  public var name: LocalizedText {
    switch self {
    case .region(let analysis): analysis.region.name
    case .peer(let peer): peer.name
    }
  }

  /// The analysis of a whole region, `nil` for a peer of a table.
  public var analysis: Analysis? {
    guard case .region(let analysis) = self else { return nil }
    return analysis
  }

  /// The day on which it is seen; a table of peers has none.
  public var day: CalendarDate? {
    switch self {
    case .region(let analysis): analysis.day
    case .peer(let peer):
      if case .region(let day) = peer.origin { day } else { nil }
    }
  }

  /// How much of what its firms buy is met there; `nil` where no firm buys, or nobody knows.
  public var supportRate: SupportRate? { analysis?.supportRate }

  /// How it stands in a link, an umbrella seen with its variants; linear in those.
  public func standing(of link: Int, in graph: ChainGraph) -> Standing {
    switch self {
    case .region(let analysis): return .coverage(analysis.today.coverage[link])
    case .peer(let peer):
      if peer.has(link, in: graph) { return .listed }
      return peer.listings[graph.links[link].id] == nil ? .notListed : .foundNone
    }
  }

  /// The firms that operate in a link or its variants, by id; those of a table have no names, so
  /// none are given.
  public func operatingFirms(in link: Int, of graph: ChainGraph) -> [Firm] {
    guard let analysis else { return [] }
    let present = graph.family(of: link).flatMap { analysis.presences[$0] }.filter {
      $0.stage.map(Light.today.shows) ?? false
    }
    var seen: Set<FirmID> = []
    return present.map(\.firm).filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
  }

  /// How many firms operate in a link or its variants; `nil` where nobody says.
  public func firmCount(in link: Int, of graph: ChainGraph) -> Firm.Count? {
    switch self {
    case .region(let analysis):
      guard analysis.today.coverage[link] != .unknown else { return nil }
      return .sum(of: operatingFirms(in: link, of: graph).map(\.count))
    case .peer(let peer):
      let counts = graph.family(of: link).compactMap {
        peer.listings[graph.links[$0].id]?.firmCount
      }
      return counts.isEmpty ? nil : .sum(of: counts)
    }
  }

  /// What a table says of a link, where the link itself is listed.
  public func listing(of link: Int, in graph: ChainGraph) -> PeerRegion.Listing? {
    guard case .peer(let peer) = self else { return nil }
    return peer.listings[graph.links[link].id]
  }
}
