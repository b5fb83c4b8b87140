import GapAnalysis
import IndustryChain

extension TargetColumn {
  /// All columns, in the order of every format.
  static let all: [TargetColumn] =
    identity + judgement + score + marks + robustness + baselines + value + plant + neighbours
    + evidence

  static func named(_ chinese: String, _ english: String) -> LocalizedText {
    LocalizedText(english: english, chinese: chinese)
  }

  private static let identity: [TargetColumn] = [
    TargetColumn(key: "list", title: named("清单", "List")) {
      .word($0.list.word, code: $0.list.rawValue)
    },
    TargetColumn(
      key: "rank", title: named("名次", "Rank"), alignment: .right,
      audience: [.targetTable, .commitmentTable]
    ) { $0.list == .blocked ? .blank : .count($0.opportunity.rank) },
    TargetColumn(
      key: "committedRank", title: named("签约项目投产后名次", "Rank once signed projects run"),
      alignment: .right, audience: [.targetTable], dispensability: 10
    ) { $0.opportunity.committedRank.map { .count($0) } ?? .blank },
    TargetColumn(key: "link", title: named("环节编号", "Link id")) {
      .id($0.opportunity.link.id.description)
    },
    TargetColumn(
      key: "name", title: named("环节", "Link"), audience: [.targetTable, .commitmentTable]
    ) { .text($0.name) },
    TargetColumn(
      key: "chain", title: named("产业链", "Chain"), audience: [.targetTable, .commitmentTable],
      dispensability: 7
    ) { .text($0.chainName) },
  ]

  private static let judgement: [TargetColumn] = [
    TargetColumn(key: "stage", title: named("位置", "Stage")) {
      .word($0.opportunity.link.stage.word, code: $0.opportunity.link.stage.rawValue)
    },
    TargetColumn(key: "coverage", title: named("现状", "Coverage")) {
      .word($0.opportunity.coverage.word, code: $0.opportunity.coverage.rawValue)
    },
    TargetColumn(
      key: "kind", title: named("类型", "Kind"), audience: [.targetTable, .commitmentTable],
      dispensability: 6
    ) { .word($0.opportunity.kind.word, code: $0.opportunity.kind.rawValue) },
  ]

  private static let value: [TargetColumn] = [
    TargetColumn(
      key: "chainValueMillionCNY", title: named("链上价值", "Chain value"), unit: .moneyAYear,
      alignment: .right, audience: [.targetTable, .commitmentTable], dispensability: 1
    ) { .money($0.opportunity.chainValue.millionCNY) },
    TargetColumn(
      key: "unmetDemandMillionCNY", title: named("采购外流", "Bought outside"), unit: .moneyAYear,
      alignment: .right, audience: [.targetTable], dispensability: 9
    ) { .money($0.opportunity.chainValue.unmetDemandMillionCNY) },
    TargetColumn(
      key: "soldInsideMillionCNY", title: named("典型项目区内销售", "Plant sells inside"),
      unit: .moneyAYear, alignment: .right
    ) { .money($0.opportunity.chainValue.soldInsideMillionCNY) },
    TargetColumn(
      key: "soldOutsideMillionCNY", title: named("典型项目区外销售", "Plant sells outside"),
      unit: .moneyAYear, alignment: .right
    ) { .money($0.opportunity.chainValue.soldOutsideMillionCNY) },
    TargetColumn(
      key: "earnedAnywhereMillionCNY",
      title: named("到哪都有的增加值（不计入排名）", "Value added it would earn anywhere (not ranked)"),
      unit: .moneyAYear, alignment: .right
    ) { .money($0.opportunity.chainValue.earnedAnywhereMillionCNY) },
    TargetColumn(
      key: "localContent", title: named("本地含量", "Local content"), alignment: .right
    ) { .ratio($0.opportunity.chainValue.localContent) },
    TargetColumn(
      key: "valueAdded", title: named("增加值率", "Value added ratio"), alignment: .right
    ) { .ratio($0.opportunity.chainValue.valueAdded) },
    TargetColumn(
      key: "selfDemand", title: named("自需求系数", "Self-demand"), alignment: .right
    ) { .quantity($0.opportunity.chainValue.selfDemand) },
    TargetColumn(
      key: "localSupplyRatio", title: named("本地配套率", "Local supply ratio"), alignment: .right
    ) { .ratio($0.explanation.localSupplyRatio) },
  ]

