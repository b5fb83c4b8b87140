public import IndustryChain

extension Timeline {
  /// How far the days of a timeline lie apart.
  public enum Spacing: String, CaseIterable, Hashable, Sendable {
    /// The end of every year.
    case year
    /// The end of every quarter.
    case quarter
    /// The end of every month.
    case month
    /// Every day on which some project reached a stage.
    case change

    /// The months of a period; `nil` where no period repeats.
    fileprivate var monthCount: Int? {
      switch self {
      case .year: 12
      case .quarter: 3
      case .month: 1
      case .change: nil
      }
    }
  }

  /// The days to look at, ascending, the last day among them.
  ///
  /// A period's end counts where it lies before the last day. Without a first day they begin with
  /// the period's end before the first dated stage, so that the first change shows; without a dated
  /// stage there is the last day only. A first day after the last gives the last day only.
  ///
  /// - Parameters:
  ///   - region: Whose projects' dates are looked at.
  ///   - first: The first day; it is then among them.
  ///   - last: The last day.
  ///   - spacing: How far apart they lie.
  /// - Returns: At least one day. Linear in milestones and days but for a sort.
  public static func days(
    in region: Region, from first: CalendarDate? = nil, to last: CalendarDate,
    every spacing: Spacing = .year
  ) -> [CalendarDate] {
    let changes = region.firms.flatMap(\.projects).flatMap(\.milestones)
      .compactMap { $0.date?.latest }.filter { $0 <= last }
    var days: Set<CalendarDate> = [last]
    if let first, first <= last { days.insert(first) }
    guard let months = spacing.monthCount else {
      days.formUnion(changes.filter { $0 >= first ?? $0 })
      return days.sorted()
    }
    guard let start = first ?? changes.min(), start <= last else { return days.sorted() }
    // Periods end with months that their length divides.
    let next = start.monthEnd(monthsLater: months - 1 - (start.month - 1) % months)
    var end = first == nil ? next.flatMap { $0.monthEnd(monthsLater: -months) } ?? next : next
    while let day = end, day < last {
      if day >= first ?? day { days.insert(day) }
      end = day.monthEnd(monthsLater: months)
    }
    return days.sorted()
  }
}
