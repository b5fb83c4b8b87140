import ArgumentParser
import IndustryChain

extension CalendarDate {
  /// Reads a day as it is typed: `2020-12-31`; a month or a year counts from its last day, as in the
  /// firm tables.
  init(typed text: String) throws {
    guard let date = PartialDate(text) else {
      throw ValidationError(
        "write a day, 2020-12-31, or 2020-12 or 2020 for the last day of it",
        "日期请写作 2020-12-31；只写 2020-12 或 2020 即其最后一日")
    }
    self = date.latest
  }
}
