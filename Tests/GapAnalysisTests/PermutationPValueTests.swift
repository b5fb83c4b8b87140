import Testing

@testable import GapAnalysis

/// The share of all choices of the events whose area is at least that of the given ones.
private func enumerated(values: [Double], events: Set<Int>) -> Double {
  func area(_ events: Set<Int>) -> Double {
    EventRanking(values: values, isEvent: values.indices.map(events.contains)).areaUnderCurve ?? 0
  }
  let observed = area(events)
  var (all, good) = (0, 0)
  for mask in 0..<(1 << values.count) where mask.nonzeroBitCount == events.count {
    let choice = Set(values.indices.filter { mask >> $0 & 1 == 1 })
    all += 1
    // Areas are multiples of 1 / (2 m (n − m)).
    if area(choice) > observed - 1e-9 { good += 1 }
  }
  return Double(good) / Double(all)
}

private func ranking(_ values: [Double], _ events: Set<Int>) -> EventRanking {
  EventRanking(values: values, isEvent: values.indices.map(events.contains))
}

private func expectNear(
  _ left: Double, _ right: Double, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(abs(left - right) <= 1e-9, sourceLocation: sourceLocation)
}

@Suite struct PermutationPValueTests {
  @Test func `the exact value is that of trying every choice, with ties and without`() throws {
    var generator = SeededGenerator(seed: 5)
    for round in 0..<120 {
      let size = Int.random(in: 2...9, using: &generator)
      let values =
        round % 2 == 0
        ? (0..<size).map { _ in Double(Int.random(in: 0...3, using: &generator)) }
        : (0..<size).map { Double($0) }.shuffled(using: &generator)
      let events = Set(
        Array(0..<size).shuffled(using: &generator)
          .prefix(Int.random(in: 1..<size, using: &generator)))
      let value = try #require(PermutationPValue(of: ranking(values, events)))
      #expect(value.basis == .exact)
      #expect(value.standardError == 0)
      expectNear(value.value, enumerated(values: values, events: events))
    }
  }

  @Test func `without ties the counts are those of the published tables`() throws {
    // Mann & Whitney 1947, table I: n = m = 5, U = 4 has probability 0.048 in one tail.
    let values = (0..<10).map { Double(10 - $0) }
    let events: Set = [0, 1, 2, 4, 7]
    let order = ranking(values, events)
    expectNear(try #require(order.areaUnderCurve), 21.0 / 25)
    expectNear(try #require(PermutationPValue(of: order)).value, 12.0 / 252)
  }

  @Test func `a perfect order reaches the least value, the worst one 1`() throws {
    for (events, size) in [(1, 7), (3, 20), (13, 20), (40, 500), (250, 500)] {
      let values = (0..<size).map { Double(-$0) }
      let best = try #require(PermutationPValue(of: ranking(values, Set(0..<events))))
      let least = PermutationPValue.leastPossible(events: events, candidates: size)
      #expect(abs(best.value / least - 1) < 1e-9)
    }
    let worst = ranking([5, 4, 3, 2, 1], [3, 4])
    expectNear(try #require(PermutationPValue(of: worst)).value, 1)
    let tied = ranking([1, 1, 1, 1], [2])
    expectNear(try #require(PermutationPValue(of: tied)).value, 1)
  }

  @Test func `the value and that of the order turned round share the ties only`() throws {
    // P(U ≥ u) + P(U ≤ u) = 1 + P(U = u), for 60 candidates that nobody can enumerate.
    var generator = SeededGenerator(seed: 8)
    let values = (0..<60).map { Double($0) }.shuffled(using: &generator)
    let events = Set(0..<22)
    let up = try #require(PermutationPValue(of: ranking(values, events))).value
    let down = try #require(PermutationPValue(of: ranking(values.map { -$0 }, events))).value
    #expect(up + down > 1 && up + down < 1.05)
    // The same from the side of the others.
    let others = Set(22..<60)
    let mirrored = try #require(
      PermutationPValue(of: ranking(values.map { -$0 }, others))
    ).value
    expectNear(up, mirrored)
  }

  @Test func `beyond the limit it is sampled, says so, and is near the exact one`() throws {
    var generator = SeededGenerator(seed: 3)
    let values = (0..<80).map { _ in Double(Int.random(in: 0...30, using: &generator)) }
    let events = Set(values.indices.sorted { values[$0] > values[$1] }.dropFirst(25).prefix(9))
    let exact = try #require(PermutationPValue(of: ranking(values, events)))
    let sampled = try #require(PermutationPValue(of: ranking(values, events), exactLimit: 79))
    #expect(sampled.basis == .sampled(drawCount: 20_000))
    #expect(exact.value > 0.001 && exact.value < 0.2)
    #expect(abs(sampled.value - exact.value) < 5 * sampled.standardError)
    let again = try #require(PermutationPValue(of: ranking(values, events), exactLimit: 79))
    #expect(sampled == again)
    #expect(
      try #require(PermutationPValue(of: ranking((0..<501).map { Double($0) }, [500]))).basis
        == .sampled(drawCount: 20_000))
  }

  @Test func `nothing to choose gives no value, and 1 as the least`() {
    #expect(PermutationPValue(of: ranking([], [])) == nil)
    #expect(PermutationPValue(of: ranking([1, 2], [])) == nil)
    #expect(PermutationPValue(of: ranking([1, 2], [0, 1])) == nil)
    #expect(PermutationPValue.leastPossible(events: 0, candidates: 4) == 1)
    #expect(PermutationPValue.leastPossible(events: 4, candidates: 4) == 1)
    #expect(PermutationPValue.leastPossible(events: 2, candidates: 5) == 0.1)
  }
}
