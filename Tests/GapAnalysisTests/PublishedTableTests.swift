import Foundation
import Testing

@testable import GapAnalysis

@Test(.needsSharedData)
func `Germany 1995 gives the published backward linkages`() throws {
  let rows = try SharedData.rows(of: "germany_1995/transactions.csv").dropFirst()
  let figures = rows.reduce(into: [String: [Double]]()) {
    $0[$1[0]] = $1.dropFirst().map { Double($0) ?? .nan }
  }
  let output = try #require(figures["output"])
  let sectors = rows.prefix(output.count).map { $0[0] }
  var offsets: [Int32] = [0]
  var suppliers: [Int32] = []
  var shares: [Double] = []
  for buyer in sectors.indices {
    for (supplier, name) in sectors.enumerated() {
      suppliers.append(Int32(supplier))
      shares.append(try #require(figures[name])[buyer] / output[buyer])
    }
    offsets.append(Int32(suppliers.count))
  }
  let ones = [Double](repeating: 1, count: sectors.count)
  let technology = Technology(
    offsets: offsets, suppliers: suppliers, shares: shares, valueAdded: ones)
  // Everything supplied at home and every unit counted as 1: the column sums of (I − A)⁻¹.
  for cut in [ComponentSolver.Cut.fewest, .everyLink] {
    let linkages = LocalSolution(technology, localSupplyRatio: ones, cut: cut)
    let published = [1.7048, 1.8413, 1.8136, 1.6035, 1.5951, 1.3782]
    #expect(linkages.localContent.map { ($0 * 10_000).rounded() / 10_000 } == published)
  }
}
