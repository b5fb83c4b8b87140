/// How well one ranking of the candidates of a backtest foresaw its events.
public struct RankingResult: Hashable, Sendable {
  /// A ranking.
  public enum Ranking: Hashable, Sendable {
    /// The method's own, by the rank in `Analysis.targets`.
    case method
    /// By a naive value.
    case baseline(Baseline)
    /// By lot: what can be expected of it.
    case lot
  }

  /// The share of events among the first so many candidates.
  public struct Precision: Hashable, Sendable {
    /// The number k of candidates looked at.
    public let count: Int
    /// The share of events among them, 0…1; `nil` where there are fewer candidates.
    public let value: Double?
  }

  /// The ranking.
  public let ranking: Ranking
  /// Precision at 1, 3, 5, 10 and the number of events, ascending.
  public let precisions: [Precision]
  /// The mean over the events of 1 / rank, 0…1.
  public let meanReciprocalRank: Double?
  /// The probability that an event stands above a candidate that is none, 0…1.
  public let areaUnderCurve: Double?
  /// How likely a ranking by lot is to do as well; `nil` for the lot itself.
  public let pValue: PermutationPValue?
}

extension RankingResult {
  /// The depths at which precision is looked at, besides the number of events.
  public static let depths = [1, 3, 5, 10]

  /// The results of every ranking; none without an event or where all candidates are events.
  ///
  /// A baseline that has no value for some candidate is left out: it cannot order them.
  static func results(for candidates: [Backtest.Candidate]) -> [RankingResult] {
    let isEvent = candidates.map(\.isEvent)
    let events = isEvent.count { $0 }
    guard events > 0, events < candidates.count else { return [] }
    let depths = Set(depths + [events]).sorted()
    func result(_ ranking: Ranking, _ values: [Double]) -> RankingResult {
      let order = EventRanking(values: values, isEvent: isEvent)
      return RankingResult(
        ranking: ranking,
        precisions: depths.map { Precision(count: $0, value: order.precision(at: $0)) },
        meanReciprocalRank: order.meanReciprocalRank, areaUnderCurve: order.areaUnderCurve,
        pValue: PermutationPValue(of: order))
    }
    let method = result(.method, candidates.map { -Double($0.opportunity.rank) })
    let baselines = Baseline.allCases.enumerated().compactMap { place, baseline in
      let values = candidates.compactMap { $0.baselineValues[place].map(baseline.step) }
      return values.count == candidates.count ? result(.baseline(baseline), values) : nil
    }
    let lot = RankingResult(
      ranking: .lot,
      precisions: depths.map { depth in
        Precision(
          count: depth,
          value: EventRanking.ByLot.precision(
            at: depth, events: events, candidates: candidates.count))
      },
      meanReciprocalRank: EventRanking.ByLot.meanReciprocalRank(candidates: candidates.count),
      areaUnderCurve: EventRanking.ByLot.areaUnderCurve, pValue: nil)
    return [method] + baselines + [lot]
  }
}

extension Backtest {
  /// The place of each candidate in a ranking, from 1, tied ones sharing the middle of theirs; `nil`
  /// for the lot, and for a baseline that has no value for some candidate.
  public func midranks(by ranking: RankingResult.Ranking) -> [Double]? {
    let values: [Double?]
    switch ranking {
    case .method: values = candidates.map { -Double($0.opportunity.rank) }
    case .baseline(let baseline):
      guard let place = Baseline.allCases.firstIndex(of: baseline) else { return nil }
      values = candidates.map { $0.baselineValues[place].map(baseline.step) }
    case .lot: return nil
    }
    let known = values.compactMap { $0 }
    guard known.count == values.count else { return nil }
    let sorted = known.sorted(by: >)
    var places: [Double: (first: Int, count: Int)] = [:]
    for (place, value) in sorted.enumerated() {
      places[value, default: (place + 1, 0)].count += 1
    }
    return known.map { value in
      let tie = places[value] ?? (1, 1)
      return Double(2 * tie.first + tie.count - 1) / 2
    }
  }
}
