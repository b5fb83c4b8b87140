import IndustryChain
import Testing

@testable import GapAnalysis

private let world = SmallWorld()
  .with("p", in: "product", output: 200, count: .several)
  .with("q", in: "part", output: 80, count: .several)
  .with("lead", in: "alloy", .negotiating, residence: .prospect)

@Suite struct RobustnessTests {
  /// Every target's rank under some weights, one more than the number of better ones.
  private func ranks(of targets: [Opportunity], under weights: [Criterion: Double]) -> [Int] {
    let scores = targets.map { target in
      let known = target.assessment.parts.filter { $0.utility != nil }
      let total = known.reduce(0) { $0 + (weights[$1.criterion] ?? 0) }
      return known.reduce(0) {
        $0 + (weights[$1.criterion] ?? 0) / total * ($1.utility ?? 0)
      }
    }
    return scores.map { score in 1 + scores.count { $0 > score + 1e-9 } }
  }

  @Test func `each target has its standing, in the order of the list, with all draws counted`() {
    let analysis = world.analysed()
    let robustness = Robustness(of: analysis, drawCount: 500, figureDrawCount: 40)
    #expect(robustness.standings.map(\.index) == analysis.targets.map(\.index))
    for standing in robustness.standings {
      #expect(standing.byWeights.counts.reduce(0, +) == 500)
      #expect(standing.byFigures.counts.reduce(0, +) == 40)
      #expect((standing.centralWeights == nil) == (standing.byWeights.share(ofRank: 1) == 0))
      #expect((standing.confidence == nil) == (standing.centralWeights == nil))
      if let weights = standing.centralWeights {
        #expect(abs(weights.values.reduce(0, +) - 1) < 1e-9)
        #expect(Set(weights.keys) == Set(analysis.basis.criteria))
      }
    }
  }

  @Test func `bands of nothing leave the region's own ranks in every figure draw`() {
    var still = world
    still.region.ranking.bands = [.reported: 0, .estimate: 0, .assumed: 0]
    let analysis = still.analysed()
    let robustness = Robustness(of: analysis, drawCount: 300, figureDrawCount: 10)
    for (target, standing) in zip(analysis.targets, robustness.standings) {
      #expect(standing.byFigures.share(ofRank: target.rank) == 1)
      #expect(standing.confidence.map { $0 == 0 || $0 == 1 } ?? true)
    }
  }

  @Test func `weights that are all but fixed leave the region's own ranks`() {
    var fixed = world
    let weights: [Criterion: Double] = [.chainValue: 0.7, .localMarket: 0.2, .leads: 0.1]
    fixed.region.ranking.weights = weights
    fixed.region.ranking.weightRanges = weights.mapValues { ($0 - 1e-7)...($0 + 1e-7) }
    let analysis = fixed.analysed()
    let robustness = Robustness(of: analysis, drawCount: 200, figureDrawCount: 1)
    #expect(robustness.keepsStatedBounds)
    for (target, standing) in zip(analysis.targets, robustness.standings) {
      #expect(standing.byWeights.share(ofRank: target.rank) == 1)
    }
  }

  @Test func `equals share the better rank, as in the list`() {
    // Nobody is anywhere: every link is missing and like every other.
    let analysis = SmallWorld().analysed()
    let robustness = Robustness(of: analysis, drawCount: 50, figureDrawCount: 5)
    #expect(Set(analysis.targets.map(\.rank)) == [1])
    for standing in robustness.standings {
      #expect(standing.byWeights.share(ofRank: 1) == 1)
      #expect(standing.byFigures.share(ofRank: 1) == 1)
    }
  }

  @Test func `a target that is as good by every criterion stands no lower under any weights`() {
    let analysis = world.analysed()
    let robustness = Robustness(of: analysis, drawCount: 400, figureDrawCount: 1)
    for (left, a) in zip(analysis.targets, robustness.standings) {
      for (right, b) in zip(analysis.targets, robustness.standings) {
        let pairs = zip(left.assessment.parts, right.assessment.parts)
        let isAsGood = pairs.allSatisfy {
          ($0.utility == nil) == ($1.utility == nil) && ($0.utility ?? 0) >= ($1.utility ?? 0)
        }
        guard isAsGood else { continue }
        for rank in 1...analysis.targets.count {
          #expect(a.byWeights.share(ofRanksTo: rank) >= b.byWeights.share(ofRanksTo: rank) - 1e-12)
        }
      }
    }
  }

  @Test func `shares agree with ranking anew under each of the drawn weights`() throws {
    let analysis = world.analysed()
    let criteria = analysis.basis.criteria
    let draws = 300
    let robustness = Robustness(of: analysis, drawCount: draws, figureDrawCount: 1, seed: 9)
    let drawn = WeightSpace(criterionCount: criteria.count).draws(draws, seed: 9)
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: analysis.targets.count),
      count: analysis.targets.count)
    for draw in 0..<draws {
      let weights = Dictionary(uniqueKeysWithValues: zip(criteria, drawn[draw]))
      for (place, rank) in ranks(of: analysis.targets, under: weights).enumerated() {
        counts[place][rank - 1] += 1
      }
    }
    #expect(robustness.standings.map(\.byWeights.counts) == counts)
  }

  @Test func `the same seed gives the same standings, and no target none`() {
    let analysis = world.analysed()
    #expect(
      Robustness(of: analysis, drawCount: 100, figureDrawCount: 20).standings
        == Robustness(of: analysis, drawCount: 100, figureDrawCount: 20).standings)
    #expect(
      Robustness(of: analysis, drawCount: 100, figureDrawCount: 20, seed: 2).standings
        != Robustness(of: analysis, drawCount: 100, figureDrawCount: 20).standings)
    let nothing = SmallWorld(surveyed: []).analysed()
    #expect(Robustness(of: nothing).standings.isEmpty)
  }

  @Test(arguments: 1...6)
  func `the order in which files list chains, links and inputs changes no draw`(seed: UInt64) {
    let listed = RandomWorkspace(seed: seed)
    let shuffled = listed.shuffled(seed: seed + 100)
    let analyses = [listed, shuffled].map { Analysis(of: listed.region, in: $0.workspace) }
    #expect(analyses[0].targets.map(\.index) == analyses[1].targets.map(\.index))
    #expect(analyses[0].targets.map(\.assessment) == analyses[1].targets.map(\.assessment))
    let robustness = analyses.map { Robustness(of: $0, drawCount: 20, figureDrawCount: 20) }
    #expect(robustness[0].standings == robustness[1].standings)
  }
}
