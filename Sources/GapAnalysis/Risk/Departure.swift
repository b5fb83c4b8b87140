import IndustryChain

/// A region in one light after some firms have left, at the demand of before: what those who stay
/// supply, and the local content that is left.
///
/// Suppliers of what has left keep the share of demand that they had, so that they shrink with it.
struct Departure {
  /// Yearly output that leaves, by link, million CNY, above zero; ascending by link.
  let lost: [(link: Int, millionCNY: Double)]
  /// Local supply ratio of the links whose ratio may have fallen, 0…1: those above and their
  /// umbrellas.
  let ratio: [Int: Double]
  /// Local content in the region that is left, of the links in `lost`, in that order.
  let localContent: [Double]

  /// How much of a link's local supply ratio is gone, 0…1.
  func ratioFall(of link: Int, in figures: RegionFigures) -> Double {
    ratio[link].map { max(0, figures.localSupplyRatio[link] - $0) } ?? 0
  }

  /// Value added a year that the region loses in all, million CNY: Σ lost × content left.
  ///
  /// With d the fall of every link's output and R′ the ratios left, d = R′ A d + lost, so vᵀ d is
  /// lost times the local content at R′.
  var valueAddedMillionCNY: Double {
    zip(lost, localContent).reduce(0) { $0 + $1.0.millionCNY * $1.1 }
  }
}

/// Works out departures from one region.
struct DepartureSolver {
  let graph: ChainGraph
  let region: Region
  let figures: RegionFigures
  private let surroundings: Surroundings

  init(graph: ChainGraph, region: Region, figures: RegionFigures) {
    self.graph = graph
    self.region = region
    self.figures = figures
    surroundings = Surroundings(of: figures)
  }

  /// What is left when outputs leave.
  ///
  /// A single link without variants or umbrella takes the closed form c / (1 + δ σ), δ the fall of
  /// its ratio (Sherman–Morrison). Several links, or a variant and its umbrellas, are a change of
  /// higher rank: there the links that stand between them are solved once more, and no others
  /// (`Surroundings`). Only where an umbrella stands there whose mixture of purchases changes with
  /// the variant that leaves, the whole region is: linear in links and inputs but for its loops.
  ///
  /// - Parameter outputs: Yearly output that leaves each link, million CNY; no more than is there.
  /// - Returns: The ratios and the local content left; empty where nothing leaves.
  func departure(of outputs: [Int: Double]) -> Departure {
    let lost = outputs.filter { $0.value > 0 }.sorted { $0.key < $1.key }
      .map { (link: $0.key, millionCNY: $0.value) }
    let markets = Set(lost.flatMap { [$0.link] + graph.umbrellas(of: $0.link) }).sorted()
    let ratio = Dictionary(
      uniqueKeysWithValues: markets.map { ($0, self.ratio(of: $0, after: outputs)) })
    if lost.count == 1, markets.count == 1, !isUmbrella(markets[0]) {
      let link = markets[0]
      let fall = figures.localSupplyRatio[link] - (ratio[link] ?? 0)
      let content = figures.localContent[link] / (1 + fall * figures.selfDemand[link])
      return Departure(lost: lost, ratio: ratio, localContent: [content])
    }
    let content = content(of: lost.map(\.link), after: outputs, ratio: ratio)
    return Departure(lost: lost, ratio: ratio, localContent: content)
  }

  private func content(
    of links: [Int], after outputs: [Int: Double], ratio: [Int: Double]
  ) -> [Double] {
    let between = surroundings.links(from: links, to: ratio.keys.sorted(), in: figures)
    let remixed = Set(links.flatMap { graph.umbrellas(of: $0) })
      .filter { graph.links[$0].inputs.isEmpty }
    guard remixed.isDisjoint(with: between) else {
      let solution = LocalSolution(
        technology(after: outputs), localSupplyRatio: ratios(with: ratio))
      return links.map { solution.localContent[$0] }
    }
    return surroundings.content(of: links, among: between, ratio: ratio, in: figures)
  }

  /// The coefficients of the region that is left: what umbrellas buy follows the firms that stay.
  func technology(after outputs: [Int: Double]) -> Technology {
    let touchesMixture = outputs.keys.contains { !graph.umbrellas(of: $0).isEmpty }
    guard touchesMixture else { return figures.technology }
    return Technology(
      graph, mixedBy: graph.links.indices.map { remaining(in: $0, after: outputs) })
  }

  /// All local supply ratios of the region that is left.
  func ratios(with changed: [Int: Double]) -> [Double] {
    var ratios = figures.localSupplyRatio
    for (link, value) in changed { ratios[link] = value }
    return ratios
  }

  private func isUmbrella(_ link: Int) -> Bool { !graph.variants.successors(of: link).isEmpty }

  /// What the firms that stay in a link make; differences of rounding are nothing.
  private func remaining(in link: Int, after outputs: [Int: Double]) -> Double {
    let before = figures.outputMillionCNY[link]
    let left = before - (outputs[link] ?? 0)
    return left > 1e-9 * before ? left : 0
  }

  /// The supply ratio at the demand of before; a stated one falls as the output does.
  private func ratio(of link: Int, after outputs: [Int: Double]) -> Double {
    let family = graph.family(of: link)
    let left = family.map { remaining(in: $0, after: outputs) }
    if region.localSupplyRatios[graph.links[link].id] != nil {
      return StatedRatio.scaled(
        figures.localSupplyRatio[link],
        from: family.reduce(0) { $0 + figures.outputMillionCNY[$1] }, to: left.reduce(0, +))
    }
    let demand = figures.demandMillionCNY
    let supply = zip(family, left).reduce(0) { sum, member in
      sum + (member.0 == link ? member.1 : max(0, member.1 - demand[member.0]))
    }
    guard supply > 0 else { return 0 }
    return demand[link] > 0 ? min(1, supply / demand[link]) : 1
  }
}

/// A local supply ratio that the region file states, once the firms behind it have changed.
enum StatedRatio {
  /// The ratio in proportion to the outputs of the firms known, 0…1; 0 once all have left, and as
  /// stated where none were known.
  static func scaled(_ ratio: Double, from before: Double, to after: Double) -> Double {
    before > 0 ? min(1, ratio * after / before) : ratio
  }
}
