public import GapAnalysis
public import IndustryChain

// What the values of the domain are called, in both languages.

extension Coverage {
  var word: LocalizedText {
    switch self {
    case .covered: LocalizedText(english: "covered", chinese: "已有")
    case .thin: LocalizedText(english: "thin", chinese: "薄弱")
    case .planned: LocalizedText(english: "planned", chinese: "在建/签约")
    case .missing: LocalizedText(english: "missing", chinese: "缺失")
    case .unknown: LocalizedText(english: "unknown", chinese: "未调查")
    }
  }
}

extension OpportunityKind {
  /// What the kind is called in reports.
  public var word: LocalizedText {
    switch self {
    case .fill: LocalizedText(english: "fill", chinese: "补链")
    case .extendUpstream: LocalizedText(english: "extend upstream", chinese: "向上游延链")
    case .extendDownstream: LocalizedText(english: "extend downstream", chinese: "向下游延链")
    case .support: LocalizedText(english: "support", chinese: "配套")
    case .build: LocalizedText(english: "build", chinese: "建链")
    case .strengthen: LocalizedText(english: "strengthen", chinese: "强链")
    }
  }
}

extension Stage {
  var word: LocalizedText {
    switch self {
    case .upstream: LocalizedText(english: "upstream", chinese: "上游")
    case .midstream: LocalizedText(english: "midstream", chinese: "中游")
    case .downstream: LocalizedText(english: "downstream", chinese: "下游")
    case .supporting: LocalizedText(english: "supporting", chinese: "配套")
    }
  }
}

extension LinkKind {
  var word: LocalizedText {
    switch self {
    case .material: LocalizedText(english: "material", chinese: "材料")
    case .component: LocalizedText(english: "component", chinese: "零部件")
    case .process: LocalizedText(english: "process", chinese: "工艺")
    case .equipment: LocalizedText(english: "equipment", chinese: "设备")
    case .product: LocalizedText(english: "product", chinese: "产品")
    case .service: LocalizedText(english: "service", chinese: "服务")
    }
  }
}

extension Input.Route {
  var word: LocalizedText {
    switch self {
    case .purchase: LocalizedText(english: "purchase", chinese: "采购")
    case .processing: LocalizedText(english: "work sent out", chinese: "外协加工")
    case .returnFlow: LocalizedText(english: "return flow", chinese: "回流")
    }
  }
}

extension Grade {
  var word: LocalizedText {
    switch self {
    case .reported: LocalizedText(english: "reported", chinese: "报道")
    case .estimate: LocalizedText(english: "estimate", chinese: "估算")
    case .assumed: LocalizedText(english: "assumed", chinese: "假设")
    }
  }
}

extension ProjectStage {
  var word: LocalizedText {
    switch self {
    case .negotiating: LocalizedText(english: "in talks", chinese: "在谈")
    case .signed: LocalizedText(english: "signed", chinese: "签约")
    case .building: LocalizedText(english: "building", chinese: "在建")
    case .operating: LocalizedText(english: "operating", chinese: "投产")
    case .closed: LocalizedText(english: "closed", chinese: "退出")
    }
  }
}

extension PlantOutputBasis {
  var word: LocalizedText {
    switch self {
    case .given: LocalizedText(english: "as the chain file gives it", chinese: "产业链文件给定")
    case .medianOfVariants:
      LocalizedText(english: "the median of its variants", chinese: "取细分环节中位数")
    case .medianOfChain:
      LocalizedText(english: "the median of its chain", chinese: "取本链中位数")
    case .fallback: LocalizedText(english: "our default", chinese: "取默认值")
    }
  }
}
