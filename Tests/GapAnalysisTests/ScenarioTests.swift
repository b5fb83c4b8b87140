import IndustryChain
import Testing

@testable import GapAnalysis

@Suite struct ScenarioTests {
  private let world = SmallWorld()
    .with("p", in: "product", output: 200, count: .several)
    .with("q", in: "part", output: 80, count: .several)
    .with("s", in: "plating", .signed, output: 60)

  private func difference(
    _ analysis: Analysis, _ changes: Scenario.Change...
  ) throws -> ScenarioDifference {
    ScenarioDifference(from: analysis, to: try analysis.supposing(Scenario(changes)))
  }

  private func id(_ name: String) -> LinkID { SmallWorld.id(name) }

  @Test func `one typical plant by hand`() throws {
    let analysis = world.analysed()
    let change = try difference(analysis, .add(id("plating"), outputMillionCNY: nil))
    let value = change.valueAdded
    // 100 of plating at 0.25, of which 8 are sold here; see Docs/Method.md.
    expectClose([value.beforeMillionCNY, value.firmsAsTheyAreMillionCNY], [70, 25])
    expectClose([value.suppliersKeepingPaceMillionCNY, value.earnedAnywhereMillionCNY], [25, 23])
    expectClose([value.chainValueMillionCNY], [2])
    let plating = analysis.place(of: "plating")
    #expect(change.coverageChanges == [plating])
    #expect(change.after.today.coverage[plating] == .thin)
    #expect(change.kindChanges == [plating])
    #expect(change.after.kinds[plating] == .strengthen)
    #expect(
      change.tieChanges.map { [$0.firm.id.rawValue, "\($0.gainedSuppliers)"] }
        == [["q", "[\(plating)]"]])
    expectClose([change.after.today.leakage.millionCNY], [20 + 80 * 0.4])
    expectClose([change.before.today.leakage.millionCNY], [20 + 80 * 0.5])
  }

  @Test(arguments: 1...150)
  func `a plant of a missing link adds its chain value and what it earns anywhere`(
    seed: UInt64
  ) throws {
    let analysis = TradingWorld.analysis(seed: seed)
    for target in analysis.targets where target.coverage == .missing {
      let value = target.chainValue
      let change = try difference(analysis, .add(target.link.id, outputMillionCNY: nil))
        .valueAdded
      expectClose([change.chainValueMillionCNY], [value.millionCNY])
      expectClose([change.earnedAnywhereMillionCNY], [value.earnedAnywhereMillionCNY])
      expectClose(
        [change.suppliersKeepingPaceMillionCNY],
        [value.localContent * value.plantOutputMillionCNY])
      // As large as demand asks: the exact change of the ratio from 0 to 1.
      guard value.unmetDemandMillionCNY > 1e-3 else { continue }
      let unlimited = value.unmetDemandMillionCNY / (1 - value.selfDemand)
      let all = try difference(analysis, .add(target.link.id, outputMillionCNY: unlimited))
        .valueAdded
      let exact = analysis.today.valueAddedChange(of: target.index, movingRatioBy: 1)
      expectClose([all.suppliersKeepingPaceMillionCNY, all.chainValueMillionCNY], [exact, exact])
    }
  }

  @Test(arguments: 1...150)
  func `several changes at once equal solving the region again`(seed: UInt64) throws {
    let analysis = TradingWorld.analysis(seed: seed)
    var generator = SeededGenerator(seed: seed &+ 3_000)
    var changes: [Scenario.Change] = []
    var expected: [Int: Double] = [:]
    for link in analysis.graph.links.indices where Bool.random(using: &generator) {
      guard analysis.today.coverage[link].isPresent, Bool.random(using: &generator) else {
        let output = Double.random(in: 1...150, using: &generator)
        changes.append(.add(analysis.graph.links[link].id, outputMillionCNY: output))
        expected[link] = output
        continue
      }
      changes.append(.removeLink(analysis.graph.links[link].id))
      expected[link] = -analysis.today.outputMillionCNY[link]
    }
    guard !changes.isEmpty else { return }
    let after = try analysis.supposing(Scenario(changes))
    let change = ScenarioDifference(from: analysis, to: after).valueAdded
    let region = SolvedRegion(analysis)
    expectClose(
      [change.suppliersKeepingPaceMillionCNY],
      [region.valueAdded(changing: expected) - region.valueAdded(changing: [:])])
    let own = expected.reduce(0) { $0 + $1.value * analysis.today.valueAdded[$1.key] }
    expectClose([change.firmsAsTheyAreMillionCNY], [own])
  }

  @Test(arguments: 1...100)
  func `a firm that leaves takes what its risk says`(seed: UInt64) throws {
    let analysis = TradingWorld.analysis(seed: seed)
    for row in Risk(of: analysis).firms {
      let change = try difference(analysis, .removeFirm(row.firm.id)).valueAdded
      expectClose(
        [change.suppliersKeepingPaceMillionCNY, change.earnedAnywhereMillionCNY],
        [-row.extraction.valueAddedLostMillionCNY, -row.extraction.earnedAnywhereMillionCNY])
    }
  }

  @Test(arguments: 1...60)
  func `adding a firm to a link never raises the link's own leakage`(seed: UInt64) throws {
    let analysis = TradingWorld.analysis(seed: seed)
    for link in analysis.graph.links.indices {
      let after = try analysis.supposing(
        Scenario([.add(analysis.graph.links[link].id, outputMillionCNY: 30)]))
      #expect(
        after.today.leakageMillionCNY(of: link)
          <= analysis.today.leakageMillionCNY(of: link) + 1e-9)
    }
  }

  @Test(arguments: 1...40)
  func `adding a plant and removing it again changes nothing`(seed: UInt64) throws {
    let analysis = TradingWorld.analysis(seed: seed)
    let link = analysis.graph.links[0].id
    let added = try analysis.supposing(Scenario([.add(link, outputMillionCNY: 30)]))
    let back = try added.supposing(Scenario([.removeFirm(Scenario.plantID(1))]))
    #expect(back.today.outputMillionCNY == analysis.today.outputMillionCNY)
    #expect(back.today.localContent == analysis.today.localContent)
    #expect(back.targets == analysis.targets)
    let change = ScenarioDifference(from: analysis, to: back)
    #expect(change.coverageChanges.isEmpty && change.rankMoves.isEmpty)
    #expect(change.tieChanges.isEmpty && change.valueAdded.suppliersKeepingPaceMillionCNY == 0)
  }

  @Test func `two links that only pay together earn more at once than each alone`() throws {
    // Separators are bought by cells alone, and cells are not here yet.
    let links = [
      SmallWorld.link("separator", valueAdded: 0.4),
      SmallWorld.link("cell", valueAdded: 0.2, inputs: ["separator": 0.5]),
    ]
    var world = SmallWorld(metal: links)
    world.region.finalDemandMillionCNY[id("cell")] = SmallWorld.figure(100)
    let analysis = world.analysed()
    func value(_ names: String...) throws -> Double {
      let scenario = Scenario(names.map { .add(id($0), outputMillionCNY: nil) })
      return ScenarioDifference(from: analysis, to: try analysis.supposing(scenario))
        .valueAdded.chainValueMillionCNY
    }
    expectClose(
      [try value("separator"), try value("cell"), try value("separator", "cell")],
      [0, 20, 20 + 0.4 * 50])
  }

  @Test func `a stage moves a firm's projects, and signed is planned`() throws {
    let analysis = world.analysed()
    let plating = analysis.place(of: "plating")
    let open = try difference(analysis, .stage(FirmID("s"), in: nil, .operating))
    #expect(open.after.today.coverage[plating] == .thin)
    expectClose([open.valueAdded.firmsAsTheyAreMillionCNY], [15])
    let back = try difference(analysis, .stage(FirmID("q"), in: id("part"), .building))
    #expect(back.after.today.coverage[analysis.place(of: "part")] == .planned)
    #expect(back.tieChanges.first { $0.firm.id == FirmID("p") }?.lostSuppliers.count == 1)
    let talks = try difference(analysis, .stage(FirmID("s"), in: nil, .negotiating))
    #expect(talks.after.today.coverage[plating] == .missing)
  }

  @Test func `a prospect that opens is a resident`() throws {
    let prospect = world.with("n", in: "ore", .negotiating, residence: .prospect).analysed()
    let open = try prospect.supposing(Scenario([.stage(FirmID("n"), in: nil, .operating)]))
    #expect(open.region.firms.last?.residence == .resident)
    #expect(open.today.coverage[open.place(of: "ore")] == .thin)
  }

  @Test func `removing a link takes its variants' firms`() throws {
    let links = [
      SmallWorld.link("cathode"), SmallWorld.link("ternary", variantOf: "cathode"),
      SmallWorld.link("cell", inputs: ["cathode": 0.4]),
    ]
    let analysis = SmallWorld(metal: links).with("t", in: "ternary", output: 30)
      .with("c", in: "cell", output: 100).analysed()
    let change = try difference(analysis, .removeLink(id("cathode")))
    #expect(
      change.coverageChanges == [analysis.place(of: "cathode"), analysis.place(of: "ternary")])
    #expect(
      change.tieChanges.map(\.lostSuppliers) == [[analysis.place(of: "cathode")]])
    #expect(change.after.region.firms.first?.name.english == "t")
  }

  @Test func `a stated ratio follows its firms`() throws {
    var stated = world
    stated.region.localSupplyRatios[id("part")] = SmallWorld.figure(0.5)
    let analysis = stated.analysed()
    let part = analysis.place(of: "part")
    let more = try analysis.supposing(Scenario([.add(id("part"), outputMillionCNY: 40)]))
    expectClose([more.today.localSupplyRatio[part]], [0.75])
    #expect(more.region.localSupplyRatios[id("part")]?.provenance.grade == .assumed)
    let none = try analysis.supposing(Scenario([.removeLink(id("part"))]))
    #expect(none.today.localSupplyRatio[part] == 0)
  }

  @Test func `a plant is assumed, unnamed, and nobody else's`() throws {
    let scenario = Scenario([
      .add(id("ore"), outputMillionCNY: nil), .add(id("ore"), outputMillionCNY: 5),
    ])
    let region = try world.analysed().supposing(scenario).region
    let plants = region.firms.filter { Scenario.isPlant($0.id) }
    #expect(plants.map(\.id) == [Scenario.plantID(1), Scenario.plantID(2)])
    #expect(plants.allSatisfy { $0.name == Scenario.plantName })
    #expect(plants.allSatisfy { $0.projects[0].provenance.grade == .assumed })
    #expect(plants.map { $0.projects[0].outputMillionCNY?.value } == [nil, 5])
  }

  @Test func `what does not fit is refused with the reason`() throws {
    let analysis = world.analysed()
    func expect(_ conflict: ScenarioConflict, _ changes: Scenario.Change...) {
      #expect(throws: conflict) { try analysis.supposing(Scenario(changes)) }
    }
    expect(.nothing)
    expect(.unknownLink(id("orre")), .add(id("orre"), outputMillionCNY: nil))
    expect(.outputNotPositive(id("ore")), .add(id("ore"), outputMillionCNY: 0))
    expect(.unknownFirm(FirmID("x")), .removeFirm(FirmID("x")))
    expect(.unknownFirm(FirmID("x")), .stage(FirmID("x"), in: nil, .signed))
    expect(
      .addedAndRemoved(id("part")), .add(id("part"), outputMillionCNY: 1),
      .removeLink(id("part")))
    expect(
      .removedAndStaged(FirmID("q")), .removeLink(id("part")),
      .stage(FirmID("q"), in: nil, .building))
    expect(
      .stagedTwice(FirmID("s"), id("plating")), .stage(FirmID("s"), in: nil, .operating),
      .stage(FirmID("s"), in: id("plating"), .building))
    expect(.nobodyOperates(id("plating")), .removeLink(id("plating")))
    expect(.noProject(FirmID("s"), id("ore")), .stage(FirmID("s"), in: id("ore"), .building))
    expect(.alreadyAtStage(FirmID("s"), .signed), .stage(FirmID("s"), in: nil, .signed))
    let gone = try analysis.supposing(Scenario([.removeFirm(FirmID("q"))]))
    #expect(throws: ScenarioConflict.nothingToRemove(FirmID("q"))) {
      try gone.supposing(Scenario([.removeFirm(FirmID("q"))]))
    }
  }
}
