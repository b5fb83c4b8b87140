import GapAnalysis
import IndustryChain

// The words of the domain in both languages, one place each.

extension Coverage {
  func name(in language: Language) -> String {
    switch self {
    case .covered: language.say("已有", "covered")
    case .thin: language.say("薄弱", "thin")
    case .planned: language.say("在建/签约", "planned")
    case .missing: language.say("缺失", "missing")
    case .unknown: language.say("未调查", "unknown")
    }
  }
}

extension ThinReason {
  func name(in language: Language) -> String {
    switch self {
    case .singleFirm: language.say("只有一家企业", "one firm only")
    case .supplyBelowDemand:
      language.say("本地供给低于本地需求", "local supply is below local demand")
    }
  }
}

extension OpportunityKind {
  func name(in language: Language) -> String {
    switch self {
    case .fill: language.say("补链", "fill")
    case .extendUpstream: language.say("向上游延链", "extend upstream")
    case .extendDownstream: language.say("向下游延链", "extend downstream")
    case .support: language.say("配套", "support")
    case .build: language.say("建链", "build")
    case .strengthen: language.say("强链", "strengthen")
    }
  }

  /// Why a link is of this kind.
  func meaning(in language: Language) -> String {
    switch self {
    case .fill:
      language.say("上下游都有本地企业，中间缺这一环", "covered links stand both upstream and downstream of it")
    case .extendUpstream:
      language.say(
        "只有下游有本地企业，引进后产业链向上游延伸",
        "covered links stand downstream of it only, so the chain grows upstream")
    case .extendDownstream:
      language.say(
        "只有上游有本地企业，引进后产业链向下游延伸",
        "covered links stand upstream of it only, so the chain grows downstream")
    case .support:
      language.say(
        "上下游暂无本地企业，但所在产业链已有环节，属配套",
        "no covered link stands up or down from it, but its chain has some")
    case .build: language.say("所在产业链尚无已有环节，需从头建链", "its chain has no covered link yet")
    case .strengthen: language.say("已有但薄弱，需做强", "covered but thin")
    }
  }
}

extension Stage {
  func name(in language: Language) -> String {
    switch self {
    case .upstream: language.say("上游", "upstream")
    case .midstream: language.say("中游", "midstream")
    case .downstream: language.say("下游", "downstream")
    case .supporting: language.say("配套", "supporting")
    }
  }
}

extension ProjectStage {
  func name(in language: Language) -> String {
    switch self {
    case .negotiating: language.say("在谈", "in talks")
    case .signed: language.say("签约", "signed")
    case .building: language.say("在建", "building")
    case .operating: language.say("投产", "operating")
    case .closed: language.say("退出", "closed")
    }
  }
}

extension Grade {
  func name(in language: Language) -> String {
    switch self {
    case .reported: language.say("有出处", "reported")
    case .estimate: language.say("估算", "estimate")
    case .assumed: language.say("假设", "assumed")
    }
  }
}

extension Input.Route {
  /// What to say behind the name of an input, empty for an ordinary purchase.
  func remark(in language: Language) -> String {
    switch self {
    case .purchase: ""
    case .processing: language.say("外协加工", "processing")
    case .returnFlow: language.say("回流", "return flow")
    }
  }
}

extension Optional<ProjectStage> {
  /// The stage, or the word for a firm that nobody has talked with yet.
  func name(in language: Language) -> String {
    self?.name(in: language) ?? language.say("目标企业", "prospect")
  }
}
