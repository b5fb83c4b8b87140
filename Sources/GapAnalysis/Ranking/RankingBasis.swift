public import IndustryChain

/// By which weights a region's opportunities are ranked, and which criteria have nothing to say.
public struct RankingBasis: Hashable, Sendable {
  /// Why a criterion is left out.
  public enum Absence: String, CaseIterable, Hashable, Sendable {
    /// The region states no priorities.
    case noPriorities
    /// Fewer than two links are covered, so nothing can be joined.
    case fewerThanTwoCoveredLinks
    /// No peer regions are given.
    case noPeers
    /// No firm to call is known for any link.
    case noLeads
    /// The region does not say which needs it meets.
    case noNeedsStated
    /// No opportunity lists an input.
    case noInputs
  }

  /// The criteria that are left out for the whole region, with the reason.
  public let leftOut: [Criterion: Absence]
  /// Whether the weights are our defaults.
  public let usesDefaultWeights: Bool
  /// Whether the region gives weights, all of them to criteria without data, so that ours stand in.
  public let replacesStatedWeights: Bool
  /// Whether the weights break the ranges or the order that the region states.
  public let breaksStatedBounds: Bool
  private let weights: [Criterion: Double]

  /// The weight of a criterion, 0…1; those of all criteria sum to 1, one left out has 0.
  public func weight(of criterion: Criterion) -> Double { weights[criterion] ?? 0 }

  /// The weight of an axis, 0…1.
  public func weight(of axis: Criterion.Axis) -> Double {
    Criterion.allCases.reduce(0) { $0 + ($1.axis == axis ? weight(of: $1) : 0) }
  }

  /// The criteria that have a say, in the order of `Criterion.allCases`.
  public var criteria: [Criterion] { Criterion.allCases.filter { weight(of: $0) > 0 } }

  /// The criteria with data that the region gives no weight, in the order of `Criterion.allCases`.
  public var unweighed: [Criterion] {
    Criterion.allCases.filter { leftOut[$0] == nil && weight(of: $0) == 0 }
  }

  /// Our weights; they sum to 1.
  public static let defaultWeights: [Criterion: Double] = [
    .chainValue: 0.30, .reach: 0.10, .bridging: 0.05, .priority: 0.10,
    .localMarket: 0.15, .inputReadiness: 0.10, .relatedness: 0.05, .leads: 0.10,
    .readiness: 0.05,
  ]

  /// Shares the weights of what is left out among the rest, in proportion.
  ///
  /// Where the region's weights fall on left-out criteria alone, our defaults stand in.
  init(preferences: RankingPreferences, leftOut: [Criterion: Absence]) {
    func shared(_ given: [Criterion: Double]) -> [Criterion: Double]? {
      let kept = Criterion.allCases.filter { leftOut[$0] == nil }
      let total = kept.reduce(0) { $0 + (given[$1] ?? 0) }
      guard total > 0 else { return nil }
      return kept.reduce(into: [:]) { $0[$1] = (given[$1] ?? 0) / total }
    }
    self.leftOut = leftOut
    if let own = shared(preferences.weights) {
      weights = own
      usesDefaultWeights = false
      replacesStatedWeights = false
    } else {
      weights = shared(Self.defaultWeights) ?? [:]
      usesDefaultWeights = true
      replacesStatedWeights = preferences.weights.values.contains { $0 > 0 }
    }
    let kept = Criterion.allCases.filter { leftOut[$0] == nil }
    let weights = weights
    func weight(_ criterion: Criterion) -> Double { weights[criterion] ?? 0 }
    let order = preferences.weightOrder.filter { kept.contains($0) }
    breaksStatedBounds =
      kept.contains { criterion in
        guard let range = preferences.weightRanges[criterion] else { return false }
        return weight(criterion) < range.lowerBound - 1e-9
          || weight(criterion) > range.upperBound + 1e-9
      } || zip(order, order.dropFirst()).contains { weight($0) < weight($1) - 1e-9 }
  }
}

extension RankingBasis {
  /// What has nothing to say for a region and its opportunities.
  static func absences(
    in region: Region, opportunities: [Opportunity], coveredCount: Int
  ) -> [Criterion: Absence] {
    var absences: [Criterion: Absence] = [:]
    if region.priorities.isEmpty { absences[.priority] = .noPriorities }
    if coveredCount < 2 { absences[.bridging] = .fewerThanTwoCoveredLinks }
    if opportunities.allSatisfy({ $0.relatedness == nil }) { absences[.relatedness] = .noPeers }
    if opportunities.allSatisfy({ $0.leadChance.parts.isEmpty }) { absences[.leads] = .noLeads }
    if region.provides.isEmpty, region.shortcomings.isEmpty {
      absences[.readiness] = .noNeedsStated
    }
    if opportunities.allSatisfy({ $0.supportRate == nil }) {
      absences[.inputReadiness] = .noInputs
    }
    return absences
  }
}
