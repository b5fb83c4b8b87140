import IndustryChain

/// Everything that is worked out for every link of a region in one light, in flat arrays indexed
/// like `ChainGraph.links`.
public struct RegionFigures: Sendable {
  /// The light that the region is seen in.
  public let light: Light
  /// Coverage.
  public private(set) var coverage: [Coverage]
  /// Why a thin link is thin; empty for the others.
  public private(set) var thinReasons: [[ThinReason]]
  /// Yearly output of the firms placed in the link itself, million CNY.
  public let outputMillionCNY: [Double]
  /// Local supply S: that output, and for an umbrella what its variants do not sell by name.
  public let supplyMillionCNY: [Double]
  /// Local demand m, million CNY a year.
  public let demandMillionCNY: [Double]
  /// Local supply ratio r, 0…1.
  public let localSupplyRatio: [Double]
  /// Value added per unit of output v, 0…1.
  public let valueAdded: [Double]
  /// What filling or losing each link changes, with the local content and self-demand behind it.
  public let changes: ExactChanges
  let technology: Technology

  /// Local content c, 0…1.
  public var localContent: [Double] { changes.localContent }
  /// Self-demand σ, from 0.
  public var selfDemand: [Double] { changes.selfDemand }

  /// Leakage of a link: what local firms buy of it from outside, (1 − r) m, million CNY a year.
  public func leakageMillionCNY(of link: Int) -> Double {
    (1 - localSupplyRatio[link]) * demandMillionCNY[link]
  }
}

extension RegionFigures {
  /// Works out a region in one light; linear in links and inputs but for the components' blocks.
  init(
    graph: ChainGraph, region: Region, presences: [[Presence]], plantOutputs: [Double],
    light: Light
  ) {
    let output = graph.links.indices.map { link in
      presences[link].reduce(0.0) { sum, presence in
        guard let stage = presence.stage, light.shows(stage) else { return sum }
        return sum + presence.outputMillionCNY(typicalPlant: plantOutputs[link])
      }
    }
    self.init(
      graph: graph, technology: Technology(graph, mixedBy: output), outputMillionCNY: output,
      finalDemandMillionCNY: graph.links.map { region.finalDemandMillionCNY[$0.id]?.value ?? 0 },
      statedRatio: graph.links.map { region.localSupplyRatios[$0.id]?.value }, light: light)
    (coverage, thinReasons) = coverages(graph: graph, region: region, presences: presences)
  }

  /// Works out the figures that follow from coefficients, outputs and final demand; coverage, which
  /// follows from who is there, is left empty.
  init(
    graph: ChainGraph, technology: Technology, outputMillionCNY output: [Double],
    finalDemandMillionCNY: [Double], statedRatio: [Double?], light: Light
  ) {
    self.light = light
    outputMillionCNY = output
    self.technology = technology
    valueAdded = technology.valueAdded

    var demand = finalDemandMillionCNY
    for link in output.indices where output[link] > 0 {
      for edge in technology.inputRange(of: link) {
        demand[Int(technology.suppliers[edge])] += technology.shares[edge] * output[link]
      }
    }
    demandMillionCNY = demand

    // Variants serve those who name them first; what is left meets the umbrella's demand.
    var supply = output
    for link in graph.links.indices where !graph.variants.successors(of: link).isEmpty {
      supply[link] = graph.family(of: link).reduce(0) {
        $0 + ($1 == link ? output[$1] : max(0, output[$1] - demand[$1]))
      }
    }
    supplyMillionCNY = supply
    localSupplyRatio = graph.links.indices.map { link in
      if let given = statedRatio[link] { return given }
      guard supply[link] > 0 else { return 0 }
      return demand[link] > 0 ? min(1, supply[link] / demand[link]) : 1
    }

    changes = ExactChanges(
      technology, localSupplyRatio: localSupplyRatio, demandMillionCNY: demand)

    coverage = []
    thinReasons = []
  }

  private func coverages(
    graph: ChainGraph, region: Region, presences: [[Presence]]
  ) -> ([Coverage], [[ThinReason]]) {
    let surveyed = graph.surveyedLinks(of: region)
    var coverage: [Coverage] = []
    var reasons: [[ThinReason]] = []
    for link in graph.links.indices {
      // Any covered variant covers the umbrella.
      let stages = graph.family(of: link).flatMap { presences[$0] }
      let present = stages.filter { $0.stage.map(light.shows) ?? false }
      var thin: [ThinReason] = []
      if present.reduce(0, { $0 + $1.firm.count.atLeast }) == 1 { thin.append(.singleFirm) }
      if localSupplyRatio[link] < 1 { thin.append(.supplyBelowDemand) }
      switch true {
      case !present.isEmpty: coverage.append(thin.isEmpty ? .covered : .thin)
      case stages.contains { $0.stage == .signed || $0.stage == .building }:
        coverage.append(.planned)
      case surveyed[link]: coverage.append(.missing)
      default: coverage.append(.unknown)
      }
      reasons.append(present.isEmpty ? [] : thin)
    }
    return (coverage, reasons)
  }
}

extension Presence {
  /// Yearly output, million CNY: the given one, else one typical plant for each firm of the row.
  func outputMillionCNY(typicalPlant: Double) -> Double {
    project.outputMillionCNY?.value ?? typicalPlant * Double(firm.count.atLeast)
  }
}

extension ChainGraph {
  /// Whether somebody has looked who is in each link.
  func surveyedLinks(of region: Region) -> [Bool] {
    let scopes = Set(region.surveys.map(\.scope))
    return links.map {
      scopes.contains(.chain($0.id.chain)) || scopes.contains(.link($0.id))
    }
  }
}
