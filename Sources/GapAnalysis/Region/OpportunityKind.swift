import IndustryChain

/// What recruiting for a link would do to the chains of a region.
public enum OpportunityKind: String, CaseIterable, Hashable, Sendable {
  /// 补链: not covered, a covered link both upstream and downstream of it.
  case fill
  /// 向上游延链: covered links downstream only, so the chain grows upstream.
  case extendUpstream
  /// 向下游延链: covered links upstream only, so the chain grows downstream.
  case extendDownstream
  /// 配套: covered links neither upstream nor downstream, but some in its chain.
  case support
  /// 建链: no covered link in its chain.
  case build
  /// 强链: covered but thin.
  case strengthen
}

extension OpportunityKind {
  /// The kind of every link, `nil` for covered links that are not thin.
  ///
  /// Upstream and downstream run over the material graph of all chains together, through links of
  /// any coverage. Links of a cycle without a return flow are both to each other. Linear.
  static func kinds(of coverage: [Coverage], in graph: ChainGraph) -> [OpportunityKind?] {
    let present = coverage.indices.filter { coverage[$0].isPresent }
    let belowPresent = graph.material.reachable(from: present)
    let abovePresent = graph.material.reversed().reachable(from: present)
    var chainIsCovered = [Bool](repeating: false, count: graph.chains.count)
    for link in present { chainIsCovered[graph.chainIndex[link]] = true }
    return coverage.indices.map { link in
      switch coverage[link] {
      case .covered: nil
      case .thin: .strengthen
      case .planned, .missing, .unknown:
        switch (belowPresent[link], abovePresent[link]) {
        case (true, true): .fill
        case (true, false): .extendDownstream
        case (false, true): .extendUpstream
        case (false, false): chainIsCovered[graph.chainIndex[link]] ? .support : .build
        }
      }
    }
  }
}
