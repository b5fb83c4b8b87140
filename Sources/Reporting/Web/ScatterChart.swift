import GapAnalysis
import IndustryChain
import WebPages

/// Impact against feasibility: a mark for each target, its shape and colour by kind, and the front
/// of those that no other target beats on both axes.
struct ScatterChart {
  let targets: [TargetRow]

  private struct Mark {
    let row: TargetRow
    let feasibility: Double
    let impact: Double
  }

  private static let width = 460.0
  private static let height = 400.0
  private static let left = 38.0
  private static let right = 12.0
  private static let top = 10.0
  private static let bottom = 40.0
  /// Marks of so many first ranks carry their number.
  private static let numberedRankCount = 15

  /// The targets that have a place on both axes.
  private var marks: [Mark] {
    targets.compactMap { row in
      let assessment = row.opportunity.assessment
      guard let impact = assessment.value(of: .impact),
        let feasibility = assessment.value(of: .feasibility)
      else { return nil }
      return Mark(row: row, feasibility: feasibility, impact: impact)
    }
  }

  /// The chart for the template `scatter`; `nil` where no target has a place on both axes.
  var web: PageValue? {
    let marks = marks
    guard !marks.isEmpty else { return nil }
    let (maxX, maxY) = (
      Self.end(marks.map(\.feasibility)), Self.end(marks.map(\.impact))
    )
    func x(_ value: Double) -> Double {
      Self.left + value / maxX * (Self.width - Self.left - Self.right)
    }
    func y(_ value: Double) -> Double {
      Self.height - Self.bottom - value / maxY * (Self.height - Self.top - Self.bottom)
    }
    let front = marks.filter { !$0.row.opportunity.assessment.isDominated }
      .sorted { ($0.feasibility, -$0.impact) < ($1.feasibility, -$1.impact) }
    return .object([
      "title": .say { $0.say("带动效益与落地可行性", "Impact against feasibility") },
      "note": .say {
        $0.say(
          "每个图形是一个招商目标，数字为名次。连线上的目标，没有别的目标在两方面都更好。",
          "Each mark is a target, with its rank. No other target beats those on the line on both"
            + " sides.")
      },
      "width": .coordinate(Self.width), "height": .coordinate(Self.height),
      "xAxis": .say { $0.capitalised($0.text(Criterion.Axis.feasibility.word)) },
      "yAxis": .say { $0.capitalised($0.text(Criterion.Axis.impact.word)) },
      "axisX": .coordinate((Self.left + Self.width - Self.right) / 2),
      "axisY": .coordinate(Self.height - 5),
      "gridLeft": .coordinate(Self.left), "gridRight": .coordinate(Self.width - Self.right),
      "gridTop": .coordinate(Self.top), "gridBottom": .coordinate(Self.height - Self.bottom),
      "xTicks": .list(
        Self.ticks(to: maxX).map {
          .object(["at": .coordinate(x($0)), "tick": .coordinate($0 * 100)])
        }),
      "yTicks": .list(
        Self.ticks(to: maxY).map {
          .object(["at": .coordinate(y($0)), "tick": .coordinate($0 * 100)])
        }),
      "tickY": .coordinate(Self.height - Self.bottom + 15),
      "tickX": .coordinate(Self.left - 6),
      "front": .list(
        front.map {
          .object(["x": .coordinate(x($0.feasibility)), "y": .coordinate(y($0.impact))])
        }),
      // The first ranks are drawn last, so that none hides behind a lesser one.
      "marks": .list(
        marks.reversed().map { web($0, x: x($0.feasibility), y: y($0.impact)) }),
      "keys": .list(
        OpportunityKind.allCases.filter { kind in
          marks.contains { $0.row.opportunity.kind == kind }
        }.map { kind in
          .object([
            "kind": .text(kind.rawValue), "path": .text(Self.path(of: kind, radius: 6)),
            "label": .say(kind.word),
          ])
        }),
    ])
  }

  private func web(_ mark: Mark, x: Double, y: Double) -> PageValue {
    let opportunity = mark.row.opportunity
    let isNumbered =
      opportunity.rank <= Self.numberedRankCount && opportunity.assessment.score > 0
    return .object([
      "link": .text(opportunity.link.id.description), "kind": .text(opportunity.kind.rawValue),
      "x": .coordinate(x), "y": .coordinate(y),
      "path": .text(Self.path(of: opportunity.kind, radius: isNumbered ? 11 : 4.5)),
      "rank": isNumbered ? .text(String(opportunity.rank)) : .flag(false),
      "tip": .say { wording in
        wording.say("第\(opportunity.rank)位 ", "No. \(opportunity.rank) ")
          + wording.text(mark.row.name)
          + wording.aside(
            [
              wording.text(opportunity.kind.word),
              wording.text(Criterion.Axis.impact.word) + " " + wording.points(mark.impact),
              wording.text(Criterion.Axis.feasibility.word) + " "
                + wording.points(mark.feasibility),
            ].joined(separator: wording.say("，", ", ")))
      },
    ])
  }

  /// The end of an axis: the next tenth above the greatest value.
  private static func end(_ values: [Double]) -> Double {
    let greatest = values.max() ?? 0
    return min(1, max(0.1, ((greatest + 0.02) * 10).rounded(.up) / 10))
  }

  private static func ticks(to end: Double) -> [Double] {
    stride(from: 0, through: end + 1e-9, by: end > 0.5 ? 0.2 : 0.1).map { $0 }
  }

  /// The outline of a kind's mark around the origin.
  private static func path(of kind: OpportunityKind, radius r: Double) -> String {
    func outline(_ points: [(Double, Double)]) -> String {
      "M" + points.map { "\(round(r * $0.0)) \(round(r * $0.1))" }.joined(separator: "L") + "Z"
    }
    switch kind {
    case .fill:
      let edge = round(r)
      return "M-\(edge) 0A\(edge) \(edge) 0 1 1 \(edge) 0A\(edge) \(edge) 0 1 1 -\(edge) 0Z"
    case .extendUpstream: return outline([(-1.3, 0), (0.75, -1.15), (0.75, 1.15)])
    case .extendDownstream: return outline([(1.3, 0), (-0.75, -1.15), (-0.75, 1.15)])
    case .support: return outline([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)])
    case .build: return outline([(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)])
    case .strengthen:
      return outline([(-0.6, -1.05), (0.6, -1.05), (1.2, 0), (0.6, 1.05), (-0.6, 1.05), (-1.2, 0)])
    }
  }

  private static func round(_ value: Double) -> String {
    if case .text(let text) = PageValue.coordinate(value) { text } else { "0" }
  }
}
