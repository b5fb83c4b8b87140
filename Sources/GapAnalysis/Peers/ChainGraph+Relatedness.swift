public import IndustryChain

extension ChainGraph {
  /// The relatedness density of a region around every link, 0…1, by index; `nil` where no peer is
  /// given, none has the link, or none has another one beside it.
  ///
  /// Proximities are told from the peers alone. The region's own row would say of each of its gaps
  /// that it does not go with what is here, which is the question; beside one peer it would halve
  /// every proximity to what both have. For the cost see `Relatedness.densities(of:)`.
  ///
  /// - Parameters:
  ///   - presence: Whether the region has each link, by index.
  ///   - peers: The other regions; a link that one does not list counts as not there.
  /// - Returns: A density for each link, covered ones included.
  public func relatednessDensities(
    of presence: [Bool], among peers: [PeerRegion]
  ) -> [Double?] {
    relatednessDensities(of: [presence], among: peers)[0]
  }

  /// The same for several rows of presence at once.
  func relatednessDensities(
    of rows: [[Bool]], among peers: [PeerRegion]
  ) -> [[Double?]] {
    guard !peers.isEmpty else {
      return rows.map { _ in [Double?](repeating: nil, count: linkCount) }
    }
    let matrix = PresenceMatrix(
      linkCount: linkCount, rows: peers.map { $0.presence(in: self) })
    return Relatedness(from: matrix).densities(
      of: PresenceMatrix(linkCount: linkCount, rows: rows))
  }
}

/// How much of what is found together with a link elsewhere is here, 0…1.
public struct RelatednessDensity: Hashable, Sendable {
  /// What firms here are known to make up of it.
  public let here: Double
  /// What nobody has surveyed here; the true density lies between `here` and `here` + `unknown`.
  public let unknown: Double
}

extension Analysis {
  /// The relatedness density of the region around every link in a light, by graph index, with the
  /// part that nobody knows; `nil` where the peers tell nothing of the link.
  public func relatedness(in light: Light = .today) -> [RelatednessDensity?] {
    let coverage = (light == .today ? today : committed).coverage
    let densities = graph.relatednessDensities(
      of: [coverage.map(\.isPresent), coverage.map { $0 == .unknown }], among: region.peers)
    return zip(densities[0], densities[1]).map { here, unknown in
      guard let here, let unknown else { return nil }
      return RelatednessDensity(here: here, unknown: unknown)
    }
  }

  /// The known part of those densities, 0…1, which is what the ranking takes: a lower bound.
  public func relatednessDensities(in light: Light = .today) -> [Double?] {
    relatedness(in: light).map { $0?.here }
  }

  /// How many peers have a link, `nil` where no peer is given; linear in peers.
  public func peerRegionCount(of link: Int) -> Int? {
    guard !region.peers.isEmpty else { return nil }
    return region.peers.count { $0.has(link, in: graph) }
  }
}
