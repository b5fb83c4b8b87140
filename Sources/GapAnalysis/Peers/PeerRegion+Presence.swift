public import IndustryChain

extension PeerRegion {
  /// Whether the peer has a link or, where it is an umbrella, one of its variants; linear in those.
  ///
  /// A link that is not listed counts as not there: the formulas need a yes or a no.
  public func has(_ link: Int, in graph: ChainGraph) -> Bool {
    graph.family(of: link).contains { listings[graph.links[$0].id]?.isPresent ?? false }
  }

  /// Which links the peer has, by graph index; linear in links and listings.
  public func presence(in graph: ChainGraph) -> [Bool] {
    var presence = [Bool](repeating: false, count: graph.linkCount)
    for (id, listing) in listings where listing.isPresent {
      guard let link = graph.index(of: id) else { continue }
      presence[link] = true
      for umbrella in graph.umbrellas(of: link) { presence[umbrella] = true }
    }
    return presence
  }

  /// A whole region as a peer: the links in which firms operate on a day, by default the day that
  /// its own tables describe.
  ///
  /// A link without an operating firm is not listed, surveyed or not. Linear in projects.
  public init(of region: Region, on day: CalendarDate? = nil) {
    let day = day ?? region.date
    var counts: [LinkID: [Firm.Count]] = [:]
    for firm in region.firms {
      for project in firm.projects {
        guard let link = project.link, let stage = project.stage(on: day),
          Light.today.shows(stage)
        else { continue }
        counts[link, default: []].append(firm.count)
      }
    }
    self.init(
      id: region.id, name: region.name, origin: .region(day: day),
      listings: counts.mapValues { Listing(firmCount: .sum(of: $0), provenance: nil) })
  }
}

extension Firm.Count {
  /// The firms of several rows together, uncounted where one of them is.
  static func sum(of counts: [Firm.Count]) -> Firm.Count {
    if counts.contains(.several) { return .several }
    return .exactly(counts.reduce(0) { $0 + $1.atLeast })
  }
}

extension Region {
  /// The region with whole regions as peers beside those of its table, sorted by id.
  ///
  /// The region itself and peers that are there already are left out. Without a day each region is
  /// seen on the day that its own tables describe.
  public func joined(by regions: [Region], on day: CalendarDate? = nil) -> Region {
    var region = self
    var known = Set(peers.map(\.id)).union([id])
    for other in regions where known.insert(other.id).inserted {
      region.peers.append(PeerRegion(of: other, on: day))
    }
    region.peers.sort { $0.id < $1.id }
    return region
  }
}
