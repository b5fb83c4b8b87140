import IndustryChain
import Testing

@testable import GapAnalysis

@Suite struct RiskTests {
  /// Product makers put out 200, part makers 80; see Docs/Method.md.
  private let world = SmallWorld()
    .with("p", in: "product", output: 200, count: .several)
    .with("q", in: "part", output: 80, count: .several)

  private func row(_ link: String, in analysis: Analysis) throws -> Risk.LinkRisk {
    try #require(Risk(of: analysis).links.first { $0.index == analysis.place(of: link) })
  }

  private func firm(_ id: String, in analysis: Analysis) throws -> Risk.FirmRisk {
    try #require(Risk(of: analysis).firms.first { $0.firm.id == FirmID(id) })
  }

  @Test func `losses by hand`() throws {
    let analysis = world.analysed()
    let part = try row("part", in: analysis).extraction
    expectClose([part.valueAddedLostMillionCNY, part.earnedAnywhereMillionCNY], [20, 0])
    // Product sells outside only: 0.35 × 200 in all, 0.25 × 200 anywhere.
    let product = try row("product", in: analysis).extraction
    expectClose(
      [product.valueAddedLostMillionCNY, product.earnedAnywhereMillionCNY], [70, 50])
    expectClose([product.chainValueLostMillionCNY], [20])
    #expect(product.linksWithoutBuyer == [analysis.place(of: "part")])
    #expect(product.lostInputs == [])
    #expect(
      part.lostInputs
        == [
          .init(
            buyer: analysis.place(of: "product"), input: analysis.place(of: "part"),
            isSurveyed: true)
        ])
    #expect(
      Risk(of: analysis).links.map(\.index)
        == [analysis.place(of: "product"), analysis.place(of: "part")])
  }

  @Test func `a loop weakens as its own market goes`() throws {
    // A link that buys 0.2 from itself and sells 80 of 100 outside: c = 0.625, σ = 0.25, r = 1.
    let links = [SmallWorld.link("a", valueAdded: 0.5, inputs: ["a": 0.2])]
    let analysis = SmallWorld(metal: links).with("x", in: "a", output: 100).analysed()
    let risk = try row("a", in: analysis).extraction
    expectClose([risk.valueAddedLostMillionCNY], [0.625 * 100 / 1.25])
    expectClose([risk.chainValueLostMillionCNY], [50 - 0.5 * 80])
  }

  @Test(arguments: 1...200)
  func `every row equals solving the region without it`(seed: UInt64) {
    let analysis = TradingWorld.analysis(seed: seed)
    let region = SolvedRegion(analysis)
    let before = region.valueAdded(changing: [:])
    func lost(_ projects: [(link: Int, presence: Presence)]) -> Double {
      let change = projects.reduce(into: [Int: Double]()) {
        $0[$1.link, default: 0] -= $1.presence.outputMillionCNY(typicalPlant: 100)
      }
      return before - region.valueAdded(changing: change)
    }
    let risk = Risk(of: analysis)
    for row in risk.links {
      let projects = analysis.presences[row.index].map { (link: row.index, presence: $0) }
      expectClose([row.extraction.valueAddedLostMillionCNY], [lost(projects)])
    }
    for row in risk.firms {
      let projects = row.links.flatMap { link in
        analysis.presences[link].filter { $0.firm.id == row.firm.id }
          .map { (link: link, presence: $0) }
      }
      expectClose([row.extraction.valueAddedLostMillionCNY], [lost(projects)])
      #expect(row.extraction.chainValueLostMillionCNY >= -1e-9)
      #expect(row.extraction.earnedAnywhereMillionCNY >= -1e-9)
    }
    #expect(risk.links.count == analysis.today.coverage.count { $0.isPresent })
  }

  @Test(arguments: 1...60)
  func `what only the chain keeps here is the formula of the method`(seed: UInt64) {
    let analysis = TradingWorld.analysis(seed: seed)
    let figures = analysis.today
    for row in Risk(of: analysis).links {
      let link = row.index
      let (r, m, c) = (
        figures.localSupplyRatio[link], figures.demandMillionCNY[link],
        figures.localContent[link]
      )
      let outside = figures.supplyMillionCNY[link] - r * m
      let factor = 1 + r * figures.selfDemand[link]
      expectClose(
        [row.extraction.chainValueLostMillionCNY],
        [r * m * c / factor + (c / factor - figures.valueAdded[link]) * outside])
    }
  }

  @Test func `a variant's exit lowers its umbrella too, and the rest of its kind stays`() throws {
    let links = [
      SmallWorld.link("salt"), SmallWorld.link("iron"), SmallWorld.link("cathode", plant: nil),
      SmallWorld.link("ternary", valueAdded: 0.2, variantOf: "cathode", inputs: ["salt": 0.6]),
      SmallWorld.link("phosphate", valueAdded: 0.3, variantOf: "cathode", inputs: ["iron": 0.4]),
      SmallWorld.link("cell", inputs: ["cathode": 0.4]),
    ]
    let world = SmallWorld(metal: links).with("c", in: "cell", output: 100, count: .several)
      .with("t", in: "ternary", output: 30)
    // Both kinds: 60 for a demand of 40, so without ternary 10 of it is bought outside.
    let both = world.with("p", in: "phosphate", output: 30).analysed()
    let ternary = try row("ternary", in: both)
    expectClose([ternary.extraction.valueAddedLostMillionCNY], [0.2 * 30])
    expectClose([ternary.extraction.earnedAnywhereMillionCNY], [0.2 * 20])
    #expect(ternary.extraction.lostInputs == [] && !ternary.isSinglePointOfFailure)
    // Umbrellas without firms of their own are left to their variants.
    #expect(!Risk(of: both).links.contains { $0.index == both.place(of: "cathode") })
    // Alone, it is the only cathode.
    let alone = world.analysed()
    let only = try row("ternary", in: alone)
    #expect(only.isSinglePointOfFailure)
    #expect(
      only.extraction.lostInputs
        == [
          .init(
            buyer: alone.place(of: "cell"), input: alone.place(of: "cathode"), isSurveyed: true)
        ])
    expectClose([only.extraction.chainValueLostMillionCNY], [0.2 * 30])
  }

  @Test func `an umbrella with firms of its own takes its variants along`() throws {
    let links = [
      SmallWorld.link("cathode", valueAdded: 0.25),
      SmallWorld.link("ternary", valueAdded: 0.2, variantOf: "cathode"),
      SmallWorld.link("cell", inputs: ["cathode": 0.5]),
    ]
    let analysis = SmallWorld(metal: links).with("c", in: "cell", output: 100, count: .several)
      .with("own", in: "cathode", output: 10).with("t", in: "ternary", output: 30).analysed()
    let cathode = try row("cathode", in: analysis)
    #expect(cathode.firms.map(\.id) == [FirmID("own"), FirmID("t")])
    expectClose([cathode.extraction.outputMillionCNY], [40])
    expectClose([cathode.extraction.chainValueLostMillionCNY], [0.2 * 10 + 0.2 * 30])
    #expect(cathode.largest == Risk.Concentration(firm: FirmID("t"), share: 0.75))
    // Either leaves the other.
    #expect(try row("ternary", in: analysis).extraction.lostInputs == [])
  }

  @Test func `a firm in two links leaves both at once`() throws {
    var world = SmallWorld().with("both", in: "product", output: 200)
    var second = world.region.firms[0].projects[0]
    second.link = SmallWorld.id("part")
    second.outputMillionCNY = SmallWorld.figure(80)
    world.region.firms[0].projects.append(second)
    let analysis = world.analysed()
    let firm = try firm("both", in: analysis)
    #expect(firm.links == [analysis.place(of: "part"), analysis.place(of: "product")])
    // Each alone loses 70 and 20; together the part's 80, which product's content holds, once.
    expectClose([firm.extraction.valueAddedLostMillionCNY], [0.25 * 200 + 0.25 * 80])
    #expect(firm.extraction.lostInputs == [] && !firm.isSinglePointOfFailure)
  }

  @Test func `a single point of failure is one firm that others here buy from`() throws {
    let single = SmallWorld().with("p", in: "product", output: 200)
      .with("q", in: "part", output: 80).analysed()
    #expect(try row("part", in: single).isSinglePointOfFailure)
    #expect(try firm("q", in: single).isSinglePointOfFailure)
    // Nobody here buys the product.
    #expect(try !row("product", in: single).isSinglePointOfFailure)
    // A second firm, or an unnamed group: no one firm whose leaving takes it all.
    let two = SmallWorld().with("p", in: "product", output: 200)
      .with("q", in: "part", output: 80).with("r", in: "part", output: 20).analysed()
    #expect(try !row("part", in: two).isSinglePointOfFailure)
    #expect(try row("part", in: two).largest?.share == 0.8)
    let group = world.analysed()
    #expect(try !row("part", in: group).isSinglePointOfFailure)
    #expect(try row("part", in: group).largest == nil)
    #expect(try !firm("q", in: group).isSingleFirm)
  }

  @Test func `the last known maker of what nobody has surveyed is no single point of failure`()
    throws
  {
    let analysis = SmallWorld(surveyed: []).with("p", in: "product", output: 200)
      .with("q", in: "part", output: 80).analysed()
    let part = try row("part", in: analysis)
    #expect(part.extraction.lostInputs.map(\.isSurveyed) == [false])
    #expect(try !part.isSinglePointOfFailure && !firm("q", in: analysis).isSinglePointOfFailure)
  }

  @Test func `households that buy keep a link from being without a buyer`() throws {
    var sold = world
    sold.region.finalDemandMillionCNY[SmallWorld.id("part")] = SmallWorld.figure(5)
    #expect(try row("product", in: sold.analysed()).extraction.linksWithoutBuyer == [])
  }

  @Test func `a stated ratio falls as the firms behind it leave`() throws {
    var stated = world.with("z", in: "part", output: 20)
    stated.region.localSupplyRatios[SmallWorld.id("part")] = SmallWorld.figure(0.5)
    // 100 made, 50 sold here: whoever makes a fifth sells 10 here and 10 outside.
    let firm = try firm("z", in: stated.analysed())
    expectClose([firm.extraction.valueAddedLostMillionCNY], [0.25 * 20])
    expectClose([firm.extraction.earnedAnywhereMillionCNY], [0.25 * 10])
  }

  @Test func `signed firms and prospects are no risk, and an empty region has none`() {
    let analysis = SmallWorld().with("s", in: "part", .signed)
      .with("n", in: "product", .negotiating, residence: .prospect).analysed()
    #expect(Risk(of: analysis).links.isEmpty && Risk(of: analysis).firms.isEmpty)
    #expect(Risk(of: SmallWorld(metal: [], other: []).analysed()).links.isEmpty)
  }

  @Test func `the weakest figure shows, and equal losses stand in the order of ids`() throws {
    let analysis = SmallWorld().with("b", in: "gauge").with("a", in: "gauge", output: 100)
      .analysed()
    let risk = Risk(of: analysis)
    #expect(risk.firms.map(\.firm.id) == [FirmID("a"), FirmID("b")])
    #expect(risk.links.map(\.grade) == [.assumed])
    let given = SmallWorld(metal: [SmallWorld.link("gauge", valueAdded: 0.3)])
      .with("a", in: "gauge", output: 100).analysed()
    #expect(try row("gauge", in: given).grade == .estimate)
  }
}
