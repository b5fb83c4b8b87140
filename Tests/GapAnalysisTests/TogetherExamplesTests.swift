import Testing

@testable import GapAnalysis

/// The worked examples of Docs/Method.md about recruiting several links, number by number.
@Suite struct TogetherExamplesTests {
  private let pool = TogetherWorld.pool

  private func value(of names: String...) -> Double {
    pool.model.value(of: names.map(TogetherWorld.place))
  }

  @Test func `joint value`() {
    expectClose([value(of: "part")], [40])
    expectClose([value(of: "alloy"), value(of: "ore"), value(of: "plating")], [0, 0, 0])
    expectClose([value(of: "part", "alloy")], [0.4 * 100 + 0.3 * 40])
    expectClose([value(of: "part", "alloy", "ore")], [40 + 0.3 * 40 + 0.5 * 50])
    expectClose([value(of: "part", "alloy", "ore")], [77])
  }

  @Test func `bundles`() {
    let bundles = BundleSearch(in: pool).bundles
    #expect(
      bundles.map { TogetherWorld.names($0.members) } == [
        ["alloy", "ore"], ["part", "alloy"], ["part", "alloy", "ore"], ["part", "plating"],
      ])
    expectClose(bundles.map(\.dividendMillionCNY), [15, 12, 10, 5])
    expectClose(bundles.map(\.surplusMillionCNY), [15, 12, 37, 5])
    expectClose(bundles[1].unlocked.map(\.beforeMillionCNY), [0])
    expectClose(bundles[1].unlocked.map(\.afterMillionCNY), [12])
  }

  @Test func `portfolio`() throws {
    let portfolio = Portfolio(of: pool, within: .init([.land: 170]))
    #expect(TogetherWorld.names(portfolio.best.members) == ["ore", "part", "alloy"])
    #expect(portfolio.leftOut.map(\.candidate) == [TogetherWorld.place("plating")])
    expectClose([portfolio.best.valueMillionCNY], [77])
    let front = try #require(portfolio.fronts[.land])
    #expect(front.map(\.use) == [50, 90, 170])
    expectClose(front.map(\.valueMillionCNY), [40, 52, 77])
    let worth = try #require(portfolio.worths.first)
    #expect(worth.step == 17)
    expectClose([worth.less.valueMillionCNY, worth.more.valueMillionCNY], [52, 77])
    // Each dividend is shared evenly by those who make it: 15 and 12 by two, 10 by three.
    expectClose(
      try #require(portfolio.shares), [15.0 / 2 + 10.0 / 3, 40 + 6 + 10.0 / 3, 7.5 + 6 + 10.0 / 3])
  }

  @Test func `roadmap`() {
    let roadmap = Roadmap(of: pool, members: Array(pool.candidates.indices))
    #expect(
      TogetherWorld.names(roadmap.steps.map(\.candidate)) == ["part", "plating", "ore", "alloy"])
    expectClose(roadmap.steps.map(\.cumulativeMillionCNY), [40, 45, 45, 82])
    #expect(roadmap.readyCount == 3)
  }
}
