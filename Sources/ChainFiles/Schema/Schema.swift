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
  /// Two numbers 0…1, the lower first.
  case range
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
    case .range: "a list of two numbers 0…1, the lower first"
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
    case .range: "两个 0 到 1 的数，小的在前"
    case .object, .table: "键值表"
    case .list: "列表"
    }
  }

  /// The type in words, in both languages.
  var words: LocalizedText { LocalizedText(description, chinese) }
}

/// What a name in a file stands for.
public enum NameKind: Hashable, Sendable {
  case link
  case chain
  /// A chain, or one of its links.
  case scope
  case need
  case firm
  /// A rule of the check.
  case rule
}

/// How a number may be written.
enum NumberForm: Sendable {
  /// Alone, or as a map of `value`, `grade` and `source`.
  case figure
  /// Alone only.
  case plain
  /// Alone, or as a map of its own kind.
  case map(ObjectSchema)

  /// The map that may stand for the number.
  var map: ObjectSchema? {
    switch self {
    case .figure: .figure
    case .plain: nil
    case .map(let schema): schema
    }
  }
}

/// One key of an object.
struct KeySchema: Sendable {
  let key: String
  let type: ValueType
  let isRequired: Bool
  /// What it holds, in English and in Chinese.
  let english: String
  let chinese: String
  /// What its value names, or each item of it, or of a table each value.
  var names: NameKind?
  /// What the keys of its table name; `nil` where the author chooses them.
  var keyNames: NameKind?
  /// Whether the keys of its table are ids that it defines.
  var definesIDs = false
  /// How its number, or each number of its table, may be written.
  var numbers = NumberForm.figure
  /// A line as an author would write it.
  var example: String?

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

  /// The key whose value, or whose table's values, name things of a kind.
  func naming(_ kind: NameKind) -> Self { with { $0.names = kind } }

  /// The key whose table is keyed by names of a kind.
  func keyed(by kind: NameKind) -> Self { with { $0.keyNames = kind } }

  /// The key whose table defines ids.
  func definingIDs() -> Self { with { $0.definesIDs = true } }

  /// The key whose numbers are written in a form.
  func written(as numbers: NumberForm) -> Self { with { $0.numbers = numbers } }

  /// The key with a line as an author would write it.
  func example(_ line: String) -> Self { with { $0.example = line } }

  private func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
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
  /// The places in `keys` of those that must be there, a bit each: a list would be counted as held by
  /// every thread that reads it.
  let required: UInt16
  /// The places of `grade`, `source` and `as_of`, where it has them.
  let provenancePlaces: (grade: Int, source: Int, asOf: Int)?

  init(noun: String, _ chineseNoun: String, keys: [KeySchema]) {
    precondition(keys.count <= YAMLObject.capacity, "\(noun) has too many keys")
    self.noun = noun
    self.chineseNoun = chineseNoun
    self.keys = keys
    names = keys.map { PackedName($0.key) }
    required = keys.indices.reduce(0) { keys[$1].isRequired ? $0 | 1 << $1 : $0 }
    func place(_ key: String) -> Int? { keys.firstIndex { $0.key == key } }
    provenancePlaces =
      if let grade = place("grade"), let source = place("source"), let asOf = place("as_of") {
        (grade, source, asOf)
      } else {
        nil
      }
  }

  /// The place in `keys` of the key of an entry, `nil` where there is none.
  ///
  /// `next` is looked at first, since most entries stand in the schema's order.
  func index(of key: YAMLNode, expecting next: Int) -> Int? {
    guard let name = key.withUTF8({ PackedName($0) }) else { return nil }
    if next < names.count, names[next] == name { return next }
    return names.firstIndex(of: name)
  }

  /// The place in `keys` of a key that is surely there.
  func place(of key: String) -> Int {
    guard let place = index(of: key) else {
      preconditionFailure("\(noun) has no key \(key)")
    }
    return place
  }

