import Foundation
import Testing

@testable import GapAnalysis

/// The United States in 2012: 405 commodities, one component of 260 at coefficients from 0.01.
private struct NationalTable {
  let technology: Technology
  let ratio: [Double]
  let demand: [Double]
  var count: Int { ratio.count }

  /// Every second commodity, in the order of the codes, is called missing; the others make 100 each.
  init() throws {
    let codes = try SharedData.rows(of: "us_bea_2012/coefficients.csv").dropFirst()
    let names = try Set(codes.flatMap { $0.prefix(2) }).union(
      SharedData.rows(of: "us_bea_2012/commodities.csv").dropFirst().map { $0[0] }
    ).sorted()
    let place = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var inputs = [[(supplier: Int32, share: Double)]](repeating: [], count: names.count)
    for row in codes {
      let share = try #require(Double(row[2]))
      guard share >= 0.01, let supplier = place[row[0]], let buyer = place[row[1]] else { continue }
      inputs[buyer].append((Int32(supplier), share))
    }
    var offsets: [Int32] = [0]
    for row in inputs { offsets.append(offsets[offsets.count - 1] + Int32(row.count)) }
    technology = Technology(
      offsets: offsets, suppliers: inputs.flatMap { $0.map(\.supplier) },
      shares: inputs.flatMap { $0.map(\.share) },
      valueAdded: inputs.map { row in min(0.25, 1 - row.reduce(0) { $0 + $1.share }) })
    let output = names.indices.map { $0 % 2 == 0 ? 100.0 : 0 }
    var demand = [Double](repeating: 0, count: names.count)
    for (buyer, row) in inputs.enumerated() {
      for input in row { demand[Int(input.supplier)] += input.share * output[buyer] }
    }
    self.demand = demand
    ratio = zip(output, demand).map { output, demand in
      output > 0 ? (demand > 0 ? min(1, output / demand) : 1) : 0
    }
  }

  /// What is made here when one more unit of a link is: e + R A e + (R A)² e + …, to the last bit.
  func made(_ link: Int, ratio: [Double]) -> [Double] {
    var total = [Double](repeating: 0, count: count)
    total[link] = 1
    var step = [(link, 1.0)]
    var next = total
    while step.contains(where: { $0.1 > 1e-14 }) {
      for place in next.indices { next[place] = 0 }
      for (buyer, amount) in step {
        for edge in technology.inputRange(of: buyer) {
          let supplier = Int(technology.suppliers[edge])
          next[supplier] += ratio[supplier] * technology.shares[edge] * amount
        }
      }
      step = []
      for (place, amount) in next.enumerated() where amount > 0 {
        step.append((place, amount))
        total[place] += amount
      }
    }
    return total
  }
}

@Test(.needsSharedData)
func `on the table of the United States one pass equals a re-solve for each commodity`() throws {
  let table = try NationalTable()
  #expect(table.count == 405)
  let changes = ExactChanges(
    table.technology, localSupplyRatio: table.ratio, demandMillionCNY: table.demand)
  var selfDemand = [Double](repeating: 0, count: table.count)
  for link in 0..<table.count {
    let here = table.made(link, ratio: table.ratio)
    for buyer in 0..<table.count where here[buyer] > 0 {
      for edge in table.technology.inputRange(of: buyer)
      where Int(table.technology.suppliers[edge]) == link {
        selfDemand[link] += table.technology.shares[edge] * here[buyer]
      }
    }
    for target in [0.0, 1.0] where target != table.ratio[link] {
      var moved = table.ratio
      moved[link] = target
      let made = table.made(link, ratio: moved)
      let added = zip(table.technology.valueAdded, made).reduce(0) { $0 + $1.0 * $1.1 }
      let resolved = (target - table.ratio[link]) * table.demand[link] * added
      let change =
        target == 1 ? changes.gainMillionCNY[link] : changes.lossMillionCNY[link]
      expectClose([change], [resolved])
    }
  }
  expectClose(changes.selfDemand, selfDemand)
  for cut in [ComponentSolver.Cut.fewest, .everyLink] {
    let solution = LocalSolution(table.technology, localSupplyRatio: table.ratio, cut: cut)
    expectClose(solution.localContent, changes.localContent)
    expectClose(solution.selfDemand, selfDemand)
  }
}
