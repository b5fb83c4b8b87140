import IndustryChain
import Testing

@testable import GapAnalysis

/// The worked examples of Docs/Method.md on time, number by number.
@Suite struct TimeExamplesTests {
  private func expect(_ value: Double?, rounded: Double) {
    #expect(value.map { ($0 * 10_000).rounded() / 10_000 } == rounded)
  }

  private func progress(_ rows: [(count: Int, project: Project)]) throws -> ProjectProgress {
    var region = SmallWorld().region
    region.firms = rows.enumerated().map { place, row in
      var firm = Firm(
        id: FirmID("f\(place)"), name: LocalizedText(english: "F"), residence: .resident,
        count: .exactly(row.count))
      firm.projects = [row.project]
      return firm
    }
    let timeline = Timeline(
      of: region, over: ChainGraph(chains: SmallWorld().chains), on: [SmallWorld.day("2021-12-31")])
    return try #require(timeline.progress(of: .region))
  }

  private func project(signed: String, operating: String? = nil) -> Project {
    Project(
      link: nil,
      milestones: [.init(stage: .signed, date: PartialDate(signed))]
        + (operating.map { [.init(stage: .operating, date: PartialDate($0))] } ?? []),
      provenance: SmallWorld.made)
  }

  @Test func timeline() throws {
    var operating = project(signed: "2020", operating: "2020")
    operating.investmentMillionCNY = SmallWorld.figure(10_278)
    operating.fundsInPlaceMillionCNY = SmallWorld.figure(6_805)
    let year = try progress([(31, operating), (6, project(signed: "2020"))])
    expect(year.productionRate, rounded: 0.8378)
    expect(year.funds.ratio, rounded: 0.6621)
    let one = try progress([(1, project(signed: "2020", operating: "2021-06-30"))])
    #expect(one.conversion(.signedToOperating)?.medianDays == 181...546)
  }

  @Test func backtest() throws {
    let ranking = EventRanking(
      values: [9, 7, 7, 3, 1], isEvent: [true, true, false, false, false])
    expect(ranking.precision(at: 1), rounded: 1)
    expect(ranking.precision(at: 2), rounded: 0.75)
    expect(ranking.precision(at: 3), rounded: 0.6667)
    expect(ranking.meanReciprocalRank, rounded: 0.7083)
    expect(EventRanking.ByLot.meanReciprocalRank(candidates: 5), rounded: 0.4567)
    expect(ranking.areaUnderCurve, rounded: 0.9167)
    expect(PermutationPValue(of: ranking)?.value, rounded: 0.2)
    expect(PermutationPValue.leastPossible(events: 2, candidates: 5), rounded: 0.1)
  }
}
