import Diagnostics
import IndustryChain
import YAML

/// What can be wrong with a single value.
extension Diagnostic {
  static func wrongType(
    _ node: YAMLNode, expected: LocalizedText, in file: SourceFile
  ) -> Self {
    let found: LocalizedText =
      switch node.kind {
      case .plain, .quoted:
        node.text.isEmpty
          ? LocalizedText("nothing", "空白")
          : LocalizedText("the text \"\(node.text.shortened)\"", "文字“\(node.text.shortened)”")
      case .mapping: LocalizedText("a map", "键值表")
      case .sequence: LocalizedText("a list", "列表")
      }
    return Self(
      .wrongType, at: .init(file: file, range: node.range),
      "expected \(Language.english.text(expected)), found \(Language.english.text(found))",
      "此处应为\(Language.chinese.text(expected))，实际是\(Language.chinese.text(found))")
  }

  /// A value where a map belongs.
  static func noMap(_ node: YAMLNode, expected: LocalizedText, in file: SourceFile) -> Self {
    .wrongType(
      node,
      expected: LocalizedText(
        "\(Language.english.text(expected)) as a map", "键值表形式的\(Language.chinese.text(expected))"),
      in: file)
  }

  static func emptyText(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .wrongType, at: .init(file: file, range: range), "the text is empty in both languages",
      "中英文都是空白",
      help: LocalizedText(
        "write `{en: …, zh: …}` with at least one of the two",
        "写成 `{en: …, zh: …}`，至少填一种语言"))
  }

  static func unknownValue(
    _ word: Located<String>, of words: [String], in file: SourceFile
  ) -> Self {
    let translation = ChineseWords.match(word.value, among: words)
    let nearest = translation == nil ? word.value.nearestMatch(among: words) : nil
    return Self(
      .unknownValue, at: .init(file: file, range: word.range),
      "\"\(word.value.shortened)\" is none of the words that may stand here",
      "此处不能填“\(word.value.shortened)”",
      help: (translation?.word ?? nearest?.name).map { .write($0) } ?? .oneOf(words),
      fix: .writing(translation, for: word)
        ?? .writing(nearest, for: word, atBest: .certain))
  }

  static func badID(
    _ word: Located<String>, inShortRow isInShortRow: Bool = false, in file: SourceFile
  ) -> Self {
    // Where commas are missing, the cell may hold more than the id.
    let repaired = isInShortRow ? nil : word.value.repairedID
    return Self(
      .badID, at: .init(file: file, range: word.range),
      "\"\(word.value.shortened)\" is no id: ids are lower-case letters, digits and hyphens",
      "“\(word.value.shortened)”不能作编号：编号只用小写字母、数字和连字符",
      help: repaired.map { .write($0) }
        ?? LocalizedText(
          "write an id such as `lighter-hardware`", "写成 `lighter-hardware` 这样的编号"),
      fix: repaired.flatMap { .writing($0, for: word, .likely) })
  }

  /// A chain whose file would be the settings'.
  static func settingsAsChain(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .badID, at: .init(file: file, range: range),
      "a chain cannot be named \"\(ChainID.reserved)\": workspace.yaml holds the settings",
      "产业链编号不能用“\(ChainID.reserved)”：workspace.yaml 是工作区的设置文件",
      help: LocalizedText("choose another id", "换一个编号"))
  }

  static func badDay(_ word: Located<String>, in file: SourceFile) -> Self {
    let day = PartialDate(otherSpelling: word.value).flatMap { $0.day == nil ? nil : $0 }
    return Self(
      .badDate, at: .init(file: file, range: word.range),
      "\"\(word.value.shortened)\" is no day of the calendar",
      "“\(word.value.shortened)”不是日历上的一天",
      help: day.map { .write($0.description) }
        ?? LocalizedText(
          "write year, month and day: `2021-01-26`", "写明年月日：`2021-01-26`"),
      fix: day.flatMap { .writing($0.description, for: word, .certain) })
  }

  static func badPartialDate(_ word: Located<String>, in file: SourceFile) -> Self {
    let date = PartialDate(otherSpelling: word.value)
    return Self(
      .badDate, at: .init(file: file, range: word.range),
      "\"\(word.value.shortened)\" is no date", "“\(word.value.shortened)”不是日期",
      help: date.map { .write($0.description) }
        ?? LocalizedText(
          "write `2020`, `2020-06` or `2020-06-30`", "写 `2020`、`2020-06` 或 `2020-06-30`"),
      fix: date.flatMap { .writing($0.description, for: word, .certain) })
  }

  /// A number that cannot be read; `unit` is the one that it is counted in, which is not written.
  static func badNumber(
    _ word: Located<String>, _ flaw: AmountFlaw, unit: OwnUnit? = nil, in file: SourceFile
  ) -> Self {
    let number = unit.flatMap { Amount.digits(of: word.value, beforeOneOf: $0.spellings) }
    return Self(
      .badNumber, at: .init(file: file, range: word.range),
      flaw.message(about: word.value, .number),
      help: number.map {
        LocalizedText("write `\($0)`; the key says the unit", "只写 `\($0)`，单位由键名规定")
      },
      fix: number.flatMap { .writing($0, for: word, .certain) })
  }

  /// A share that is no number; many are written in per cent.
  static func badShare(_ word: Located<String>, _ flaw: AmountFlaw, in file: SourceFile) -> Self {
    let share = Amount.share(inPercent: word.value).map { $0.description }
    let isPercentage = flaw == .unit("%") || flaw == .unit("％")
    return Self(
      .badNumber, at: .init(file: file, range: word.range),
      flaw.message(about: word.value, .number),
      help: isPercentage ? .partOfOne(share, for: word.value.halfWidth.trimmed) : nil,
      fix: share.flatMap { .writing($0, for: word, .certain) })
  }

  static func badMoney(_ word: Located<String>, _ flaw: AmountFlaw, in file: SourceFile) -> Self {
    let help =
      switch flaw {
      case .negative:
        LocalizedText(
          "write an amount from 0 up, or leave it out where it is not known",
          "写不小于 0 的金额；不清楚的留空")
      case .unit(let unit) where unit.isForeignCurrency:
        LocalizedText(
          "convert it into CNY, and say in `source` at which rate",
          "折算成人民币，并在 `source`（表格为“来源”列）里注明汇率")
      default:
        LocalizedText(
          "write million CNY as a plain number, or `24.2亿元`, `2401.83万元`, `3 million CNY`",
          "写纯数字（单位：百万元），或写 `24.2亿元`、`2401.83万元`")
      }
    return Self(
      .badMoney, at: .init(file: file, range: word.range), flaw.message(about: word.value, .money),
      help: help)
  }

  static func reportedWithoutSource(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .reportedWithoutSource, at: .init(file: file, range: range),
      "what is graded \"reported\" needs a source", "数据等级为“reported”（有报道）的，必须写明来源",
      help: LocalizedText(
        "add `source` with the name and the date of the source, or grade it `estimate`",
        "用 `source` 写明来源名称和日期，或把等级改为 `estimate`（估算）"))
  }

  private init(
    _ rule: Rule, at location: Location?, _ message: LocalizedText, help: LocalizedText? = nil,
    fix: Fix? = nil
  ) {
    self.init(
      id: rule.id, severity: rule.severity, location: location, message: message, help: help,
      fix: fix)
  }
}

