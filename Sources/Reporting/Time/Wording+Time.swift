import GapAnalysis
import IndustryChain

extension Wording {
  /// A ratio 0…1 as a percentage of three digits, as plans and newspapers print rates.
  func rate(_ ratio: Double?) -> String {
    ratio.flatMap { NumberFormat.digits($0 * 100, significant: 3) }.map { $0 + "%" } ?? Self.blank
  }

  /// A statistic of three digits, blank for none.
  func statistic(_ value: Double?) -> String { value.map { number($0) } ?? Self.blank }

  /// A probability of two digits.
  func probability(_ value: Double) -> String {
    guard value >= 1e-9 else { return "1e-9" + aside(say("以下", "or less")) }
    return NumberFormat.digits(value, significant: 2) ?? Self.blank
  }

  /// A support rate with what nobody knows, as the range in which it lies: `2.5%–20%`.
  func range(of rate: SupportRate?) -> String {
    guard let rate else { return Self.blank }
    let low = percent(rate.met)
    // A part under half a percent would widen nothing that is shown.
    return rate.unknown < 0.005 ? low : low + "–" + percent(min(1, rate.met + rate.unknown))
  }

  /// A number of days, or the range that dates leave it: `181–546天`.
  func days(_ range: ClosedRange<Double>?) -> String {
    guard let range else { return Self.blank }
    let (low, high) = (number(range.lowerBound), number(range.upperBound))
    let days = low == high ? low : low + "–" + high
    return say(days + "天", days + (days == "1" ? " day" : " days"))
  }

  /// What a group of projects is called.
  func group(_ group: ProjectGroup, in graph: ChainGraph) -> String {
    switch group {
    case .region: say("全部项目", "All projects")
    case .signedSince(let day): say("新引进（\(date(day))之后签约）", "Signed after \(date(day))")
    case .chain(let id):
      graph.chains.first { $0.id == id }.map { text($0.name) } ?? id.rawValue
    case .team(let name): say("招商队伍：\(name)", "Team: \(name)")
    }
  }

  func step(_ step: StageConversion.Step) -> String {
    text(step.first.word) + " → " + text(step.second.word)
  }
}
