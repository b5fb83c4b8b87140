import GapAnalysis
import IndustryChain

extension LimitKind {
  var word: LocalizedText {
    switch self {
    case .count: LocalizedText(english: "links", chinese: "环节数")
    case .land: LocalizedText(english: "land", chinese: "用地")
    case .investment: LocalizedText(english: "investment", chinese: "投资")
    case .power: LocalizedText(english: "power", chinese: "用电负荷")
    case .discharge: LocalizedText(english: "waste water", chinese: "废水排放")
    }
  }

  /// The name in data formats, the unit at its end.
  var key: String {
    switch self {
    case .count: "count"
    case .land: "landMu"
    case .investment: "investmentMillionCNY"
    case .power: "powerMW"
    case .discharge: "dischargeTonnesPerDay"
    }
  }
}

extension Wording {
  /// So much of a limit: `300亩`, `12 MW`.
  func amount(_ value: Double, of kind: LimitKind) -> String {
    switch kind {
    case .count: count(Int(value), "个", "link")
    case .land: say("\(number(value))亩", "\(number(value)) mu")
    case .investment: money(value)
    case .power: say("\(number(value))兆瓦", "\(number(value)) MW")
    case .discharge: say("\(number(value))吨/日", "\(number(value)) tonnes a day")
    }
  }

  /// All limits as one clause: `环节数不超过10个，用地不超过300亩`.
  func limits(_ limits: RecruitmentLimits) -> String {
    let parts = limits.kinds.compactMap { kind in
      limits.amounts[kind].map { amount in
        say(
          "\(text(kind.word))不超过\(self.amount(amount, of: kind))",
          kind == .count
            ? "at most \(self.amount(amount, of: kind))"
            : "\(text(kind.word)) at most \(self.amount(amount, of: kind))")
      }
    }
    return parts.isEmpty ? say("未设限制", "no limit") : parts.joined(separator: say("，", ", "))
  }

  /// How sure it is that nothing better is to be had, as a clause.
  func proof(_ outcome: SelectionOutcome, by method: Portfolio.Method) -> String {
    let looked = NumberFormat.grouped(String(outcome.nodeCount))
    guard outcome.isProven else {
      let bound = money(outcome.upperBoundMillionCNY)
      return say(
        "搜索提前结束，这是目前找到的最好组合，尚未证明最优：任何组合都不会超过\(bound)，差距不超过\(percent(outcome.gap))",
        "the search was ended early: this is the best found and not proven to be the best; no choice exceeds"
          + " \(bound), a gap of at most \(percent(outcome.gap))")
    }
    return method == .enumeration
      ? say("已证明最优（逐一比较了\(looked)种组合）", "proven to be the best of all \(looked) subsets")
      : say(
        "已证明最优（分支定界，\(looked)个节点）",
        "proven to be the best by branch and bound over \(count(outcome.nodeCount, "", "node"))")
  }

  /// The assumption behind every joint value.
  var togetherNote: String {
    say(
      "联合价值：同时引进几个环节、各落地一个典型项目后，仅因产业链在本地而每年新增的增加值。"
        + "测算假定：每个项目区外销售不变，并随其他新项目对它的采购而扩大；"
        + "同一环节的几个细分竞争同一市场时，只由其中一个供应。单个环节的联合价值就是清单中的链上价值。"
        + "投资、用地、用电、废水均按每个环节一个典型项目计，扩大部分未计。"
        + "表中金额单位：万元/年，投资为万元。",
      "The joint value is the value added a year that one typical plant in each of several links"
        + " brings together because the chain is here. Assumed: each plant keeps its sales outside"
        + " and grows by what the other recruits ask of it; of several variants of one umbrella only"
        + " one serves the umbrella's market. Of one link alone it is the chain value of the list."
        + " Investment, land, power and waste water are those of one typical plant a link; what growth"
        + " beyond it takes is not counted."
        + " In tables, money is in million CNY a year, investment in million CNY.")
  }
}
