import IndustryChain
import Testing

@testable import GapAnalysis

/// Random links with loops, self-inputs and final demand, and firms in one to three of them each.
enum TradingWorld {
  static func analysis(seed: UInt64) -> Analysis {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 3...14, using: &generator)
    let links = (0..<count).map { place -> Link in
      let added = Double.random(in: 0.05...0.5, using: &generator)
      var link = SmallWorld.link("l\(place)", valueAdded: added)
      var left = 1 - added
      for supplier in 0..<count where Int.random(in: 0...2, using: &generator) == 0 {
        let share = Double.random(in: 0...0.8, using: &generator) * left
        left -= share
        link.inputs.append(
          Input(
            supplier: SmallWorld.id("l\(supplier)"), share: SmallWorld.figure(share),
            route: supplier > place ? .returnFlow : .purchase))
      }
      return link
    }
    var world = SmallWorld(metal: links)
    for number in 0..<Int.random(in: 1...2 * count, using: &generator) {
      let output = Double.random(in: 1...200, using: &generator)
      world = world.with(
        "f\(number)", in: "l\(Int.random(in: 0..<count, using: &generator))", output: output,
        count: Bool.random(using: &generator) ? .exactly(1) : .several)
      for _ in 0..<Int.random(in: 0...2, using: &generator)
      where Bool.random(using: &generator) {
        var project = world.region.firms[number].projects[0]
        project.link = SmallWorld.id("l\(Int.random(in: 0..<count, using: &generator))")
        world.region.firms[number].projects.append(project)
      }
    }
    for place in 0..<count where Int.random(in: 0...3, using: &generator) == 0 {
      world.region.finalDemandMillionCNY[SmallWorld.id("l\(place)")] = SmallWorld.figure(
        Double.random(in: 0...80, using: &generator))
    }
    return world.analysed()
  }
}

/// The region of an analysis without variants as full matrices, solved with nothing of the library.
struct SolvedRegion {
  let economy: RandomEconomy
  let finalDemand: [Double]
  let outputs: [Double]
  let demand: [Double]

  init(_ analysis: Analysis) {
    let graph = analysis.graph
    var economy = RandomEconomy(seed: 1, count: graph.linkCount)
    for buyer in graph.links.indices {
      for supplier in graph.links.indices { economy.coefficients[supplier][buyer] = 0 }
      for (edge, share) in zip(graph.inputs(of: buyer), graph.resolvedShares(of: buyer)) {
        economy.coefficients[Int(edge.1)][buyer] += share
      }
    }
    economy.valueAdded = analysis.today.valueAdded
    economy.ratio = analysis.today.localSupplyRatio
    self.economy = economy
    finalDemand = graph.links.map { analysis.region.finalDemandMillionCNY[$0.id]?.value ?? 0 }
    outputs = analysis.today.outputMillionCNY
    demand = analysis.today.demandMillionCNY
  }

  /// Value added once outputs change: those who leave at the demand of before, their sales outside
  /// with them; new plants on top; everybody else follows demand.
  func valueAdded(changing change: [Int: Double]) -> Double {
    var ratio = economy.ratio
    var sold = [Double](repeating: 0, count: economy.count)
    for link in 0..<economy.count {
      let lost = max(0, -(change[link] ?? 0))
      let stays = outputs[link] - lost > 1e-9 ? outputs[link] - lost : 0
      if stays == 0 {
        ratio[link] = 0
      } else {
        ratio[link] = demand[link] > 0 ? min(1, stays / demand[link]) : 1
      }
      sold[link] =
        stays - ratio[link] * (demand[link] - finalDemand[link]) + max(0, change[link] ?? 0)
    }
    let inverse = economy.leontiefInverse(ratio: ratio)
    return (0..<economy.count).reduce(0) { sum, row in
      sum + economy.valueAdded[row]
        * (0..<economy.count).reduce(0) { $0 + inverse[row][$1] * sold[$1] }
    }
  }
}

extension TradingWorld {
  /// The same, with an umbrella of one to three variants that others buy by name or as it is.
  static func analysisWithVariants(seed: UInt64) -> Analysis {
    var generator = SeededGenerator(seed: seed)
    let variants = (0..<Int.random(in: 1...3, using: &generator)).map { "v\($0)" }
    let others = ["a", "b", "c"]
    func inputs(of buyer: String) -> [Input] {
      (others + variants + ["whole"]).filter { _ in Bool.random(using: &generator) }.map {
        Input(
          supplier: SmallWorld.id($0),
          share: SmallWorld.figure(Double.random(in: 0.02...0.12, using: &generator)))
      }
    }
    var links = [SmallWorld.link("whole", plant: nil)]
    for variant in variants { links.append(SmallWorld.link(variant, variantOf: "whole")) }
    for other in others { links.append(SmallWorld.link(other)) }
    for place in links.indices where place > 0 || Int.random(in: 0...3, using: &generator) == 0 {
      links[place].inputs = inputs(of: links[place].id.name)
    }
    var world = SmallWorld(metal: links)
    for number in 0..<Int.random(in: 2...9, using: &generator) {
      let places = (others + variants + variants + ["whole"]).shuffled(using: &generator)
      let count = Int.random(in: 1...2, using: &generator)
      for (place, name) in places.prefix(count).enumerated() {
        if place == 0 {
          world = world.with(
            "f\(number)", in: name, output: Double.random(in: 1...200, using: &generator))
        } else {
          var project = world.region.firms[number].projects[0]
          project.link = SmallWorld.id(name)
          world.region.firms[number].projects.append(project)
        }
      }
    }
    return world.analysed()
  }
}
