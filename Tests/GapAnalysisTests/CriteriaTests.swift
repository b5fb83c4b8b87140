import IndustryChain
import Testing

@testable import GapAnalysis

/// Product firms make 200 and part firms 80, so part is thin, plating, alloy, scrap, ore are missing.
private let world = SmallWorld()
  .with("p", in: "product", output: 200, count: .several)
  .with("q", in: "part", output: 80, count: .several)

private func expectClose(
  _ value: Double?, _ expected: Double, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(abs((value ?? .nan) - expected) < 1e-12, sourceLocation: sourceLocation)
}

@Suite struct CriteriaTests {
  @Test func `the worked example of the method: plating's score, part by part`() throws {
    let analysis = world.analysed()
    let plating = try #require(analysis.target("plating"))
    let alloy = try #require(analysis.target("alloy"))
    #expect(plating.chainValue.millionCNY == 2)
    expectClose(alloy.chainValue.millionCNY, 8)  // 32 sold here, 0.25 of it kept
    // No priorities, peers, leads or needs, and plating lists no inputs.
    let parts = plating.assessment.parts.filter { $0.weight > 0 }
    #expect(parts.map(\.criterion) == [.chainValue, .reach, .bridging, .localMarket])
    // Scrap would earn most: it buys product here, so (0.355 − 0.25) × 100 of its sales stay.
    expectClose(analysis.target("scrap")?.chainValue.millionCNY, 10.5)
    expectClose(parts[0].utility, 2.0 / 10.5)
    // Plating works for part alone, one link of one chain; alloy sells to part alone too.
    expectClose(parts[1].utility, 1)
    // Parts go through plating to the product makers: the one pair that waits to be joined.
    expectClose(parts[2].utility, 1)
    expectClose(parts[3].utility, 0.08)
    let impact = 0.30 * 2 / 10.5 + 0.10 + 0.05
    expectClose(plating.assessment.score, (impact + 0.15 * 0.08) / 0.60)
    expectClose(plating.assessment.value(of: .impact), impact / 0.45)
    expectClose(plating.assessment.value(of: .feasibility), 0.08)
  }

