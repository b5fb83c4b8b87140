import GapAnalysis
import IndustryChain
import Reporting
import Testing

extension SmallRegion {
  /// A plating plant and an alloy plant come, the only part maker leaves, 甲公司 opens.
  static let scenario = Scenario([
    .add(id("metal", "plating"), outputMillionCNY: nil),
    .add(id("metal", "alloy"), outputMillionCNY: 120),
    .removeFirm(FirmID("formula")),
    .stage(FirmID("jia"), in: nil, .operating),
  ])

  static var whatIf: ScenarioReport {
    ScenarioReport(of: scenario, changing: difference(scenario))
  }

  /// What a scenario changes, the supply ratio of parts stated; where it does not fit, a test fails.
  static func difference(_ scenario: Scenario) -> ScenarioDifference {
    var region = region
    region.localSupplyRatios[id("metal", "part")] = figure(0.9)
    let analysis = Analysis(
      graph: analysis.graph, needs: analysis.needs, region: region, day: analysis.day)
    do {
      return ScenarioDifference(from: analysis, to: try analysis.supposing(scenario))
    } catch {
      Issue.record("\(error)")
      return ScenarioDifference(from: analysis, to: analysis)
    }
  }
}
