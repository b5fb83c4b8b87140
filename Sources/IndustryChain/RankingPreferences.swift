/// What a region's planners want of the ranking: weights, what is sure about them, chances, bands.
///
/// Everything is optional; what is not given is our default, and reports say so.
public struct RankingPreferences: Hashable, Sendable {
  /// How much each criterion counts, at least 0, in any unit: only their proportions matter.
  public var weights: [Criterion: Double]
  /// Between which bounds a criterion's share of all weights surely lies, 0…1.
  public var weightRanges: [Criterion: ClosedRange<Double>]
  /// Criteria of which each surely counts at least as much as the next one.
  public var weightOrder: [Criterion]
  /// The chance that a known firm comes, by how far it has got, 0…1.
  public var leadChances: [LeadStage: Figure]
  /// How far a figure of a grade may be off, as a share of it, 0…1: 0.3 is ±30 %.
  public var bands: [Grade: Double]

  /// Preferences of which nothing is given.
  public init() {
    weights = [:]
    weightRanges = [:]
    weightOrder = []
    leadChances = [:]
    bands = [:]
  }
}

/// How far a firm to call has got.
public enum LeadStage: String, CaseIterable, Hashable, Sendable {
  /// Known, and not yet contacted.
  case prospect
  /// 在谈
  case negotiating
  /// 签约
  case signed
  /// 在建
  case building
}

/// How much the planner wants a chain or a link.
public struct Priority: Hashable, Sendable {
  /// What is wanted.
  public let scope: Survey.Scope
  /// How much, 0…1, and who says so.
  public let degree: Figure

  /// Joins what is wanted and how much.
  public init(scope: Survey.Scope, degree: Figure) {
    self.scope = scope
    self.degree = degree
  }
}

/// A need that the region cannot meet.
public struct Shortcoming: Hashable, Sendable {
  /// What is lacking.
  public let need: NeedID
  /// Whether a link that needs it is out of the question here.
  public let isVeto: Bool
  /// Who says so.
  public let provenance: Provenance

  /// Joins a need, what lacking it means, and who says so.
  public init(need: NeedID, isVeto: Bool, provenance: Provenance) {
    self.need = need
    self.isVeto = isVeto
    self.provenance = provenance
  }
}