  /// A line with a key as an author would write it.
  func example(of key: String) -> String? { index(of: key).flatMap { keys[$0].example } }

  /// The place in `keys` of a key, `nil` where there is none, as for any key that is too long.
  func index(of key: String) -> Int? {
    var key = key
    return key.withUTF8 { PackedName($0) }.flatMap { names.firstIndex(of: $0) }
  }
}

extension ObjectSchema {
  /// A chain file.
  static let chain = ObjectSchema(
    noun: "a chain file", "产业链文件",
    keys: [
      KeySchema("chain", .id, required: true, "the id, unique in the workspace", "产业链编号")
        .example("chain: lighter"),
      KeySchema("name", .text, required: true, "its name", "名称")
        .example("name: {en: Lighters, zh: 打火机}"),
      KeySchema("summary", .text, "a sentence on what it covers", "概要")
        .example("summary: {en: From parts to lighters, zh: 从零件到成品}"),
      KeySchema("figures", .object(.provenance), "where its figures are from", "数据来源")
        .example("figures: {grade: estimate, source: 行业常识}"),
      KeySchema("needs", .table(.text), "permits and utilities, by id", "落地条件")
        .definingIDs()
        .example("needs: {hazardous-waste-permit: 危险废物经营许可证}"),
      KeySchema("links", .table(.object(.link)), required: true, "its links, by id", "环节")
        .definingIDs()
        .example("links: {ore: {name: 矿石, stage: upstream}}"),
    ])

  /// One link of a chain file.
  static let link = ObjectSchema(
    noun: "a link", "环节",
    keys: [
      KeySchema("name", .text, required: true, "its name", "名称")
        .example("name: {en: Ternary precursor, zh: 三元前驱体}"),
      KeySchema("stage", .choice(Stage.words), required: true, "where it stands", "上中下游")
        .example("stage: midstream"),
      KeySchema("kind", .choice(LinkKind.words), "what it is", "类型")
        .example("kind: material"),
      KeySchema("inputs", .table(.share), "what it buys, by link", "投入")
        .keyed(by: .link)
        .written(as: .map(.input))
        .example("inputs: {nickel-sulphate: 0.45, recycling: {share: 0.1, return: true}}"),
      KeySchema("processed_by", .table(.share), "work it sends out, by link", "外协加工")
        .keyed(by: .link)
        .written(as: .map(.processing))
        .example("processed_by: {surface-treatment/electroplating: 0.02}"),
      KeySchema("value_added", .share, "value added per unit of output", "增加值率")
        .example("value_added: 0.18"),
      KeySchema("plant", .object(.plant), "one typical plant", "典型工厂")
        .example("plant: {output: 24.2亿元, land_mu: 300, jobs: 800}"),
      KeySchema("needs", .list(.id), "needs of a plant", "落地条件")
        .naming(.need)
        .example("needs: [hazardous-waste-permit]"),
      KeySchema("variant_of", .link, "the link of which it is a kind", "所属大类")
        .naming(.link)
        .example("variant_of: precursor"),
      KeySchema("codes", .table(.word), "codes in classifications", "分类代码")
        .example("codes: {gb4754: \"3985\"}"),
      KeySchema("note", .text, "a remark for readers", "备注")
        .example("note: {en: Also called NCM precursor, zh: 又称镍钴锰前驱体}"),
    ])

  /// A figure that is written as a map.
  static let figure = ObjectSchema(
    noun: "a figure", "数据项",
    keys: [
      KeySchema("value", .number, "the number", "数值")
        .written(as: .plain)
    ] + provenance.keys)

  /// An input that is written as a map.
  static let input = ObjectSchema(
    noun: "an input", "投入项",
    keys: [
      KeySchema("share", .share, "value bought per unit of output", "投入系数")
        .example("share: 0.2"),
      KeySchema("critical", .flag, "cannot do without it", "关键")
        .example("critical: true"),
      KeySchema("return", .flag, "material that comes back", "回流")
        .example("return: true"),
    ] + provenance.keys)

