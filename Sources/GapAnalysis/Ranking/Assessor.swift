import IndustryChain

/// Assesses links as opportunities, in one light.
struct Assessor {
  let graph: ChainGraph
  let region: Region
  let figures: RegionFigures
  let kinds: [OpportunityKind?]
  let presences: [[Presence]]
  let plantOutputs: [Double]
  let relatedness: [Double?]
  let sales: DirectedGraph

  /// The opportunities of a light, each list best first.
  struct Assessed {
    /// Missing and thin links.
    var targets: [Opportunity]
    /// Links with signed or building projects and no operating firm.
    var commitments: [Opportunity]
    /// Missing and thin links that a need rules out, by index.
    var blocked: [BlockedLink]
    var basis: RankingBasis
    var scale: UtilityScale
  }

  /// Assesses every missing, thin and planned link, umbrellas left to their variants.
  func assess() -> Assessed {
    let candidates = graph.links.indices.filter { link in
      figures.coverage[link].isOpen && graph.variants.successors(of: link).isEmpty
    }
    let bridging = Bridging.counts(for: candidates, coverage: figures.coverage, in: graph)
    var open = zip(candidates, bridging).compactMap { link, bridging in
      kinds[link].map { opportunity(for: link, kind: $0, bridging: bridging) }
    }
    let isBlocked = open.map { $0.coverage != .planned && !$0.readiness.vetoes.isEmpty }
    let blocked = zip(open, isBlocked).filter(\.1).map { BlockedLink(opportunity: $0.0) }
    open = zip(open, isBlocked).filter { !$0.1 }.map(\.0)

    let basis = RankingBasis(
      preferences: region.ranking,
      leftOut: RankingBasis.absences(
        in: region, opportunities: open, coveredCount: figures.coverage.count { $0.isPresent }))
    let scale = UtilityScale(of: open)
    for place in open.indices {
      open[place].assessment = Assessment(of: open[place], by: basis, on: scale)
    }
    return Assessed(
      targets: Self.ranked(open.filter { $0.coverage != .planned }),
      commitments: Self.ranked(open.filter { $0.coverage == .planned }), blocked: blocked,
      basis: basis, scale: scale)
  }

  /// Opportunities by score with their ranks from 1, equal scores at equal rank and in the order of
  /// their index; those that another beats on both axes are marked.
  private static func ranked(_ opportunities: [Opportunity]) -> [Opportunity] {
    let isDominated = Dominance.isDominated(
      opportunities.map { opportunity in
        let (x, y) = (
          opportunity.assessment.value(of: .impact), opportunity.assessment.value(of: .feasibility)
        )
        return (Assessment.step(x ?? 0), Assessment.step(y ?? 0))
      })
    var keyed = zip(opportunities, isDominated).map { opportunity, isDominated in
      var opportunity = opportunity
      opportunity.assessment.isDominated = isDominated
      return (step: Assessment.step(opportunity.assessment.score), opportunity: opportunity)
    }
    keyed.sort { left, right in
      left.step == right.step
        ? left.opportunity.index < right.opportunity.index : left.step > right.step
    }
    var rank = 1
    for place in keyed.indices {
      if place > 0, keyed[place].step < keyed[place - 1].step { rank = place + 1 }
      keyed[place].opportunity.rank = rank
    }
    return keyed.map(\.opportunity)
  }

  private func opportunity(
    for link: Int, kind: OpportunityKind, bridging: Bridging
  ) -> Opportunity {
    let family = Set(graph.family(of: link) + graph.umbrellas(of: link)).sorted()
    let leads = family.flatMap { presences[$0] }.filter {
      $0.stage == nil || $0.stage == .negotiating
    }
    let commitments = presences[link].filter { $0.stage == .signed || $0.stage == .building }
    let definition = graph.links[link]
    return Opportunity(
      index: link,
      link: definition,
      coverage: figures.coverage[link],
      kind: kind,
      rank: 0,
      committedRank: nil,
      chainValue: figures.chainValue(of: link, plantOutputMillionCNY: plantOutputs[link]),
      bridging: bridging,
      reach: reach(of: link),
      priority: region.priority(of: definition.id),
      supportRate: figures.supportRate(of: link),
      relatedness: relatedness[link],
      leadChance: region.leadChance(of: leads + commitments),
      readiness: region.readiness(for: definition),
      assessment: Assessment(parts: []),
      leads: leads,
      commitments: commitments)
  }

  private func reach(of link: Int) -> Reach {
    let buyers = graph.buyers(of: link, in: sales)
      .filter { figures.coverage[$0].isPresent }
    let suppliers = Set(graph.purchases.successors(of: link).map { Int($0) })
      .subtracting([link]).filter { figures.coverage[$0].isPresent }.sorted()
    return Reach(buyers: buyers, suppliers: suppliers, chainIndex: graph.chainIndex)
  }
}

extension Coverage {
  /// Whether a firm more would be news: nobody, too few, or nobody yet.
  fileprivate var isOpen: Bool { self == .missing || self == .thin || self == .planned }
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
