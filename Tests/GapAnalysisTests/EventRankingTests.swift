import Testing

@testable import GapAnalysis

/// Every order of some values that their ties allow, as lists of whether each place is an event.
private func tieOrders(values: [Double], isEvent: [Bool]) -> [[Bool]] {
  permutations(Array(values.indices))
    .filter { order in zip(order, order.dropFirst()).allSatisfy { values[$0] >= values[$1] } }
    .map { order in order.map { isEvent[$0] } }
}

private func permutations(_ items: [Int]) -> [[Int]] {
  guard items.count > 1 else { return [items] }
  return items.indices.flatMap { place in
    var rest = items
    let first = rest.remove(at: place)
    return permutations(rest).map { [first] + $0 }
  }
}

private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

/// The figures of an order without ties, by their definitions.
private func precision(_ order: [Bool], at count: Int) -> Double {
  Double(order.prefix(count).count { $0 }) / Double(count)
}

private func reciprocalRank(_ order: [Bool]) -> Double {
  mean(order.indices.filter { order[$0] }.map { 1 / Double($0 + 1) })
}

private func area(_ order: [Bool]) -> Double {
  let events = order.indices.filter { order[$0] }
  let others = order.indices.filter { !order[$0] }
  return mean(events.flatMap { event in others.map { event < $0 ? 1 : 0 } })
}

/// Small random orders with many ties, some events and some others.
private func randomCases(count: Int, upTo limit: Int) -> [(values: [Double], isEvent: [Bool])] {
  var generator = SeededGenerator(seed: 21)
  return (0..<count).map { _ in
    let size = Int.random(in: 2...limit, using: &generator)
    let events = Int.random(in: 1..<size, using: &generator)
    return (
      (0..<size).map { _ in Double(Int.random(in: 0...3, using: &generator)) },
      (0..<size).map { $0 < events }.shuffled(using: &generator)
    )
  }
}

private func expectNear(
  _ left: Double, _ right: Double, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(abs(left - right) <= 1e-9, sourceLocation: sourceLocation)
}

@Suite struct EventRankingTests {
  @Test func `with ties every figure is its mean over all orders of the tied`() throws {
    for (values, isEvent) in randomCases(count: 60, upTo: 6) {
      let ranking = EventRanking(values: values, isEvent: isEvent)
      let orders = tieOrders(values: values, isEvent: isEvent)
      for count in 1...values.count {
        expectNear(
          try #require(ranking.precision(at: count)), mean(orders.map { precision($0, at: count) }))
      }
      expectNear(try #require(ranking.meanReciprocalRank), mean(orders.map(reciprocalRank)))
      expectNear(try #require(ranking.areaUnderCurve), mean(orders.map(area)))
    }
  }

  @Test func `a ranking by lot is the mean over all orders`() throws {
    for (events, size) in [(1, 2), (1, 5), (2, 5), (3, 6), (5, 6)] {
      let orders = permutations(Array(0..<size)).map { $0.map { $0 < events } }
      for count in 1...size {
        expectNear(
          try #require(EventRanking.ByLot.precision(at: count, events: events, candidates: size)),
          mean(orders.map { precision($0, at: count) }))
      }
      expectNear(
        try #require(EventRanking.ByLot.meanReciprocalRank(candidates: size)),
        mean(orders.map(reciprocalRank)))
      expectNear(EventRanking.ByLot.areaUnderCurve, mean(orders.map(area)))
    }
  }

  @Test func `a ranking in which all are tied does as the lot does`() throws {
    let ranking = EventRanking(
      values: [Double](repeating: 3, count: 7), isEvent: (0..<7).map { $0 < 3 })
    expectNear(try #require(ranking.areaUnderCurve), 0.5)
    expectNear(
      try #require(ranking.meanReciprocalRank),
      try #require(EventRanking.ByLot.meanReciprocalRank(candidates: 7)))
    expectNear(try #require(ranking.precision(at: 2)), 3.0 / 7)
  }

  @Test func `a ranking turned round has what is left of the area`() throws {
    for (values, isEvent) in randomCases(count: 100, upTo: 40) {
      let ranking = EventRanking(values: values, isEvent: isEvent)
      let turned = EventRanking(values: values.map { -$0 }, isEvent: isEvent)
      expectNear(
        try #require(turned.areaUnderCurve), 1 - (try #require(ranking.areaUnderCurve)))
      let others = EventRanking(values: values, isEvent: isEvent.map { !$0 })
      expectNear(
        try #require(others.areaUnderCurve), 1 - (try #require(ranking.areaUnderCurve)))
    }
  }

  @Test func `doubled midranks are those of sorting`() {
    let ranking = EventRanking(
      values: [9, 7, 7, 3, 1], isEvent: [true, true, false, false, false])
    #expect(ranking.doubledMidranks.map(\.rank) == [10, 7, 4, 2])
    #expect(ranking.doubledMidranks.map(\.count) == [1, 2, 1, 1])
    #expect(ranking.doubledMidranks.map(\.events) == [1, 1, 0, 0])
  }

  @Test func `where nothing can be judged there is no figure`() {
    let none = EventRanking(values: [], isEvent: [])
    #expect(none.precision(at: 1) == nil)
    #expect(none.meanReciprocalRank == nil)
    #expect(none.areaUnderCurve == nil)
    let noEvent = EventRanking(values: [2, 1], isEvent: [false, false])
    #expect(noEvent.precision(at: 2) == 0)
    #expect(noEvent.precision(at: 3) == nil)
    #expect(noEvent.precision(at: 0) == nil)
    #expect(noEvent.meanReciprocalRank == nil)
    #expect(noEvent.areaUnderCurve == nil)
    let onlyEvents = EventRanking(values: [2, 1], isEvent: [true, true])
    #expect(onlyEvents.areaUnderCurve == nil)
    #expect(EventRanking.ByLot.meanReciprocalRank(candidates: 0) == nil)
  }
}
