import IndustryChain
import Testing

@testable import GapAnalysis

@Test(arguments: 1...25)
func `every gain and every loss equals a full re-solve`(seed: UInt64) {
  for economy in RandomEconomy.allShapes(seed: seed) {
    var generator = SeededGenerator(seed: seed)
    let demand = (0..<economy.count).map { _ in Double.random(in: 0...500, using: &generator) }
    let changes = ExactChanges(
      economy.technology, localSupplyRatio: economy.ratio, demandMillionCNY: demand)
    for link in 0..<economy.count {
      /// The value added of all that is made when so much more of the link's demand is met here,
      /// in the region as it is then.
      func resolved(ratio: Double) -> Double {
        var moved = economy.ratio
        moved[link] = ratio
        let made = economy.made(link, ratio: moved)
        let added = zip(economy.valueAdded, made).reduce(0) { $0 + $1.0 * $1.1 }
        return (ratio - economy.ratio[link]) * demand[link] * added
      }
      expectClose([changes.gainMillionCNY[link]], [resolved(ratio: 1)])
      expectClose([changes.lossMillionCNY[link]], [resolved(ratio: 0)])
    }
  }
}

@Test func `a met demand has no gain, a missing link no loss, and no links give no changes`() {
  let technology = Technology(
    offsets: [0, 0, 1], suppliers: [0], shares: [0.5], valueAdded: [0.3, 0.4])
  let changes = ExactChanges(
    technology, localSupplyRatio: [0, 1], demandMillionCNY: [100, 200])
  expectClose(changes.gainMillionCNY, [100 * 0.3, 0])
  expectClose(changes.lossMillionCNY, [0, -200 * 0.4])
  let none = ExactChanges(
    Technology(offsets: [0], suppliers: [], shares: [], valueAdded: []), localSupplyRatio: [],
    demandMillionCNY: [])
  #expect(none.gainMillionCNY.isEmpty && none.lossMillionCNY.isEmpty)
}

@Test func `a region's figures come from the same pass`() {
  let analysis = SmallWorld().with("p", in: "product", output: 200, count: .several).analysed()
  let figures = analysis.today
  for link in analysis.graph.links.indices {
    let ratio = figures.localSupplyRatio[link]
    expectClose(
      [figures.changes.gainMillionCNY[link], figures.changes.lossMillionCNY[link]],
      [
        figures.valueAddedChange(of: link, movingRatioBy: 1 - ratio),
        figures.valueAddedChange(of: link, movingRatioBy: -ratio),
      ])
  }
}
