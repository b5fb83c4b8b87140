import IndustryChain
import Testing

@testable import GapAnalysis

/// The 405 commodities of the United States in 2012, every other one called missing.
@Test(.needsSharedData)
func `joint values on a national table equal solving the whole table anew`() throws {
  var inputs: [String: [Input]] = [:]
  for row in try SharedData.rows(of: "us_bea_2012/coefficients.csv").dropFirst() {
    guard let share = Double(row[2]), share >= 0.01 else { continue }
    inputs[row[1], default: []].append(
      Input(supplier: SmallWorld.id("c" + row[0]), share: SmallWorld.figure(share)))
  }
  let codes = try SharedData.rows(of: "us_bea_2012/commodities.csv").dropFirst().map { $0[0] }
  let links = codes.map { code in
    var link = SmallWorld.link("c" + code, plant: 500)
    link.inputs = inputs[code] ?? []
    return link
  }
  var world = SmallWorld(metal: links, other: [])
  for (place, code) in codes.enumerated() where place % 2 == 0 {
    world = world.with("f\(place)", in: "c" + code, output: Double(200 + 7 * place))
  }
  let analysis = world.analysed()
  let figures = analysis.today
  let pool = RecruitmentPool(of: analysis)
  #expect(analysis.graph.linkCount == codes.count)
  #expect(pool.candidates.count > 200)

  let count = codes.count
  for set in [
    Array(0..<pool.candidates.count), pool.candidates.indices.filter { $0 % 7 == 3 },
  ] {
    var ratio = figures.localSupplyRatio
    var right = [Double](repeating: 0, count: count)
    var anywhere = 0.0
    for place in set {
      let (link, value) = (pool.candidates[place].index, pool.candidates[place].chainValue)
      let plant = value.plantOutputMillionCNY
      let reached = figures.demandMillionCNY[link] + value.selfDemand * plant
      let served = min(
        reached > 0 ? value.soldInsideMillionCNY / reached : 1, 1 - figures.localSupplyRatio[link])
      ratio[link] += served
      right[link] = served * figures.demandMillionCNY[link] + plant - served * reached
      anywhere += value.earnedAnywhereMillionCNY
    }
    var matrix = SquareMatrix(identityOfOrder: count)
    for buyer in 0..<count {
      for edge in figures.technology.inputRange(of: buyer) {
        let supplier = Int(figures.technology.suppliers[edge])
        matrix[supplier, buyer] -= ratio[supplier] * figures.technology.shares[edge]
      }
    }
    matrix.invertWithoutPivoting()
    let value = (0..<count).reduce(-anywhere) { sum, row in
      sum + figures.valueAdded[row] * (0..<count).reduce(0) { $0 + matrix[row, $1] * right[$1] }
    }
    expectClose([pool.model.value(of: set)], [value])
  }
  for place in stride(from: 0, to: pool.candidates.count, by: 11) {
    expectClose(
      [pool.model.value(of: [place])], [pool.candidates[place].chainValue.millionCNY])
  }
}
