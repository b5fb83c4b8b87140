import GapAnalysis
import IndustryChain

// What the ranking's words are, in both languages.

extension Criterion {
  var word: LocalizedText {
    switch self {
    case .chainValue: LocalizedText(english: "chain value", chinese: "链上价值")
    case .reach: LocalizedText(english: "reach", chinese: "带动面")
    case .bridging: LocalizedText(english: "bridging", chinese: "贯通作用")
    case .priority: LocalizedText(english: "planner's priority", chinese: "规划优先")
    case .localMarket: LocalizedText(english: "local market", chinese: "本地市场")
    case .inputReadiness: LocalizedText(english: "inputs at hand", chinese: "原料就近")
    case .relatedness: LocalizedText(english: "relatedness", chinese: "产业关联")
    case .leads: LocalizedText(english: "leads", chinese: "招商线索")
    case .readiness: LocalizedText(english: "needs met", chinese: "条件具备")
    }
  }

  /// What the criterion says, for a reader who has never seen it.
  var meaning: LocalizedText {
    switch self {
    case .chainValue:
      LocalizedText(
        english: "value added a year that one typical plant brings because the chain is here",
        chinese: "引进一个典型项目后，仅因产业链在本地而每年新增的增加值")
    case .reach:
      LocalizedText(
        english: "links here that would buy from it or sell to it, and their chains",
        chinese: "本地可与之买卖的环节数及涉及的产业链数")
    case .bridging:
      LocalizedText(
        english: "pairs of links here that only it would join",
        chinese: "引进后才能上下贯通的本地环节对数")
    case .priority:
      LocalizedText(english: "how much the planners want it", chinese: "规划部门确定的优先程度")
    case .localMarket:
      LocalizedText(
        english: "share of a typical plant's output that sells here",
        chinese: "典型项目产值中可在本地销售的比例")
    case .inputReadiness:
      LocalizedText(
        english: "share of its inputs that firms here supply", chinese: "投入品中本地可配套的比例")
    case .relatedness:
      LocalizedText(
        english: "how often regions with what is here have it too",
        chinese: "与本地产业相近的地区中拥有该环节的程度")
    case .leads:
      LocalizedText(
        english: "chance that one of the known firms comes", chinese: "已知目标企业至少一家落地的可能性")
    case .readiness:
      LocalizedText(
        english: "share of its needs with a stated answer that the region provides",
        chinese: "已填报的落地条件中本地已具备的比例")
    }
  }
}

extension Criterion.Axis {
  var word: LocalizedText {
    switch self {
    case .impact: LocalizedText(english: "impact", chinese: "带动效益")
    case .feasibility: LocalizedText(english: "feasibility", chinese: "落地可行性")
    }
  }
}

extension RankingBasis.Absence {
  /// Why a criterion is left out.
  var reason: LocalizedText {
    switch self {
    case .noPriorities:
      LocalizedText(english: "the region states no priorities", chinese: "未设定规划优先")
    case .fewerThanTwoCoveredLinks:
      LocalizedText(
        english: "fewer than two links are covered", chinese: "已有环节不足两个")
    case .noPeers:
      LocalizedText(english: "no peer regions are given", chinese: "未提供对比地区数据")
    case .noLeads:
      LocalizedText(english: "no firm to call is known", chinese: "尚无目标企业线索")
    case .noNeedsStated:
      LocalizedText(
        english: "the region does not say which needs it meets", chinese: "未填报本地已具备哪些条件")
    case .noInputs:
      LocalizedText(english: "no inputs are listed", chinese: "未列明投入品")
    }
  }
}

extension LeadStage {
  var word: LocalizedText {
    switch self {
    case .prospect: LocalizedText(english: "not yet contacted", chinese: "尚未接洽")
    case .negotiating: ProjectStage.negotiating.word
    case .signed: ProjectStage.signed.word
    case .building: ProjectStage.building.word
    }
  }
}
