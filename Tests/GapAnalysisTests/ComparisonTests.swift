import IndustryChain
import Testing

@testable import GapAnalysis

@Suite struct ComparisonTests {
  /// Here makes parts; there parts, alloy and plating; a table lists ore and alloy of a third.
  private let here = SmallWorld().with("f", in: "part", output: 100)
  private var there: Region {
    Region(
      copying: SmallWorld().with("g", in: "alloy").with("h", in: "part")
        .with("many", in: "plating", count: .several).with("i", in: "plating").region,
      id: RegionID("there"))
  }
  private let peer = PeerRegion(
    id: RegionID("far"), name: LocalizedText(),
    listings: [
      SmallWorld.id("ore"): .init(firmCount: .exactly(3), provenance: SmallWorld.made),
      SmallWorld.id("alloy"): .init(firmCount: .several, provenance: SmallWorld.made),
      SmallWorld.id("scrap"): .init(firmCount: .exactly(0), provenance: SmallWorld.made),
    ])

  private func comparison(chains: Set<ChainID> = []) -> Comparison {
    var region = here.region
    region.peers = [peer]
    let workspace = Workspace(chains: here.chains, regions: [region, there])
    return Comparison(
      of: Analysis(of: region, in: workspace),
      with: [.peer(peer), .region(Analysis(of: there, in: workspace))], chains: chains)
  }

  @Test func `each target names the regions that have it, and only those`() throws {
    let comparison = comparison()
    for target in comparison.targets {
      for member in comparison.members.indices.dropFirst() {
        let standing = comparison.members[member]
          .standing(of: target.opportunity.index, in: comparison.graph)
        #expect(target.holders.contains(member) == standing.isPresent)
      }
      #expect(!target.holders.contains(0))
    }
    func holders(_ name: String) throws -> [String] {
      try #require(
        comparison.targets.first { $0.opportunity.link.id == SmallWorld.id(name) }
      ).holders.map { comparison.members[$0].id.rawValue }
    }
    #expect(try holders("alloy") == ["far", "there"])
    #expect(try holders("plating") == ["there"])
    #expect(try holders("ore") == ["far"])
    #expect(try holders("gauge") == [])
  }

  @Test func `what a table does not list is neither missing nor unknown there`() {
    let comparison = comparison()
    let graph = comparison.graph
    let far = comparison.members[1]
    func standing(_ name: String) -> RegionProfile.Standing {
      far.standing(of: graph.index(of: SmallWorld.id(name)) ?? -1, in: graph)
    }
    #expect(standing("alloy") == .listed)
    #expect(standing("scrap") == .foundNone)
    #expect(standing("product") == .notListed)
    #expect(far.supportRate == nil)
    #expect(far.day == nil)
    let counts = comparison.counts(of: 1, inChains: comparison.chains)
    #expect(counts == [.listed: 2, .foundNone: 1, .notListed: 6])
    #expect(
      comparison.counts(of: 0, inChains: comparison.chains).values.reduce(0, +) == 9)
  }

  @Test func `firms are counted once, and a group that nobody counted stays uncounted`() {
    let comparison = comparison()
    let graph = comparison.graph
    func count(_ member: Int, _ name: String) -> Firm.Count? {
      comparison.members[member].firmCount(
        in: graph.index(of: SmallWorld.id(name)) ?? -1, of: graph)
    }
    #expect(count(0, "part") == .exactly(1))
    #expect(count(0, "ore") == .exactly(0))
    #expect(count(1, "ore") == .exactly(3))
    #expect(count(1, "part") == nil)
    #expect(count(2, "plating") == .several)
  }

  @Test func `the region with the most of value to bring home comes first`() {
    let comparison = comparison()
    // There has alloy and plating, which parts here buy; far has alloy and ore.
    #expect(
      comparison.visits.map { comparison.members[$0.member].id.rawValue } == ["there", "far"])
    #expect(comparison.visits.map(\.valuedTargetCount) == [2, 1])
    for visit in comparison.visits {
      #expect(visit.targets == visit.targets.sorted())
      for target in visit.targets {
        #expect(comparison.targets[target].holders.contains(visit.member))
      }
    }
  }

  @Test func `the densities are those of the region's own analysis`() {
    let comparison = comparison()
    let densities = comparison.focus.relatednessDensities()
    for target in comparison.targets {
      #expect(target.relatednessDensity == densities[target.opportunity.index])
    }
    #expect(comparison.targets.contains { $0.relatednessDensity != nil })
  }

  @Test func `only the chosen chains are compared`() {
    let comparison = comparison(chains: [ChainID("other")])
    #expect(comparison.links.allSatisfy { comparison.graph.links[$0].id.chain.rawValue == "other" })
    #expect(comparison.chains.count == 1)
    #expect(comparison.targets.allSatisfy { $0.opportunity.link.id.chain.rawValue == "other" })
    #expect(comparison.visits.isEmpty)
  }

  @Test func `a region alone has nobody to visit`() {
    let comparison = Comparison(of: here.analysed(), with: [])
    #expect(comparison.visits.isEmpty)
    #expect(comparison.targets.allSatisfy { $0.holders.isEmpty && $0.relatednessDensity == nil })
  }
}
