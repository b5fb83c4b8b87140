public import IndustryChain

/// What a change of files does to a region: coverage, kinds and the ranking before and after.
public struct RegionChanges: Sendable {
  /// How a link stands in one of the two states.
  public struct Standing: Hashable, Sendable {
    /// Its coverage in today's light.
    public let coverage: Coverage
    /// Its kind of opportunity; `nil` where it is covered or nobody has looked.
    public let kind: OpportunityKind?
    /// Its rank among the targets; `nil` where it is none.
    public let rank: Int?
    /// Its score, 0…1; `nil` where it is no target or no weighed criterion is known.
    public let score: Double?
  }

  /// A link that stands otherwise than before.
  public struct Move: Hashable, Sendable {
    /// The link, under its new id where it is there after.
    public let link: LinkID
    /// How it stood; `nil` where it was no link.
    public let before: Standing?
    /// How it stands; `nil` where it is no link any more.
    public let after: Standing?

    /// Whether its rank is another, or it has become a target or is one no more.
    public var changesRank: Bool { before?.rank != after?.rank }

    /// Whether its coverage or its kind is another, or it has come or gone.
    public var changesCoverage: Bool {
      before?.coverage != after?.coverage || before?.kind != after?.kind
    }
  }

  /// The region before.
  public let before: Analysis
  /// The region after.
  public let after: Analysis
  /// Links of other coverage, kind, rank or score, by their place in the ranking, the better of both.
  public let moves: [Move]
  /// Chains on both sides whose support rate is another, by their new ids.
  public let chainsWithOtherSupportRate: [ChainID]
  private let renaming: Renames

  /// Whether nothing that it compares is another.
  public var isEmpty: Bool {
    moves.isEmpty && chainsWithOtherSupportRate.isEmpty
      && before.supportRate == after.supportRate
      && before.today.leakage == after.today.leakage
  }

  /// Compares two analyses of a region.
  ///
  /// O(links log links). Scores closer than a billionth are the same.
  ///
  /// - Parameters:
  ///   - before: The region by the old files.
  ///   - after: The region by the new ones.
  ///   - changes: What differs between the files, for the ids.
  public init(from before: Analysis, to after: Analysis, by changes: WorkspaceChanges) {
    self.before = before
    self.after = after
    renaming = changes.renaming
    var old: [LinkID: Standing] = [:]
    for (place, link) in before.graph.links.enumerated() {
      old[changes.id(after: link.id)] = before.standing(of: place)
    }
    var moves: [Move] = []
    for (place, link) in after.graph.links.enumerated() {
      moves.append(
        Move(
          link: link.id, before: old.removeValue(forKey: link.id), after: after.standing(of: place))
      )
    }
    moves += old.map { Move(link: $0.key, before: $0.value, after: nil) }
    self.moves = moves.filter { $0.changesCoverage || $0.changesRank || $0.changesScore }
      .sorted { $0.order < $1.order }
    chainsWithOtherSupportRate = Self.chains(before, after, changes.renaming)
  }

  /// The support rates of a chain, by its new id.
  public func supportRates(ofChain chain: ChainID) -> (before: SupportRate?, after: SupportRate?) {
    let had = before.graph.chains.firstIndex { renaming($0.id) == chain }
    let has = after.graph.chains.firstIndex { $0.id == chain }
    return (
      had.flatMap { before.supportRate(ofChain: $0) },
      has.flatMap { after.supportRate(ofChain: $0) }
    )
  }

  private static func chains(_ before: Analysis, _ after: Analysis, _ renaming: Renames)
    -> [ChainID]
  {
    var old: [ChainID: SupportRate?] = [:]
    for (place, chain) in before.graph.chains.enumerated() {
      old[renaming(chain.id)] = before.supportRate(ofChain: place)
    }
    return after.graph.chains.enumerated().compactMap { place, chain in
      guard let had = old[chain.id] else { return nil }
      return had == after.supportRate(ofChain: place) ? nil : chain.id
    }
  }
}

extension RegionChanges.Move {
  fileprivate var changesScore: Bool {
    switch (before?.score, after?.score) {
    case (nil, nil): false
    case (let before?, let after?): Assessment.step(before) != Assessment.step(after)
    default: true
    }
  }

  fileprivate var order: (Int, LinkID) {
    (min(before?.rank ?? .max, after?.rank ?? .max), link)
  }
}

extension Analysis {
  fileprivate func standing(of link: Int) -> RegionChanges.Standing {
    let target = target(for: link)
    return RegionChanges.Standing(
      coverage: today.coverage[link], kind: knownKind(of: link), rank: target?.rank,
      score: target.flatMap { $0.assessment.isScored ? $0.assessment.score : nil })
  }
}
