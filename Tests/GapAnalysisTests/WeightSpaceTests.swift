import Testing

@testable import GapAnalysis

/// The mean of some function of the weights over many draws.
private func mean(_ draws: WeightDraws, of value: (ArraySlice<Double>) -> Double) -> Double {
  (0..<draws.count).reduce(0) { $0 + value(Array(draws[$1])[...]) } / Double(draws.count)
}

private func expectMean(
  _ draws: WeightDraws, _ expected: Double, within tolerance: Double,
  sourceLocation: SourceLocation = #_sourceLocation, of value: (ArraySlice<Double>) -> Double
) {
  let found = mean(draws, of: value)
  #expect(abs(found - expected) < tolerance, "\(found)", sourceLocation: sourceLocation)
}

@Suite struct WeightSpaceTests {
  @Test(arguments: 1...7)
  func `the simplex has the moments of the uniform distribution`(count: Int) {
    let draws = WeightSpace(criterionCount: count).draws(20_000, seed: 7)
    let m = Double(count)
    for criterion in 0..<count {
      expectMean(draws, 1 / m, within: 0.01) { $0[criterion] }
      expectMean(draws, 2 / (m * (m + 1)), within: 0.01) { $0[criterion] * $0[criterion] }
    }
    if count > 1 { expectMean(draws, 1 / (m * (m + 1)), within: 0.005) { $0[0] * $0[1] } }
  }

  @Test func `a weight on the simplex of three is under x with probability 1 − (1 − x)²`() {
    let draws = WeightSpace(criterionCount: 3).draws(20_000, seed: 3)
    for x in [0.1, 0.3, 0.5, 0.8] {
      expectMean(draws, 1 - (1 - x) * (1 - x), within: 0.01) { $0[1] < x ? 1 : 0 }
    }
  }

  @Test func `an order has the known means of the ordered simplex`() throws {
    let space = try WeightSpace(criterionCount: 4, intervals: [:], order: [2, 0, 3, 1])
    #expect(space.method == .sortedSimplex)
    let draws = space.draws(20_000, seed: 3)
    for (place, criterion) in space.order.enumerated() {
      let expected = (place + 1...4).reduce(0.0) { $0 + 1 / Double($1) } / 4
      expectMean(draws, expected, within: 0.005) { $0[criterion] }
    }
  }

  @Test func `least weights shift the simplex`() throws {
    let space = try WeightSpace(criterionCount: 3, intervals: [0: 0.4...1, 2: 0.1...1])
    #expect(space.method == .simplex)
    let draws = space.draws(20_000, seed: 2)
    expectMean(draws, 0.4 + 0.5 / 3, within: 0.005) { $0[0] }
    expectMean(draws, 0.5 / 3, within: 0.005) { $0[1] }
    expectMean(draws, 0.1 + 0.5 / 3, within: 0.005) { $0[2] }
  }

  @Test func `greatest weights of two criteria leave an interval, drawn evenly`() throws {
    let space = try WeightSpace(criterionCount: 2, intervals: [0: 0.2...0.6])
    let draws = space.draws(20_000, seed: 2)
    expectMean(draws, 0.4, within: 0.005) { $0[0] }
    expectMean(draws, 0.16 + 0.16 / 12, within: 0.005) { $0[0] * $0[0] }
  }

  @Test func `hit-and-run agrees with rejection`() throws {
    let space = try WeightSpace(
      criterionCount: 4, intervals: [0: 0.1...0.4, 1: 0...0.5, 3: 0.05...0.3])
    #expect(space.method == .rejection)
    expectSameMoments(
      space.draws(5_000, seed: 4), space.draws(5_000, seed: 9, by: .hitAndRun))
  }

  @Test func `hit-and-run agrees with sorting`() throws {
    let space = try WeightSpace(criterionCount: 4, intervals: [:], order: [1, 3, 0, 2])
    expectSameMoments(
      space.draws(5_000, seed: 4), space.draws(5_000, seed: 9, by: .hitAndRun))
  }

  @Test func `within an order and intervals both kinds of rejection and hit-and-run agree`() throws
  {
    let space = try WeightSpace(
      criterionCount: 4, intervals: [1: 0.1...0.5, 2: 0.05...0.3], order: [1, 2, 0])
    let walked = space.draws(5_000, seed: 9, by: .hitAndRun)
    expectSameMoments(space.draws(5_000, seed: 4, by: .rejection), walked)
    expectSameMoments(space.draws(5_000, seed: 5, by: .sortedRejection), walked)
  }

  private func expectSameMoments(_ first: WeightDraws, _ second: WeightDraws) {
    for one in 0..<first.criterionCount {
      expectMean(second, mean(first) { $0[one] }, within: 0.01) { $0[one] }
      for other in 0...one {
        expectMean(second, mean(first) { $0[one] * $0[other] }, within: 0.01) {
          $0[one] * $0[other]
        }
      }
    }
  }

