import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

/// What can be wrong with a table of peers, for `FindingTests`.
let peerFixtures: [Fixture] = [
  Fixture(
    .unknownColumn, "tables of peers have no column \"firm\"",
    ("x.yaml", aAndB), ("peers.csv", "region,link,firms,1️⃣firm\np,a,1,f\n")),
  Fixture(
    .missingColumn, "the table has no column \"firms\"",
    ("x.yaml", aAndB), ("peers.csv", "1️⃣地区,环节\np,a\n")),
  Fixture(
    .missingKey, "the row has no region",
    ("x.yaml", aAndB), ("peers.csv", "region,link,firms\n1️⃣,a,1\n")),
  Fixture(
    .missingKey, "the row has no link",
    ("x.yaml", aAndB), ("peers.csv", "region,link,firms\n1️⃣p,,1\n")),
  Fixture(
    .badID, "\"宁德\" is no id: ids are lower-case letters, digits and hyphens",
    ("x.yaml", aAndB), ("peers.csv", "地区,环节,企业数\n1️⃣宁德,a,1\n")),
  Fixture(
    .unknownLink, "no link named \"aa\"",
    ("x.yaml", aAndB), ("peers.csv", "region,link,firms\np,1️⃣aa,1\n")),
  Fixture(
    .reportedWithoutSource, "what is graded \"reported\" needs a source",
    ("x.yaml", aAndB), ("peers.csv", "region,link,firms,grade\np,a,1,1️⃣reported\n")),
  Fixture(
    .badPeerCount, "\"-1\" is no number of firms that a peer may have",
    ("x.yaml", aAndB), ("peers.csv", "region,link,firms\np,a,1️⃣-1\n")),
  Fixture(
    .badPeerCount, "\"2.5\" is no number of firms that a peer may have",
    ("x.yaml", aAndB), ("peers.csv", "region,link,firms\np,a,1️⃣2.5\n")),
  Fixture(
    .duplicatePeerRow, "the peer \"p\" lists the link \"x/a\" twice",
    ("x.yaml", aAndB), ("peers.csv", "region,link,firms\np,a,1\nq,a,1\np,1️⃣x/a,2\n")),
  Fixture(
    .contradictingPeer, "rows of the peer \"p\" disagree: \"乙\" here, \"甲\" above",
    ("x.yaml", aAndB), ("peers.csv", "region,name_zh,link,firms\np,甲,a,1\np,1️⃣乙,b,1\n")),
  Fixture(
    .peerIsRegion, "the region \"here\" is listed as its own peer",
    ("x.yaml", aAndB), ("peers.csv", "region,link,firms\n1️⃣here,a,1\nhere,b,1\n")),
]

@Suite struct PeerTableTests {
  private let chains = [SourceFile(path: "x.yaml", text: chain("x", ("a", ""), ("b", "")))]

  private func source(_ id: String, peers: String?) -> RegionSources {
    RegionSources(
      folder: "regions/\(id)",
      region: SourceFile(
        path: "regions/\(id)/region.yaml", text: "region: \(id)\nname: R\ndate: 2021-01-01\n"),
      peers: peers.map { SourceFile(path: "regions/\(id)/peers.csv", text: $0) })
  }

  @Test func `rows of one region are one peer, whatever their order and script`() throws {
    let text = """
      企业数,地区,环节,地区名称,英文名称,来源,英文来源
      ３,q,a,,Q,名录 2023,directory 2023
      若干,p,x/a,甲市,,,
      0,p,b,,P,,
      ,q,b,,,,
      """
    let sources = WorkspaceSources(chains: chains, regions: [source("here", peers: text)])
    #expect(sources.fileCount == 3)
    let result = loadWorkspace(sources)
    #expect(result.diagnostics.isEmpty)
    let peers = try #require(result.workspace?.regions.first).peers
    let (a, b) = (
      LinkID(chain: ChainID("x"), name: "a"), LinkID(chain: ChainID("x"), name: "b")
    )
    #expect(peers.map(\.id.rawValue) == ["p", "q"])
    #expect(peers.map(\.name.english) == ["P", "Q"])
    #expect(peers[0].name.chinese == "甲市")
    #expect(peers[0].listings.mapValues(\.firmCount) == [a: .several, b: .exactly(0)])
    #expect(peers[0].listings.mapValues(\.isPresent) == [a: true, b: false])
    #expect(peers[0].listings[a]?.provenance == Provenance(grade: .estimate, source: nil))
    // A blank is never a zero: the link is not listed.
    #expect(peers[1].listings.mapValues(\.firmCount) == [a: .exactly(3)])
    #expect(
      peers[1].listings[a]?.provenance
        == Provenance(
          grade: .reported,
          source: LocalizedText(english: "directory 2023", chinese: "名录 2023")))
    #expect(peers[1].listings[a]?.location == "peers.csv:2")
  }

  @Test func `a peer with files of its own is found, once, with the place of those`() throws {
    let table = "region,link,firms\nthere,a,1\nthere,b,2\n"
    let found = loadWorkspace(
      WorkspaceSources(
        chains: chains, regions: [source("here", peers: table), source("there", peers: nil)])
    ).diagnostics
    #expect(found.map(\.id) == [Rule.peerIsRegion.id])
    #expect(found.first?.location?.range?.start == SourcePosition(line: 2, column: 1))
    #expect(found.first?.notes.first?.location?.file.path == "regions/there/region.yaml")
  }

  @Test func `a table of peers alone tells what else is missing`() {
    let alone = RegionSources(
      folder: "regions/here", region: nil,
      peers: SourceFile(path: "regions/here/peers.csv", text: "region,link,firms\np,c,1\n"))
    let found = loadWorkspace(WorkspaceSources(chains: chains, regions: [alone])).diagnostics
    #expect(Set(found.map(\.id)) == [Rule.missingRegionFile.id, Rule.unknownLink.id])
  }

  @Test func `an empty table is told, and one with only a header has no peers`() {
    func result(_ text: String) -> LoadResult {
      loadWorkspace(WorkspaceSources(chains: chains, regions: [source("here", peers: text)]))
    }
    #expect(result("").diagnostics.map(\.id) == [Rule.missingColumn.id])
    #expect(result("region,link,firms\n").diagnostics.isEmpty)
    #expect(result("region,link,firms\n").workspace?.regions.first?.peers == [])
  }
}
