import GapAnalysis
import IndustryChain
import WebPages

/// What the steps of a roadmap are worth together, step by step.
struct CurveChart {
  let roadmap: Roadmap
  let analysis: Analysis

  private static let width = 460.0
  private static let height = 250.0
  private static let left = 16.0
  private static let right = 34.0
  private static let top = 26.0
  private static let bottom = 26.0

  /// The chart for the template `curve`; `nil` for a roadmap without a step or without value.
  var web: PageValue? {
    guard let last = roadmap.steps.last, last.cumulativeMillionCNY > 0 else { return nil }
    let count = Double(roadmap.steps.count)
    let highest = roadmap.steps.map(\.cumulativeMillionCNY).max() ?? last.cumulativeMillionCNY
    func x(_ step: Int) -> Double {
      Self.left + Double(step) / count * (Self.width - Self.left - Self.right)
    }
    func y(_ value: Double) -> Double {
      Self.height - Self.bottom - value / highest * (Self.height - Self.top - Self.bottom)
    }
    let steps = roadmap.steps.enumerated().map { place, step -> PageValue in
      let candidate = roadmap.pool.candidates[step.candidate]
      let name = analysis.graph.displayName(of: candidate.index)
      let chain = analysis.graph.chains[analysis.graph.chainIndex[candidate.index]].name
      return .object([
        "link": .text(candidate.link.id.description),
        "x": .coordinate(x(place + 1)), "y": .coordinate(y(step.cumulativeMillionCNY)),
        "number": .text(String(place + 1)), "numberY": .coordinate(Self.height - 8),
        "name": .say(name), "chainName": .say(chain),
        "gain": .say { "+" + $0.money(step.gainMillionCNY) },
        "tip": .say { wording in
          wording.say("第\(place + 1)步 ", "Step \(place + 1) ") + wording.text(name)
            + wording.aside(
              wording.say(
                "增加\(wording.money(step.gainMillionCNY))，累计\(wording.money(step.cumulativeMillionCNY))",
                "adds \(wording.money(step.gainMillionCNY)), so far"
                  + " \(wording.money(step.cumulativeMillionCNY))"))
        },
      ])
    }
    return .object([
      "title": .say { $0.say("招商路线图：累计链上价值", "Roadmap: chain value so far") },
      "note": .say {
        $0.say(
          "每一步都选在前几步基础上增加价值最多的；横轴为步骤。",
          "Each step adds the most, given the steps before it; the steps run along the bottom.")
      },
      "width": .coordinate(Self.width), "height": .coordinate(Self.height),
      "zeroX": .coordinate(x(0)), "zeroY": .coordinate(y(0)),
      "endX": .coordinate(x(roadmap.steps.count)),
      "totalY": .coordinate(y(last.cumulativeMillionCNY) - 14),
      "total": .say { $0.money(last.cumulativeMillionCNY) + $0.say("/年", " a year") },
      "steps": .list(steps),
    ])
  }
}
