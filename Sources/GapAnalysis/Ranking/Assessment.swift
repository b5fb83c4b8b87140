public import IndustryChain

/// How an opportunity stands by every criterion, and the score that follows.
///
/// Score = Σ weight × utility over the criteria that are known for the link; the weight of one that
/// is not known is shared among the others in proportion, never counted as zero.
public struct Assessment: Hashable, Sendable {
  /// The standing by one criterion.
  public struct Part: Hashable, Sendable {
    /// The criterion.
    public let criterion: Criterion
    /// The value in the criterion's unit; `nil` where nothing is known.
    public let value: Double?
    /// The value on a scale 0…1; `nil` where nothing is known.
    public let utility: Double?
    /// The share of all weights that the criterion has for this link, 0…1; 0 where it is left out.
    public let weight: Double

    /// What the criterion adds to the score: weight × utility, 0…1.
    public var contribution: Double { weight * (utility ?? 0) }
  }

  /// One part for each criterion, in the order of `Criterion.allCases`.
  public let parts: [Part]
  /// Whether another opportunity of the list is at least as good on both axes and better on one.
  public internal(set) var isDominated = false

  /// Whether any weighed criterion is known; without one there is no score, only its last place.
  public var isScored: Bool { parts.contains { $0.weight > 0 } }

  /// The score, 0…1; 0 where no weighed criterion is known.
  public var score: Double { parts.reduce(0) { $0 + $1.contribution } }

  /// The weighted mean of the utilities on one axis, 0…1; `nil` where the axis has no weight.
  public func value(of axis: Criterion.Axis) -> Double? {
    let weight = weight(of: axis)
    guard weight > 0 else { return nil }
    return parts.reduce(0) { $0 + ($1.criterion.axis == axis ? $1.contribution : 0) } / weight
  }

  /// The share of all weights that an axis has for this link, 0…1.
  public func weight(of axis: Criterion.Axis) -> Double {
    parts.reduce(0) { $0 + ($1.criterion.axis == axis ? $1.weight : 0) }
  }

  /// The standing by a criterion.
  public func part(of criterion: Criterion) -> Part? { parts.first { $0.criterion == criterion } }
}

extension Assessment {
  /// The score in steps of a billionth, by which ties are told: anything less is rounding.
  static func step(_ value: Double) -> Double { (value * 1e9).rounded() }

  /// Weighs the utilities of an opportunity.
  init(of opportunity: Opportunity, by basis: RankingBasis, on scale: UtilityScale) {
    let standings = Criterion.allCases.map { criterion in
      let isIn = basis.leftOut[criterion] == nil
      return (
        criterion: criterion, value: isIn ? opportunity.value(of: criterion) : nil,
        utility: isIn ? scale.utility(of: opportunity, by: criterion) : nil
      )
    }
    let known = standings.reduce(0.0) {
      $0 + ($1.utility == nil ? 0 : basis.weight(of: $1.criterion))
    }
    parts = standings.map { standing in
      let weight =
        standing.utility == nil || known == 0 ? 0 : basis.weight(of: standing.criterion) / known
      return Part(
        criterion: standing.criterion, value: standing.value, utility: standing.utility,
        weight: weight)
    }
  }
}

/// What turns values without a bound into utilities 0…1: the greatest among the opportunities.
struct UtilityScale: Hashable, Sendable {
  private(set) var chainValueMillionCNY = 0.0
  private(set) var linkCount = 0
  private(set) var chainCount = 0
  private(set) var pairCount = 0.0

  init(of opportunities: [Opportunity]) {
    for opportunity in opportunities {
      chainValueMillionCNY = max(chainValueMillionCNY, opportunity.chainValue.millionCNY)
      linkCount = max(linkCount, opportunity.reach.linkCount)
      chainCount = max(chainCount, opportunity.reach.chainCount)
      pairCount = max(pairCount, opportunity.bridging.pairCount)
    }
  }

  /// A utility 0…1; `nil` where nothing is known.
  func utility(of opportunity: Opportunity, by criterion: Criterion) -> Double? {
    switch criterion {
    case .chainValue:
      Self.share(opportunity.chainValue.millionCNY, of: chainValueMillionCNY)
    case .reach:
      (Self.share(Double(opportunity.reach.linkCount), of: Double(linkCount))
        + Self.share(Double(opportunity.reach.chainCount), of: Double(chainCount))) / 2
    case .bridging: Self.share(opportunity.bridging.pairCount, of: pairCount)
    case .priority, .localMarket, .inputReadiness, .relatedness, .leads, .readiness:
      opportunity.value(of: criterion).map { min(1, max(0, $0)) }
    }
  }

  /// A share of the greatest value, 0…1; 0 where even that is nothing.
  static func share(_ value: Double, of greatest: Double) -> Double {
    greatest > 0 ? min(1, max(0, value / greatest)) : 0
  }
}
