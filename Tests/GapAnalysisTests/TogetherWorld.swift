import IndustryChain

@testable import GapAnalysis

/// The region of the examples in Docs/Method.md.
///
/// Product makers buy parts for 100 a year, which nobody here makes; parts need alloy, alloy needs
/// ore. A plating shop would work on the parts.
enum TogetherWorld {
  static func plant(
    _ output: Double, land: Double?, investment: Double? = nil, power: Double? = nil
  ) -> Plant {
    var plant = Plant()
    plant.outputMillionCNY = SmallWorld.figure(output)
    plant.landMu = land.map(SmallWorld.figure)
    plant.investmentMillionCNY = investment.map(SmallWorld.figure)
    plant.powerMW = power.map(SmallWorld.figure)
    return plant
  }

  static var world: SmallWorld {
    var links = [
      SmallWorld.link("ore", valueAdded: 0.5),
      SmallWorld.link("alloy", valueAdded: 0.3, inputs: ["ore": 0.5]),
      SmallWorld.link("part", valueAdded: 0.4, inputs: ["alloy": 0.4, "plating*": 0.1]),
      SmallWorld.link("plating", valueAdded: 0.5),
      SmallWorld.link("product", inputs: ["part": 0.5]),
    ]
    links[0].plant = plant(50, land: 80, investment: 60)
    links[1].plant = plant(60, land: 40, investment: 90)
    links[2].plant = plant(100, land: 50, investment: 120)
    links[3].plant = plant(20, land: nil, investment: 10)
    links[1].needs = [NeedID("furnace")]
    var world = SmallWorld(metal: links, other: [])
      .with("p", in: "product", output: 200, count: .several)
    world.region.shortcomings = [
      Shortcoming(need: NeedID("furnace"), isVeto: false, provenance: SmallWorld.made)
    ]
    return world
  }

  static let analysis = world.analysed()
  static let pool = RecruitmentPool(of: analysis)

  static func place(_ name: String) -> Int {
    pool.candidates.firstIndex { $0.link.id.name == name } ?? -1
  }

  static func names(_ members: [Int]) -> [String] {
    members.map { pool.candidates[$0].link.id.name }
  }

  /// A pool around numbers alone, each candidate with some figures of its plant.
  static func pool(_ model: JointModel, seed: UInt64) -> RecruitmentPool {
    var generator = SeededGenerator(seed: seed)
    let candidates = (0..<model.count).map { place in
      var link = SmallWorld.link("k\(100 + place)")
      func figure(_ range: ClosedRange<Int>) -> Figure? {
        Int.random(in: 0..<12, using: &generator) == 0
          ? nil : SmallWorld.figure(Double(Int.random(in: range, using: &generator)))
      }
      link.plant.landMu = figure(5...80)
      link.plant.investmentMillionCNY = figure(10...300)
      link.plant.powerMW = figure(1...20)
      link.plant.dischargeTonnesPerDay = figure(0...500)
      return RecruitmentPool.Candidate(
        index: place, link: link,
        chainValue: ChainValue(
          plantOutputMillionCNY: 1, unmetDemandMillionCNY: 0, selfDemand: 0, localContent: 0,
          valueAdded: 0, unmetShare: 1),
        readiness: Readiness(
          provided: [],
          lacking: Int.random(in: 0..<4, using: &generator) == 0
            ? [
              Shortcoming(need: NeedID("n"), isVeto: false, provenance: SmallWorld.made)
            ] : [], unstated: []))
    }
    return RecruitmentPool(candidates: candidates, model: model)
  }
}
