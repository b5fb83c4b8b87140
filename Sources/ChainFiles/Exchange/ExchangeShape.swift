public import IndustryChain

/// What a table of a definition looks like: its columns, and what may stand in them.
public struct ExchangeShape: Hashable, Sendable {
  /// A column and what a person who fills it in should know.
  public struct Column: Hashable, Sendable {
    /// What may stand in the cells.
    public enum Content: Hashable, Sendable {
      /// An id, a code or a text.
      case text
      /// A number, or an amount of money in words.
      case figure
      /// One of a few words.
      case choice([String])
      /// What stands in the first column of another table.
      case reference(String)
    }

    /// The key by which imports find it.
    public let key: String
    /// What it is called and holds, in both languages.
    public let label: LocalizedText
    /// A sentence or two on how to fill it in.
    public let note: LocalizedText
    /// What may stand in it.
    public let content: Content
  }

  /// Chinese names of tables and headings that earlier exports had, with those of today.
  static let formerNames = ["建厂条件": "落地条件"]

  /// The unit behind the name of a column of money.
  static let millionCNY = "（百万元）"

  /// The key by which imports find the table.
  public let key: String
  /// What it is called.
  public let label: LocalizedText
  /// What it is for, in a sentence.
  public let purpose: LocalizedText
  /// The columns, those first that tell the rows apart.
  public let columns: [Column]
}

extension ExchangeShape.Column {
  init(
    _ key: String, _ english: String, _ chinese: String, _ content: Content = .text,
    note: (String, String) = ("", "")
  ) {
    self.init(
      key: key, label: LocalizedText(english: english, chinese: chinese),
      note: LocalizedText(english: note.0, chinese: note.1), content: content)
  }

  /// The columns that say where a figure is from.
  static let provenance = [
    Self(
      "grade", "how good it is", "数据等级", .choice(Grade.words),
      note: (
        "reported: a named source with its date. estimate: the basis is told. assumed: our default.",
        "reported 有来源和日期；estimate 为估算，写明依据；assumed 为默认假设。"
      )),
    Self("source_en", "source or basis, in English", "来源（英文）"),
    Self("source_zh", "source or basis, in Chinese", "来源（中文）"),
    Self(
      "as_of", "the time that it speaks of", "数据时间",
      note: ("2020, 2020-06 or 2020-06-30.", "写 2020、2020-06 或 2020-06-30。")),
  ]

  /// The columns of a text in both languages.
  static func text(_ key: String, _ english: String, _ chinese: String) -> [Self] {
    [
      Self("\(key)_en", "\(english), in English", "\(chinese)（英文）"),
      Self("\(key)_zh", "\(english), in Chinese", "\(chinese)（中文）"),
    ]
  }

  static let flag = Content.choice(["yes"])
}

extension ExchangeShape {
  init(
    _ key: String, _ english: String, _ chinese: String, _ purpose: (String, String),
    _ columns: [Column]
  ) {
    self.init(
      key: key, label: LocalizedText(english: english, chinese: chinese),
      purpose: LocalizedText(english: purpose.0, chinese: purpose.1), columns: columns)
  }

  /// What holds for the definition as a whole, a row each.
  static func settings(_ key: String, _ english: String, _ chinese: String) -> Self {
    Self(
      key, english, chinese,
      ("What holds for the whole: one row each", "整体信息，每项一行"),
      [
        Column("key", "what it is", "项目"), Column("value", "the value", "内容"),
        Column("en", "in English", "英文"), Column("zh", "in Chinese", "中文"),
      ])
  }

  /// The comments and blank lines of the file, so that they come back.
  static let comments = Self(
    "comments", "comments of the file", "文件注释",
    (
      "The comments of the file, so that they come back; leave them as they are, or add your own",
      "文件中的注释，导回时保留；可不改动，也可增加"
    ),
    [
      Column(
        "path", "where it stands", "位置",
        note: ("Keys from the file's top, joined by \" > \".", "从文件顶层起的各级键，以“ > ”相连。")),
      Column("place", "above, beside or below", "方位", .choice(CommentPlace.words)),
      Column("comment", "the line, from its #; blank for a blank line", "注释（以 # 开头，空白表示空行）"),
    ])

