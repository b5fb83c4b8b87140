import IndustryChain
import Testing

@testable import GapAnalysis

/// The whole region solved again with every coefficient and ratio as the method says.
private func lossBySolvingAll(_ analysis: Analysis, without lost: [Int: Double]) -> Double {
  let (graph, figures) = (analysis.graph, analysis.today)
  let left = graph.links.indices.map { link in
    let rest = figures.outputMillionCNY[link] - (lost[link] ?? 0)
    return rest > 1e-9 ? rest : 0
  }
  let technology = Technology(graph, mixedBy: left)
  var economy = RandomEconomy(seed: 1, count: graph.linkCount)
  for buyer in graph.links.indices {
    for supplier in graph.links.indices { economy.coefficients[supplier][buyer] = 0 }
    for edge in technology.inputRange(of: buyer) {
      economy.coefficients[Int(technology.suppliers[edge])][buyer] += technology.shares[edge]
    }
  }
  economy.valueAdded = technology.valueAdded
  let ratio = graph.links.indices.map { link -> Double in
    let supply = graph.family(of: link).reduce(0) { sum, member in
      sum
        + (member == link
          ? left[member] : max(0, left[member] - figures.demandMillionCNY[member]))
    }
    guard supply > 0 else { return 0 }
    let demand = figures.demandMillionCNY[link]
    return demand > 0 ? min(1, supply / demand) : 1
  }
  let content = economy.content(ratio: ratio)
  return lost.reduce(0) { $0 + $1.value * content[$1.key] }
}

@Test(arguments: 1...300)
func `a firm among variants takes what solving the whole region again says`(seed: UInt64) {
  let analysis = TradingWorld.analysisWithVariants(seed: seed)
  let risk = Risk(of: analysis)
  #expect(!risk.firms.isEmpty)
  for row in risk.firms {
    var lost: [Int: Double] = [:]
    for link in row.links {
      for presence in analysis.presences[link] where presence.firm.id == row.firm.id {
        lost[link, default: 0] += presence.outputMillionCNY(typicalPlant: 100)
      }
    }
    expectClose(
      [row.extraction.valueAddedLostMillionCNY], [lossBySolvingAll(analysis, without: lost)])
  }
  for row in risk.links {
    let lost = analysis.graph.family(of: row.index).reduce(into: [Int: Double]()) {
      $0[$1] = analysis.today.outputMillionCNY[$1]
    }
    expectClose(
      [row.extraction.valueAddedLostMillionCNY], [lossBySolvingAll(analysis, without: lost)])
    #expect(row.extraction.earnedAnywhereMillionCNY >= -1e-9)
  }
}

@Test(arguments: 1...150)
func `a what-if without a firm among variants agrees with its risk`(seed: UInt64) throws {
  let analysis = TradingWorld.analysisWithVariants(seed: seed)
  for row in Risk(of: analysis).firms {
    let after = try analysis.supposing(Scenario([.removeFirm(row.firm.id)]))
    let change = ScenarioDifference(from: analysis, to: after).valueAdded
    expectClose(
      [change.suppliersKeepingPaceMillionCNY, change.earnedAnywhereMillionCNY],
      [-row.extraction.valueAddedLostMillionCNY, -row.extraction.earnedAnywhereMillionCNY])
  }
}
