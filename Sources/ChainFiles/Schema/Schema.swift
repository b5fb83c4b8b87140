import IndustryChain
import YAML

/// What a value of a file may be.
indirect enum ValueType: Sendable {
  /// A text, or a text in each language.
  case text
  /// A text in one wording.
  case word
  case id
  /// `chain/link`, or the link alone.
  case link
  /// A number 0…1, or a map with it.
  case share
  /// Money, or a map with it.
  case money
  /// A number, or a map with it.
  case number
  case flag
  case choice([String])
  /// A day.
  case date
  /// A year, a month or a day.
  case partialDate
  case object(ObjectSchema)
  case list(ValueType)
  /// Names that the author chooses, each with a value.
  case table(ValueType)

  /// The type in words, for messages: "a number 0…1".
  var description: String {
    switch self {
    case .text: "a text, or `{en: …, zh: …}`"
    case .word: "a text"
    case .id: "an id"
    case .link: "a link"
    case .share: "a number 0…1"
    case .money: "an amount of money"
    case .number: "a number"
    case .flag: "`true` or `false`"
    case .choice(let words): "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
    case .date: "a date"
    case .partialDate: "a year, a month or a day"
    case .object: "a map"
    case .list: "a list"
    case .table: "a map"
    }
  }

  /// The type in Chinese: "0 到 1 的数".
  var chinese: String {
    switch self {
    case .text: "文字，或 `{en: …, zh: …}`"
    case .word: "文字"
    case .id: "编号"
    case .link: "环节"
    case .share: "0 到 1 的数"
    case .money: "金额"
    case .number: "数字"
    case .flag: "`true` 或 `false`"
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: "、") + " 之一"
    case .date: "日期"
    case .partialDate: "年份、年月或日期"
    case .object, .table: "键值表"
    case .list: "列表"
    }
  }

  /// The type in words, in both languages.
  var words: LocalizedText { LocalizedText(description, chinese) }
}

/// One key of an object.
struct KeySchema: Sendable {
  let key: String
  let type: ValueType
  let isRequired: Bool
  /// What it holds, in English and in Chinese.
  let english: String
  let chinese: String

  init(
    _ key: String, _ type: ValueType, required isRequired: Bool = false, _ english: String,
    _ chinese: String
  ) {
    self.key = key
    self.type = type
    self.isRequired = isRequired
    self.english = english
    self.chinese = chinese
  }
}

/// The keys of one kind of object, in the order that people write them.
///
/// A class, since the reader passes it along with every value.
final class ObjectSchema: Sendable {
  /// What the object is, with its article: "a link".
  let noun: String
  /// The same in Chinese: "环节".
  let chineseNoun: String
  let keys: [KeySchema]
  private let names: [PackedName]
  /// The places in `keys` of those that must be there.
  let required: [Int]

  init(noun: String, _ chineseNoun: String, keys: [KeySchema]) {
    precondition(keys.count <= YAMLObject.capacity, "\(noun) has too many keys")
    self.noun = noun
    self.chineseNoun = chineseNoun
    self.keys = keys
    names = keys.map { PackedName($0.key) }
    required = keys.indices.filter { keys[$0].isRequired }
  }

  /// The place in `keys` of the key of an entry, `nil` where there is none.
  func index(of key: YAMLNode) -> Int? {
    key.withUTF8 { PackedName($0) }.flatMap { names.firstIndex(of: $0) }
  }

  /// The place in `keys` of a key, `nil` where there is none.
  func index(of key: String) -> Int? { names.firstIndex(of: PackedName(key)) }
}

extension ObjectSchema {
  /// A chain file.
  static let chain = ObjectSchema(
    noun: "a chain file", "产业链文件",
    keys: [
      KeySchema("chain", .id, required: true, "the id, unique in the workspace", "产业链编号"),
      KeySchema("name", .text, required: true, "its name", "名称"),
      KeySchema("summary", .text, "a sentence on what it covers", "概要"),
      KeySchema("figures", .object(.provenance), "where its figures are from", "数据来源"),
      KeySchema("needs", .table(.text), "permits and utilities, by id", "许可与公用工程"),
      KeySchema("links", .table(.object(.link)), required: true, "its links, by id", "环节"),
    ])

