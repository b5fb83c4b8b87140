/// An order of candidates of which some turned out to be events, and how well it foresaw them.
///
/// Candidates of equal value are tied: every figure is then its mean over all orders of the tied.
public struct EventRanking: Hashable, Sendable {
  /// Tied candidates, the best first.
  private let ties: [(count: Int, events: Int)]
  /// The candidates n.
  public let candidateCount: Int
  /// The events m among them.
  public let eventCount: Int

  /// Orders candidates by value, the greatest first.
  ///
  /// - Parameters:
  ///   - values: A value for each candidate; none may be NaN.
  ///   - isEvent: Whether each came about; as long as `values`.
  public init(values: [Double], isEvent: [Bool]) {
    let order = values.indices.sorted { values[$0] > values[$1] }
    var ties: [(count: Int, events: Int)] = []
    for (place, candidate) in order.enumerated() {
      if place == 0 || values[order[place - 1]] != values[candidate] { ties.append((0, 0)) }
      ties[ties.count - 1].count += 1
      if isEvent[candidate] { ties[ties.count - 1].events += 1 }
    }
    self.ties = ties
    candidateCount = values.count
    eventCount = isEvent.count { $0 }
  }

  /// The share of events among the first k, 0…1; `nil` where there are fewer candidates, or k < 1.
  public func precision(at count: Int) -> Double? {
    guard count > 0, count <= candidateCount else { return nil }
    var (start, events) = (0, 0.0)
    for tie in ties where start < count {
      let taken = min(tie.count, count - start)
      events += Double(tie.events) * Double(taken) / Double(tie.count)
      start += tie.count
    }
    return events / Double(count)
  }

  /// The mean over the events of 1 / rank, 0…1; `nil` without an event.
  ///
  /// The mean reciprocal rank of question answering (Voorhees 1999), every event a question of its
  /// own.
  public var meanReciprocalRank: Double? {
    guard eventCount > 0 else { return nil }
    var (start, sum) = (0, 0.0)
    for tie in ties {
      let reciprocals = (start + 1...start + tie.count).reduce(0) { $0 + 1 / Double($1) }
      sum += Double(tie.events) * reciprocals / Double(tie.count)
      start += tie.count
    }
    return sum / Double(eventCount)
  }

  /// The area under the receiver operating characteristic, 0…1: the probability that an event
  /// stands above a candidate that is none, a tie counting half; `nil` where one of them is absent.
  ///
  /// That is the Mann–Whitney statistic over the number of pairs (Hanley & McNeil 1982).
  public var areaUnderCurve: Double? {
    let others = candidateCount - eventCount
    guard eventCount > 0, others > 0 else { return nil }
    var (above, wins) = (0, 0.0)
    for tie in ties {
      let tiedOthers = tie.count - tie.events
      above += tiedOthers
      wins += Double(tie.events) * (Double(others - above) + Double(tiedOthers) / 2)
    }
    return wins / (Double(eventCount) * Double(others))
  }

  /// Twice the midrank of each group of ties counted from the worst, whole since a midrank is a
  /// multiple of a half, with how many candidates and events hold it.
  var doubledMidranks: [(rank: Int, count: Int, events: Int)] {
    var below = candidateCount
    return ties.map { tie in
      below -= tie.count
      return (2 * below + tie.count + 1, tie.count, tie.events)
    }
  }

  /// Whether two orders tie the same numbers of candidates and events in the same places.
  public static func == (left: Self, right: Self) -> Bool {
    left.ties.elementsEqual(right.ties, by: ==)
  }

  /// Feeds the ties to a hasher.
  public func hash(into hasher: inout Hasher) {
    for tie in ties {
      hasher.combine(tie.count)
      hasher.combine(tie.events)
    }
  }
}

extension EventRanking {
  /// What an order by lot can be expected to give.
  public enum ByLot {
    /// The precision among the first k, m / n; `nil` where there are fewer candidates, or k < 1.
    public static func precision(at count: Int, events: Int, candidates: Int) -> Double? {
      count > 0 && count <= candidates ? Double(events) / Double(candidates) : nil
    }

    /// The mean reciprocal rank, (1 + 1/2 + … + 1/n) / n; `nil` without a candidate.
    public static func meanReciprocalRank(candidates: Int) -> Double? {
      guard candidates > 0 else { return nil }
      return (1...candidates).reduce(0) { $0 + 1 / Double($1) } / Double(candidates)
    }

    /// The area under the curve.
    public static let areaUnderCurve = 0.5
  }
}
