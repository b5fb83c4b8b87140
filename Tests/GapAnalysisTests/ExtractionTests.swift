import IndustryChain
import Testing

@testable import GapAnalysis

extension RandomEconomy {
  /// Outputs x of the links where the outside world buys `outside` of each: x = L outside.
  fileprivate func outputs(ratio: [Double], outside: [Double]) -> [Double] {
    let inverse = leontiefInverse(ratio: ratio)
    return (0..<count).map { row in
      (0..<count).reduce(0) { $0 + inverse[row][$1] * outside[$1] }
    }
  }

  fileprivate func demand(outputs: [Double]) -> [Double] {
    (0..<count).map { row in
      (0..<count).reduce(0) { $0 + coefficients[row][$1] * outputs[$1] }
    }
  }

  fileprivate func added(_ outputs: [Double]) -> Double {
    zip(valueAdded, outputs).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

@Test(arguments: 1...150)
func `extracting a link equals solving the region without it`(seed: UInt64) {
  let economy = RandomEconomy(seed: seed)
  var generator = SeededGenerator(seed: seed &+ 1_000)
  let outside = economy.ratio.map { $0 > 0 ? Double.random(in: 0...100, using: &generator) : 0 }
  let outputs = economy.outputs(ratio: economy.ratio, outside: outside)
  let demand = economy.demand(outputs: outputs)
  let solution = LocalSolution(economy.technology, localSupplyRatio: economy.ratio)
  for link in 0..<economy.count where economy.ratio[link] > 0 {
    var (ratio, left) = (economy.ratio, outside)
    (ratio[link], left[link]) = (0, 0)
    let resolved =
      economy.added(outputs)
      - economy.added(economy.outputs(ratio: ratio, outside: left))
    let (r, c) = (economy.ratio[link], solution.localContent[link])
    let factor = 1 + r * solution.selfDemand[link]
    expectClose([c * outputs[link] / factor], [resolved])
    // The part that the chain's being here is worth: all but the own value added of outside sales.
    let because =
      r * demand[link] * c / factor + (c / factor - economy.valueAdded[link]) * outside[link]
    expectClose([because], [resolved - economy.valueAdded[link] * outside[link]])
  }
}

@Test(arguments: 1...150)
func `a firm, or several links at once, equal solving the region without them`(seed: UInt64) {
  let economy = RandomEconomy(seed: seed)
  var generator = SeededGenerator(seed: seed &+ 2_000)
  let outside = economy.ratio.map { $0 > 0 ? Double.random(in: 0...100, using: &generator) : 0 }
  let outputs = economy.outputs(ratio: economy.ratio, outside: outside)
  let demand = economy.demand(outputs: outputs)
  var (ratio, left) = (economy.ratio, outside)
  var lost = [Double](repeating: 0, count: economy.count)
  for link in 0..<economy.count where economy.ratio[link] > 0 && Bool.random(using: &generator) {
    // Those who stay make a part, and sell as much of it inside as is asked for.
    let stays = outputs[link] * Double.random(in: 0...1, using: &generator)
    ratio[link] = min(economy.ratio[link], demand[link] > 0 ? stays / demand[link] : 1)
    left[link] = stays - ratio[link] * demand[link]
    lost[link] = outputs[link] - stays
  }
  let resolved =
    economy.added(outputs) - economy.added(economy.outputs(ratio: ratio, outside: left))
  let content = LocalSolution(economy.technology, localSupplyRatio: ratio).localContent
  expectClose([zip(lost, content).reduce(0) { $0 + $1.0 * $1.1 }], [resolved])
}
