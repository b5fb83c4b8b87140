import Diagnostics
import IndustryChain
import YAML

/// What can be wrong with a single value.
extension Diagnostic {
  static func wrongType(
    _ node: YAMLNode, expected: LocalizedText, help: LocalizedText? = nil, fix: Fix? = nil,
    in file: SourceFile
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
      String(
        chinese: "此处应为", Language.chinese.text(expected), "，实际是", Language.chinese.text(found)),
      help: help, fix: fix)
  }

  /// A value where a map belongs, of which an example may be known.
  static func noMap(
    _ node: YAMLNode, expected: LocalizedText, example: String? = nil, in file: SourceFile
  ) -> Self {
    .wrongType(
      node,
      expected: LocalizedText(
        "\(Language.english.text(expected)) as a map",
        String(chinese: "键值表形式的", Language.chinese.text(expected))),
      help: example.map { LocalizedText("write as in `\($0)`", "写法如 `\($0)`") }, in: file)
  }

  /// A text where `true` or `false` belongs.
  static func noFlag(_ node: YAMLNode, in file: SourceFile) -> Self {
    let word = node.isScalar ? ChineseWords.flag(for: node.trimmedText) : nil
    return .wrongType(
      node, expected: ValueType.flag.words, help: word.map { .write($0) },
      fix: word.flatMap { .writing($0, for: node.located, .certain) }, in: file)
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
    let serial = day == nil ? CalendarDate(excelSerial: word.value) : nil
    return Self(
      .badDate, at: .init(file: file, range: word.range),
      "\"\(word.value.shortened)\" is no day of the calendar",
      "“\(word.value.shortened)”不是日历上的一天",
      help: day.map { .write($0.description) } ?? serial.map { .excelSerial(word.value, $0) }
        ?? LocalizedText(
          "write year, month and day: `2021-01-26`", "写明年月日：`2021-01-26`"),
      fix: day.flatMap { .writing($0.description, for: word, .certain) }
        ?? serial.flatMap { .writing($0.description, for: word, .likely) })
  }

  static func badPartialDate(_ word: Located<String>, in file: SourceFile) -> Self {
    .noDate(
      word,
      help: LocalizedText(
        "write `2020`, `2020-06` or `2020-06-30`", "写 `2020`、`2020-06` 或 `2020-06-30`"),
      in: file)
  }

  /// A text where a date belongs; `help` is what to write where the text does not show it.
  static func noDate(_ word: Located<String>, help: LocalizedText, in file: SourceFile) -> Self {
    let date = PartialDate(otherSpelling: word.value)
    let serial = date == nil ? CalendarDate(excelSerial: word.value) : nil
    return Self(
      .badDate, at: .init(file: file, range: word.range),
      "\"\(word.value.shortened)\" is no date", "“\(word.value.shortened)”不是日期",
      help: date.map { .write($0.description) } ?? serial.map { .excelSerial(word.value, $0) }
        ?? help,
      fix: date.flatMap { .writing($0.description, for: word, .certain) }
        ?? serial.flatMap { .writing($0.description, for: word, .likely) })
  }

  /// A number that cannot be read; `unit` is the one that it is counted in, which is not written.
  static func badNumber(
    _ word: Located<String>, _ flaw: AmountFlaw, unit: OwnUnit? = nil, in file: SourceFile
  ) -> Self {
    let number = unit.flatMap { Amount.digits(of: word.value, beforeOneOf: $0.spellings) }
    let precise = Amount.withoutHedge(word.value).flatMap { text in
      unit.flatMap { Amount.digits(of: text, beforeOneOf: $0.spellings) }
        ?? ((try? Amount.number(text)) == nil ? nil : text)
    }
    return Self(
      .badNumber, at: .init(file: file, range: word.range),
      flaw.message(about: word.value, .number),
      help: number.map {
        LocalizedText("write `\($0)`; the key says the unit", "只写 `\($0)`，单位由键名规定")
      } ?? flaw.help(precise: precise),
      fix: number.flatMap { .writing($0, for: word, .certain) }
        ?? precise.flatMap { .writing($0, for: word, .likely) })
  }

  /// A share that is no number; many are written in per cent.
  static func badShare(_ word: Located<String>, _ flaw: AmountFlaw, in file: SourceFile) -> Self {
    let share = Amount.share(inPercent: word.value).map { $0.description }
    let isPercentage = flaw == .unit("%") || flaw == .unit("％")
    return Self(
      .badNumber, at: .init(file: file, range: word.range),
      flaw.message(about: word.value, .number),
      help: isPercentage
        ? .partOfOne(share, for: word.value.halfWidth.trimmed)
        : flaw.help(precise: nil)
          ?? LocalizedText("write a number from 0 to 1, such as `0.8`", "写 0 到 1 的数，例如 `0.8`"),
      fix: share.flatMap { .writing($0, for: word, .certain) })
  }

  static func badMoney(_ word: Located<String>, _ flaw: AmountFlaw, in file: SourceFile) -> Self {
    let precise = Amount.withoutHedge(word.value).flatMap {
      (try? Amount.millionCNY($0)) == nil ? nil : $0
    }
    let help =
      switch flaw {
      case .range: flaw.help(precise: nil)
      case _ where precise != nil: flaw.help(precise: precise)
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
      help: help, fix: precise.flatMap { .writing($0, for: word, .likely) })
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

  /// What to write instead of a range, or of a number that is said to be about so; `nil` where the
  /// text is neither.
  func help(precise number: String?) -> LocalizedText? {
    if case .range(let low, let high) = self {
      return LocalizedText(
        "write one number between \(low) and \(high), and put the range into `source`",
        "在 \(low) 和 \(high) 之间取一个数，区间写进 `source`（表格为“来源”列）")
    }
    return number.map { LocalizedText("write the number alone: `\($0)`", "只写数：`\($0)`") }
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
    case .range:
      LocalizedText(
        "\"\(text)\" is a range and no \(meaning.english)", "“\(text)”是区间，不是\(meaning.chinese)")
    case .unit(let unit):
      LocalizedText(
        "\"\(text)\" is no \(meaning.english): \"\(unit.shortened)\" is no unit that is read here",
        "“\(text)”不是\(meaning.chinese)：此处不认“\(unit.shortened)”这个单位")
    }
  }
}

extension LocalizedText {
  /// A day as Excel counts them, which a table shows that was saved without the form of its cells.
  fileprivate static func excelSerial(_ serial: String, _ day: CalendarDate) -> Self {
    Self(
      "\(serial) is how Excel counts days: write `\(day)`", "\(serial) 是 Excel 的日期序号：改为 `\(day)`")
  }

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
