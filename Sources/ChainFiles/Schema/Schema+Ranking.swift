import IndustryChain

extension ObjectSchema {
  /// A need that a region cannot meet.
  static let shortcoming = ObjectSchema(
    noun: "an entry of `lacks`", "`lacks` 的条目",
    keys: [KeySchema("veto", .flag, "links that need it are out of the question", "一票否决")]
      + provenance.keys)

  /// What a region's planners want of the ranking.
  static let ranking = ObjectSchema(
    noun: "`ranking`", "`ranking`",
    keys: [
      KeySchema("weights", .object(.weights), "how much each criterion counts", "权重"),
      KeySchema(
        "weight_ranges", .object(.weightRanges), "bounds of a weight's share, 0…1", "权重区间"),
      KeySchema(
        "weight_order", .list(.choice(Criterion.words)), "criteria, the weightiest first", "权重次序"),
      KeySchema(
        "lead_chances", .object(.leadChances), "chance that a known firm comes", "线索成功率"),
      KeySchema("bands", .object(.bands), "how far figures may be off, 0…1", "误差范围"),
    ])

  /// A number for each criterion.
  static let weights = ObjectSchema(
    noun: "`weights`", "`weights`",
    keys: Criterion.allCases.map {
      KeySchema($0.rawValue, .number, $0.english, $0.chinese).written(as: .plain)
    })

  /// Two numbers for each criterion.
  static let weightRanges = ObjectSchema(
    noun: "`weight_ranges`", "`weight_ranges`",
    keys: Criterion.allCases.map {
      KeySchema($0.rawValue, .range, $0.english, $0.chinese)
    })

  /// A chance for each stage.
  static let leadChances = ObjectSchema(
    noun: "`lead_chances`", "`lead_chances`",
    keys: [
      KeySchema(LeadStage.prospect.rawValue, .share, "known, not yet contacted", "尚未接洽"),
      KeySchema(LeadStage.negotiating.rawValue, .share, "in talks", "在谈"),
      KeySchema(LeadStage.signed.rawValue, .share, "signed", "签约"),
      KeySchema(LeadStage.building.rawValue, .share, "building", "在建"),
    ])

  /// A band for each grade.
  static let bands = ObjectSchema(
    noun: "`bands`", "`bands`",
    keys: [
      KeySchema(Grade.reported.rawValue, .share, "reported figures", "报道").written(as: .plain),
      KeySchema(Grade.estimate.rawValue, .share, "estimates", "估算").written(as: .plain),
      KeySchema(Grade.assumed.rawValue, .share, "our defaults", "假设").written(as: .plain),
    ])
}

extension Criterion {
  /// What the key stands for, in English.
  fileprivate var english: String {
    switch self {
    case .chainValue: "value added because the chain is here"
    case .reach: "covered links and chains it would trade with"
    case .bridging: "pairs of covered links it would join"
    case .priority: "how much the planner wants it"
    case .localMarket: "share of a plant's output sold next door"
    case .inputReadiness: "share of its inputs at hand"
    case .relatedness: "closeness to what the region does, from peers"
    case .leads: "chance that a known firm comes"
    case .readiness: "share of its needs that the region provides"
    }
  }

  /// What the key stands for, in Chinese.
  fileprivate var chinese: String {
    switch self {
    case .chainValue: "链上价值"
    case .reach: "带动面"
    case .bridging: "贯通作用"
    case .priority: "规划优先"
    case .localMarket: "本地市场"
    case .inputReadiness: "原料就近"
    case .relatedness: "产业关联"
    case .leads: "招商线索"
    case .readiness: "条件具备"
    }
  }
}
