public import IndustryChain

/// How the figures of one link came about, term by term.
public struct Explanation: Sendable {
  /// What one firm here makes of the link.
  public struct SupplyTerm: Hashable, Sendable {
    /// The link that the firm is placed in: the link itself or one of its variants.
    public let link: Link
    /// The firm, its project and stage.
    public let presence: Presence
    /// Its yearly output, million CNY.
    public let outputMillionCNY: Double
    /// How good the output is; assumed where it is typical plants.
    public let grade: Grade
  }

  /// What the local makers of one link buy of the explained one.
  public struct DemandTerm: Hashable, Sendable {
    /// The buyer.
    public let buyer: Link
    /// The link that the buyer names: the explained one, or its umbrella.
    public let named: Link
    /// How the bought thing reaches the buyer.
    public let route: Input.Route
    /// Value bought per unit of the buyer's output, 0…1.
    public let share: Double
    /// Where the share is from; `nil` for our default.
    public let provenance: Provenance?
    /// Yearly output of the buyer's firms here, million CNY.
    public let buyerOutputMillionCNY: Double
    /// Share × output, million CNY a year.
    public let millionCNY: Double
    /// The buyer's firms here.
    public let firms: [Presence]
  }

  /// What one input adds to local content.
  public struct ContentTerm: Hashable, Sendable {
    /// The supplier.
    public let supplier: Link
    /// Value bought per unit of output, 0…1.
    public let share: Double
    /// Where the share is from; `nil` for our default.
    public let provenance: Provenance?
    /// How the bought thing reaches the link.
    public let route: Input.Route
    /// The supplier's coverage.
    public let coverage: Coverage
    /// The supplier's local supply ratio, 0…1.
    public let localSupplyRatio: Double
    /// The supplier's local content, 0…1.
    public let localContent: Double
    /// What one typical plant of the link would buy of it, million CNY a year.
    public let neededMillionCNY: Double
    /// What the supplier's firms here make beyond what local firms buy now, million CNY a year.
    public let spareMillionCNY: Double
    /// The supplier's firms here.
    public let firms: [Presence]

    /// Whether a plant would need more of a supplier that is here than it has to spare: the figures
    /// take it to grow along.
    public var needsGrowth: Bool {
      localSupplyRatio > 0 && localSupplyRatio * neededMillionCNY > spareMillionCNY + 1e-6
    }

    /// Share × ratio × content: what the input adds, 0…1.
    public var added: Double { share * localSupplyRatio * localContent }
  }

  /// The place of the link in `ChainGraph.links`.
  public let index: Int
  /// The link.
  public let link: Link
  /// The umbrellas of the link, nearest first.
  public let umbrellas: [Link]
  /// Its coverage today.
  public let coverage: Coverage
  /// Why it is thin, where it is.
  public let thinReasons: [ThinReason]
  /// What recruiting for it does, `nil` where it is covered.
  public let kind: OpportunityKind?
  /// Who makes it here.
  public let supply: [SupplyTerm]
  /// Local supply, million CNY a year.
  public let supplyMillionCNY: Double
  /// Who buys it here, the largest first.
  public let demand: [DemandTerm]
  /// The region's demand from outside all chains, where given.
  public let finalDemand: Figure?
  /// Local demand, million CNY a year, umbrellas not included.
  public let demandMillionCNY: Double
  /// Local supply ratio, 0…1.
  public let localSupplyRatio: Double
  /// The ratio that the region file states, where it does.
  public let statedRatio: Figure?
  /// What local firms buy outside, million CNY a year, umbrellas not included.
  public let leakageMillionCNY: Double
  /// Value added per unit of output, 0…1.
  public let valueAdded: Double
  /// Where value added is from; `nil` for our default.
  public let valueAddedProvenance: Provenance?
  /// What each input adds to local content, the largest share first.
  public let content: [ContentTerm]
  /// Local content, 0…1.
  public let localContent: Double
  /// What one typical plant adds.
  public let chainValue: ChainValue
  /// Where the typical plant's output is from.
  public let plantOutputBasis: PlantOutputBasis
  /// How much of its inputs is met here.
  public let supportRate: SupportRate?
  /// The opportunity, where the link is a target or a commitment.
  public let opportunity: Opportunity?
  /// Everybody in the link at any stage, prospects included.
  public let presences: [Presence]
  /// The defaults that stand in for figures of the link.
  public let assumptions: [Assumption]
}

