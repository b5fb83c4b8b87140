import Diagnostics
import IndustryChain

/// What can be wrong with a firm table.
extension Diagnostic {
  static func missingFirmID(in file: SourceFile, at range: SourceRange) -> Self {
    Self(
      .missingKey, at: .init(file: file, range: range), "the row has no firm id",
      help: "fill the column `firm`; rows of one firm have the same id")
  }

  static func missingName(of id: Located<String>, in file: SourceFile) -> Self {
    Self(
      .missingName, at: .init(file: file, range: id.range),
      "the firm \"\(id.value)\" has no name",
      help: "fill `name_zh` or `name_en` in the firm's first row")
  }

  static func contradictingFirm(
    _ cell: Located<String>, known: String, of firm: FirmID, in file: SourceFile,
    first: SourceRange
  ) -> Self {
    Self(
      .contradictingFirm, at: .init(file: file, range: cell.range),
      "rows of the firm \"\(firm)\" disagree: \"\(cell.value.shortened)\" here,"
        + " \"\(known.shortened)\" above",
      notes: [Note("the firm begins here", at: .init(file: file, range: first))],
      help: "give two firms two ids, or one firm one wording")
  }

  static func badCount(_ cell: Located<String>, in file: SourceFile) -> Self {
    Self(
      .badCount, at: .init(file: file, range: cell.range),
      "\"\(cell.value.shortened)\" is no number of firms",
      help: "write a whole number from 1, or `several` (`若干`) for a group nobody has counted")
  }

  static func badMilestone(_ cell: Located<String>, in file: SourceFile) -> Self {
    Self(
      .badDate, at: .init(file: file, range: cell.range),
      "\"\(cell.value.shortened)\" is no date",
      help: "write `2020`, `2020-06` or `2020-06-30`, or `yes` (`是`) where nobody knows it")
  }

  static func milestonesOutOfOrder(
    _ column: FirmColumn, _ cell: Located<String>, before earlier: Located<String>,
    in file: SourceFile
  ) -> Self {
    Self(
      .milestonesOutOfOrder, at: .init(file: file, range: cell.range),
      "\"\(column.rawValue)\" was reached on \(cell.value), before an earlier stage",
      notes: [
        Note("on \(earlier.value)", at: .init(file: file, range: earlier.range))
      ],
      help: "check the two dates; stages run negotiating, signed, building, operating, closed")
  }

  static func badCreditCode(
    _ cell: Located<String>, _ flaw: CreditCode.Flaw, in file: SourceFile
  ) -> Self {
    let (problem, help) =
      switch flaw {
      case .length(let length):
        ("it has \(length) characters and needs 18", "copy the whole code")
      case .character(let character):
        (
          "\"\(character)\" is no character of such codes",
          "write digits and capital letters; I, O, Z, S and V do not occur"
        )
      case .checkCharacter(let expected):
        (
          "its check character would be \"\(expected)\"",
          "compare the code with its source; one of its characters is wrong"
        )
      }
    return Self(
      .badCreditCode, at: .init(file: file, range: cell.range),
      "\"\(cell.value.shortened)\" is no unified social credit code: \(problem)", help: help)
  }
}