  @Test func `weights of what is left out are shared in proportion and sum to one`() {
    let basis = world.analysed().basis
    #expect(
      basis.leftOut == [
        .priority: .noPriorities, .relatedness: .noPeers, .leads: .noLeads,
        .readiness: .noNeedsStated,
      ])
    #expect(basis.usesDefaultWeights)
    expectClose(Criterion.allCases.reduce(0) { $0 + basis.weight(of: $1) }, 1)
    expectClose(basis.weight(of: .chainValue), 0.30 / 0.70)
    expectClose(basis.weight(of: .impact) + basis.weight(of: .feasibility), 1)
  }

  @Test func `our default weights sum to one and name every criterion`() {
    #expect(Set(RankingBasis.defaultWeights.keys) == Set(Criterion.allCases))
    expectClose(RankingBasis.defaultWeights.values.reduce(0, +), 1)
  }

  @Test func `a region's weights count in proportion, and what they leave out counts nothing`() {
    var own = world
    own.region.ranking.weights = [.chainValue: 3, .localMarket: 1, .leads: 6]
    let basis = own.analysed().basis
    expectClose(basis.weight(of: .chainValue), 0.75)
    expectClose(basis.weight(of: .localMarket), 0.25)
    #expect(basis.weight(of: .reach) == 0)
    #expect(!basis.usesDefaultWeights)
    #expect(basis.criteria == [.chainValue, .localMarket])
  }

  @Test func `weights on nothing that is known give way to the defaults, which is said`() {
    var own = world
    own.region.ranking.weights = [.relatedness: 1]
    #expect(own.analysed().basis.usesDefaultWeights)
    #expect(own.analysed().basis.replacesStatedWeights)
    #expect(!world.analysed().basis.replacesStatedWeights)
  }

  @Test func `weights that break the region's own bounds are told, ours as well as its own`() {
    var own = world
    own.region.ranking.weightOrder = [.localMarket, .chainValue]
    #expect(own.analysed().basis.breaksStatedBounds)  // ours weigh chain value more
    own.region.ranking.weights = [.localMarket: 2, .chainValue: 1]
    #expect(!own.analysed().basis.breaksStatedBounds)
    own.region.ranking.weightRanges = [.chainValue: 0.5...1]
    #expect(own.analysed().basis.breaksStatedBounds)
    // A range of a criterion without data binds nothing.
    own.region.ranking.weightRanges = [.relatedness: 0.5...1]
    #expect(!own.analysed().basis.breaksStatedBounds)
  }

  @Test func `a link of which no weighed criterion is known has no score, and the last place`()
    throws
  {
    var own = world
    own.region.ranking.weights = [.inputReadiness: 1]
    let targets = own.analysed().targets
    let ore = try #require(targets.first { $0.link.id.name == "ore" })
    #expect(!ore.assessment.isScored)
    #expect(targets.allSatisfy { $0.rank <= ore.rank })
  }

  @Test func `with all weight on chain value the order is that of chain value`() {
    var own = world
    own.region.ranking.weights = [.chainValue: 1]
    let targets = own.analysed().targets
    let values = targets.map(\.chainValue.millionCNY)
    #expect(values == values.sorted(by: >))
    for (left, right) in zip(targets, targets.dropFirst())
    where abs(left.chainValue.millionCNY - right.chainValue.millionCNY) < 1e-12 {
      #expect(left.rank == right.rank)
      #expect(left.index < right.index)
    }
  }

  @Test func `chances of leads join as if they decided apart, each firm of a group for itself`()
    throws
  {
    let called = world.with("a", in: "alloy", .negotiating, residence: .prospect)
      .with("b", in: "alloy", .negotiating, residence: .prospect, count: .exactly(2))
    let alloy = try #require(called.analysed().target("alloy"))
    expectClose(alloy.leadChance.value, 1 - 0.8 * 0.8 * 0.8)
    var own = called
    own.region.ranking.leadChances[.negotiating] = SmallWorld.figure(0.5)
    let sure = try #require(own.analysed().target("alloy"))
    expectClose(sure.leadChance.value, 1 - 0.5 * 0.5 * 0.5)
    #expect(sure.leadChance.parts.allSatisfy { $0.chance.provenance == SmallWorld.made })
    #expect(alloy.leadChance.parts.allSatisfy { $0.chance.provenance.grade == .assumed })
    // Nobody is known for ore, which is a chance of 0 and not a blank.
    #expect(try #require(called.analysed().target("ore")).leadChance.value == 0)
  }

  @Test func `a wish for a link goes before one for its chain, and no wish is none`() throws {
    var own = world
    own.region.priorities = [
      Priority(scope: .chain(ChainID("metal")), degree: SmallWorld.figure(0.4)),
      Priority(scope: .link(SmallWorld.id("alloy")), degree: SmallWorld.figure(1)),
    ]
    let analysis = own.analysed()
    #expect(analysis.target("alloy")?.priority?.value == 1)
    #expect(analysis.target("ore")?.priority?.value == 0.4)
    #expect(analysis.target("other/wheel")?.priority?.value == 0)
    #expect(world.analysed().target("ore")?.priority == nil)
  }

  @Test func `readiness counts the needs with an answer, and none is no zero`() throws {
    var own = world
    let needs = ["steam", "permit", "rail"].map { NeedID($0) }
    own.chains[0].links[1].needs = needs
    own.region.provides = [needs[0]]
    own.region.shortcomings = [
      Shortcoming(need: needs[1], isVeto: false, provenance: SmallWorld.made)
    ]
    let analysis = own.analysed()
    let alloy = try #require(analysis.target("alloy")).readiness
    #expect(alloy.provided == [needs[0]])
    #expect(alloy.lacking.map(\.need) == [needs[1]])
    #expect(alloy.unstated == [needs[2]])
    #expect(alloy.share == 0.5)
    #expect(analysis.target("ore")?.readiness.share == nil)
    #expect(analysis.target("ore")?.assessment.part(of: .readiness)?.weight == 0)
    #expect(analysis.basis.leftOut[.readiness] == nil)
  }

  @Test func `a veto takes a link off the list, with the reason, and nothing else moves in value`()
  {
    var own = world
    own.chains[0].links[1].needs = [NeedID("permit")]
    own.region.shortcomings = [
      Shortcoming(need: NeedID("permit"), isVeto: true, provenance: SmallWorld.made)
    ]
    let (free, held) = (world.analysed(), own.analysed())
    #expect(held.target("alloy") == nil)
    #expect(held.blocked.map(\.opportunity.link.id) == [SmallWorld.id("alloy")])
    #expect(held.blocked.first?.vetoes.map(\.need) == [NeedID("permit")])
    #expect(held.targets.count == free.targets.count - 1)
    #expect(held.target("plating")?.chainValue == free.target("plating")?.chainValue)
    // A signed project goes on: what is decided is not blocked.
    let signed = own.with("x", in: "alloy", .signed).analysed()
    #expect(signed.blocked.isEmpty)
    #expect(signed.commitments.map(\.link.id) == [SmallWorld.id("alloy")])
  }

  @Test(arguments: 1...40)
  func `a better mark never lowers a score, and a score lies between its marks`(seed: UInt64) throws
  {
    var generator = SeededGenerator(seed: seed)
    var random = world
    for criterion in Criterion.allCases {
      random.region.ranking.weights[criterion] = Double.random(in: 0...1, using: &generator)
    }
    random.region.priorities = [
      Priority(scope: .link(SmallWorld.id("ore")), degree: SmallWorld.figure(0.2))
    ]
    let low = try #require(random.analysed().target("ore")).assessment
    random.region.priorities = [
      Priority(scope: .link(SmallWorld.id("ore")), degree: SmallWorld.figure(0.9))
    ]
    let high = try #require(random.analysed().target("ore")).assessment
    #expect(high.score >= low.score)
    for assessment in random.analysed().targets.map(\.assessment) {
      let marks = assessment.parts.filter { $0.weight > 0 }.compactMap(\.utility)
      #expect(assessment.score >= (marks.min() ?? 0) - 1e-12)
      #expect(assessment.score <= (marks.max() ?? 0) + 1e-12)
      expectClose(assessment.parts.reduce(0) { $0 + $1.weight }, 1)
    }
  }

  @Test(arguments: 1...60)
  func `the Pareto front is what no other point beats`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let points = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
      (
        x: Double(Int.random(in: 0...6, using: &generator)),
        y: Double(Int.random(in: 0...6, using: &generator))
      )
    }
    let expected = points.map { point in
      points.contains {
        $0.x >= point.x && $0.y >= point.y && ($0.x > point.x || $0.y > point.y)
      }
    }
    #expect(Dominance.isDominated(points) == expected)
  }

  @Test func `reach counts a link once though it both buys and sells, and chains apart`() throws {
    let crowded = world.with("t", in: "other/toy").with("w", in: "alloy")
    let analysis = crowded.analysed()
    let scrap = try #require(analysis.target("scrap"))
    #expect(scrap.reach.linkCount == 2)  // sells to alloy, buys of product
    #expect(scrap.reach.chainCount == 1)
  }
}
