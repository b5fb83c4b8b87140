import IndustryChain
import Testing

@testable import GapAnalysis

/// The United States in 2012 as one region: every second commodity is made here, small inputs are
/// left out, and some firms work in three links.
@Test(.needsSharedData)
func `at 405 links, extraction equals solving the whole table again`() throws {
  let rows = try SharedData.rows(of: "us_bea_2012/coefficients.csv").dropFirst()
  var inputs: [String: [(supplier: String, share: Double)]] = [:]
  for row in rows {
    let share = try #require(Double(row[2]))
    if share >= 0.01 { inputs[row[1], default: []].append((row[0], share)) }
  }
  let codes = try SharedData.rows(of: "us_bea_2012/commodities.csv").dropFirst().map { $0[0] }
  #expect(codes.count == 405)
  var world = SmallWorld(
    metal: codes.map { code in
      var link = SmallWorld.link(code)
      link.inputs = inputs[code, default: []].map {
        Input(supplier: SmallWorld.id($0.supplier), share: SmallWorld.figure($0.share))
      }
      return link
    }, other: [])
  for place in stride(from: 0, to: codes.count, by: 2) {
    world = world.with("f\(place)", in: codes[place], output: Double(50 + 7 * place % 90))
    for step in [20, 40] where place % 60 == 0 && place + step < codes.count {
      var project = world.region.firms[place / 2].projects[0]
      project.link = SmallWorld.id(codes[place + step])
      world.region.firms[place / 2].projects.append(project)
    }
  }
  let analysis = world.analysed()
  let figures = analysis.today
  let risk = Risk(of: analysis)
  #expect(risk.firms.count == 203 && risk.links.count == 203)

  let several = risk.firms.filter { $0.links.count > 1 }
  #expect(several.count == 7)
  for row in several.prefix(3) + risk.firms.filter({ $0.links.count == 1 }).prefix(3) {
    var ratio = figures.localSupplyRatio
    var lost: [Int: Double] = [:]
    for link in row.links {
      for presence in analysis.presences[link] where presence.firm.id == row.firm.id {
        lost[link, default: 0] += presence.outputMillionCNY(typicalPlant: 100)
      }
      let left = figures.outputMillionCNY[link] - (lost[link] ?? 0)
      let demand = figures.demandMillionCNY[link]
      ratio[link] = left < 1e-9 ? 0 : demand > 0 ? min(1, left / demand) : 1
    }
    let content = LocalSolution(figures.technology, localSupplyRatio: ratio).localContent
    expectClose(
      [row.extraction.valueAddedLostMillionCNY],
      [lost.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * content[$1.key] }])
  }
}
