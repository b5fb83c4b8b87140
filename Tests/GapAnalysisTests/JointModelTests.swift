import IndustryChain
import Testing

@testable import GapAnalysis

@Suite struct JointModelTests {
  @Test(arguments: 1...200)
  func `a set is worth what solving the whole region anew says`(seed: UInt64) {
    let analysis = SmallWorld.random(seed: seed).analysed()
    let pool = RecruitmentPool(of: analysis)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<6 {
      let set = pool.candidates.indices.filter { _ in Bool.random(using: &generator) }
      expectClose([pool.model.value(of: set)], [analysis.resolvedValue(of: set, in: pool)])
    }
  }

  @Test(arguments: 1...200)
  func `a candidate alone is worth the chain value that the ranking shows`(seed: UInt64) {
    let pool = RecruitmentPool(of: SmallWorld.random(seed: seed).analysed())
    for (place, candidate) in pool.candidates.enumerated() {
      expectClose([pool.model.value(of: [place])], [candidate.chainValue.millionCNY])
    }
  }

  @Test(arguments: 1...100)
  func `what a candidate adds does not depend on the order of the steps`(seed: UInt64) {
    let model = randomModel(seed: seed, count: 7, contested: 2)
    let order = (0..<7).sorted { ($0 * 3 + Int(seed)) % 7 < ($1 * 3 + Int(seed)) % 7 }
    var elimination = JointElimination(model, members: Array(0..<7))
    expectClose(
      [order.reduce(0) { $0 + elimination.recruit($1) }], [model.value(of: 0..<7)])
  }

  @Test(arguments: 1...60)
  func `without competition candidates complement each other and the value is no less`(
    seed: UInt64
  ) {
    let model = randomModel(seed: seed, count: 7, contested: 2)
    let relaxed = model.withoutCompetition()
    for mask in 0..<128 {
      let set = members(of: mask)
      let value = relaxed.value(of: set)
      #expect(value >= model.value(of: set) - 1e-9)
      // F(S + a) + F(S + b) ≤ F(S) + F(S + a + b).
      for a in 0..<7 where !set.contains(a) {
        for b in 0..<a where !set.contains(b) {
          let apart = relaxed.value(of: set + [a]) + relaxed.value(of: set + [b])
          #expect(value + relaxed.value(of: set + [a, b]) >= apart - 1e-9)
        }
      }
    }
  }

  /// Cells buy cathodes for 40, both variants could serve all of it.
  private static let cathodes = SmallWorld(
    metal: [
      SmallWorld.link("salt"), SmallWorld.link("cathode", plant: nil),
      SmallWorld.link("ternary", valueAdded: 0.4, variantOf: "cathode", inputs: ["salt": 0.3]),
      SmallWorld.link("phosphate", valueAdded: 0.3, variantOf: "cathode", inputs: ["salt": 0.3]),
      SmallWorld.link("cell", inputs: ["cathode": 0.4]),
    ], other: []
  ).with("c", in: "cell", output: 100, count: .several)

  @Test func `variants of one umbrella compete for its market`() throws {
    let pool = RecruitmentPool(of: Self.cathodes.analysed())
    let names = pool.candidates.map(\.link.id.name)
    let ternary = try #require(names.firstIndex(of: "ternary"))
    let phosphate = try #require(names.firstIndex(of: "phosphate"))
    #expect(ternary < phosphate)
    expectClose([pool.model.value(of: [ternary])], [0.4 * 40])
    expectClose([pool.model.value(of: [phosphate])], [0.3 * 40])
    // The second one finds the market served and has nothing but sales that it has anywhere.
    expectClose([pool.model.value(of: [ternary, phosphate])], [0.4 * 40 + 0.3 * 60 - 0.3 * 60])
  }

  @Test func `a link that adds nothing even with all the others is left out and counted`() {
    let pool = RecruitmentPool(
      of: SmallWorld(surveyed: ["metal", "other"])
        .with("p", in: "product", output: 200, count: .several).analysed())
    #expect(!pool.candidates.contains { $0.link.id.name == "gauge" })
    #expect(pool.withoutValueCount == 1)
    // Nobody makes toys; a wheel maker is worth something once a toy maker comes.
    let wheel = pool.candidates.first { $0.link.id.name == "wheel" }
    #expect(wheel?.chainValue.millionCNY == 0)
  }

  @Test func `a pool takes chosen links only, and no more than it has room for`() {
    let analysis = Self.cathodes.analysed()
    let salt = analysis.place(of: "salt")
    #expect(
      RecruitmentPool(of: analysis, among: [salt, analysis.place(of: "ternary")])
        .candidates.map(\.link.id.name).sorted() == ["salt", "ternary"])
    let small = RecruitmentPool(of: analysis, size: 1)
    #expect(small.candidates.map(\.link.id.name) == ["ternary"])
    #expect(small.beyondSizeCount == 2)
    #expect(RecruitmentPool(of: SmallWorld(metal: [], other: []).analysed()).candidates.isEmpty)
  }

  @Test func `demand that a loop of present links passes on is counted whole, large loops too`() {
    let count = 600
    var economy = RandomEconomy(seed: 1, count: 2)
    economy.coefficients = [[Double]](
      repeating: [Double](repeating: 0, count: count), count: count)
    economy.valueAdded = [Double](repeating: 0.1, count: count)
    economy.ratio = [Double](repeating: 0.9, count: count)
    for link in 0..<count { economy.coefficients[link][(link + 1) % count] = 0.8 }
    let solution = LocalSolution(economy.technology, localSupplyRatio: economy.ratio)
    var induced = InducedDemand(economy.technology, localSupplyRatio: economy.ratio)
    for link in [0, 7] {
      let own = induced.demand(perUnitOf: link).first { $0.link == link }?.perUnit ?? 0
      expectClose([own], [solution.selfDemand[link]])
    }
  }

  @Test(arguments: 1...100)
  func `demand per unit of output equals a column of the full inverse`(seed: UInt64) {
    let economy = RandomEconomy(seed: seed)
    let inverse = economy.leontiefInverse(ratio: economy.ratio)
    var induced = InducedDemand(economy.technology, localSupplyRatio: economy.ratio)
    for link in 0..<economy.count {
      var demand = [Double](repeating: 0, count: economy.count)
      for item in induced.demand(perUnitOf: link) { demand[item.link] = item.perUnit }
      expectClose(
        demand,
        (0..<economy.count).map { row in
          (0..<economy.count).reduce(0) {
            $0 + economy.coefficients[row][$1] * inverse[$1][link]
          }
        })
    }
  }
}