  @Test(arguments: 1...60)
  func `all draws sum to 1 and keep the intervals and the order`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...6, using: &generator)
    var intervals: [Int: ClosedRange<Double>] = [:]
    for criterion in 0..<count where Bool.random(using: &generator) {
      let low = Double.random(in: 0...0.3, using: &generator)
      intervals[criterion] = low...(low + Double.random(in: 0...0.6, using: &generator))
    }
    let order = Array((0..<count).shuffled(using: &generator).prefix(Int(seed % 4)))
    let space: WeightSpace
    do throws(WeightSpace.Infeasibility) {
      space = try WeightSpace(criterionCount: count, intervals: intervals, order: order)
    } catch {
      return
    }
    let draws = space.draws(100, seed: seed)
    for draw in 0..<draws.count {
      let weights = Array(draws[draw])
      #expect(abs(weights.reduce(0, +) - 1) < 1e-9)
      for (criterion, weight) in weights.enumerated() {
        let interval = intervals[criterion] ?? 0...1
        #expect(weight >= interval.lowerBound - 1e-12 && weight <= interval.upperBound + 1e-12)
      }
      for (heavier, lighter) in zip(order, order.dropFirst()) {
        #expect(weights[heavier] >= weights[lighter] - 1e-12)
      }
    }
  }

  @Test func `the same seed gives the same draws, another seed others`() throws {
    let spaces = [
      WeightSpace(criterionCount: 5),
      try WeightSpace(criterionCount: 5, intervals: [1: 0...0.2]),
      try WeightSpace(criterionCount: 5, intervals: [1: 0.05...0.2], order: [0, 1]),
      try WeightSpace(criterionCount: 5, intervals: [1: 0.19...0.2], order: [0, 1, 2]),
      try WeightSpace(criterionCount: 5, intervals: [1: 0.199...0.2], order: [0, 1, 2]),
    ]
    #expect(
      spaces.map(\.method) == [.simplex, .rejection, .sortedRejection, .rejection, .hitAndRun])
    for space in spaces {
      #expect(space.draws(50, seed: 1) == space.draws(50, seed: 1))
      #expect(space.draws(50, seed: 1) != space.draws(50, seed: 2))
    }
  }

  @Test func `a space of one point is drawn as that point`() throws {
    let lowest = try WeightSpace(criterionCount: 2, intervals: [0: 0.3...0.5, 1: 0.7...1])
    let highest = try WeightSpace(
      criterionCount: 3, intervals: [0: 0...0.5, 1: 0...0.3, 2: 0...0.2], order: [0, 1])
    for (space, point) in [(lowest, [0.3, 0.7]), (highest, [0.5, 0.3, 0.2])] {
      expectClose(Array(space.draws(1, seed: 1)[0]), point)
    }
  }

  @Test func `a fixed weight leaves the others the rest of the simplex`() throws {
    let space = try WeightSpace(criterionCount: 4, intervals: [0: 0.4...0.4])
    #expect(space.method == .hitAndRun)
    let draws = space.draws(5_000, seed: 1)
    expectMean(draws, 0.4, within: 1e-12) { $0[0] }
    expectMean(draws, 0.2, within: 0.01) { $0[2] }
    expectMean(draws, 0.36 * 2 / 12, within: 0.01) { $0[3] * $0[3] }
  }

  @Test func `a narrow corner that rejection would hardly hit is walked`() throws {
    let intervals = Dictionary(uniqueKeysWithValues: (0..<6).map { ($0, 0...0.18) })
    let space = try WeightSpace(criterionCount: 6, intervals: intervals)
    #expect(space.method == .hitAndRun)
    let draws = space.draws(2_000, seed: 1)
    // 0.18 − w is uniform on a simplex of sum 0.08 here.
    expectMean(draws, 1.0 / 6, within: 0.002) { $0[3] }
    expectMean(draws, 0.0064 * 2 / 42, within: 0.0001) { (0.18 - $0[3]) * (0.18 - $0[3]) }
  }

  @Test func `intervals and orders that leave nothing say why`() {
    func reason(
      _ intervals: [Int: ClosedRange<Double>], _ order: [Int] = []
    ) -> WeightSpace.Infeasibility? {
      do throws(WeightSpace.Infeasibility) {
        _ = try WeightSpace(criterionCount: 3, intervals: intervals, order: order)
        return nil
      } catch {
        return error
      }
    }
    #expect(reason([0: 0.5...1, 1: 0.75...1]) == .lowsOverOne(sum: 1.25))
    #expect(reason([0: 0...0.25, 1: 0...0.25, 2: 0...0.25]) == .highsUnderOne(sum: 0.75))
    #expect(
      reason([0: 0...0.2, 2: 0.3...1], [0, 1, 2]) == .orderAgainstIntervals(heavier: 0, lighter: 2))
    // The order alone asks that both others weigh 0.375 too.
    #expect(reason([2: 0.375...1], [0, 1, 2]) == .lowsOverOne(sum: 1.125))
    #expect(reason([0: 0...0.25], [0, 1, 2]) == .highsUnderOne(sum: 0.75))
    #expect(reason([3: 0...1]) == .unknownCriterion(3))
    #expect(reason([:], [0, 3]) == .unknownCriterion(3))
    #expect(reason([:], [0, 1, 0]) == .repeatedInOrder(criterion: 0))
    #expect(reason([1: -0.5...1]) == .intervalOutsideUnit(criterion: 1))
    #expect(reason([0: 0.25...0.5, 1: 0.25...0.5], [1, 0]) == nil)
  }
}
