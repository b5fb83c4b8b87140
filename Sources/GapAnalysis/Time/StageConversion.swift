public import IndustryChain

/// Of the projects that reached one stage, how many went on to another, and how long that took.
public struct StageConversion: Hashable, Sendable {
  /// A step of the way from contract to production.
  public enum Step: String, CaseIterable, Hashable, Sendable {
    /// 签约 → 在建
    case signedToBuilding
    /// 在建 → 投产
    case buildingToOperating
    /// 签约 → 投产
    case signedToOperating

    /// The stage that the step begins at.
    public var first: ProjectStage { self == .buildingToOperating ? .building : .signed }
    /// The stage that it leads to.
    public var second: ProjectStage { self == .signedToBuilding ? .building : .operating }
  }

  /// The step.
  public let step: Step
  /// The projects that reached the first stage, those closed since among them.
  public let reachedCount: Int
  /// Those of them that reached the second.
  public let wentOnCount: Int
  /// Those of them that have a date for both stages.
  public let datedCount: Int
  /// The middle number of days between the two dates, from the least to the most that it can be;
  /// `nil` without a project that has both dates.
  public let medianDays: ClosedRange<Double>?

  /// Whether some row tells of the stages: where none is ever said to be building, those that
  /// operate are all that is known to have been, and the step says nothing.
  public let isTold: Bool

  /// The share that went on, 0…1; `nil` where no project reached the first stage, or the step is
  /// not told.
  public var share: Double? {
    isTold && reachedCount > 0 ? Double(wentOnCount) / Double(reachedCount) : nil
  }
}

extension StageConversion {
  /// Counts a step over some rows; groups that no source counts are left out.
  ///
  /// A date such as "2020" is anywhere in 2020, so each project's days between are an interval. The
  /// median grows with every one of them, so the medians of the lower and of the upper ends are
  /// exactly how low and how high it can be. Linear but for two sorts.
  init(_ step: Step, over records: [ProjectRecord]) {
    var (reached, wentOn, dated) = (0, 0, 0)
    var least: [(days: Int, count: Int)] = []
    var most: [(days: Int, count: Int)] = []
    for record in records {
      let project = record.project
      guard let count = record.count, project.hasReached(step.first, by: record.day) else {
        continue
      }
      reached += count
      guard project.hasReached(step.second, by: record.day) else { continue }
      wentOn += count
      guard let days = project.days(of: step, by: record.day) else { continue }
      dated += count
      least.append((days.lowerBound, count))
      most.append((days.upperBound, count))
    }
    self.step = step
    isTold =
      step == .signedToOperating || records.contains { $0.project.milestone(.building) != nil }
    reachedCount = reached
    wentOnCount = wentOn
    datedCount = dated
    if let low = median(of: least), let high = median(of: most) {
      medianDays = low...max(low, high)
    } else {
      medianDays = nil
    }
  }
}

extension Project {
  /// The days between two stages, from the least to the most that their dates allow; `nil` where
  /// one has no date, lies after the day, or the dates contradict the order of the stages.
  fileprivate func days(
    of step: StageConversion.Step, by day: CalendarDate
  ) -> ClosedRange<Int>? {
    guard let first = milestone(step.first)?.date, let second = milestone(step.second)?.date,
      second.latest <= day
    else { return nil }
    let most = second.latest.dayCount(since: first.earliest)
    guard most >= 0 else { return nil }
    return max(0, second.earliest.dayCount(since: first.latest))...most
  }
}

/// The middle of values that each stand for several equal ones, the mean of the middle two where
/// their number is even; `nil` for none.
private func median(of values: [(days: Int, count: Int)]) -> Double? {
  let total = values.reduce(0) { $0 + $1.count }
  guard total > 0 else { return nil }
  let sorted = values.sorted { $0.days < $1.days }
  func value(at place: Int) -> Int {
    var end = 0
    for value in sorted {
      end += value.count
      if place < end { return value.days }
    }
    return 0
  }
  return Double(value(at: (total - 1) / 2) + value(at: total / 2)) / 2
}
