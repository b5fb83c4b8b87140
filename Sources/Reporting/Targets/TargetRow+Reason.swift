import GapAnalysis
import IndustryChain

extension TargetRow {
  /// Why it is worth recruiting, in one sentence for a committee.
  func reason(in language: Language) -> String {
    let clauses = [
      demandClause(in: language), positionClause(in: language), valueClause(in: language),
    ]
    let sentence =
      clauses.joined(separator: language.say("；", "; ")) + language.say("。", ".")
    return sentence.prefix(1).uppercased() + sentence.dropFirst()
  }

  private func demandClause(in language: Language) -> String {
    let unmet = opportunity.chainValue.unmetDemandMillionCNY
    guard unmet > 0 else {
      return explanation.demandMillionCNY > 0
        ? language.say("本地需求目前由本地企业满足", "local firms meet local demand today")
        : language.say("目前没有已知的本地采购", "no local firm is known to buy it yet")
    }
    let money = Numbers.money(unmet, in: language)
    let umbrella = explanation.umbrellaBought?.name.text(in: language)
    // Households and builders are no firms.
    let final = explanation.finalDemand.map { _ in language.say("最终需求", "final demand") }
    let bought = language.say(
      "本地\(final == nil ? "企业" : "")每年外购\(umbrella ?? "")约\(money)",
      "local \(final == nil ? "firms" : "buyers") buy about \(money) of \(umbrella ?? "it") a year outside"
    )
    var buyers: [String] = []
    for term in explanation.demand {
      let name = term.buyer.name.text(in: language)
      let remark = term.route.remark(in: language)
      let buyer = remark.isEmpty ? name : language.say("\(name)·\(remark)", "\(name) – \(remark)")
      if !buyers.contains(buyer) { buyers.append(buyer) }
    }
    if let final { buyers.append(final) }
    guard !buyers.isEmpty else { return bought }
    let more = buyers.count > 3 ? language.say("等", " and others") : ""
    return language.remark(bought, language.list(Array(buyers.prefix(3))) + more)
  }

  private func positionClause(in language: Language) -> String {
    let suppliers = language.list(Array(suppliers(in: language).prefix(3)))
    let buyers = language.list(Array(buyers(in: language).prefix(3)))
    switch opportunity.kind {
    case .extendDownstream where !suppliers.isEmpty:
      return language.say(
        "上游已有\(suppliers)，产业链由此向下游延伸",
        "\(suppliers) upstream is here, so the chain grows downstream")
    case .extendUpstream where !buyers.isEmpty:
      return language.say(
        "下游已有\(buyers)，产业链由此向上游延伸",
        "\(buyers) downstream is here, so the chain grows upstream")
    case .support where !buyers.isEmpty:
      return language.say(
        "产出回流供给本地已有的\(buyers)，属配套", "its product flows back to \(buyers) here")
    case .strengthen:
      let reasons = explanation.thinReasons.map { $0.name(in: language) }
      return language.colon(
        language.say("本地已有但薄弱", "here but thin"), language.list(reasons))
    default: return opportunity.kind.meaning(in: language)
    }
  }

  private func valueClause(in language: Language) -> String {
    guard hasChainValue else {
      return language.say("暂无链上增加值", "no chain value yet")
    }
    let value = Numbers.money(opportunity.chainValue.millionCNY, in: language)
    return language.say(
      "引进一个典型工厂，每年可因本地产业链多创造增加值约\(value)",
      "one typical plant would add about \(value) of value added a year because the chain is here")
  }
}
