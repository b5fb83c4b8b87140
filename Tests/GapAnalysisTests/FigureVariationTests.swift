import IndustryChain
import Testing

@testable import GapAnalysis

private let world = SmallWorld()
  .with("p", in: "product", output: 200, count: .several)
  .with("q", in: "part", count: .several)
  .with("a", in: "alloy", output: 50)

@Suite struct FigureVariationTests {
  @Test func `bands of nothing give the figures as they stand`() {
    var still = world
    still.region.ranking.bands = [.reported: 0, .estimate: 0, .assumed: 0]
    let analysis = still.analysed()
    var generator = SplitMix64(seed: 1)
    let draw = FigureVariation(of: analysis).draw(using: &generator)
    #expect(draw.figures.demandMillionCNY == analysis.today.demandMillionCNY)
    #expect(draw.figures.localSupplyRatio == analysis.today.localSupplyRatio)
    #expect(draw.figures.localContent == analysis.today.localContent)
    #expect(draw.figures.selfDemand == analysis.today.selfDemand)
    #expect(draw.plantOutputsMillionCNY == analysis.plantOutputs.map(\.millionCNY))
  }

  @Test(arguments: 1...30)
  func `every figure stays within its band and every column below one`(seed: UInt64) {
    let analysis = world.analysed()
    var generator = SplitMix64(seed: seed)
    let draw = FigureVariation(of: analysis).draw(using: &generator)
    let (drawn, stated) = (draw.figures, analysis.today)
    for link in analysis.graph.links.indices {
      let sum = drawn.technology.inputRange(of: link).reduce(0) {
        $0 + drawn.technology.shares[$1]
      }
      #expect(sum + drawn.valueAdded[link] <= 1 + 1e-12)
      for edge in stated.technology.inputRange(of: link) {
        let ratio = drawn.technology.shares[edge] / stated.technology.shares[edge]
        #expect(ratio >= 0.7 / 1.4 && ratio <= 1.3 + 1e-12)
      }
      #expect((0...1).contains(drawn.localContent[link]))
    }
    let product = analysis.place(of: "product")
    #expect((140...260).contains(drawn.outputMillionCNY[product]))
    // The part makers' output is assumed on top of an estimated plant: two of 100, each off twice.
    let part = analysis.place(of: "part")
    #expect((200 * 0.7 * 0.4...200 * 1.3 * 1.6).contains(drawn.outputMillionCNY[part]))
  }

  @Test func `the same seed draws the same figures, and the middle is the stated figure`() {
    let analysis = world.analysed()
    let variation = FigureVariation(of: analysis)
    var (one, two) = (SplitMix64(seed: 3), SplitMix64(seed: 3))
    #expect(
      variation.draw(using: &one).figures.localContent
        == variation.draw(using: &two).figures.localContent)
    let product = analysis.place(of: "product")
    let draws = 4_000
    let mean =
      (0..<draws).reduce(0.0) { sum, _ in
        sum + variation.draw(using: &one).figures.outputMillionCNY[product]
      } / Double(draws)
    // Even over ±30 %: a standard error of 200 × 0.3 / √(3 × 4000), here allowed five times.
    #expect(abs(mean - 200) < 5 * 0.55)
  }
}

@Suite struct FigureVariationExamplesTests {
  @Test func `robustness under figures: the bands, and shares that sum to more than one`() {
    let region = world.region
    #expect(
      [200 * (1 - region.band(for: .reported)), 200 * (1 + region.band(for: .reported))] == [
        190, 210,
      ])
    #expect(
      [200 * (1 - region.band(for: .estimate)), 200 * (1 + region.band(for: .estimate))] == [
        140, 260,
      ])
    #expect([200 * (1 - region.band(for: nil)), 200 * (1 + region.band(for: nil))] == [80, 320])
    let scaled = FigureVariation.scaledToOne(shares: [0.6, 0.5], valueAdded: 0.2)
    let rounded = (scaled.shares + [scaled.valueAdded]).map { ($0 * 10_000).rounded() / 10_000 }
    #expect(rounded == [0.4615, 0.3846, 0.1538])
    #expect(FigureVariation.scaledToOne(shares: [0.5, 0.4], valueAdded: 0.1).shares == [0.5, 0.4])
  }
}
