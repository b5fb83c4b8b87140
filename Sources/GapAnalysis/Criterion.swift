/// A reason by which opportunities are ranked.
///
/// Each criterion is one case here, one value in its own unit on every `Opportunity`, and one line
/// in `Opportunity.value(of:)`.
public enum Criterion: String, CaseIterable, Hashable, Sendable {
  /// Value added a year that one typical plant adds because the chain is here, million CNY.
  case chainValue
}

extension Criterion {
  /// The least difference that counts, in the criterion's unit; anything below is rounding.
  var resolution: Double {
    switch self {
    case .chainValue: 1e-6  // one yuan
    }
  }

  /// A value in steps of the resolution, by which ties are told.
  func step(_ value: Double) -> Double { (value / resolution).rounded() }
}

extension Opportunity {
  /// The opportunity's value by a criterion, in the criterion's unit; more is better.
  public func value(of criterion: Criterion) -> Double {
    switch criterion {
    case .chainValue: chainValue.millionCNY
    }
  }
}
