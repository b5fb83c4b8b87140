import IndustryChain

extension PartialDate {
  /// Reads the spellings that people use instead of `2021-01-26`: `2021/1/26`, `2021.1.26`,
  /// `2021年1月26日`, `2021-1-26`, and the same to the month or the year.
  ///
  /// The year comes first in all of them, so none can be read in two ways. `nil` for anything else.
  init?(otherSpelling text: String) {
    var rest = Substring(text.halfWidth.trimmed)
    var numbers: [Int] = []
    var separator: Character?
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCIIDigit }
      guard digits.count == 4 || (!numbers.isEmpty && (1...2).contains(digits.count)),
        numbers.count < 3, let number = Int(digits)
      else { return nil }
      numbers.append(number)
      rest = rest.dropFirst(digits.count)
      guard let mark = rest.popFirst() else { break }
      if let unit = ["年", "月", "日"].firstIndex(of: mark) {
        guard unit == numbers.count - 1, separator == nil || separator == "年" else { return nil }
        separator = "年"
      } else {
        guard "/.-".contains(mark), separator == nil || separator == mark, !rest.isEmpty
        else { return nil }
        separator = mark
      }
    }
    guard let year = numbers.first else { return nil }
    self.init(
      year: year, month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }
}

extension CalendarDate {
  /// The day that Excel stores as a number, where it lies in the years 1990…2099: `45658`.
  ///
  /// Excel counts from 30 December 1899, since it takes 1900 for a leap year.
  init?(excelSerial text: String) {
    guard let serial = Int(text.halfWidth.trimmed), (32_874...73_050).contains(serial),
      let start = CalendarDate(year: 1899, month: 12, day: 30)
    else { return nil }
    let number = start.dayNumber + serial
    for year in (1900 + serial / 366)...(1900 + serial / 365) {
      for month in 1...12 {
        guard let first = CalendarDate(year: year, month: month, day: 1),
          (first.dayNumber...first.monthEnd.dayNumber).contains(number)
        else { continue }
        self.init(year: year, month: month, day: number - first.dayNumber + 1)
        return
      }
    }
    return nil
  }
}
