import Foundation
import IndustryChain
import Testing

@testable import GapAnalysis

/// 773 real facilities, dirty cells included, as values.
struct Facilities {
  let chain: Chain
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
    rows = QuotedTable.rows(of: text).filter { seen.insert($0).inserted }
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

@Test(.needsSharedData)
func `the density of every state is what counting facilities gives`() throws {
  let facilities = try Facilities()
  let states = Set(facilities.rows.compactMap { $0["state"] }).subtracting(["TBD", ""]).sorted()
  let regions = states.map(facilities.region)
  let workspace = Workspace(chains: [facilities.chain], regions: regions)
  // The links of each state, counted from the rows.
  let has = states.map { state in
    Set(facilities.rows.filter { $0["state"] == state }.flatMap(facilities.links))
  }
  let names = Set(facilities.chain.links.map(\.id.name))
  func proximity(_ q: String, _ k: String, without own: Int) -> Double {
    let others = has.indices.filter { $0 != own }
    let (ofQ, ofK) = (others.count { has[$0].contains(q) }, others.count { has[$0].contains(k) })
    guard q != k, ofQ > 0, ofK > 0 else { return 0 }
    let both = Double(others.count { has[$0].contains(q) && has[$0].contains(k) })
    return min(both / Double(ofQ), both / Double(ofK))
  }
  var count = 0
  for (place, region) in regions.enumerated() {
    let analysis = Analysis(of: region, in: workspace)
    let densities = analysis.relatednessDensities()
    for (link, density) in zip(analysis.graph.links, densities) {
      let all = names.sorted().map { ($0, proximity($0, link.id.name, without: place)) }
      let total = all.reduce(0) { $0 + $1.1 }
      let here = all.filter { has[place].contains($0.0) }.reduce(0) { $0 + $1.1 }
      let value = try #require(density)
      #expect(abs(value - here / total) < 1e-9, "\(region.id) \(link.id)")
      count += 1
    }
    for link in analysis.graph.links.indices {
      let name = analysis.graph.links[link].id.name
      #expect(
        analysis.peerRegionCount(of: link)
          == has.indices.count { $0 != place && has[$0].contains(name) })
    }
  }
  #expect(count == states.count * names.count)
}
