import IndustryChain
import Testing

@testable import GapAnalysis

@Suite struct PortfolioTests {
  /// The best value within limits by looking at every subset of those that have the figures.
  private func best(of pool: RecruitmentPool, within limits: RecruitmentLimits) -> Double {
    (0..<1 << pool.candidates.count).reduce(0) { best, mask in
      let set = members(of: mask)
      for kind in limits.kinds {
        let uses = set.compactMap { kind.use(by: pool.candidates[$0].link.plant) }
        guard uses.count == set.count, uses.reduce(0, +) <= (limits.amounts[kind] ?? 0) + 1e-9
        else { return best }
      }
      return max(best, pool.model.value(of: set))
    }
  }

  private func limits(_ seed: UInt64) -> RecruitmentLimits {
    var generator = SeededGenerator(seed: seed)
    var limits = RecruitmentLimits()
    let ranges: [(LimitKind, ClosedRange<Int>)] = [
      (.count, 1...6), (.land, 40...250), (.investment, 100...900), (.power, 5...60),
      (.discharge, 100...1500),
    ]
    for (kind, range) in ranges where Bool.random(using: &generator) {
      limits.amounts[kind] = Double(Int.random(in: range, using: &generator))
    }
    return limits
  }

  @Test(arguments: 1...40)
  func `the whole answer is that of looking at every subset`(seed: UInt64) throws {
    let pool = TogetherWorld.pool(
      randomModel(seed: seed, count: 6, contested: Int(seed) % 2), seed: seed)
    let limits = limits(seed)
    let portfolio = Portfolio(of: pool, within: limits)
    #expect(portfolio.method == .enumeration && portfolio.best.isProven)
    expectClose([portfolio.best.valueMillionCNY], [best(of: pool, within: limits)])
    for (size, outcome) in portfolio.bySize.enumerated() {
      var smaller = limits
      smaller.amounts[.count] = Double(size + 1)
      expectClose([outcome.valueMillionCNY], [best(of: pool, within: smaller)])
    }
    for worth in portfolio.worths {
      var moved = limits
      let amount = try #require(limits.amounts[worth.kind])
      moved.amounts[worth.kind] = amount - worth.step
      expectClose([worth.less.valueMillionCNY], [best(of: pool, within: moved)])
      moved.amounts[worth.kind] = amount + worth.step
      expectClose([worth.more.valueMillionCNY], [best(of: pool, within: moved)])
    }
    for (kind, front) in portfolio.fronts {
      // Each point is the best that so much of the limit buys, and a little less buys less.
      for (place, point) in front.enumerated() {
        var tighter = limits
        tighter.amounts[kind] = point.use
        expectClose([point.valueMillionCNY], [best(of: pool, within: tighter)])
        tighter.amounts[kind] = point.use - 0.5
        #expect(best(of: pool, within: tighter) < point.valueMillionCNY - 1e-9)
        if place > 0 { #expect(point.use > front[place - 1].use) }
      }
      expectClose([front.last?.valueMillionCNY ?? 0], [portfolio.best.valueMillionCNY])
    }
    let shares = try #require(portfolio.shares)
    expectClose([shares.reduce(0, +)], [portfolio.best.valueMillionCNY])
  }

  @Test(arguments: 1...6)
  func `beyond 24 candidates branch and bound gives what enumeration gives`(seed: UInt64) {
    let model = randomModel(seed: seed, count: 36)
    let pool = TogetherWorld.pool(model, seed: seed)
    // Without the last candidates every subset can be looked at.
    let few = TogetherWorld.pool(model.restricted(to: Array(0..<16)), seed: seed)
    let limits = RecruitmentLimits([.count: 6, .land: 200, .power: 40])
    let portfolio = Portfolio(of: pool, within: limits)
    #expect(portfolio.method == .branchAndBound && !portfolio.hasWholeFronts)
    #expect(portfolio.best.isProven)
    let small = Portfolio(of: few, within: limits)
    #expect(portfolio.best.valueMillionCNY >= small.best.valueMillionCNY - 1e-9)
    expectClose(
      [
        SelectionSearch.best(
          of: SelectionProblem(
            model: few.model,
            uses: limits.kinds.map { kind in
              // Those without a figure are left out by asking for more than there is.
              few.candidates.map { kind.use(by: $0.link.plant) ?? 1e9 }
            }, capacities: limits.kinds.compactMap { limits.amounts[$0] })
        ).valueMillionCNY
      ], [small.best.valueMillionCNY])
    let values = portfolio.bySize.map(\.valueMillionCNY)
    #expect(values == values.sorted())
    #expect(portfolio.bySize.last == portfolio.best)
    expectClose(
      [portfolio.fronts[.land]?.last?.valueMillionCNY ?? 0], [portfolio.best.valueMillionCNY])
  }

  @Test func `a plant without the figure that a limit needs is left out under it and listed`() {
    let pool = TogetherWorld.pool
    let plating = TogetherWorld.place("plating")
    let free = Portfolio(of: pool, within: .init([.investment: 1_000]))
    #expect(free.leftOut.isEmpty)
    #expect(free.best.members.contains(plating))
    let limited = Portfolio(of: pool, within: .init([.land: 1_000]))
    #expect(limited.leftOut == [.init(candidate: plating, kinds: [.land])])
    #expect(!limited.best.members.contains(plating))
    #expect(limited.use(of: .land) == 170)
    #expect(free.use(of: .land) == nil)
  }

  @Test func `a budget that is spent leaves the best found and what is not proven`() {
    let pool = TogetherWorld.pool(randomModel(seed: 5, count: 40, tiesEach: 8), seed: 5)
    let stopped = Portfolio(
      of: pool, within: .init([.count: 10, .land: 150]),
      budget: .init(nodeCount: 0))
    #expect(!stopped.best.isProven && stopped.best.gap > 0)
    let whole = Portfolio(of: pool, within: .init([.count: 10, .land: 150]))
    #expect(whole.best.isProven)
    #expect(stopped.best.upperBoundMillionCNY >= whole.best.valueMillionCNY)
    let small = TogetherWorld.pool(randomModel(seed: 5, count: 20), seed: 5)
    #expect(
      Portfolio(of: small, within: .init(), budget: .init(shouldStop: { true })).method
        == .branchAndBound)
  }

  @Test func `an empty pool and limits of nothing choose nothing`() {
    let empty = Portfolio(
      of: RecruitmentPool(of: SmallWorld(metal: [], other: []).analysed()),
      within: .init([.count: 3]))
    #expect(empty.best.members.isEmpty && empty.best.isProven && empty.bySize.isEmpty)
    let nothing = Portfolio(of: TogetherWorld.pool, within: .init([.count: 0, .land: 0]))
    #expect(nothing.best.members.isEmpty && nothing.shares == [])
  }
}
