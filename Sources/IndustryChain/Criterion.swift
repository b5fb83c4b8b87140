/// A reason by which opportunities are ranked.
///
/// The vocabulary only: how each is worked out is the business of the analysis.
public enum Criterion: String, CaseIterable, Hashable, Sendable {
  /// 链上价值: value added a year that one typical plant adds because the chain is here.
  case chainValue = "chain_value"
  /// 带动面: the covered links, and their chains, that would buy from it or sell to it.
  case reach
  /// 贯通作用: the pairs of covered links that it would join.
  case bridging
  /// 规划优先: how much the planner wants it.
  case priority
  /// 本地市场: how much of a typical plant's output sells next door.
  case localMarket = "local_market"
  /// 原料就近: how much of its inputs is at hand.
  case inputReadiness = "input_readiness"
  /// 产业关联: how close it is to what the region does already, as other regions show.
  case relatedness
  /// 招商线索: the chance that one of the known firms comes.
  case leads
  /// 条件具备: how many of its needs the region provides.
  case readiness

  /// The two sides of a judgement, which a planner weighs separately.
  public enum Axis: String, CaseIterable, Hashable, Sendable {
    /// 带动效益: what it would do for the chains.
    case impact
    /// 落地可行性: how likely it is to come.
    case feasibility
  }

  /// The side that the criterion belongs to.
  public var axis: Axis {
    switch self {
    case .chainValue, .reach, .bridging, .priority: .impact
    case .localMarket, .inputReadiness, .relatedness, .leads, .readiness: .feasibility
    }
  }
}