  /// The tables of a chain, in the order of their sheets.
  public static let chain: [Self] = [
    settings("chain", "the chain", "产业链"),
    Self(
      "links", "links", "环节", ("One row a link, in the order of the chain", "每个环节一行，按产业链顺序"),
      [
        Column(
          "link", "id", "环节编号",
          note: (
            "Lower-case letters, digits and hyphens, unique in the chain: lighter-valve.",
            "小写字母、数字和连字符，在链内唯一，如 lighter-valve。"
          ))
      ] + Column.text("name", "name", "名称") + [
        Column("stage", "where it stands", "上中下游", .choice(Stage.words)),
        Column("kind", "what it is", "类型", .choice(LinkKind.words)),
        Column("variant_of", "the link of which it is a kind", "所属大类", .reference("links")),
        Column(
          "value_added", "value added per unit of output", "增加值率", .figure,
          note: ("A number from 0 to 1.", "0 到 1 之间的数。")),
        Column(
          "output", "yearly output of a typical plant, million CNY",
          "典型工厂年产值" + ExchangeShape.millionCNY, .figure,
          note: (
            "Million CNY, or an amount with its unit: 24.2亿元.", "单位百万元，或写明单位，如 24.2亿元。"
          )),
        Column(
          "investment", "investment to build it, million CNY", "投资额" + ExchangeShape.millionCNY,
          .figure,
          note: ("As the output.", "写法同年产值。")),
        Column("land_mu", "land, mu", "用地（亩）", .figure),
        Column("jobs", "people employed", "就业人数", .figure),
        Column("power_mw", "electrical load, MW", "用电负荷（兆瓦）", .figure),
        Column("discharge_tonnes_per_day", "waste water, t/day", "废水排放（吨/日）", .figure),
        Column(
          "plant_grade", "grade of the plant's figures", "工厂数据等级", .choice(Grade.words),
          note: (
            "Blank where the chain's holds. A figure that differs has a row in the table figures.",
            "空白表示沿用整链的等级；个别数据不同时，在 figures 表中单列。"
          )),
        Column("plant_source_en", "source of the plant's figures, in English", "工厂数据来源（英文）"),
        Column("plant_source_zh", "source of the plant's figures, in Chinese", "工厂数据来源（中文）"),
        Column("plant_as_of", "the time that the plant's figures speak of", "工厂数据时间"),
        Column(
          "needs", "needs of a plant", "落地条件",
          note: ("Ids of the table needs, separated by semicolons.", "needs 表中的编号，用分号隔开。")),
      ] + Column.text("note", "remark", "备注")),
    Self(
      "inputs", "inputs", "投入", ("One row for each thing that a link buys", "每个环节的每项投入一行"),
      [
        Column("link", "the buyer", "采购环节", .reference("links")),
        Column(
          "supplier", "the supplier", "供应环节", .reference("links"),
          note: (
            "A link of this chain, or chain/link for one of another chain.",
            "本链环节编号；其他链的环节写作“链/环节”。"
          )),
        Column(
          "route", "how it comes", "方式", .choice(InputRoute.words),
          note: (
            "purchase: bought. processing: work sent out. return: material that comes back.",
            "purchase 采购；processing 外协加工；return 回流。"
          )),
        Column(
          "share", "share of the buyer's output value", "投入系数", .figure,
          note: ("A number from 0 to 1; blank where nobody knows it.", "0 到 1 之间的数；未知则留空。")),
        Column(
          "critical", "cannot do without it", "关键", Column.flag),
      ] + Column.provenance),
    Self(
      "figures", "sources of single figures", "单项数据来源",
      ("Where single figures are from that differ from their plant or chain", "与所在工厂或整链来源不同的单项数据"),
      [
        Column("link", "the link", "环节", .reference("links")),
        Column("figure", "the column of the table links", "数据项", .choice(LinkFigure.words)),
      ] + Column.provenance),
    Self(
      "needs", "needs", "落地条件",
      ("Permits and utilities that links may need", "环节可能需要的落地条件，如许可、公用工程"),
      [Column("need", "id", "编号")] + Column.text("name", "name", "名称")),
    Self(
      "codes", "codes", "分类代码", ("Codes of links in classifications", "环节在各分类中的代码"),
      [
        Column("link", "the link", "环节", .reference("links")),
        Column("classification", "classification", "分类", note: ("As gb4754.", "如 gb4754。")),
        Column("code", "code", "代码"),
      ]),
    comments,
  ]
}

/// How an input stands in a table.
enum InputRoute: String, CaseIterable {
  case purchase, processing
  case comesBack = "return"
}

/// The figures of a link, as columns of the table of links.
enum LinkFigure: String, CaseIterable {
  case valueAdded = "value_added"
  case output, investment
  case landMu = "land_mu"
  case jobs
  case powerMW = "power_mw"
  case discharge = "discharge_tonnes_per_day"

  static let plant = allCases.filter { $0 != .valueAdded }
}

/// Where a comment stands at its entry.
enum CommentPlace: String, CaseIterable {
  /// Above the file's first key.
  case head
  case above, beside
  /// After the last entry of the map.
  case below
}