extension Analysis {
  /// How the figures of a link came about in today's light; linear in what touches the link.
  public func explanation(of link: Int) -> Explanation {
    let definition = graph.links[link]
    let umbrellas = graph.umbrellas(of: link)
    return Explanation(
      index: link,
      link: definition,
      umbrellas: umbrellas.map { graph.links[$0] },
      coverage: today.coverage[link],
      thinReasons: today.thinReasons[link],
      kind: kinds[link],
      supply: supplyTerms(of: link),
      supplyMillionCNY: today.supplyMillionCNY[link],
      demand: ([link] + umbrellas).flatMap { demandTerms(of: $0) }
        .sorted { left, right in
          left.millionCNY == right.millionCNY
            ? left.buyer.id < right.buyer.id : left.millionCNY > right.millionCNY
        },
      finalDemand: region.finalDemandMillionCNY[definition.id],
      demandMillionCNY: today.demandMillionCNY[link],
      localSupplyRatio: today.localSupplyRatio[link],
      statedRatio: region.localSupplyRatios[definition.id],
      leakageMillionCNY: today.leakageMillionCNY(of: link),
      valueAdded: today.valueAdded[link],
      valueAddedProvenance: definition.valueAdded?.provenance,
      content: contentTerms(of: link),
      localContent: today.localContent[link],
      chainValue: today.chainValue(
        of: link, plantOutputMillionCNY: plantOutputs[link].millionCNY),
      plantOutputBasis: plantOutputs[link].basis,
      supportRate: today.supportRate(of: link),
      opportunity: opportunity(for: link),
      presences: graph.family(of: link).flatMap { presences[$0] },
      assumptions: assumptions(about: link))
  }

  private func supplyTerms(of link: Int) -> [Explanation.SupplyTerm] {
    graph.family(of: link).flatMap { member in
      presences[member].compactMap { presence in
        guard let stage = presence.stage, today.light.shows(stage) else { return nil }
        return Explanation.SupplyTerm(
          link: graph.links[member],
          presence: presence,
          outputMillionCNY: presence.outputMillionCNY(
            typicalPlant: plantOutputs[member].millionCNY),
          grade: presence.project.outputMillionCNY?.provenance.grade ?? .assumed)
      }
    }
  }

  /// The inputs of a link with their shares; an umbrella without inputs of its own has those of its
  /// variants, mixed, and nobody has stated the mixture.
  private func purchases(
    of link: Int
  ) -> [(supplier: Int, route: Input.Route, share: Double, provenance: Provenance?)] {
    let shares = graph.resolvedShares(of: link)
    guard shares.isEmpty else {
      return zip(graph.inputs(of: link), shares).map { edge, share in
        (Int(edge.1), edge.0.route, share, edge.0.share?.provenance)
      }
    }
    let technology = today.technology
    let mixed = technology.inputRange(of: link).reduce(into: [Int: Double]()) { sum, edge in
      guard technology.shares[edge] > 0 else { return }
      sum[Int(technology.suppliers[edge]), default: 0] += technology.shares[edge]
    }
    return mixed.sorted { $0.key < $1.key }.map { ($0.key, .purchase, $0.value, nil) }
  }

  /// The purchases of a link by local firms, its variants' buyers not included.
  private func demandTerms(of named: Int) -> [Explanation.DemandTerm] {
    let direct = sales.successors(of: named).map { Int($0) }
    let buyers = Set(direct + direct.flatMap { graph.umbrellas(of: $0) }).sorted()
    return buyers.flatMap { buyer -> [Explanation.DemandTerm] in
      let output = today.outputMillionCNY[buyer]
      guard output > 0 else { return [] }
      return purchases(of: buyer).filter { $0.supplier == named }.map { purchase in
        Explanation.DemandTerm(
          buyer: graph.links[buyer],
          named: graph.links[named],
          route: purchase.route,
          share: purchase.share,
          provenance: purchase.provenance,
          buyerOutputMillionCNY: output,
          millionCNY: purchase.share * output,
          firms: presences[buyer].filter { presence in
            presence.stage.map(today.light.shows) ?? false
          })
      }
    }
  }

  private func contentTerms(of link: Int) -> [Explanation.ContentTerm] {
    purchases(of: link).map { purchase in
      Explanation.ContentTerm(
        supplier: graph.links[purchase.supplier],
        share: purchase.share,
        provenance: purchase.provenance,
        route: purchase.route,
        coverage: today.coverage[purchase.supplier],
        localSupplyRatio: today.localSupplyRatio[purchase.supplier],
        localContent: today.localContent[purchase.supplier],
        neededMillionCNY: purchase.share * plantOutputs[link].millionCNY,
        spareMillionCNY: max(
          0,
          today.supplyMillionCNY[purchase.supplier] - today.demandMillionCNY[purchase.supplier]),
        firms: graph.family(of: purchase.supplier).flatMap { presences[$0] }.filter { presence in
          presence.stage.map(today.light.shows) ?? false
        })
    }.sorted { left, right in
      left.share == right.share ? left.supplier.id < right.supplier.id : left.share > right.share
    }
  }
}
