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
}
