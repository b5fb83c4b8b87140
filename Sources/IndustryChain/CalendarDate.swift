/// A day of the Gregorian calendar, without a time zone.
public struct CalendarDate: Hashable, Sendable {
  /// The year, 1…9999.
  public let year: Int
  /// The month, 1…12.
  public let month: Int
  /// The day of the month, 1…31.
  public let day: Int

  /// A day, or `nil` where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.dayCount(year: year, month: month)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `2021-01-26`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    guard let date = PartialDate(text), let month = date.month, let day = date.day else {
      return nil
    }
    self.init(year: date.year, month: month, day: day)
  }

  /// The last day that can be written, after every date in a file.
  public static let distantFuture = CalendarDate(checkedYear: 9999, month: 12, day: 31)

  private init(checkedYear: Int, month: Int, day: Int) {
    year = checkedYear
    self.month = month
    self.day = day
  }

  /// The number of days in a month of a year; `month` is 1…12.
  static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

extension CalendarDate: Comparable, CustomStringConvertible {
  /// `2021-01-26`.
  public var description: String {
    PartialDate(year: year, month: month, day: day)?.description ?? ""
  }

  /// Orders by time.
  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
