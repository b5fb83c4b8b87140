public import IndustryChain

/// Draws a region's figures anew, each evenly within the band of its grade.
///
/// What varies: input shares, value added, outputs of typical plants and of firms, final demand, and
/// supply ratios that the region states. Who is there does not vary, nor do the weights by which
/// an umbrella mixes its variants. A link whose drawn shares and value added sum to more than 1 has
/// all of them scaled down to 1.
struct FigureVariation {
  /// A figure's middle and how far it may be off, as a share of it.
  private struct Banded {
    let value: Double
    let band: Double
  }

  private let graph: ChainGraph
  private let technology: Technology
  private let shareBands: [Double]
  private let valueAddedBands: [Double]
  private let plants: [Banded]
  /// The firms of each link in today's light: a given output, or so many typical plants.
  private let outputs: [[(given: Double?, plantCount: Double, band: Double)]]
  private let finalDemand: [Banded?]
  private let statedRatios: [Banded?]

  /// Prepares the draws; linear in links, inputs and projects.
  init(of analysis: Analysis) {
    let region = analysis.region
    func band(_ provenance: Provenance?) -> Double { region.band(for: provenance?.grade) }
    func banded(_ figure: Figure?) -> Banded? {
      figure.map { Banded(value: $0.value, band: band($0.provenance)) }
    }
    let graph = analysis.graph
    self.graph = graph
    technology = analysis.today.technology
    var shareBands = [Double](repeating: 0, count: technology.suppliers.count)
    for link in graph.links.indices {
      let buyers = graph.links[link].inputs.isEmpty ? graph.family(of: link) : [link]
      var bands: [Int32: Double] = [:]
      for buyer in buyers {
        for (input, supplier) in graph.inputs(of: buyer) {
          bands[supplier] = max(bands[supplier] ?? 0, band(input.share?.provenance))
        }
      }
      for edge in technology.inputRange(of: link) {
        shareBands[edge] = bands[technology.suppliers[edge]] ?? 0
      }
    }
    self.shareBands = shareBands
    valueAddedBands = graph.links.map { band($0.valueAdded?.provenance) }
    plants = graph.links.indices.map { link in
      let plant = analysis.plantOutputs[link]
      let figure = graph.links[link].plant.outputMillionCNY
      return Banded(
        value: plant.millionCNY, band: band(plant.basis == .given ? figure?.provenance : nil))
    }
    outputs = analysis.presences.map { presences in
      presences.compactMap { presence in
        guard let stage = presence.stage, Light.today.shows(stage) else { return nil }
        let output = presence.project.outputMillionCNY
        return (output?.value, Double(presence.firm.count.atLeast), band(output?.provenance))
      }
    }
    finalDemand = graph.links.map { banded(region.finalDemandMillionCNY[$0.id]) }
    statedRatios = graph.links.map { banded(region.localSupplyRatios[$0.id]) }
  }

  /// One draw: the figures that follow, and the output of each link's typical plant, million CNY.
  func draw(
    using generator: inout SplitMix64
  ) -> (figures: RegionFigures, plantOutputsMillionCNY: [Double]) {
    func factor(_ band: Double) -> Double {
      band == 0 ? 1 : 1 + band * (2 * generator.nextUnit() - 1)
    }
    var drawn = technology
    drawn.vary { shares, valueAdded in
      for link in graph.links.indices {
        let range = technology.inputRange(of: link)
        let drawnValueAdded = valueAdded[link] * factor(valueAddedBands[link])
        let drawnShares = range.map { shares[$0] * factor(shareBands[$0]) }
        let scaled = Self.scaledToOne(shares: drawnShares, valueAdded: drawnValueAdded)
        valueAdded[link] = scaled.valueAdded
        for (edge, share) in zip(range, scaled.shares) { shares[edge] = share }
      }
    }
    let plantOutputs = plants.map { $0.value * factor($0.band) }
    let output = outputs.enumerated().map { link, firms in
      firms.reduce(0.0) { sum, firm in
        sum + (firm.given ?? firm.plantCount * plantOutputs[link]) * factor(firm.band)
      }
    }
    let figures = RegionFigures(
      graph: graph, technology: drawn, outputMillionCNY: output,
      finalDemandMillionCNY: finalDemand.map { $0.map { $0.value * factor($0.band) } ?? 0 },
      statedRatio: statedRatios.map { $0.map { min(1, $0.value * factor($0.band)) } },
      light: .today)
    return (figures, plantOutputs)
  }
}

extension FigureVariation {
  /// Shares and value added of one link, scaled down together where they sum to more than 1.
  static func scaledToOne(
    shares: [Double], valueAdded: Double
  ) -> (shares: [Double], valueAdded: Double) {
    let sum = shares.reduce(valueAdded, +)
    guard sum > 1 else { return (shares, valueAdded) }
    return (shares.map { $0 / sum }, valueAdded / sum)
  }
}

extension Region {
  /// How far a figure of a grade may be off, as a share of it: the region's word, else ±5 % for
  /// reported figures, ±30 % for estimates and ±60 % for our defaults.
  public func band(for grade: Grade?) -> Double {
    let grade = grade ?? .assumed
    if let given = ranking.bands[grade] { return given }
    return switch grade {
    case .reported: 0.05
    case .estimate: 0.3
    case .assumed: 0.6
    }
  }
}
