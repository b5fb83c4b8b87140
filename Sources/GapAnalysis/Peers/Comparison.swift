public import IndustryChain

/// Several regions held against the same chains: what each has, and who has what the first lacks.
public struct Comparison: Sendable {
  /// A target of the first region, and who has the link.
  public struct Target: Sendable {
    /// The target, as the first region's list has it.
    public let opportunity: Opportunity
    /// The relatedness density of the first region around it; `nil` where peers tell nothing.
    public let relatedness: RelatednessDensity?
    /// The places in `members` of the regions that have it, ascending; empty where none has.
    public let holders: [Int]
  }

  /// A region worth a visit.
  public struct Visit: Hashable, Sendable {
    /// Its place in `members`.
    public let member: Int
    /// The places in `targets` of what it has and the first region lacks, best first.
    public let targets: [Int]
    /// How many of them are of any value to the first region's chains.
    public let valuedTargetCount: Int
  }

  /// The links and their ties, the same for all.
  public let graph: ChainGraph
  /// The regions; the first is the one whose targets are looked for, and a whole region.
  public let members: [RegionProfile]
  /// The chains that are compared, as graph indices, ascending.
  public let chains: [Int]
  /// The links of those chains, as graph indices, ascending.
  public let links: [Int]
  /// The first region's targets among the links, best first.
  public let targets: [Target]
  /// The other regions that have any of the targets: first who has the most of any value, then who
  /// has the most, then by id.
  public let visits: [Visit]

  /// The first region's analysis.
  public let focus: Analysis
  /// The links of each compared chain that stand for themselves.
  private let countedLinks: [Int: [Int]]

  /// Compares a region with others, in their order.
  ///
  /// Links times regions, and what the densities cost. Without others there are no visits.
  ///
  /// - Parameters:
  ///   - focus: The region whose targets are looked for.
  ///   - others: The other regions; analyses of the same workspace, and peers.
  ///   - chains: The chains to compare; none stands for all.
  public init(of focus: Analysis, with others: [RegionProfile], chains: Set<ChainID> = []) {
    let graph = focus.graph
    self.focus = focus
    self.graph = graph
    let members = [.region(focus)] + others
    self.members = members
    self.chains = graph.chains.indices.filter {
      chains.isEmpty || chains.contains(graph.chains[$0].id)
    }
    links = graph.links.indices.filter {
      chains.isEmpty || chains.contains(graph.links[$0].id.chain)
    }
    let densities = focus.relatedness()
    let targets = focus.targets.filter {
      chains.isEmpty || chains.contains($0.link.id.chain)
    }.map { opportunity in
      Target(
        opportunity: opportunity, relatedness: densities[opportunity.index],
        holders: members.indices.dropFirst().filter {
          members[$0].standing(of: opportunity.index, in: graph).isPresent
        })
    }
    self.targets = targets
    countedLinks = Dictionary(grouping: links) { graph.chainIndex[$0] }.mapValues { links in
      links.filter { graph.variants.successors(of: $0).isEmpty }
    }
    var held = [[Int]](repeating: [], count: members.count)
    for (place, target) in targets.enumerated() {
      for member in target.holders { held[member].append(place) }
    }
    visits = members.indices.dropFirst().map { member in
      Visit(
        member: member, targets: held[member],
        valuedTargetCount: held[member].count {
          targets[$0].opportunity.chainValue.millionCNY >= OneYuan.millionCNY
        })
    }.filter { !$0.targets.isEmpty }.sorted { left, right in
      let (a, b) = (left, right)
      if a.valuedTargetCount != b.valuedTargetCount {
        return a.valuedTargetCount > b.valuedTargetCount
      }
      if a.targets.count != b.targets.count { return a.targets.count > b.targets.count }
      return (members[a.member].id, a.member) < (members[b.member].id, b.member)
    }
  }

  /// The links of a chain that stand for themselves: umbrellas are left to their variants.
  public func countedLinks(ofChain chain: Int) -> [Int] {
    countedLinks[chain] ?? []
  }

  /// How many of a member's links stand how, over some chains, umbrellas left to their variants.
  public func counts(of member: Int, inChains chains: [Int]) -> [RegionProfile.Standing: Int] {
    chains.flatMap(countedLinks(ofChain:)).reduce(into: [:]) {
      $0[members[member].standing(of: $1, in: graph), default: 0] += 1
    }
  }
}
