import IndustryChain
import Testing

@testable import GapAnalysis

@Suite struct PeerPresenceTests {
  private func peer(_ id: String, _ links: [String: Firm.Count]) -> PeerRegion {
    PeerRegion(
      id: RegionID(id), name: LocalizedText(),
      listings: Dictionary(
        uniqueKeysWithValues: links.map {
          (SmallWorld.id($0.key), .init(firmCount: $0.value, provenance: SmallWorld.made))
        }))
  }

  private var links: [Link] {
    SmallWorld.standardLinks + [SmallWorld.link("special-alloy", variantOf: "alloy")]
  }

  @Test func `without peers nothing is told, which is not zero`() {
    let analysis = SmallWorld().with("f", in: "part").analysed()
    #expect(analysis.relatednessDensities().allSatisfy { $0 == nil })
    #expect(analysis.peerRegionCount(of: analysis.place(of: "part")) == nil)
  }

  @Test func `a variant that a peer has covers its umbrella, zero firms cover nothing`() {
    var world = SmallWorld(metal: links).with("f", in: "part")
    world.region.peers = [
      peer("p", ["special-alloy": .exactly(1), "part": .several, "ore": .exactly(0)]),
      peer("q", ["alloy": .exactly(2)]),
    ]
    let analysis = world.analysed()
    func count(_ link: String) -> Int? {
      analysis.peerRegionCount(of: analysis.place(of: link))
    }
    #expect(count("alloy") == 2)
    #expect(count("special-alloy") == 1)
    #expect(count("ore") == 0)
    #expect(count("part") == 1)
    let densities = analysis.relatednessDensities()
    // Special alloy goes with part and with alloy: φ = 1 and 1/2; only part is here.
    let special = densities[analysis.place(of: "special-alloy")] ?? -1
    #expect(abs(special - 1 / 1.5) < 1e-12)
    #expect(densities[analysis.place(of: "ore")] == nil)
  }

  @Test func `other regions of the workspace are peers by themselves, as they were on the day`() {
    let world = SmallWorld().with("f", in: "part")
    var there = SmallWorld().with("g", in: "alloy", since: "2019").with("h", in: "part")
      .with("s", in: "scrap", .signed).with("late", in: "ore", since: "2021-06").region
    there = Region(copying: there, id: RegionID("there"))
    there.date = SmallWorld.day("2022-01-01")
    let workspace = Workspace(chains: world.chains, regions: [world.region, there])
    func counts(on day: String?) -> [String: Int?] {
      let analysis = Analysis(of: world.region, in: workspace, on: day.map(SmallWorld.day))
      return ["alloy", "part", "scrap", "ore"].reduce(into: [:]) {
        $0[$1] = analysis.peerRegionCount(of: analysis.place(of: $1))
      }
    }
    #expect(counts(on: nil) == ["alloy": 1, "part": 1, "scrap": 0, "ore": 1])
    #expect(counts(on: "2021-01-01") == ["alloy": 1, "part": 1, "scrap": 0, "ore": 0])
    #expect(counts(on: "2018-01-01") == ["alloy": 0, "part": 1, "scrap": 0, "ore": 0])
  }

  @Test func `a region is no peer of itself, and a table's peer stays as the table has it`() {
    var world = SmallWorld()
    world.region.peers = [peer("there", ["ore": .exactly(1)])]
    let there = Region(copying: SmallWorld().with("g", in: "alloy").region, id: RegionID("there"))
    let joined = world.region.joined(by: [world.region, there])
    #expect(joined.peers == world.region.peers)
  }

  @Test func `the light decides what is here`() {
    var world = SmallWorld().with("f", in: "part").with("s", in: "ore", .signed)
    world.region.peers = [
      peer("p", ["part": .exactly(1), "ore": .exactly(1), "alloy": .exactly(1)])
    ]
    let analysis = world.analysed()
    let alloy = analysis.place(of: "alloy")
    #expect(analysis.relatednessDensities(in: .today)[alloy] == 0.5)
    #expect(analysis.relatednessDensities(in: .committed)[alloy] == 1)
  }
}

extension Region {
  /// The same region under another id.
  init(copying region: Region, id: RegionID) {
    self.init(id: id, name: region.name, date: region.date)
    surveys = region.surveys
    firms = region.firms
  }
}
