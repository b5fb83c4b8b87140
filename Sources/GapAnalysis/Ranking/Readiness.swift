public import IndustryChain

/// How far a region meets the needs of a link's plant.
public struct Readiness: Hashable, Sendable {
  /// Needs that the region provides, in the order of the link.
  public let provided: [NeedID]
  /// Needs that the region says it cannot meet.
  public let lacking: [Shortcoming]
  /// Needs about which the region says nothing.
  public let unstated: [NeedID]

  /// The share of the needs with a known answer that the region provides, 0…1; `nil` where the link
  /// names no need or the region answers none of them.
  public var share: Double? {
    let known = provided.count + lacking.count
    return known > 0 ? Double(provided.count) / Double(known) : nil
  }

  /// The needs that rule the link out here.
  public var vetoes: [Shortcoming] { lacking.filter(\.isVeto) }
}

extension Region {
  /// How far the region meets the needs of a link.
  func readiness(for link: Link) -> Readiness {
    var (provided, lacking, unstated): ([NeedID], [Shortcoming], [NeedID]) = ([], [], [])
    for need in link.needs {
      if let shortcoming = shortcomings.first(where: { $0.need == need }) {
        lacking.append(shortcoming)
      } else if provides.contains(need) {
        provided.append(need)
      } else {
        unstated.append(need)
      }
    }
    return Readiness(provided: provided, lacking: lacking, unstated: unstated)
  }

  /// How much the planner wants a link: what is said of it, else of its chain, else nothing; `nil`
  /// where the region states no priorities at all.
  func priority(of link: LinkID) -> Figure? {
    guard !priorities.isEmpty else { return nil }
    let own = priorities.last { $0.scope == .link(link) }
    let ofChain = priorities.last { $0.scope == .chain(link.chain) }
    return (own ?? ofChain)?.degree
      ?? Figure(0, provenance: Provenance(grade: .assumed, source: nil))
  }
}
