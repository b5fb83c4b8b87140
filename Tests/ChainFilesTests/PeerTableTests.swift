import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

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
