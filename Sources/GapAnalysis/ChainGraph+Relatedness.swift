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
    guard !peers.isEmpty else { return [Double?](repeating: nil, count: linkCount) }
    let matrix = PresenceMatrix(
      linkCount: linkCount, rows: peers.map { $0.presence(in: self) })
    return Relatedness(from: matrix).densities(
      of: PresenceMatrix(linkCount: linkCount, rows: [presence]))[0]
  }
}

extension Analysis {
  /// The relatedness density of the region around every link in a light, 0…1, by graph index;
  /// `nil` where the peers tell nothing of the link.
  public func relatednessDensities(in light: Light = .today) -> [Double?] {
    let figures = light == .today ? today : committed
    return graph.relatednessDensities(
      of: figures.coverage.map(\.isPresent), among: region.peers)
  }

  /// How many peers have a link, `nil` where no peer is given; linear in peers.
  public func peerRegionCount(of link: Int) -> Int? {
    guard !region.peers.isEmpty else { return nil }
    return region.peers.count { $0.has(link, in: graph) }
  }
}