  private static let plant: [TargetColumn] = [
    TargetColumn(
      key: "plantOutputMillionCNY", title: named("典型项目年产值", "Typical plant: output"),
      unit: .moneyAYear, alignment: .right
    ) { .money($0.opportunity.chainValue.plantOutputMillionCNY) },
    TargetColumn(
      key: "plantInvestmentMillionCNY", title: named("典型项目投资", "Typical plant: investment"),
      unit: .money, alignment: .right
    ) { .money($0.opportunity.link.plant.investmentMillionCNY) },
    TargetColumn(
      key: "plantLandMu", title: named("典型项目用地", "Typical plant: land"), unit: .mu,
      alignment: .right
    ) { .quantity($0.opportunity.link.plant.landMu) },
    TargetColumn(
      key: "plantJobs", title: named("典型项目就业", "Typical plant: jobs"), alignment: .right
    ) { .quantity($0.opportunity.link.plant.jobs) },
    TargetColumn(
      key: "plantPowerMW", title: named("典型项目用电负荷", "Typical plant: power"),
      unit: .megawatt, alignment: .right
    ) { .quantity($0.opportunity.link.plant.powerMW) },
    TargetColumn(
      key: "plantDischargeTonnesPerDay", title: named("典型项目废水", "Typical plant: waste water"),
      unit: .tonnesADay, alignment: .right
    ) { .quantity($0.opportunity.link.plant.dischargeTonnesPerDay) },
  ]

  private static let neighbours: [TargetColumn] = [
    TargetColumn(key: "buyers", title: named("本地买家环节", "Buyers here")) {
      .list($0.buyers.map { Cell.Item(text: $0.name, json: .string($0.id.description)) })
    },
    TargetColumn(
      key: "buyerChainCount", title: named("涉及产业链数", "Chains of the buyers"),
      alignment: .right
    ) { .count($0.opportunity.reach.buyerChainCount) },
    TargetColumn(key: "suppliers", title: named("本地供应环节", "Suppliers here")) {
      .list($0.suppliers.map { Cell.Item(text: $0.name, json: .string($0.id.description)) })
    },
    TargetColumn(
      key: "bridgedPairCount", title: named("贯通环节对数", "Pairs of links it joins"),
      alignment: .right
    ) { .quantity($0.opportunity.bridging.pairCount) },
    TargetColumn(
      key: "bridgedPairStandardError", title: named("贯通对数标准误", "Standard error of these pairs"),
      alignment: .right
    ) { .quantity($0.opportunity.bridging.standardError) },
    TargetColumn(
      key: "leads", title: named("目标与在谈企业", "Leads"), audience: [.targetTable],
      dispensability: 2
    ) { .list($0.opportunity.leads.map(Cell.Item.init(lead:))) },
    TargetColumn(
      key: "commitments", title: named("签约、在建项目", "Signed and building"),
      audience: [.commitmentTable]
    ) { .list($0.opportunity.commitments.map { Cell.Item($0) }) },
    TargetColumn(key: "introductions", title: named("以商招商", "Introductions")) {
      .list($0.introductions.map(Cell.Item.init))
    },
    TargetColumn(key: "needs", title: named("落地条件", "Needs")) {
      .list($0.needs.map(Cell.Item.init))
    },
  ]

  private static let evidence: [TargetColumn] = [
    TargetColumn(key: "reason", title: named("招商理由", "Reason")) { .text($0.reason) },
    TargetColumn(
      key: "grade", title: named("最弱数据", "Grade"),
      audience: [.targetTable, .commitmentTable], dispensability: 8
    ) { .word($0.explanation.weakestGrade.word, code: $0.explanation.weakestGrade.rawValue) },
    TargetColumn(key: "sources", title: named("来源", "Sources")) {
      .list($0.sources.map { Cell.Item(text: $0, json: $0.json) })
    },
  ]
}
