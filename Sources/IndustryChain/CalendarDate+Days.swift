extension CalendarDate {
  /// The number of days from 1 January of the year 1, which is 0; from 0.
  ///
  /// By the Gregorian calendar carried back: three leap years in four centuries fall away.
  public var dayNumber: Int {
    let before = year - 1
    let months = (1..<month).reduce(0) { $0 + Self.dayCount(year: year, month: $1) }
    return before * 365 + before / 4 - before / 100 + before / 400 + months + day - 1
  }

  /// The number of days from another day to this one, below zero where this one is earlier.
  public func dayCount(since other: CalendarDate) -> Int { dayNumber - other.dayNumber }

  /// The last day of the month.
  public var monthEnd: CalendarDate {
    // Every month has its last day, so the fallback cannot be reached.
    CalendarDate(year: year, month: month, day: Self.dayCount(year: year, month: month)) ?? self
  }

  /// The last day of a later month, or of an earlier one for a count below zero; `nil` outside the
  /// years 1…9999.
  public func monthEnd(monthsLater count: Int) -> CalendarDate? {
    let months = year * 12 + month - 1 + count
    guard months >= 12 else { return nil }
    return CalendarDate(year: months / 12, month: months % 12 + 1, day: 1)?.monthEnd
  }

  /// The same day a year before, 28 February for a 29th; `nil` in the year 1.
  public var yearBefore: CalendarDate? {
    CalendarDate(year: year - 1, month: month, day: day)
      ?? CalendarDate(year: year - 1, month: month, day: day - 1)
  }
}
