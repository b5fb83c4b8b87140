public import IndustryChain

/// What a region has of its chains on a day, what it lacks, and what is worth recruiting.
///
/// Everything is worked out when the value is made; what costs more to keep than to work out, such
/// as the terms behind a figure, is asked for by link (`explanation(of:)`, `assumptions(about:)`).
public struct Analysis: Sendable {
  /// The links and their ties.
  public let graph: ChainGraph
  /// The region.
  public let region: Region
  /// The day on which it is seen.
  public let day: CalendarDate
  /// The needs that links name.
  public let needs: [Need]
  /// The projects in each link on that day, indexed like `graph.links`.
  public let presences: [[Presence]]
  /// Projects on that day of which no source says in which link they work.
  public let unplaced: [Presence]
  /// Figures in today's light.
  public let today: RegionFigures
  /// Figures once signed and building projects operate.
  public let committed: RegionFigures
  /// The kind of every link, `nil` for covered ones; indexed like `graph.links`.
  public let kinds: [OpportunityKind?]
  /// Missing and thin links, best first, umbrellas represented by their variants.
  public let targets: [Opportunity]
  /// Links with signed or building projects and no operating firm, best first: bring to production.
  public let commitments: [Opportunity]
  /// Missing and thin links that a need of the region's rules out, by id.
  public let blocked: [BlockedLink]
  /// By which weights both lists are ranked, and which criteria have nothing to say.
  public let basis: RankingBasis
  /// What the utilities of unbounded criteria are shares of.
  let scale: UtilityScale
  /// The place in `targets` of each link that is one, and in `commitments`.
  private let targetPlaces: [Int: Int]
  private let commitmentPlaces: [Int: Int]
  let plantOutputs: [(millionCNY: Double, basis: PlantOutputBasis)]
  /// Supplier → buyer over all inputs, the money graph turned round.
  let sales: DirectedGraph

  /// Analyses a region on a day, by default the day that its tables describe.
  ///
  /// The other regions of the workspace are its peers beside those of its own table.
  ///
  /// Linear in links, inputs and projects but for sorting, components of the graph that are cycles
  /// (see `LocalSolution`) and bridging (see `Bridging`). A region without firms has only missing
  /// and unknown links; a workspace without links has empty lists.
  public init(of region: Region, in workspace: Workspace, on day: CalendarDate? = nil) {
    self.init(
      graph: ChainGraph(workspace), needs: workspace.needs,
      region: region.joined(by: workspace.regions, on: day), day: day ?? region.date)
  }

  /// Analyses a region over a graph that is already made.
  public init(graph: ChainGraph, needs: [Need], region: Region, day: CalendarDate) {
    self.graph = graph
    self.region = region
    self.day = day
    self.needs = needs
    let presences = graph.presences(in: region, on: day)
    self.presences = presences
    unplaced = region.unplacedPresences(on: day)
    plantOutputs = graph.plantOutputs()
    let sales = graph.purchases.reversed()
    self.sales = sales
    let outputs = plantOutputs.map(\.millionCNY)
    func seen(in light: Light) -> (RegionFigures, [OpportunityKind?], Assessor.Assessed) {
      let figures = RegionFigures(
        graph: graph, region: region, presences: presences, plantOutputs: outputs, light: light)
      let kinds = OpportunityKind.kinds(of: figures.coverage, in: graph)
      let relatedness = graph.relatednessDensities(
        of: figures.coverage.map(\.isPresent), among: region.peers)
      let assessor = Assessor(
        graph: graph, region: region, figures: figures, kinds: kinds, presences: presences,
        plantOutputs: outputs, relatedness: relatedness, sales: sales)
      return (figures, kinds, assessor.assess())
    }
    let assessed: Assessor.Assessed
    let assessedNext: Assessor.Assessed
    (today, kinds, assessed) = seen(in: .today)
    (committed, _, assessedNext) = seen(in: .committed)
    let committedRanks = assessedNext.targets.reduce(into: [:]) { $0[$1.index] = $1.rank }
    targets = assessed.targets.map { target in
      var target = target
      target.committedRank = committedRanks[target.index]
      return target
    }
    commitments = assessed.commitments
    blocked = assessed.blocked
    basis = assessed.basis
    scale = assessed.scale
    targetPlaces = Self.places(of: targets)
    commitmentPlaces = Self.places(of: commitments)
  }

  /// How much of the inputs of the region's firms is met here; `nil` where no firm here buys any.
  public var supportRate: SupportRate? { today.supportRate(of: graph.links.indices) }

  /// The same for the firms of one chain.
  public func supportRate(ofChain chain: Int) -> SupportRate? {
    today.supportRate(of: graph.links.indices.filter { graph.chainIndex[$0] == chain })
  }

  /// The target for a link, where it is one.
  public func target(for link: Int) -> Opportunity? { targetPlaces[link].map { targets[$0] } }

  /// The target or commitment for a link, where it is one.
  public func opportunity(for link: Int) -> Opportunity? {
    target(for: link) ?? commitmentPlaces[link].map { commitments[$0] }
  }

  private static func places(of opportunities: [Opportunity]) -> [Int: Int] {
    opportunities.enumerated().reduce(into: [:]) { $0[$1.element.index] = $1.offset }
  }
}

extension Region {
  /// The projects in force on a day of which no source says in which link they work, by firm.
  fileprivate func unplacedPresences(on day: CalendarDate) -> [Presence] {
    firms.sorted { $0.id < $1.id }.flatMap { firm in
      firm.projects.compactMap { project in
        guard project.link == nil, let stage = project.stage(on: day), stage != .closed else {
          return nil
        }
        return Presence(firm: firm, project: project, stage: stage)
      }
    }
  }
}
