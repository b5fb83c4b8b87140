import IndustryChain
import Testing

@testable import GapAnalysis

/// Product firms make 200; they buy 0.5 of parts, and parts 0.4 of alloy and 0.1 of plating.
private let world = SmallWorld()
  .with("p", in: "product", output: 200, count: .several)
  .with("q", in: "part", output: 80, count: .several)

@Test func `demand, ratio and leakage by hand`() {
  let figures = world.analysed().today
  let place = world.analysed().place(of:)
  #expect(figures.demandMillionCNY[place("part")] == 100)
  #expect(figures.localSupplyRatio[place("part")] == 0.8)
  expectClose([figures.leakageMillionCNY(of: place("part"))], [20])
  #expect(figures.demandMillionCNY[place("plating")] == 8)
  #expect(figures.localSupplyRatio[place("plating")] == 0)
  #expect(figures.localSupplyRatio[place("product")] == 1)
  #expect(figures.demandMillionCNY[place("product")] == 0)
}

@Test func `local content by hand`() {
  let analysis = world.analysed()
  let content = analysis.today.localContent
  // Value added is not given: what the inputs leave, at most a quarter.
  expectClose([content[analysis.place(of: "part")]], [0.25])
  expectClose([content[analysis.place(of: "product")]], [0.25 + 0.8 * 0.5 * 0.25])
}

@Test func `a plant sells inside what is asked for and the rest outside`() throws {
  let analysis = world.analysed()
  let value = try #require(analysis.target("plating")).chainValue
  #expect(value.soldInsideMillionCNY == 8)
  #expect(value.soldOutsideMillionCNY == 92)
  // Plating buys nothing here, so a sale outside credits the chain with nothing.
  expectClose([value.millionCNY], [0.25 * 8])
  expectClose([value.earnedAnywhereMillionCNY], [0.25 * 92])
}

@Test(arguments: 1...60)
func `an unlimited plant earns the exact change of the region's value added`(seed: UInt64) {
  let economy = RandomEconomy(seed: seed)
  let solution = LocalSolution(economy.technology, localSupplyRatio: economy.ratio)
  for link in 0..<economy.count where economy.ratio[link] < 1 {
    // Demand of 50 that nobody meets is that share of all demand.
    let unmetShare = 1 - economy.ratio[link]
    let value = ChainValue(
      plantOutputMillionCNY: 50 / (1 - unmetShare * solution.selfDemand[link]),
      unmetDemandMillionCNY: 50, selfDemand: solution.selfDemand[link],
      localContent: solution.localContent[link], valueAdded: economy.valueAdded[link],
      unmetShare: unmetShare)
    var filled = economy.ratio
    filled[link] = 1
    expectClose([value.millionCNY], [50 * economy.content(ratio: filled)[link]])
  }
}

@Test func `final demand and a stated ratio are taken from the region`() {
  var stated = world
  stated.region.finalDemandMillionCNY[SmallWorld.id("plating")] = SmallWorld.figure(12)
  stated.region.localSupplyRatios[SmallWorld.id("part")] = SmallWorld.figure(0.5)
  let analysis = stated.analysed()
  #expect(analysis.today.demandMillionCNY[analysis.place(of: "plating")] == 20)
  #expect(analysis.today.localSupplyRatio[analysis.place(of: "part")] == 0.5)
  #expect(analysis.today.thinReasons[analysis.place(of: "part")] == [.supplyBelowDemand])
}

