import Diagnostics
import IndustryChain

/// What can be wrong with a firm table.
extension Diagnostic {
  static func missingFirmID(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .missingKey, at: .init(file: file, range: range), "the row has no firm id", "这一行没有企业编号",
      help: LocalizedText(
        "fill the column `firm`; rows of one firm have the same id",
        "填写 `firm`（企业编号）列；同一企业的各行编号相同"))
  }

  static func missingName(of id: Located<String>, in file: SourceFile) -> Self {
    Self(
      .missingName, at: .init(file: file, range: id.range),
      "the firm \"\(id.value)\" has no name", "企业“\(id.value)”没有名称",
      help: LocalizedText(
        "fill `name_zh` or `name_en` in the firm's first row",
        "在该企业第一行填写 `name_zh` 或 `name_en`"))
  }

  static func contradictingFirm(
    _ cell: Located<String>, known: String, of firm: FirmID, in file: SourceFile,
    first: SourceRange
  ) -> Self {
    Self(
      .contradictingFirm, at: .init(file: file, range: cell.range),
      "rows of the firm \"\(firm)\" disagree: \"\(cell.value.shortened)\" here,"
        + " \"\(known.shortened)\" above",
      "企业“\(firm)”前后不一致：这里是“\(cell.value.shortened)”，前面是“\(known.shortened)”",
      notes: [
        Note("the firm begins here", "该企业从这里开始", at: .init(file: file, range: first))
      ],
      help: LocalizedText(
        "give two firms two ids, or one firm one wording", "两家企业用两个编号，同一企业写法统一"))
  }

  static func badCount(_ cell: Located<String>, in file: SourceFile) -> Self {
    Self(
      .badCount, at: .init(file: file, range: cell.range),
      "\"\(cell.value.shortened)\" is no number of firms", "“\(cell.value.shortened)”不是企业数",
      help: LocalizedText(
        "write a whole number from 1, or `several` (`若干`) for a group nobody has counted",
        "写 1 以上的整数；没有统计过的写 `若干`"))
  }

  static func badMilestone(_ cell: Located<String>, in file: SourceFile) -> Self {
    .noDate(
      cell,
      help: LocalizedText(
        "write `2020`, `2020-06` or `2020-06-30`, or `yes` (`是`) where nobody knows it",
        "写 `2020`、`2020-06` 或 `2020-06-30`；日期不详的写 `是`"),
      in: file)
  }

  static func milestonesOutOfOrder(
    _ column: FirmColumn, _ cell: Located<String>, before earlier: Located<String>,
    in file: SourceFile
  ) -> Self {
    Self(
      .milestonesOutOfOrder, at: .init(file: file, range: cell.range),
      "\"\(column.rawValue)\" was reached on \(cell.value), before an earlier stage",
      "“\(column.chineseNames.first ?? column.rawValue)”的日期 \(cell.value) 早于前一阶段",
      notes: [
        Note(
          "on \(earlier.value)", "前一阶段是 \(earlier.value)",
          at: .init(file: file, range: earlier.range))
      ],
      help: LocalizedText(
        "check the two dates; stages run negotiating, signed, building, operating, closed",
        "核对两个日期；阶段依次为在谈、签约、在建、投产、退出"))
  }

  static func badCreditCode(
    _ cell: Located<String>, _ flaw: CreditCode.Flaw, in file: SourceFile
  ) -> Self {
    let (english, chinese, help) =
      switch flaw {
      case .length(let length):
        (
          "it has \(length) characters and needs 18", "它有 \(length) 位，应为 18 位",
          LocalizedText("copy the whole code", "复制完整的代码")
        )
      case .character(let character):
        (
          "\"\(character)\" is no character of such codes", "代码里不会出现“\(character)”",
          LocalizedText(
            "write digits and capital letters; I, O, Z, S and V do not occur",
            "只写数字和大写字母；不含 I、O、Z、S、V")
        )
      case .checkCharacter(let expected):
        (
          "its check character would be \"\(expected)\"", "校验位应为“\(expected)”",
          LocalizedText(
            "compare the code with its source; one of its characters is wrong",
            "与来源核对，其中有一位写错了")
        )
      }
    return Self(
      .badCreditCode, at: .init(file: file, range: cell.range),
      "\"\(cell.value.shortened)\" is no unified social credit code: \(english)",
      "“\(cell.value.shortened)”不是统一社会信用代码：\(chinese)", help: help)
  }
}
