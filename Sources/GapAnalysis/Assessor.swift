import IndustryChain

/// Assesses links as opportunities, in one light.
struct Assessor {
  let graph: ChainGraph
  let figures: RegionFigures
  let kinds: [OpportunityKind?]
  let presences: [[Presence]]
  let plantOutputs: [Double]
  let sales: DirectedGraph

  /// The links whose coverage is wanted, umbrellas left to their variants, ascending.
  private func candidates(_ isWanted: (Coverage) -> Bool) -> [Int] {
    graph.links.indices.filter { link in
      isWanted(figures.coverage[link]) && graph.variants.successors(of: link).isEmpty
    }
  }

  /// The opportunities among links of the wanted coverage, best first.
  func opportunities(where isWanted: (Coverage) -> Bool) -> [Opportunity] {
    let candidates = candidates(isWanted)
    let bridging = Bridging.counts(for: candidates, coverage: figures.coverage, in: graph)
    var opportunities = zip(candidates, bridging).compactMap { link, bridging in
      kinds[link].map { opportunity(for: link, kind: $0, bridging: bridging) }
    }
    let ranks = Self.ranks(
      opportunities.map { ($0.index, $0.value(of: .chainValue)) }, by: .chainValue)
    for place in opportunities.indices {
      opportunities[place].rank = ranks[opportunities[place].index] ?? 0
    }
    return opportunities.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }
  }

  /// The rank of each link of the wanted coverage, by graph index.
  func ranks(where isWanted: (Coverage) -> Bool) -> [Int: Int] {
    Self.ranks(
      candidates(isWanted).map { ($0, chainValue(of: $0).millionCNY) }, by: .chainValue)
  }

  /// Ranks from 1, equal values at equal rank: one more than the number of better ones.
  private static func ranks(
    _ values: [(link: Int, value: Double)], by criterion: Criterion
  ) -> [Int: Int] {
    let steps = values.map { ($0.link, criterion.step($0.value)) }.sorted { $0.1 > $1.1 }
    var ranks: [Int: Int] = [:]
    var rank = 1
    for (place, item) in steps.enumerated() {
      if place > 0, item.1 < steps[place - 1].1 { rank = place + 1 }
      ranks[item.0] = rank
    }
    return ranks
  }

  private func chainValue(of link: Int) -> ChainValue {
    figures.chainValue(of: link, plantOutputMillionCNY: plantOutputs[link])
  }

  private func opportunity(
    for link: Int, kind: OpportunityKind, bridging: Bridging
  ) -> Opportunity {
    let family = Set(graph.family(of: link) + graph.umbrellas(of: link)).sorted()
    let leads = family.flatMap { presences[$0] }.filter {
      $0.stage == nil || $0.stage == .negotiating
    }
    return Opportunity(
      index: link,
      link: graph.links[link],
      coverage: figures.coverage[link],
      kind: kind,
      rank: 0,
      committedRank: nil,
      chainValue: chainValue(of: link),
      bridging: bridging,
      reach: reach(of: link),
      leads: leads,
      commitments: presences[link].filter { $0.stage == .signed || $0.stage == .building })
  }

  private func reach(of link: Int) -> Reach {
    let buyers = graph.buyers(of: link, in: sales)
      .filter { figures.coverage[$0].isPresent }
    let suppliers = Set(graph.purchases.successors(of: link).map { Int($0) })
      .subtracting([link]).filter { figures.coverage[$0].isPresent }.sorted()
    return Reach(
      buyers: buyers, suppliers: suppliers,
      buyerChainCount: Set(buyers.map { graph.chainIndex[$0] }).count)
  }
}

extension ChainGraph {
  /// The umbrellas of a link, nearest first.
  func umbrellas(of link: Int) -> [Int] {
    var umbrellas: [Int] = []
    var next = umbrella[link]
    while let whole = next, whole != link, !umbrellas.contains(whole) {
      umbrellas.append(whole)
      next = umbrella[whole]
    }
    return umbrellas
  }
}
