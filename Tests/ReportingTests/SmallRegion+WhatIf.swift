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

  /// What a scenario changes; where it does not fit, a test fails.
  static func difference(_ scenario: Scenario) -> ScenarioDifference {
    do {
      return ScenarioDifference(from: analysis, to: try analysis.supposing(scenario))
    } catch {
      Issue.record("\(error)")
      return ScenarioDifference(from: analysis, to: analysis)
    }
  }
}
