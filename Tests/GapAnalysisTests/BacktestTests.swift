import IndustryChain
import Testing

@testable import GapAnalysis

@Suite struct BacktestTests {
  /// Product makers at the end of 2019; parts and plating signed for in 2020, a gauge never.
  private let world = SmallWorld()
    .with("maker", in: "product", since: "2018", output: 200)
    .with("parts", in: "part", .signed, since: "2020-05-01")
    .with("plating", in: "plating", .building, since: "2020-08")
    .with("toys", in: "other/toy", .negotiating, since: "2020")

  private func backtest(
    _ world: SmallWorld, from first: String = "2019-12-31", to last: String = "2020-12-31"
  ) -> Backtest {
    Backtest(
      of: world.region, in: Workspace(chains: world.chains), from: SmallWorld.day(first),
      to: SmallWorld.day(last))
  }

  @Test func `missing links are ranked as they were known, and judged by who signed`() throws {
    let backtest = backtest(world)
    #expect(backtest.outcome == .comparable)
    #expect(backtest.firstDay == SmallWorld.day("2019-12-31"))
    let then = world.analysed(on: "2019-12-31")
    #expect(
      backtest.candidates.map(\.opportunity)
        == then.targets.filter { $0.coverage == .missing })
    #expect(backtest.candidates.count == 8)
    #expect(
      backtest.candidates.filter(\.isEvent).map(\.opportunity.link.id.name).sorted()
        == ["part", "plating"])
    #expect(backtest.candidates.flatMap(\.signings).map(\.stage).contains(.building))
    #expect(backtest.leastPValue == 1.0 / 28)
    #expect(
      backtest.results.map(\.ranking)
        == [.method, .baseline(.neighbours), .baseline(.leakage), .lot])
    #expect(backtest.results.allSatisfy { $0.precisions.map(\.count) == [1, 2, 3, 5, 10] })
    #expect(backtest.results.allSatisfy { $0.precisions[4].value == nil })
  }

  @Test func `worked by hand, each ranking scores what its order deserves`() throws {
    let backtest = backtest(world)
    // Only parts are bought on that day: 100 million CNY. All other links are worth nothing but
    // for scrap, which would buy products next door.
    let values = backtest.candidates.map { ($0.opportunity.link.id.name, $0.opportunity.rank) }
    #expect(values.prefix(3).map(\.0) == ["part", "scrap", "alloy"])
    #expect(values.map(\.1) == [1, 2, 3, 3, 3, 3, 3, 3])
    let method = try #require(backtest.results.first)
    // Part first; plating is one of six that share the places 3 to 8.
    #expect(method.precisions[0].value == 1)
    #expect(abs((method.precisions[3].value ?? 0) - (1 + 0.5) / 5) < 1e-12)
    let reciprocals = (3...8).reduce(0) { $0 + 1 / Double($1) } / 6
    #expect(abs((method.meanReciprocalRank ?? 0) - (1 + reciprocals) / 2) < 1e-12)
    #expect(abs((method.areaUnderCurve ?? 0) - (6 + 2.5) / 12) < 1e-12)
    let lot = try #require(backtest.results.last)
    #expect(lot.precisions[0].value == 0.25)
    #expect(lot.areaUnderCurve == 0.5)
    #expect(lot.pValue == nil)
  }

  @Test func `baselines count neighbours and unmet demand`() throws {
    let analysis = SmallWorld(
      metal: SmallWorld.standardLinks + [
        SmallWorld.link("special alloy", variantOf: "alloy", inputs: ["ore": 0.5])
      ]
    ).with("maker", in: "part", output: 200).analysed()
    func value(_ baseline: Baseline, _ link: String) -> Double? {
      baseline.value(of: analysis.place(of: link), in: analysis)
    }
    // Alloy, plating, product; alloy is bought by parts and buys ore and scrap.
    #expect(value(.neighbours, "part") == 3)
    #expect(value(.neighbours, "alloy") == 3)
    #expect(value(.neighbours, "gauge") == 0)
    // Ore, and the part makers who ask for alloy.
    #expect(value(.neighbours, "special alloy") == 2)
    #expect(value(.leakage, "alloy") == 80)
    #expect(value(.leakage, "special alloy") == 80)
    #expect(value(.leakage, "gauge") == 0)
  }

  @Test func `nothing that came later is known on the first day`() throws {
    let later =
      world
      .with("late", in: "gauge", since: "2021-06", output: 500)
      .with("prospect", in: "scrap", .negotiating, since: "2020-02", residence: .prospect)
    let (before, after) = (backtest(world), backtest(later))
    #expect(before.candidates.map(\.opportunity) == after.candidates.map(\.opportunity))
    #expect(before.candidates.map(\.isEvent) == after.candidates.map(\.isEvent))
    #expect(after.candidates.allSatisfy { $0.opportunity.leads.isEmpty })
    // A year counts from its last day: by mid-2020 only parts are sure to be signed.
    let year = SmallWorld().with("maker", in: "product", since: "2018", output: 200)
      .with("parts", in: "part", .signed, since: "2020")
    #expect(backtest(year, to: "2020-12-30").eventCount == 0)
    #expect(backtest(year, to: "2020-12-31").eventCount == 1)
    #expect(backtest(year, from: "2020-06-30", to: "2020-12-31").eventCount == 1)
  }

  @Test func `signed and closed again between the days is signed, signed before is not`() throws {
    var world = world
    func firm(_ id: String, _ link: String?, _ dates: [(ProjectStage, String)]) -> Firm {
      var firm = Firm(
        id: FirmID(id), name: LocalizedText(english: id), residence: .resident)
      firm.projects = [
        Project(
          link: link.map(SmallWorld.id),
          milestones: dates.map { .init(stage: $0, date: PartialDate($1)) },
          provenance: SmallWorld.made)
      ]
      return firm
    }
    world.region.firms += [
      firm("short", "alloy", [(.signed, "2020-02"), (.closed, "2020-11")]),
      firm("gone", "ore", [(.signed, "2018"), (.closed, "2019-06")]),
      firm("nowhere", nil, [(.signed, "2020-03")]),
      firm("second", "product", [(.operating, "2020-03")]),
    ]
    let backtest = backtest(world)
    func isEvent(_ link: String) -> Bool? {
      backtest.candidates.first { $0.opportunity.link.id.name == link }?.isEvent
    }
    #expect(isEvent("alloy") == true)
    #expect(isEvent("ore") == false)
    #expect(backtest.unplacedSigningCount == 1)
    let product = backtest.analysis.place(of: "product")
    #expect(backtest.otherSignings == [.init(link: product, reason: .notMissing)])
  }

  @Test func `an umbrella's project is no event of its variants, and a variant's is its own`() {
    let variants = SmallWorld(
      metal: SmallWorld.standardLinks + [
        SmallWorld.link("alloy one", variantOf: "alloy"),
        SmallWorld.link("alloy two", variantOf: "alloy"),
      ], surveyed: ["metal"]
    ).with("maker", in: "part", since: "2018", output: 200)
    let umbrella = backtest(variants.with("a", in: "alloy", .signed, since: "2020-02"))
    #expect(umbrella.eventCount == 0)
    #expect(umbrella.otherSignings.map(\.reason) == [.umbrella])
    #expect(!umbrella.candidates.contains { $0.opportunity.link.id.name == "alloy" })
    let variant = backtest(variants.with("a", in: "alloy two", .signed, since: "2020-02"))
    #expect(variant.candidates.filter(\.isEvent).map(\.opportunity.link.id.name) == ["alloy two"])
    let unknown = backtest(variants.with("t", in: "other/toy", .signed, since: "2020-02"))
    #expect(unknown.otherSignings.map(\.reason) == [.unknown])
  }

  @Test func `without events, without candidates and with nothing but events nothing is judged`() {
    let quiet = backtest(SmallWorld().with("maker", in: "product", since: "2018"))
    #expect(quiet.outcome == .noEvents)
    #expect(quiet.results.isEmpty)
    #expect(quiet.leastPValue == 1)
    let unknown = backtest(SmallWorld(surveyed: []))
    #expect(unknown.outcome == .noCandidates)
    #expect(unknown.results.isEmpty)
    let all = backtest(
      SmallWorld(metal: [SmallWorld.link("ore")], other: [SmallWorld.link("other/toy")])
        .with("o", in: "ore", .signed, since: "2020-02")
        .with("t", in: "other/toy", since: "2020"))
    #expect(all.outcome == .onlyEvents)
    #expect(all.results.isEmpty)
    // Backwards in time nobody can have signed.
    #expect(backtest(world, from: "2020-12-31", to: "2019-12-31").eventCount == 0)
  }
}
