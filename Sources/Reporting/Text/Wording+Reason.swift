import GapAnalysis
import IndustryChain

extension Wording {
  /// Why a link is worth recruiting for, in one sentence.
  func reason(_ opportunity: Opportunity, explained: Explanation, in graph: ChainGraph) -> String {
    sentence([
      kindReason(opportunity.kind, explained: explained),
      demandReason(opportunity, explained: explained),
      supplierReason(opportunity, in: graph),
      valueReason(opportunity.chainValue),
    ])
  }

  /// What the link's place among the covered ones says, without names.
  func kindReason(_ kind: OpportunityKind, explained: Explanation) -> String {
    switch kind {
    case .fill where explained.coverage == .planned:
      say("上下游本地都有企业，待这一环投产", "firms are here both upstream and downstream of it")
    case .fill:
      say("上下游本地都有企业，缺这一环", "firms are here both upstream and downstream of it")
    case .extendUpstream:
      say("下游本地已有企业，可向上游延链", "firms are here downstream of it, none upstream")
    case .extendDownstream:
      say("上游本地已有企业，可向下游延链", "firms are here upstream of it, none downstream")
    case .support:
      explained.demand.contains { $0.route == .returnFlow }
        ? say("本链本地已有企业，其产出回流供给它们", "its product flows back to firms here")
        : say("本链本地已有企业，但不在其上下游", "its chain has firms here, none up or down from it")
    case .build:
      say("本链尚无投产企业，属新建产业链", "its chain has no operating firm here yet")
    case .strengthen:
      thinReasons(explained)
    }
  }

  func thinReasons(_ explained: Explanation) -> String {
    let ratio = percent(explained.localSupplyRatio)
    return explained.thinReasons.map { reason in
      switch reason {
      case .singleFirm: say("本地仅有1家企业", "only one firm is here")
      case .supplyBelowDemand:
        say("本地供给只能满足本地需求的\(ratio)", "local firms meet only \(ratio) of local demand")
      }
    }.joined(separator: say("，", ", "))
  }

  private func demandReason(_ opportunity: Opportunity, explained: Explanation) -> String {
    let unmet = opportunity.chainValue.unmetDemandMillionCNY
    guard isMoney(unmet) else {
      return explained.demand.isEmpty && explained.finalDemand == nil
        ? say("已知的本地企业暂无采购", "no firm known here buys it yet") : ""
    }
    let firms = explained.demand.filter { $0.millionCNY > 0 }.map { text($0.buyer.name) }
    let final = explained.finalDemand.map { _ in say("最终需求", "final demand") }
    let buyers = list(firms + [final].compactMap { $0 }, limit: 3)
    let chains = opportunity.reach.buyerChainCount
    let reach = chains > 1 ? say("服务\(chains)条产业链，", "\(chains) chains buy it: ") : ""
    let by = localBuyers(explained) + say("每年外购约", " buy about ")
    return reach
      + say(
        by + money(unmet) + aside(buyers.isEmpty ? "" : "买家：" + buyers),
        by + money(unmet) + " of it a year outside"
          + aside(buyers.isEmpty ? "" : "buyers: " + buyers))
  }

  /// Who buys it here: households and builders are no firms.
  func localBuyers(_ explained: Explanation) -> String {
    explained.finalDemand == nil ? say("本地企业", "local firms") : say("本地", "local buyers")
  }

  private func supplierReason(_ opportunity: Opportunity, in graph: ChainGraph) -> String {
    let suppliers = opportunity.reach.suppliers
    guard !suppliers.isEmpty else { return "" }
    let names = list(suppliers.map { text(graph.displayName(of: $0)) }, limit: 3)
    return say("可就近采购\(names)", "it can buy next door: \(names)")
  }

  private func valueReason(_ value: ChainValue) -> String {
    let plant = money(value.plantOutputMillionCNY)
    guard isMoney(value.millionCNY) else {
      return say(
        "按现有数据，本地没有采购缺口，也没有可用的本地供应商，暂无链上价值",
        "as far as is known, no unmet demand and no supplier here, so no chain value yet")
    }
    return say(
      "一个典型项目（年产值\(plant)）每年可增加链上价值约\(money(value.millionCNY))",
      "one typical plant (output \(plant) a year) adds about \(money(value.millionCNY)) a year"
        + " of chain value")
  }
}
