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
}
