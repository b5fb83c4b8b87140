import IndustryChain

extension ExchangeShape {
  /// The tables of a region, in the order of their sheets; firms, prospects and peers are as their
  /// files have them.
  public static let region: [Self] = [
    settings("region", "the region", "区域"),
    table(of: FirmColumn.self, "firms", "resident firms", "本地企业", firmsPurpose),
    table(of: FirmColumn.self, "prospects", "prospects", "目标企业", firmsPurpose),
    table(
      of: PeerColumn.self, "peers", "other regions", "其他地区",
      ("One row for each link of another region", "其他地区的每个环节一行")),
    Self(
      "surveyed", "what was surveyed", "已调查的链或环节",
      ("Who has looked at which chain or link", "哪些链或环节已经调查，依据是什么"),
      [Column("name", "chain, or chain/link", "链或环节")] + Column.provenance),
    Self(
      "figures", "figures of links and chains", "链与环节的数据",
      ("Final demand, local supply ratios and priorities", "最终需求、本地配套率和规划优先"),
      [
        Column(
          "figure", "what it is", "数据项", .choice(RegionFigure.words),
          note: (
            "final_demand: million CNY a year. supply_ratio and priorities: 0 to 1.",
            "final_demand 最终需求（百万元/年）；supply_ratio 本地配套率；priorities 规划优先（0 到 1）。"
          )),
        Column("name", "link, or chain", "环节或链"),
        Column("value", "the number", "数值", .figure),
      ] + Column.provenance),
    Self(
      "chains", "who leads the chains", "链主与链长",
      ("The firm that leads a chain, and the official responsible for it", "各链的链主企业和责任领导"),
      [
        Column("chain", "the chain", "产业链"),
        Column("chief_firm", "the firm that leads it", "链主", .reference("firms")),
      ] + Column.text("chain_lead", "the official responsible", "链长")),
    Self(
      "needs", "needs met or not", "落地条件",
      ("Which needs the region meets, and which it cannot", "区域具备和不具备的条件"),
      [
        Column("need", "the need", "条件"),
        Column("status", "provides or lacks", "是否具备", .choice(NeedStatus.words)),
        Column(
          "veto", "rules links out", "一票否决", Column.flag,
          note: (
            "For what the region lacks: links that need it are out of the question.",
            "不具备的条件如标为 yes，需要它的环节不再列入招商目标。"
          )),
      ] + Column.provenance),
    Self(
      "ranking", "what the ranking weighs", "评分规则",
      ("Weights and bounds; whatever is left out is the default", "权重与区间；未填写的采用默认值"),
      [
        Column("setting", "the key under ranking", "设置", .choice(RankingSetting.words)),
        Column("key", "criterion, stage or grade", "指标、阶段或等级"),
        Column("value", "number, or the lower bound", "数值或下限", .figure),
        Column("to", "the upper bound", "上限", .figure),
      ] + Column.provenance),
    comments,
  ]

  private static let firmsPurpose = (
    "One row for each project of a firm in one link; only a firm's first row needs its name",
    "企业在一个环节的一个项目一行；同一企业只需在第一行填写名称"
  )

  /// The table of a kind of CSV file.
  private static func table<Kind: TableColumn & ExchangeColumn>(
    of _: Kind.Type, _ key: String, _ english: String, _ chinese: String,
    _ purpose: (String, String)
  ) -> Self {
    Self(
      key, english, chinese, purpose,
      Kind.allCases.map { column in
        Column(
          column.rawValue, column.english,
          (column.chineseNames.first ?? "")
            + (column.isMoney ? ExchangeShape.millionCNY : ""), column.content,
          note: (column.hint.english ?? "", column.hint.chinese ?? ""))
      })
  }
}

/// A figure of a region that stands for links or chains.
enum RegionFigure: String, CaseIterable {
  case finalDemand = "final_demand"
  case supplyRatio = "supply_ratio"
  case priorities
}

/// Whether a region meets a need.
enum NeedStatus: String, CaseIterable {
  case provides, lacks
}

/// A key under `ranking`.
enum RankingSetting: String, CaseIterable {
  case weights
  case weightRanges = "weight_ranges"
  case weightOrder = "weight_order"
  case leadChances = "lead_chances"
  case bands
}

/// What a workbook says of a column of a CSV file.
protocol ExchangeColumn {
  /// What it holds, in a word or two.
  var english: String { get }
  /// How to fill it in.
  var hint: LocalizedText { get }
  /// What may stand in it.
  var content: ExchangeShape.Column.Content { get }
  /// Whether its cells are amounts of money.
  var isMoney: Bool { get }
}

extension FirmColumn: ExchangeColumn {
  var english: String {
    switch self {
    case .firm: "id"
    case .nameChinese: "name, in Chinese"
    case .nameEnglish: "name, in English"
    case .count: "how many firms"
    case .creditCode: "unified social credit code"
    case .home: "where it is at home"
    case .partners: "resident partners"
    case .link: "link"
    case .team: "recruiting team"
    case .negotiating: "in talks since"
    case .signed: "signed on"
    case .building: "building since"
    case .operating: "operating since"
    case .closed: "closed on"
    case .output: "yearly output"
    case .investment: "investment under contract"
    case .fundsInPlace: "money that has arrived"
    case .jobs: "jobs"
    case .capacity: "capacity, in the source's words"
    case .grade: "how good it is"
    case .source: "source"
    case .sourceEnglish: "source, in English"
    case .quotation: "the source's sentence"
    }
  }

  var hint: LocalizedText {
    switch self {
    case .firm:
      LocalizedText(
        english: "Lower-case letters, digits and hyphens; rows of one firm have the same.",
        chinese: "小写字母、数字和连字符；同一企业各行相同。")
    case .count:
      LocalizedText(
        english: "Blank for one; a number; several for a group that nobody has counted.",
        chinese: "空白为一家；可写数字，未计数的一批写“若干”。")
    case .link:
      LocalizedText(
        english: "chain/link; blank where nobody says what is made.", chinese: "链/环节；来源未说明则留空。")
    case .negotiating, .signed, .building, .operating, .closed:
      LocalizedText(
        english: "2020, 2020-06 or 2020-06-30; yes where the date is not known.",
        chinese: "写 2020、2020-06 或 2020-06-30；日期不详写“是”。")
    case .output, .investment, .fundsInPlace:
      LocalizedText(
        english: "Million CNY, or an amount with its unit: 24.2亿元.",
        chinese: "单位百万元，或写明单位，如 24.2亿元。")
    case .partners:
      LocalizedText(
        english: "Ids of firms, separated by semicolons.", chinese: "本地企业编号，用分号隔开。")
    default: LocalizedText()
    }
  }

  var content: ExchangeShape.Column.Content {
    switch self {
    case .grade: .choice(Grade.words)
    case .output, .investment, .fundsInPlace, .jobs: .figure
    default: .text
    }
  }
}

extension PeerColumn: ExchangeColumn {
  var english: String {
    switch self {
    case .region: "id of the region"
    case .nameChinese: "name, in Chinese"
    case .nameEnglish: "name, in English"
    case .link: "link"
    case .firms: "number of firms"
    case .grade: "how good it is"
    case .source: "source"
    case .sourceEnglish: "source, in English"
    }
  }

  var hint: LocalizedText {
    guard self == .firms else { return LocalizedText() }
    return LocalizedText(
      english: "0 where somebody looked and found none; several; blank where nobody knows.",
      chinese: "查过没有写 0；有但未计数写“若干”；不清楚留空。")
  }

  var content: ExchangeShape.Column.Content { self == .grade ? .choice(Grade.words) : .text }
  var isMoney: Bool { false }
}
