import Testing

@testable import GapAnalysis

@Suite struct RankDistributionTests {
  @Test func `the band is the narrowest run of ranks that holds enough draws`() {
    let distribution = RankDistribution(counts: [50, 35, 10, 5], drawCount: 100)
    #expect(distribution.band(holding: 0.5) == 1...1)
    #expect(distribution.band(holding: 0.8) == 1...2)
    #expect(distribution.band(holding: 0.9) == 1...3)
    #expect(distribution.band(holding: 1) == 1...4)
    #expect(RankDistribution(counts: [40, 20, 40], drawCount: 100).band(holding: 0.4) == 1...1)
    #expect(RankDistribution(counts: [10, 10], drawCount: 100).band(holding: 0.8) == nil)
    #expect(RankDistribution(counts: [], drawCount: 0).band(holding: 0.8) == nil)
  }

  @Test func `shares and their standard errors are those of the draws`() {
    let distribution = RankDistribution(counts: [50, 30, 10], drawCount: 100)
    #expect(distribution.share(ofRank: 2) == 0.3)
    #expect(distribution.share(ofRanksTo: 2) == 0.8)
    #expect(distribution.share(ofRank: 9) == 0)
    #expect(distribution.share(ofRanksTo: 0) == 0)
    #expect(abs(distribution.standardError(of: 0.8) - 0.04) < 1e-12)
  }

  @Test(arguments: 1...200)
  func `the band is that of looking at every run`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let counts = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
      Int.random(in: 0...4, using: &generator)
    }
    let draws = max(1, counts.reduce(0, +) + Int.random(in: 0...3, using: &generator))
    let distribution = RankDistribution(counts: counts, drawCount: draws)
    let wanted = Double.random(in: 0.1...1, using: &generator)
    var expected: ClosedRange<Int>?
    search: for width in 1...counts.count {
      let runs = (1...(counts.count - width + 1)).map { $0...($0 + width - 1) }
      let held = runs.map { run in run.reduce(0) { $0 + counts[$1 - 1] } }
      guard let most = held.max(), most > 0, Double(most) >= wanted * Double(draws) else {
        continue
      }
      expected = held.firstIndex(of: most).map { runs[$0] }
      break search
    }
    #expect(distribution.band(holding: wanted) == expected)
  }
}
