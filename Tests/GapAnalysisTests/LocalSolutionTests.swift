import Foundation
import Testing

@testable import GapAnalysis

/// A random economy as a full matrix: coefficients by supplier and buyer, value added, ratios.
struct RandomEconomy {
  var coefficients: [[Double]]
  var valueAdded: [Double]
  var ratio: [Double]

  var count: Int { valueAdded.count }

  /// Some 2 to 24 links with cycles, self-inputs and missing links.
  init(seed: UInt64, count fixed: Int? = nil) {
    var generator = SeededGenerator(seed: seed)
    let count = fixed ?? Int.random(in: 2...24, using: &generator)
    coefficients = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    valueAdded = []
    ratio = []
    for buyer in 0..<count {
      let added = Double.random(in: 0.02...0.6, using: &generator)
      let suppliers = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        Int.random(in: 0..<count, using: &generator)
      }
      var left = 1 - added
      for supplier in suppliers {
        let share = Double.random(in: 0...left, using: &generator)
        coefficients[supplier][buyer] += share
        left -= share
      }
      valueAdded.append(added)
      ratio.append(
        [0, 0, 1, Double.random(in: 0...1, using: &generator)].randomElement(using: &generator) ?? 0
      )
    }
  }

  var technology: Technology {
    var offsets: [Int32] = [0]
    var suppliers: [Int32] = []
    var shares: [Double] = []
    for buyer in 0..<count {
      for supplier in 0..<count where coefficients[supplier][buyer] > 0 {
        suppliers.append(Int32(supplier))
        shares.append(coefficients[supplier][buyer])
      }
      offsets.append(Int32(suppliers.count))
    }
    return Technology(
      offsets: offsets, suppliers: suppliers, shares: shares, valueAdded: valueAdded)
  }

  /// L = (I − R A)⁻¹ by elimination with pivoting, sharing nothing with the library.
  func leontiefInverse(ratio: [Double]) -> [[Double]] {
    var rows = (0..<count).map { row in
      (0..<count).map { (row == $0 ? 1 : 0) - ratio[row] * coefficients[row][$0] }
        + (0..<count).map { row == $0 ? 1.0 : 0 }
    }
    for pivot in 0..<count {
      let best = (pivot..<count).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) } ?? pivot
      rows.swapAt(pivot, best)
      rows[pivot] = rows[pivot].map { $0 / rows[pivot][pivot] }
      for row in 0..<count where row != pivot {
        let factor = rows[row][pivot]
        rows[row] = zip(rows[row], rows[pivot]).map { $0 - factor * $1 }
      }
    }
    return rows.map { Array($0[count...]) }
  }

  func content(ratio: [Double]) -> [Double] {
    let inverse = leontiefInverse(ratio: ratio)
    return (0..<count).map { column in
      (0..<count).reduce(0) { $0 + valueAdded[$1] * inverse[$1][column] }
    }
  }

  func selfDemand(ratio: [Double]) -> [Double] {
    let inverse = leontiefInverse(ratio: ratio)
    return (0..<count).map { link in
      (0..<count).reduce(0) { $0 + coefficients[link][$1] * inverse[$1][link] }
    }
  }
}

func expectClose(
  _ left: [Double], _ right: [Double], within tolerance: Double = 1e-9,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(left.count == right.count, sourceLocation: sourceLocation)
  for (a, b) in zip(left, right) {
    #expect(abs(a - b) <= tolerance * max(1, abs(b)), sourceLocation: sourceLocation)
  }
}

@Test(arguments: 1...300)
func `one pass equals inverting the whole matrix`(seed: UInt64) {
  let economy = RandomEconomy(seed: seed)
  let content = economy.content(ratio: economy.ratio)
  let selfDemand = economy.selfDemand(ratio: economy.ratio)
  // Dense blocks, and loops cut however small the block.
  for cut in [ComponentSolver.Cut.fewest, .everyLink] {
    let solution = LocalSolution(
      economy.technology, localSupplyRatio: economy.ratio, cut: cut)
    expectClose(solution.localContent, content)
    expectClose(solution.selfDemand, selfDemand)
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
