import GapAnalysis
import IndustryChain

extension Aspect.Kind {
  /// What people call the respect; what it is about stands behind it.
  var word: LocalizedText {
    switch self {
    case .name: LocalizedText(english: "name", chinese: "名称")
    case .summary: LocalizedText(english: "summary", chinese: "简介")
    case .stage: LocalizedText(english: "stage", chinese: "所处位置")
    case .kind: LocalizedText(english: "kind", chinese: "类型")
    case .variantOf: LocalizedText(english: "variant of", chinese: "所属大类")
    case .code: LocalizedText(english: "code", chinese: "分类代码")
    case .share: LocalizedText(english: "share", chinese: "投入系数")
    case .route: LocalizedText(english: "route", chinese: "供应方式")
    case .critical: LocalizedText(english: "critical", chinese: "关键投入")
    case .valueAdded: LocalizedText(english: "value added per unit of output", chinese: "增加值率")
    case .plantOutput: LocalizedText(english: "output of a typical plant", chinese: "典型项目年产值")
    case .plantInvestment:
      LocalizedText(english: "investment of a typical plant", chinese: "典型项目投资额")
    case .plantLand: LocalizedText(english: "land of a typical plant", chinese: "典型项目用地")
    case .plantJobs: LocalizedText(english: "jobs in a typical plant", chinese: "典型项目就业")
    case .plantPower: LocalizedText(english: "power of a typical plant", chinese: "典型项目用电负荷")
    case .plantDischarge:
      LocalizedText(english: "waste water of a typical plant", chinese: "典型项目废水排放")
    case .needs: LocalizedText(english: "needs", chinese: "落地条件")
    case .note: LocalizedText(english: "note", chinese: "备注")
    case .administrativeCode: LocalizedText(english: "administrative code", chinese: "区划代码")
    case .date: LocalizedText(english: "day of the tables", chinese: "数据日期")
    case .survey: LocalizedText(english: "survey", chinese: "调查情况")
    case .finalDemand: LocalizedText(english: "final demand", chinese: "最终需求")
    case .localSupplyRatio: LocalizedText(english: "local supply ratio", chinese: "本地配套率")
    case .chiefFirm: LocalizedText(english: "chief firm", chinese: "链主企业")
    case .chainLead: LocalizedText(english: "chain lead", chinese: "链长")
    case .provides: LocalizedText(english: "provides", chinese: "已具备条件")
    case .lacks: LocalizedText(english: "lacks", chinese: "不具备条件")
    case .priority: LocalizedText(english: "priority", chinese: "规划优先程度")
    case .weight: LocalizedText(english: "weight", chinese: "权重")
    case .weightRange: LocalizedText(english: "range of the weight", chinese: "权重区间")
    case .weightOrder: LocalizedText(english: "order of the weights", chinese: "权重次序")
    case .leadChance: LocalizedText(english: "chance of a lead", chinese: "线索落地可能性")
    case .band: LocalizedText(english: "band of figures", chinese: "数据误差范围")
    case .residence: LocalizedText(english: "where it is", chinese: "所在地")
    case .count: LocalizedText(english: "number of firms", chinese: "企业数")
    case .creditCode: LocalizedText(english: "credit code", chinese: "统一社会信用代码")
    case .home: LocalizedText(english: "home", chinese: "总部所在地")
    case .partners: LocalizedText(english: "partners", chinese: "关联企业")
    case .link: LocalizedText(english: "link", chinese: "环节")
    case .team: LocalizedText(english: "team", chinese: "招商队伍")
    case .reached: LocalizedText(english: "stage reached", chinese: "项目阶段")
    case .output: LocalizedText(english: "output a year", chinese: "年产值")
    case .investment: LocalizedText(english: "investment", chinese: "合同投资额")
    case .fundsInPlace: LocalizedText(english: "funds in place", chinese: "到位资金")
    case .jobs: LocalizedText(english: "jobs", chinese: "就业人数")
    case .capacity: LocalizedText(english: "capacity", chinese: "产能")
    case .quotation: LocalizedText(english: "quotation", chinese: "来源原文")
    case .source: LocalizedText(english: "source", chinese: "来源")
    case .listing: LocalizedText(english: "firms listed", chinese: "对比地区企业")
    }
  }
}
