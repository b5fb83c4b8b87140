import IndustryChain

/// A naive way to order missing links, which the method has to beat to be worth its trouble.
///
/// Each is one case here and one line in `value(of:in:)`; more is better.
public enum Baseline: String, CaseIterable, Hashable, Sendable {
  /// The number of links that touch it.
  case neighbours
  /// What local firms buy of it from outside.
  case leakage
  /// The number of peer regions that have it.
  case peerRegions
}

extension Baseline {
  /// The value of a link by the baseline, in the baseline's unit; `nil` where the region's files
  /// do not give what it needs.
  ///
  /// `neighbours`: distinct links that sell to it or buy from it, its umbrellas' buyers included, in
  /// the money graph, whatever their coverage. `leakage`: demand that nobody here meets, with that
  /// for its umbrellas, million CNY a year. `peerRegions`: peers with at least one firm in it.
  public func value(of link: Int, in analysis: Analysis) -> Double? {
    let graph = analysis.graph
    switch self {
    case .neighbours:
      let suppliers = graph.purchases.successors(of: link).map { Int($0) }
      let neighbours = Set(suppliers + graph.buyers(of: link, in: analysis.sales))
      return Double(neighbours.subtracting([link]).count)
    case .leakage:
      return analysis.today.chainValue(
        of: link, plantOutputMillionCNY: analysis.plantOutputs[link].millionCNY
      ).unmetDemandMillionCNY
    case .peerRegions:
      return analysis.peerRegionCount(of: link).map { Double($0) }
    }
  }

  /// A value in steps below which a difference is rounding: one yuan, or a millionth of a link.
  func step(_ value: Double) -> Double { (value * 1e6).rounded() }
}
