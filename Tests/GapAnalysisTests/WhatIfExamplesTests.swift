import IndustryChain
import Testing

@testable import GapAnalysis

/// The worked examples of Docs/Method.md on what-if and risk, number by number.
@Suite struct WhatIfExamplesTests {
  private let analysis = SmallWorld()
    .with("p", in: "product", output: 200, count: .several)
    .with("q", in: "part", output: 80, count: .several).analysed()

  private func expect(_ value: Double, rounded: Double) {
    #expect((value * 10_000).rounded() / 10_000 == rounded)
  }

  @Test func `what-if: a plating plant`() throws {
    let scenario = Scenario([.add(SmallWorld.id("plating"), outputMillionCNY: nil)])
    let change = ScenarioDifference(from: analysis, to: try analysis.supposing(scenario))
    let value = change.valueAdded
    expect(value.beforeMillionCNY, rounded: 70)
    expect(value.firmsAsTheyAreMillionCNY, rounded: 25)
    expect(value.suppliersKeepingPaceMillionCNY, rounded: 25)
    expect(value.chainValueMillionCNY, rounded: 2)
    expect(value.earnedAnywhereMillionCNY, rounded: 23)
    #expect(change.tieChanges.map(\.gainedSuppliers) == [[analysis.place(of: "plating")]])
    expect(change.after.today.leakage.millionCNY, rounded: 52)
    expect(change.before.today.leakage.millionCNY, rounded: 60)
  }

  @Test func `what-if: cells and separators`() throws {
    var world = SmallWorld(metal: [
      SmallWorld.link("separator", valueAdded: 0.4),
      SmallWorld.link("cell", valueAdded: 0.2, inputs: ["separator": 0.5]),
    ])
    world.region.finalDemandMillionCNY[SmallWorld.id("cell")] = SmallWorld.figure(100)
    let analysis = world.analysed()
    for (names, value) in [(["separator"], 0.0), (["cell"], 20), (["separator", "cell"], 40)] {
      let scenario = Scenario(names.map { .add(SmallWorld.id($0), outputMillionCNY: nil) })
      let change = ScenarioDifference(from: analysis, to: try analysis.supposing(scenario))
      expect(change.valueAdded.chainValueMillionCNY, rounded: value)
    }
  }

  @Test func risk() throws {
    let rows = Risk(of: analysis).links
    #expect(rows.map(\.index) == ["product", "part"].map { analysis.place(of: $0) })
    for (row, lost) in zip(rows, [70.0, 20]) {
      expect(row.extraction.valueAddedLostMillionCNY, rounded: lost)
      expect(row.extraction.chainValueLostMillionCNY, rounded: 20)
    }
    #expect(rows[0].extraction.linksWithoutBuyer == [analysis.place(of: "part")])

    let loop = SmallWorld(metal: [SmallWorld.link("a", valueAdded: 0.5, inputs: ["a": 0.2])])
      .with("x", in: "a", output: 100).analysed()
    expect(loop.today.localContent[loop.place(of: "a")], rounded: 0.625)
    expect(loop.today.selfDemand[loop.place(of: "a")], rounded: 0.25)
    let extraction = try #require(Risk(of: loop).links.first).extraction
    expect(extraction.valueAddedLostMillionCNY, rounded: 50)
    expect(extraction.earnedAnywhereMillionCNY, rounded: 40)
  }
}
