import IndustryChain
import Testing

@testable import GapAnalysis

/// The worked examples of Docs/Method.md, number by number.
@Suite struct MethodExamplesTests {
  private let analysis = SmallWorld()
    .with("p", in: "product", output: 200, count: .several)
    .with("q", in: "part", output: 80, count: .several).analysed()

  private func expect(_ value: Double, rounded: Double) {
    #expect((value * 10_000).rounded() / 10_000 == rounded)
  }

  @Test func `supply, demand, leakage`() {
    let (part, plating) = (analysis.place(of: "part"), analysis.place(of: "plating"))
    #expect(analysis.today.demandMillionCNY[part] == 100)
    #expect(analysis.today.localSupplyRatio[part] == 0.8)
    expect(analysis.today.leakageMillionCNY(of: part), rounded: 20)
    #expect(analysis.today.demandMillionCNY[plating] == 8)
    #expect(analysis.today.leakageMillionCNY(of: plating) == 8)
  }

  @Test func `local content`() {
    expect(analysis.today.localContent[analysis.place(of: "part")], rounded: 0.25)
    expect(analysis.today.localContent[analysis.place(of: "product")], rounded: 0.35)
  }

  @Test func `self-demand`() {
    let technology = Technology(offsets: [0, 1], suppliers: [0], shares: [0.2], valueAdded: [0.5])
    let solution = LocalSolution(technology, localSupplyRatio: [0.5])
    expect(solution.localContent[0], rounded: 0.5556)
    expect(solution.selfDemand[0], rounded: 0.2222)
  }

  @Test func `exact change`() {
    let changes = analysis.today.changes
    expect(changes.gainMillionCNY[analysis.place(of: "plating")], rounded: 2)
    expect(changes.lossMillionCNY[analysis.place(of: "part")], rounded: -20)
  }

  @Test func `the standard error of bridging`() {
    let sellers = (100..<300).map { SmallWorld.link("s\($0)") }
    let buyers = (100..<300).map { SmallWorld.link("t\($0)", inputs: ["gap": nil]) }
    var gap = SmallWorld.link("gap")
    gap.inputs = sellers.map { Input(supplier: $0.id, share: nil) }
    let graph = ChainGraph(
      chains: [
        Chain(id: ChainID("metal"), name: LocalizedText(), links: [gap] + sellers + buyers)
      ])
    let place = graph.index(of: gap.id) ?? -1
    let coverage = graph.links.indices.map { $0 == place ? Coverage.missing : .covered }
    let estimate = Bridging.counts(
      for: [place], coverage: coverage, in: graph, exactLimit: 100, sampleSize: 80)[0]
    #expect(estimate.pairCount == 40_000)
    #expect((estimate.standardError * 10).rounded() / 10 == 5692.5)
  }

  @Test func `chain value`() throws {
    let value = try #require(analysis.target("plating")).chainValue
    #expect(value.plantOutputMillionCNY == 100)
    #expect(value.soldInsideMillionCNY == 8)
    #expect(value.soldOutsideMillionCNY == 92)
    expect(value.millionCNY, rounded: 2)
  }

  @Test func `support rate`() throws {
    expect(try #require(analysis.supportRate).met, rounded: 0.5714)
  }

  @Test func `robustness of the ranking`() throws {
    let table = UtilityTable(byCriterion: [[0.9, 0.3], [0.2, 0.6]])
    let anyWeights = RankAcceptability(
      of: table, weights: WeightSpace(criterionCount: 2), draws: 10_000, seed: 1)
    let share = anyWeights.acceptability(of: 0, onRank: 1)
    #expect(abs(share - 0.6) < 4 * anyWeights.standardError(of: 0.6))
    expect(anyWeights.standardError(of: 0.6), rounded: 0.0049)
    let first = try #require(anyWeights.centralWeights(of: 0))
    let second = try #require(anyWeights.centralWeights(of: 1))
    #expect(abs(first[0] - 0.7) < 0.01 && abs(first[1] - 0.3) < 0.01)
    #expect(abs(second[0] - 0.2) < 0.01 && abs(second[1] - 0.8) < 0.01)

    let narrowed = try WeightSpace(criterionCount: 2, intervals: [0: 0...0.5])
    let within = RankAcceptability(of: table, weights: narrowed, draws: 10_000, seed: 1)
    #expect(abs(within.acceptability(of: 0, onRank: 1) - 0.2) < 0.016)

    let absent = UtilityTable(byCriterion: [[0.9, 0.3], [nil, 0.6]])
    #expect(absent.scores(under: [0.5, 0.5])[0] == 0.9)

    // A table in which the first one ranks first under weights of 0.7 and 0.3, and one in which not.
    var factors = ConfidenceFactors(centralWeights: [[0.7, 0.3], [0.2, 0.8]])
    factors.add(table)
    factors.add(UtilityTable(byCriterion: [[0.5, 0.5], [0.2, 0.6]]))
    #expect(factors.factor(of: 0) == 0.5 && factors.factor(of: 1) == 1)
  }

  /// The region of the example beside its three peers.
  private var amongPeers: Analysis {
    var world = SmallWorld()
      .with("p", in: "product", output: 200, count: .several)
      .with("q", in: "part", output: 80, count: .several)
    world.region.peers = [
      ("a", ["part", "product", "alloy"]), ("b", ["part", "alloy", "plating"]),
      ("c", ["product", "plating"]),
    ].map { id, links in
      PeerRegion(
        id: RegionID(id), name: LocalizedText(),
        listings: Dictionary(
          uniqueKeysWithValues: links.map {
            (SmallWorld.id($0), .init(firmCount: .exactly(1), provenance: SmallWorld.made))
          }))
    }
    return world.analysed()
  }

  @Test func relatedness() throws {
    let analysis = amongPeers
    let densities = analysis.relatednessDensities()
    expect(try #require(densities[analysis.place(of: "alloy")]), rounded: 0.75)
    expect(try #require(densities[analysis.place(of: "plating")]), rounded: 0.6667)
    #expect(densities[analysis.place(of: "ore")] == nil)
    #expect(analysis.peerRegionCount(of: analysis.place(of: "plating")) == 2)
  }

  @Test func comparison() {
    let analysis = amongPeers
    let comparison = Comparison(of: analysis, with: analysis.region.peers.map { .peer($0) })
    let ids = comparison.visits.map { comparison.members[$0.member].id.rawValue }
    #expect(ids == ["b", "a", "c"])
    #expect(comparison.visits.map(\.valuedTargetCount) == [3, 2, 1])
  }
}