extension AmountFlaw {
  /// What a text was meant as.
  enum Meaning {
    case number, money

    var english: String {
      switch self {
      case .number: "number"
      case .money: "amount of money"
      }
    }

    var withArticle: String {
      switch self {
      case .number: "a number"
      case .money: "an amount of money"
      }
    }

    var chinese: String {
      switch self {
      case .number: "数字"
      case .money: "金额"
      }
    }
  }

  /// The flaw in words.
  func message(about text: String, _ meaning: Meaning) -> LocalizedText {
    let text = text.shortened
    return switch self {
    case .number:
      LocalizedText("\"\(text)\" is no \(meaning.english)", "“\(text)”不是\(meaning.chinese)")
    case .negative: LocalizedText("\"\(text)\" is below zero", "“\(text)”小于零")
    case .tooLarge(let bound):
      LocalizedText(
        "\"\(text)\" is too large for \(meaning.withArticle): more than \(bound.english)",
        "“\(text)”作为\(meaning.chinese)过大，超过 \(bound.chinese)")
    case .tooSmall:
      LocalizedText(
        "\"\(text)\" is too small for \(meaning.withArticle)", "“\(text)”作为\(meaning.chinese)过小")
    case .unit(let unit):
      LocalizedText(
        "\"\(text)\" is no \(meaning.english): \"\(unit.shortened)\" is no unit that is read here",
        "“\(text)”不是\(meaning.chinese)：此处不认“\(unit.shortened)”这个单位")
    }
  }
}

extension LocalizedText {
  /// How a percentage is written: "write it as a part of one: `0.35` for 35%".
  static func partOfOne(_ share: String?, for percentage: String) -> Self {
    let (share, percentage) = share.map { ($0, percentage) } ?? ("0.45", "45%")
    return Self(
      "write it as a part of one: `\(share)` for \(percentage)",
      "写成小数：\(percentage) 写作 `\(share)`")
  }
}

extension String {
  /// Whether a unit of money names another currency than ours.
  fileprivate var isForeignCurrency: Bool {
    let text = lowercased()
    return [
      "美元", "美金", "欧元", "日元", "港元", "港币", "英镑", "韩元", "usd", "eur", "jpy", "hkd", "gbp", "$", "€",
    ]
    .contains { text.contains($0) }
  }

  /// The id that says the same as a text: in small letters, with hyphens for blanks and underscores;
  /// `nil` where a character would be lost, since what is left may be another's name.
  var repairedID: String? {
    let joined = String(halfWidth.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
    return joined.isID ? joined : nil
  }
}
