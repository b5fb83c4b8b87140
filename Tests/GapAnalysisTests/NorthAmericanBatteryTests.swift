import Foundation
import IndustryChain
import Testing

@testable import GapAnalysis

/// 773 real facilities, dirty cells included, as values.
private struct Facilities {
  let chain: Chain
  /// How many rows the table has, duplicates included.
  let readCount: Int
  /// Each facility once, exact duplicates left out.
  let rows: [[String: String]]
  let linkOfProduct: [String: String]

  init() throws {
    let links = try SharedData.rows(of: "na_battery/links.csv").dropFirst()
    let edges = try SharedData.rows(of: "na_battery/edges.csv").dropFirst()
    linkOfProduct = links.reduce(into: [:]) { $0[$1[1]] = $1[0] }
    chain = Chain(
      id: ChainID("battery"), name: LocalizedText(english: "Battery"),
      links: links.map { row in
        var link = Link(
          id: LinkID(chain: ChainID("battery"), name: row[0]),
          name: LocalizedText(english: row[1]), stage: .midstream)
        link.inputs = edges.filter { $0[1] == row[0] }.map { edge in
          Input(
            supplier: LinkID(chain: ChainID("battery"), name: edge[0]), share: nil,
            route: edge[0] == "REC" ? .returnFlow : .purchase)
        }
        return link
      })
    let text = try String(
      contentsOf: SharedData.folder.appendingPathComponent("na_battery/investments.csv"),
      encoding: .utf8)
    var seen: Set<[String: String]> = []
    let all = QuotedTable.rows(of: text)
    readCount = all.count
    rows = all.filter { seen.insert($0).inserted }
  }

  /// The links that a facility's cell of products names; others are of other industries.
  func links(of row: [String: String]) -> [String] {
    (row["product"] ?? "").components(separatedBy: "; ").compactMap { linkOfProduct[$0] }
  }

  func region(_ state: String) -> Region {
    var region = Region(
      id: RegionID(state), name: LocalizedText(english: state), date: SmallWorld.day("2024-01-01"))
    region.surveys = [Survey(scope: .chain(ChainID("battery")), provenance: SmallWorld.made)]
    region.firms = rows.enumerated().filter { $0.element["state"] == state }.map { place, row in
      var firm = Firm(
        id: FirmID("row \(place)"), name: LocalizedText(english: row["company_name"]),
        residence: .resident)
      firm.projects = links(of: row).map { name in
        Project(
          link: LinkID(chain: ChainID("battery"), name: name),
          milestones: [.init(stage: .operating, date: nil)], provenance: SmallWorld.made)
      }
      return firm
    }
    return region
  }
}

@Test(.needsSharedData)
func `every row of the facilities is read`() throws {
  #expect(try Facilities().readCount == 773)
}

@Test func `a row of another width than its header is an issue, not a row less`() {
  withKnownIssue {
    #expect(QuotedTable.rows(of: "a,b\n1,2\n3\n").count == 2)
  }
}

@Test(.needsSharedData)
func `covered and missing links of every state are those that counting gives`() throws {
  let facilities = try Facilities()
  // A state nobody has decided on is no region.
  let states = Set(facilities.rows.compactMap { $0["state"] }).subtracting(["TBD", ""]).sorted()
  #expect(states.count > 40)
  for state in states {
    var count: [String: Int] = [:]
    for row in facilities.rows where row["state"] == state {
      for link in facilities.links(of: row) { count[link, default: 0] += 1 }
    }
    let analysis = Analysis(
      of: facilities.region(state), in: Workspace(chains: [facilities.chain]))
    for (place, link) in analysis.graph.links.enumerated() {
      let firms = count[link.id.name, default: 0]
      #expect(analysis.today.coverage[place].isPresent == (firms > 0), "\(state) \(link.id)")
      #expect((analysis.today.coverage[place] == .missing) == (firms == 0))
      #expect(analysis.today.thinReasons[place].contains(.singleFirm) == (firms == 1))
      #expect(analysis.presences[place].count == firms)
    }
    #expect(analysis.targets.allSatisfy { $0.chainValue.millionCNY.isFinite })
  }
}
