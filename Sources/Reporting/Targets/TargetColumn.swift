import GapAnalysis
import IndustryChain

/// One column of the target list: the single place that says what it is called and what it holds.
struct TargetColumn: Sendable {
  enum Content: Sendable {
    case text(@Sendable (TargetRow, Language) -> String)
    /// A number and how people read it; `nil` is blank, never zero.
    case number(
      @Sendable (TargetRow) -> Double?, shown: @Sendable (Double, Language) -> String)
  }

  /// The heading in both languages.
  let chinese: String
  let english: String
  let content: Content
  /// The unit of the bare number, where the shown text has another.
  let unit: String?
  /// Whether the column also stands in the short tables of terminal and report.
  let isShort: Bool
  /// Whether the text differs between the languages, so that a file for both needs it twice.
  let isTranslated: Bool

  var isNumber: Bool {
    if case .number = content { true } else { false }
  }

  func title(in language: Language) -> String { language.say(chinese, english) }

  /// The cell as people read it; empty where there is nothing to say.
  func text(of row: TargetRow, in language: Language) -> String {
    switch content {
    case .text(let text): text(row, language)
    case .number(let value, let shown): value(row).map { shown($0, language) } ?? ""
    }
  }

  private init(
    _ chinese: String, _ english: String, isShort: Bool = false, isTranslated: Bool = true,
    text: @escaping @Sendable (TargetRow, Language) -> String
  ) {
    self.chinese = chinese
    self.english = english
    self.isShort = isShort
    self.isTranslated = isTranslated
    unit = nil
    content = .text(text)
  }

  private init(
    _ chinese: String, _ english: String, isShort: Bool = false, unit: String? = nil,
    number: @escaping @Sendable (TargetRow) -> Double?,
    shown: @escaping @Sendable (Double, Language) -> String
  ) {
    self.chinese = chinese
    self.english = english
    self.isShort = isShort
    self.unit = unit
    isTranslated = false
    content = .number(number, shown: shown)
  }
}

extension TargetColumn {
  /// Money in the CSV's unit, million CNY, and as people read it elsewhere.
  private static func money(
    _ chinese: String, _ english: String, isShort: Bool = false,
    _ value: @escaping @Sendable (TargetRow) -> Double?
  ) -> TargetColumn {
    TargetColumn(
      chinese, english, isShort: isShort, unit: "百万元 million CNY", number: value
    ) { value, language in
      Numbers.money(value, in: language)
    }
  }

  private static func count(
    _ chinese: String, _ english: String, isShort: Bool = false,
    _ value: @escaping @Sendable (TargetRow) -> Double?
  ) -> TargetColumn {
    TargetColumn(chinese, english, isShort: isShort, number: value) { value, _ in
      Numbers.count(value)
    }
  }

  private static func ratio(
    _ chinese: String, _ english: String, _ value: @escaping @Sendable (TargetRow) -> Double?
  ) -> TargetColumn {
    TargetColumn(chinese, english, number: value) { value, _ in Numbers.ratio(value) }
  }

  private static func word(
    _ chinese: String, _ english: String, isShort: Bool = false,
    _ text: @escaping @Sendable (TargetRow, Language) -> String
  ) -> TargetColumn {
    TargetColumn(chinese, english, isShort: isShort, text: text)
  }

  private static let leads = word("线索企业", "firms to call", isShort: true) {
    $1.list($0.leads(in: $1))
  }

  private static let commitments = word("签约/在建项目", "signed or building") {
    $1.list($0.commitments(in: $1))
  }

  /// All columns of the list, in order; a further criterion is one more line here.
  static let all: [TargetColumn] = [
    count("名次", "rank", isShort: true) { Double($0.opportunity.rank) },
    count("投产后名次", "rank once committed") { row in
      row.opportunity.committedRank.map { Double($0) }
    },
    word("环节", "link", isShort: true) { $0.name(in: $1) },
    TargetColumn("环节编号", "link id", isTranslated: false) { row, _ in
      row.opportunity.link.id.description
    },
    word("产业链", "chain", isShort: true) { $0.chain.name.text(in: $1) },
    word("位置", "stage") { $0.opportunity.link.stage.name(in: $1) },
    word("覆盖", "coverage", isShort: true) { $0.opportunity.coverage.name(in: $1) },
    word("类型", "kind", isShort: true) { $0.opportunity.kind.name(in: $1) },
    money("链上增加值/年", "chain value a year", isShort: true) {
      $0.opportunity.chainValue.millionCNY
    },
    money("本地外购/年", "bought outside a year", isShort: true) {
      $0.opportunity.chainValue.unmetDemandMillionCNY
    },
    money("典型工厂年产值", "typical plant's output a year") {
      $0.opportunity.chainValue.plantOutputMillionCNY
    },
    money("其中本地销售", "sold inside") { $0.opportunity.chainValue.soldInsideMillionCNY },
    money("其中外销", "sold outside") { $0.opportunity.chainValue.soldOutsideMillionCNY },
    money("外销自身增加值（不计入排名）", "earned anywhere (not ranked)") {
      $0.opportunity.chainValue.earnedAnywhereMillionCNY
    },
    ratio("本地含量", "local content") { $0.opportunity.chainValue.localContent },
    ratio("自身增加值率", "value added per output") { $0.opportunity.chainValue.valueAdded },
    ratio("自身循环需求", "self-demand") { $0.opportunity.chainValue.selfDemand },
    count("本地买方环节数", "covered buyers") { Double($0.opportunity.reach.buyers.count) },
    count("涉及产业链数", "chains served") { Double($0.opportunity.reach.buyerChainCount) },
    count("本地供方环节数", "covered suppliers") { Double($0.opportunity.reach.suppliers.count) },
    count("贯通环节对数", "pairs bridged") { $0.opportunity.bridging.pairCount },
    money("典型工厂投资", "typical investment") {
      $0.opportunity.link.plant.investmentMillionCNY?.value
    },
    count("典型用地（亩）", "typical land (mu)") { $0.opportunity.link.plant.landMu?.value },
    count("典型用工（人）", "typical jobs") { $0.opportunity.link.plant.jobs?.value },
    leads, commitments,
    word("所需条件", "needs") { $1.list($0.needs(in: $1)) },
    word("理由", "reason") { $0.reason(in: $1) },
    word("数据等级（最弱）", "weakest grade") { $0.explanation.weakestGrade.name(in: $1) },
  ]

  /// The columns of the short tables.
  static let short = all.filter(\.isShort)

  /// The same, with who has signed in place of whom to call.
  static let shortForCommitments = Array(short.dropLast()) + [commitments]
}