  /// One link of a chain file.
  static let link = ObjectSchema(
    noun: "a link", "环节",
    keys: [
      KeySchema("name", .text, required: true, "its name", "名称"),
      KeySchema("stage", .choice(Stage.words), required: true, "where it stands", "上中下游"),
      KeySchema("kind", .choice(LinkKind.words), "what it is", "类型"),
      KeySchema("inputs", .table(.share), "what it buys, by link", "投入"),
      KeySchema("processed_by", .table(.share), "work it sends out, by link", "外协加工"),
      KeySchema("value_added", .share, "value added per unit of output", "增加值率"),
      KeySchema("plant", .object(.plant), "one typical plant", "典型工厂"),
      KeySchema("needs", .list(.id), "needs of a plant", "建厂条件"),
      KeySchema("variant_of", .link, "the link of which it is a kind", "所属大类"),
      KeySchema("codes", .table(.word), "codes in classifications", "分类代码"),
      KeySchema("note", .text, "a remark for readers", "备注"),
    ])

  /// A figure that is written as a map.
  static let figure = ObjectSchema(
    noun: "a figure", "数据项",
    keys: [KeySchema("value", .number, "the number", "数值")] + provenance.keys)

  /// An input that is written as a map.
  static let input = ObjectSchema(
    noun: "an input", "投入项",
    keys: [
      KeySchema("share", .share, "value bought per unit of output", "投入系数"),
      KeySchema("critical", .flag, "cannot do without it", "关键"),
      KeySchema("return", .flag, "material that comes back", "回流"),
    ] + provenance.keys)

  /// Work sent out that is written as a map.
  static let processing = ObjectSchema(
    noun: "an entry of `processed_by`", "`processed_by` 的条目",
    keys: input.keys.filter { $0.key != "return" })

  /// Where a figure is from.
  static let provenance = ObjectSchema(
    noun: "a provenance", "来源项",
    keys: [
      KeySchema("grade", .choice(Grade.words), "how good it is", "数据等级"),
      KeySchema("source", .text, "source or basis", "来源"),
      KeySchema("as_of", .partialDate, "the time that it speaks of", "数据时间"),
    ])

  /// A text in two languages.
  static let text = ObjectSchema(
    noun: "a text", "中英文名",
    keys: [
      KeySchema("en", .word, "in English", "英文"),
      KeySchema("zh", .word, "in Chinese", "中文"),
    ])

  /// A typical plant.
  static let plant = ObjectSchema(
    noun: "a plant", "典型工厂",
    keys: [
      KeySchema("output", .money, "yearly output", "年产值"),
      KeySchema("investment", .money, "investment to build it", "投资额"),
      KeySchema("land_mu", .number, "land, mu", "用地（亩）"),
      KeySchema("jobs", .number, "people employed", "就业"),
      KeySchema("power_mw", .number, "electrical load, MW", "用电负荷"),
      KeySchema("discharge_tonnes_per_day", .number, "waste water, t/day", "废水排放"),
    ] + provenance.keys)

  /// A region file.
  static let region = ObjectSchema(
    noun: "a region file", "区域文件",
    keys: [
      KeySchema("region", .id, required: true, "the id", "区域编号"),
      KeySchema("name", .text, required: true, "its name", "名称"),
      KeySchema("code", .word, "administrative code", "行政区划代码"),
      KeySchema("date", .date, required: true, "the day that the tables describe", "数据日期"),
      KeySchema(
        "surveyed", .table(.object(.provenance)), "who has looked at what", "已调查的链或环节"),
      KeySchema("final_demand", .table(.money), "demand from outside all chains", "最终需求"),
      KeySchema("supply_ratio", .table(.share), "known local supply ratios", "本地配套率"),
      KeySchema("chief_firms", .table(.id), "the firm that leads a chain", "链主"),
      KeySchema("chain_leads", .table(.text), "the official responsible", "链长"),
      KeySchema("provides", .list(.id), "needs that it meets", "已具备条件"),
      KeySchema(
        "lacks", .table(.object(.shortcoming)), "needs that it cannot meet", "不具备条件"),
      KeySchema("priorities", .table(.share), "what the planner wants, 0…1", "规划优先"),
      KeySchema("ranking", .object(.ranking), "what the ranking weighs", "评分规则"),
    ])
}

extension CaseIterable where Self: RawRepresentable<String> {
  /// The spellings in the order of the cases.
  static var words: [String] { allCases.map(\.rawValue) }
}
