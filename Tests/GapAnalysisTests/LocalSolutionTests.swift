import Testing

@testable import GapAnalysis

@Test(arguments: 1...60)
func `one pass equals inverting the whole matrix`(seed: UInt64) {
  for economy in RandomEconomy.allShapes(seed: seed) {
    let content = economy.content(ratio: economy.ratio)
    let selfDemand = economy.selfDemand(ratio: economy.ratio)
    // Few links of the loops cut, and all, which is one dense inverse.
    for cut in [ComponentSolver.Cut.fewest, .everyLink] {
      let solution = LocalSolution(
        economy.technology, localSupplyRatio: economy.ratio, cut: cut)
      expectClose(solution.localContent, content)
      expectClose(solution.selfDemand, selfDemand)
    }
  }
}

@Test(arguments: 1...100)
func `the exact change formula equals a re-solve for each link`(seed: UInt64) {
  let economy = RandomEconomy(seed: seed)
  let solution = LocalSolution(economy.technology, localSupplyRatio: economy.ratio)
  for link in 0..<economy.count {
    // A gap filled to 0.8, or a covered link that leaves.
    let delta = economy.ratio[link] == 0 ? 0.8 : -economy.ratio[link]
    var moved = economy.ratio
    moved[link] += delta
    // A unit of demand moved to or from local plants carries the content of the new world.
    let resolved = delta * economy.content(ratio: moved)[link]
    let formula =
      delta * solution.localContent[link] / (1 - delta * solution.selfDemand[link])
    expectClose([formula], [resolved])
  }
}

@Test(arguments: 1...100)
func `local content stays within 0 and 1 and never falls when a ratio rises`(seed: UInt64) {
  let economy = RandomEconomy(seed: seed)
  let before = LocalSolution(economy.technology, localSupplyRatio: economy.ratio).localContent
  #expect(before.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 })
  var more = economy.ratio
  more[Int(seed) % more.count] = 1
  let after = LocalSolution(economy.technology, localSupplyRatio: more).localContent
  for (old, new) in zip(before, after) { #expect(new >= old - 1e-12) }
}

@Test(arguments: 1...150)
func `a variant's self-demand also closes where its umbrella is bought`(seed: UInt64) {
  var economy = RandomEconomy(seed: seed)
  var generator = SeededGenerator(seed: seed + 1_000)
  // Umbrellas of a later place, so that no circle of variants comes about.
  economy.umbrellas = (0..<economy.count).map { link in
    guard link + 1 < economy.count, Int.random(in: 0..<3, using: &generator) == 0 else { return -1 }
    return Int32(Int.random(in: link + 1..<economy.count, using: &generator))
  }
  let selfDemand = economy.selfDemand(ratio: economy.ratio)
  for cut in [ComponentSolver.Cut.fewest, .everyLink] {
    let solution = LocalSolution(economy.technology, localSupplyRatio: economy.ratio, cut: cut)
    expectClose(solution.localContent, economy.content(ratio: economy.ratio))
    expectClose(solution.selfDemand, selfDemand)
  }
}

@Test func `a link that buys from itself needs no block`() {
  let technology = Technology(
    offsets: [0, 1], suppliers: [0], shares: [0.2], valueAdded: [0.5])
  let solution = LocalSolution(technology, localSupplyRatio: [0.5])
  expectClose(solution.localContent, [0.5 / 0.9])
  expectClose(solution.selfDemand, [0.2 / 0.9])
}

@Test func `no links give no figures`() {
  let technology = Technology(offsets: [0], suppliers: [], shares: [], valueAdded: [])
  #expect(LocalSolution(technology, localSupplyRatio: []).localContent.isEmpty)
}

@Test(arguments: [1, 2])
func `a component above the dense limit is solved exactly by cutting its loops`(seed: UInt64) {
  // A ring of 600 links with a few chords: one component, few links on all loops.
  let count = 600
  var economy = RandomEconomy(seed: seed, count: 2)
  var generator = SeededGenerator(seed: seed)
  economy.coefficients = [[Double]](
    repeating: [Double](repeating: 0, count: count), count: count)
  economy.valueAdded = [Double](repeating: 0.1, count: count)
  economy.ratio = (0..<count).map { _ in Double.random(in: 0.5...1, using: &generator) }
  for link in 0..<count { economy.coefficients[link][(link + 1) % count] = 0.8 }
  for _ in 0..<8 {
    economy.coefficients[Int.random(in: 0..<count, using: &generator)][
      Int.random(in: 0..<count, using: &generator)] += 0.05
  }
  let technology = economy.technology
  let cut = LocalSolution(technology, localSupplyRatio: economy.ratio)
  let dense = LocalSolution(technology, localSupplyRatio: economy.ratio, cut: .everyLink)
  expectClose(cut.localContent, dense.localContent)
  expectClose(cut.selfDemand, dense.selfDemand)
}
