import Foundation
import IndustryChain
import Testing

@testable import GapAnalysis

/// The facilities of a state with the only date that the list gives: announced before the Inflation
/// Reduction Act of 2022-08-16 or after it.
extension Facilities {
  static let before = SmallWorld.day("2022-08-15")
  static let after = SmallWorld.day("2024-01-01")

  func isEarly(_ row: [String: String]) -> Bool { row["timeline"]?.hasPrefix("Pre") == true }

  /// What was there before operates, what was announced after is signed by the end of 2023.
  func datedRegion(_ state: String) -> Region {
    var region = region(state)
    let early = Dictionary(
      uniqueKeysWithValues: rows.enumerated().map {
        (FirmID("row \($0.offset)"), isEarly($0.element))
      })
    for firm in region.firms.indices {
      let isEarly = early[region.firms[firm].id] == true
      for project in region.firms[firm].projects.indices {
        region.firms[firm].projects[project].milestones = [
          isEarly
            ? .init(stage: .operating, date: PartialDate("2022-08-15"))
            : .init(stage: .signed, date: PartialDate("2023"))
        ]
      }
    }
    return region
  }

  /// How many facilities of a state each link had then, or got after.
  func counts(in state: String, early: Bool) -> [String: Int] {
    rows.filter { $0["state"] == state && isEarly($0) == early }.flatMap(links(of:))
      .reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }
}

/// The share of pairs (event, other) in which the event has more, ties half.
private func area(_ values: [String: Double], events: Set<String>) -> Double {
  var (wins, pairs) = (0.0, 0.0)
  for (event, value) in values where events.contains(event) {
    for (other, lesser) in values where !events.contains(other) {
      pairs += 1
      wins += value > lesser ? 1 : value == lesser ? 0.5 : 0
    }
  }
  return wins / pairs
}

/// All sets of so many of some names.
private func choices(_ names: [String], of count: Int) -> [Set<String>] {
  guard count > 0 else { return [[]] }
  guard let first = names.first else { return [] }
  let rest = Array(names.dropFirst())
  return choices(rest, of: count - 1).map { $0.union([first]) } + choices(rest, of: count)
}

@Test(.needsSharedData)
func `what each state announced after the act is judged as counting the list gives`() throws {
  let facilities = try Facilities()
  let links = try SharedData.rows(of: "na_battery/links.csv").dropFirst().map { $0[0] }
  let edges = try SharedData.rows(of: "na_battery/edges.csv").dropFirst()
  let states = Set(facilities.rows.compactMap { $0["state"] }).subtracting(["TBD", ""]).sorted()
  var judged = 0
  for state in states {
    let backtest = Backtest(
      of: facilities.datedRegion(state), in: Workspace(chains: [facilities.chain]),
      from: Facilities.before, to: Facilities.after)
    let had = facilities.counts(in: state, early: true)
    let got = facilities.counts(in: state, early: false)
    let missing = links.filter { had[$0, default: 0] == 0 }
    let events = Set(missing.filter { got[$0, default: 0] > 0 })
    #expect(
      backtest.candidates.map(\.opportunity.link.id.name).sorted() == missing.sorted(), "\(state)")
    #expect(
      Set(backtest.candidates.filter(\.isEvent).map(\.opportunity.link.id.name)) == events)
    #expect(
      backtest.otherSignings.map { backtest.analysis.graph.links[$0.link].id.name }.sorted()
        == got.keys.filter { had[$0, default: 0] > 0 }.sorted())
    for candidate in backtest.candidates {
      #expect(candidate.signings.count == got[candidate.opportunity.link.id.name, default: 0])
    }
    guard !events.isEmpty, events.count < missing.count else {
      #expect(backtest.results.isEmpty)
      continue
    }
    judged += 1
    let neighbours = Dictionary(
      uniqueKeysWithValues: missing.map { link in
        let touching = edges.filter { $0[0] == link || $0[1] == link }
        return (link, Double(Set(touching.flatMap { [$0[0], $0[1]] }).subtracting([link]).count))
      })
    let ranks = Dictionary(
      uniqueKeysWithValues: backtest.candidates.map {
        ($0.opportunity.link.id.name, -Double($0.opportunity.rank))
      })
    for (ranking, values) in [
      (RankingResult.Ranking.method, ranks), (.baseline(.neighbours), neighbours),
    ] {
      let result = try #require(backtest.results.first { $0.ranking == ranking })
      let observed = area(values, events: events)
      #expect(abs((result.areaUnderCurve ?? -1) - observed) < 1e-12, "\(state)")
      let all = choices(missing, of: events.count)
      let asGood = all.count { area(values, events: $0) > observed - 1e-9 }
      #expect(abs((result.pValue?.value ?? -1) - Double(asGood) / Double(all.count)) < 1e-9)
      #expect(abs(backtest.leastPValue * Double(all.count) - 1) < 1e-9)
    }
  }
  #expect(judged > 25)
}

@Test(.needsSharedData)
func `a state's projects before and after the act are those of the list`() throws {
  let facilities = try Facilities()
  let region = facilities.datedRegion("Michigan")
  let timeline = Timeline(
    of: region, over: ChainGraph(chains: [facilities.chain]),
    on: [Facilities.before, Facilities.after])
  let had = facilities.counts(in: "Michigan", early: true).values.reduce(0, +)
  let got = facilities.counts(in: "Michigan", early: false).values.reduce(0, +)
  let counts = timeline.moments.map { $0.progress[0] }
  #expect(counts.map { $0.count(.operating) } == [had, had])
  #expect(counts.map { $0.count(.signed) } == [0, got])
  #expect(counts[1].productionRate == Double(had) / Double(had + got))
  #expect(timeline.progress(of: .signedSince(Facilities.before))?.introducedCount == got)
}