@Test func `the support rate weighs inputs by share and says what nobody surveyed`() throws {
  let analysis = world.analysed()
  let part = try #require(analysis.today.supportRate(of: analysis.place(of: "product")))
  expectClose([part.met, part.unknown], [0.8, 0])
  var unsurveyed = world
  unsurveyed.region.surveys = []
  let other = unsurveyed.analysed()
  let rate = try #require(other.today.supportRate(of: other.place(of: "part")))
  expectClose([rate.met, rate.unknown], [0, 1])
  // Product 0.8 on 200, part 0 on 80.
  expectClose([try #require(analysis.supportRate).met], [160.0 / 280])
}

@Test func `an umbrella buys what its variants buy and its demand is theirs to meet`() throws {
  let links = [
    SmallWorld.link("salt"), SmallWorld.link("iron"),
    SmallWorld.link("cathode", plant: nil),
    SmallWorld.link("ternary", valueAdded: 0.2, variantOf: "cathode", inputs: ["salt": 0.6]),
    SmallWorld.link("phosphate", valueAdded: 0.3, variantOf: "cathode", inputs: ["iron": 0.4]),
    SmallWorld.link("cell", inputs: ["cathode": 0.4]),
  ]
  let before = SmallWorld(metal: links).with("c", in: "cell", output: 100, count: .several)
    .with("s", in: "salt", output: 60, count: .several).analysed()
  let ternary = try #require(before.target("ternary"))
  #expect(ternary.chainValue.unmetDemandMillionCNY == 40)
  expectClose([ternary.chainValue.localContent], [0.2 + 0.6 * 0.25])
  #expect(before.target("cathode") == nil)
  expectClose(
    [before.today.localContent[before.place(of: "cathode")]],
    [(0.2 + 0.6 * 0.25) / 2 + 0.3 / 2])

  let after = SmallWorld(metal: links).with("c", in: "cell", output: 100, count: .several)
    .with("t", in: "ternary", output: 30, count: .several).analysed()
  #expect(after.today.localSupplyRatio[after.place(of: "cathode")] == 0.75)
  expectClose([after.today.localContent[after.place(of: "cathode")]], [0.2])
  let phosphate = try #require(after.target("phosphate"))
  expectClose([phosphate.chainValue.unmetDemandMillionCNY], [10])
}

@Test(arguments: 1...40)
func `a loop through an umbrella counts as the variant's self-demand`(seed: UInt64) {
  // cell → use → recycling → precursor → ternary, which sells as cathode to cell.
  var generator = SeededGenerator(seed: seed)
  func share() -> Double { Double.random(in: 0.1...0.8, using: &generator) }
  let shares = (0..<5).map { _ in share() }
  let links = [
    SmallWorld.link("cathode", plant: nil),
    SmallWorld.link("ternary", variantOf: "cathode", inputs: ["precursor": shares[0]]),
    SmallWorld.link("precursor", inputs: ["recycling~": shares[1]]),
    SmallWorld.link("recycling", inputs: ["cell": shares[2]]),
    SmallWorld.link("cell", inputs: ["cathode": shares[3], "cell": shares[4] * (1 - shares[3])]),
  ]
  let world = SmallWorld(metal: links).with("a", in: "precursor").with("b", in: "recycling")
    .with("c", in: "cell")
  let analysis = world.analysed()
  let ratio = analysis.today.localSupplyRatio
  func r(_ name: String) -> Double { ratio[analysis.place(of: name)] }
  let around =
    shares[0] * r("precursor") * shares[1] * r("recycling") * shares[2] * r("cell") * shares[3]
    / (1 - r("cell") * shares[4] * (1 - shares[3]))
  for cut in [ComponentSolver.Cut.fewest, .everyLink] {
    let solution = LocalSolution(
      analysis.today.technology, localSupplyRatio: ratio, cut: cut)
    expectClose([solution.selfDemand[analysis.place(of: "ternary")]], [around])
  }
}

@Test func `inputs without a share split what the given ones leave of 0,6`() {
  let links = [
    SmallWorld.link("a"), SmallWorld.link("b"), SmallWorld.link("c"),
    SmallWorld.link("d", inputs: ["a": 0.2, "b": nil, "c": nil]),
    SmallWorld.link("e", inputs: ["a": 0.7, "b": nil]),
  ]
  let analysis = SmallWorld(metal: links).analysed()
  expectClose(analysis.graph.resolvedShares(of: analysis.place(of: "d")), [0.2, 0.2, 0.2])
  expectClose(analysis.graph.resolvedShares(of: analysis.place(of: "e")), [0.7, 0])
  #expect(
    analysis.assumptions(about: analysis.place(of: "d")).contains {
      if case .share(_, let supplier, _) = $0 { supplier.name == "b" } else { false }
    })
}

@Test func `a typical plant without an output takes the median of its chain`() {
  let links = [
    SmallWorld.link("a", plant: 10), SmallWorld.link("b", plant: 30),
    SmallWorld.link("c", plant: nil),
  ]
  let analysis = SmallWorld(metal: links, other: [SmallWorld.link("other/x", plant: nil)])
    .analysed()
  let plants = analysis.plantOutputs
  #expect(plants[analysis.place(of: "c")].millionCNY == 20)
  #expect(plants[analysis.place(of: "c")].basis == .medianOfChain)
  #expect(plants[analysis.place(of: "other/x")].millionCNY == 100)
  #expect(plants[analysis.place(of: "other/x")].basis == .fallback)
}

@Test
func `equal values share a rank, stand in the order of ids, and the list is the same every time`() {
  let analysis = SmallWorld(surveyed: ["metal", "other"]).analysed()
  let again = SmallWorld(surveyed: ["metal", "other"]).analysed()
  #expect(analysis.targets == again.targets)
  #expect(analysis.targets.map(\.index) == analysis.targets.map(\.index).sorted())
  #expect(analysis.targets.allSatisfy { $0.rank == 1 })
}