  /// Work sent out that is written as a map.
  static let processing = ObjectSchema(
    noun: "an entry of `processed_by`", "`processed_by` 的条目",
    keys: input.keys.filter { $0.key != "return" })

  /// Where a figure is from.
  static let provenance = ObjectSchema(
    noun: "a provenance", "来源项",
    keys: [
      KeySchema("grade", .choice(Grade.words), "how good it is", "数据等级")
        .example("grade: estimate"),
      KeySchema("source", .text, "source or basis", "来源")
        .example("source: {en: Annual report 2020, zh: 2020年年报}"),
      KeySchema("as_of", .partialDate, "the time that it speaks of", "数据时间")
        .example("as_of: 2020-06"),
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
      KeySchema("output", .money, "yearly output", "年产值")
        .example("output: 24.2亿元"),
      KeySchema("investment", .money, "investment to build it", "投资额")
        .example("investment: 3000"),
      KeySchema("land_mu", .number, "land, mu", "用地（亩）"),
      KeySchema("jobs", .number, "people employed", "就业"),
      KeySchema("power_mw", .number, "electrical load, MW", "用电负荷"),
      KeySchema("discharge_tonnes_per_day", .number, "waste water, t/day", "废水排放"),
    ] + provenance.keys)

  /// A region file.
  static let region = ObjectSchema(
    noun: "a region file", "区域文件",
    keys: [
      KeySchema("region", .id, required: true, "the id", "区域编号")
        .example("region: dalong"),
      KeySchema("name", .text, required: true, "its name", "名称")
        .example("name: {en: Dalong, zh: 大龙}"),
      KeySchema("code", .word, "administrative code", "行政区划代码")
        .example("code: 520600"),
      KeySchema("date", .date, required: true, "the day that the tables describe", "数据日期")
        .example("date: 2021-01-26"),
      KeySchema(
        "surveyed", .table(.object(.provenance)), "who has looked at what", "已调查的链或环节"
      )
      .keyed(by: .scope)
      .example("surveyed: {lithium-battery: {grade: reported, source: 2020年普查}}"),
      KeySchema("final_demand", .table(.money), "demand from outside all chains", "最终需求")
        .keyed(by: .link)
        .example("final_demand: {lighter/disposable-lighter: 1.2亿元}"),
      KeySchema("supply_ratio", .table(.share), "known local supply ratios", "本地配套率")
        .keyed(by: .link)
        .example("supply_ratio: {surface-treatment/electroplating: 0.6}"),
      KeySchema("chief_firms", .table(.id), "the firm that leads a chain", "链主")
        .keyed(by: .chain)
        .naming(.firm)
        .example("chief_firms: {lithium-battery: cngr}"),
      KeySchema("chain_leads", .table(.text), "the official responsible", "链长")
        .keyed(by: .chain)
        .example("chain_leads: {lithium-battery: 副县长}"),
      KeySchema("provides", .list(.id), "needs that it meets", "已具备条件")
        .naming(.need)
        .example("provides: [industrial-steam]"),
      KeySchema(
        "lacks", .table(.object(.shortcoming)), "needs that it cannot meet", "不具备条件"
      )
      .keyed(by: .need)
      .example("lacks: {class-a-warehouse: {veto: true}}"),
      KeySchema("priorities", .table(.share), "what the planner wants, 0…1", "规划优先")
        .keyed(by: .scope)
        .example("priorities: {lithium-battery: 0.8}"),
      KeySchema("ranking", .object(.ranking), "what the ranking weighs", "评分规则")
        .example("ranking: {weights: {chain_value: 2}}"),
    ])
}

extension CaseIterable where Self: RawRepresentable<String> {
  /// The spellings in the order of the cases.
  static var words: [String] { allCases.map(\.rawValue) }
}
