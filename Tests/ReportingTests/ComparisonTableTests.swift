import GapAnalysis
import IndustryChain
import Testing

@testable import Reporting

@Suite struct ComparisonTableTests {
  /// A whole region whose names do their worst, and a table's peer.
  static var neighbour: Region {
    var region = Region(
      id: RegionID("near"), name: LocalizedText(english: "=Near|by", chinese: "邻县"),
      date: CalendarDate("2022-12-31") ?? .distantFuture)
    region.surveys = [Survey(scope: .chain(ChainID("toy")), provenance: SmallRegion.estimate)]
    region.firms = [
      SmallRegion.firm(
        "smelter", LocalizedText(english: "<b>Smelter</b>", chinese: "冶炼厂"),
        in: SmallRegion.id("metal", "special-alloy"), output: 50, location: "firms.csv:2"),
      SmallRegion.firm(
        "digger", LocalizedText(english: "Digger", chinese: "矿业公司"),
        in: SmallRegion.id("metal", "ore"), output: 50, location: "firms.csv:3"),
    ]
    return region
  }

  static let peer = PeerRegion(
    id: RegionID("far"), name: LocalizedText(english: "Far\n# City", chinese: "远市"),
    listings: [
      SmallRegion.id("metal", "ore"):
        .init(firmCount: .exactly(3), provenance: SmallRegion.reported, location: "peers.csv:2"),
      SmallRegion.id("metal", "part"): .init(firmCount: .several, provenance: SmallRegion.estimate),
      SmallRegion.id("metal", "scrap"):
        .init(firmCount: .exactly(0), provenance: SmallRegion.estimate),
    ])

  static func analyses() -> (focus: Analysis, near: Analysis) {
    var region = SmallRegion.region
    region.peers = [peer]
    let workspace = Workspace(
      chains: SmallRegion.chains, needs: SmallRegion.analysis.needs,
      regions: [region, neighbour])
    return (Analysis(of: region, in: workspace), Analysis(of: neighbour, in: workspace))
  }

  static func table(chains: Set<ChainID> = []) -> ComparisonTable {
    let (focus, near) = analyses()
    return ComparisonTable(
      of: Comparison(of: focus, with: [.peer(peer), .region(near)], chains: chains))
  }

  @Test(arguments: Language.allCases)
  func `the comparison stays as it was reviewed`(language: Language) throws {
    try expectGolden(
      Self.table().page(in: language).markdown(), "comparison.\(language.rawValue).md")
  }

  @Test func `the data formats of a comparison stay as they were reviewed`() throws {
    let table = Self.table(chains: [ChainID("metal")])
    try expectGolden(table.json(), "comparison.json")
    try expectGolden(table.csv(), "comparison.csv")
  }

  @Test(arguments: Language.allCases)
  func `what a table does not list is never called missing`(language: Language) throws {
    let wording = Wording(language)
    let table = Self.table()
    let missing = wording.text(Coverage.missing.word)
    for link in table.comparison.links {
      let words = wording.standing(of: link, in: .peer(Self.peer), table.graph)
      #expect(!words.contains(missing))
      #expect(!words.contains(wording.text(Coverage.unknown.word)))
    }
    let json = table.json()
    #expect(json.contains("\"standing\": \"notListed\""))
    #expect(table.page(in: language).markdown().contains(wording.peerTableNote))
  }

  @Test func `English comparisons hold no Chinese, Chinese ones no English but names`() {
    let english = Self.table().page(in: .english).terminalText()
    let leftovers = english.split(separator: "甲公司").joined().unicodeScalars.filter {
      (0x3000...0x9FFF).contains($0.value)
    }
    #expect(leftovers.isEmpty)
    let chinese = Self.table().page(in: .chinese).terminalText()
    for word in ["listed", "missing", "firm", "unknown", "Region", "targets"] {
      #expect(!chinese.contains(word), "\(word)")
    }
  }

  @Test func `names of regions and firms become no markup and no formula`() {
    for language in Language.allCases {
      let markdown = Self.table().page(in: language).markdown()
      #expect(!markdown.contains("<b>") && !markdown.contains("\n# City"))
    }
    let csv = Self.table().csv()
    #expect(!csv.contains(",=Near") && !csv.contains("\n=Near"))
    #expect(csv.hasPrefix("\u{FEFF}"))
  }

  @Test func `a region without others says that nothing is known of any`() {
    let table = ComparisonTable(of: Comparison(of: SmallRegion.analysis, with: []))
    for language in Language.allCases {
      let page = table.page(in: language).terminalText()
      #expect(page.contains(Wording(language).noPeersNote))
      #expect(!page.contains("建议考察") && !page.contains("to visit"))
    }
  }

  @Test func `more regions than a page is wide are said to be left out`() {
    let (focus, _) = Self.analyses()
    let peers = (0..<12).map { number in
      RegionProfile.peer(
        PeerRegion(
          id: RegionID("p\(number)"), name: LocalizedText(), listings: Self.peer.listings))
    }
    let table = ComparisonTable(of: Comparison(of: focus, with: peers))
    #expect(table.page(in: .english).terminalText().contains("5 more regions would not fit"))
    #expect(table.csv().split(separator: "\r\n").first?.contains("p11") == true)
  }

  @Test(arguments: Language.allCases)
  func `the report names the regions to visit where there are any, else says there are none`(
    language: Language
  ) {
    let (focus, near) = Self.analyses()
    let heading = language == .chinese ? "建议考察的地区" : "Which regions to visit"
    let note = Wording(language).noPeersNote
    let beside = RegionReport(
      on: ReportFindings(on: focus, comparedWith: [.region(near)]), in: language
    ).page()
      .terminalText()
    #expect(beside.contains(heading))
    #expect(!beside.contains(note))
    let alone = RegionReport(on: ReportFindings(on: SmallRegion.analysis), in: language).page()
      .terminalText()
    #expect(!alone.contains(heading))
    #expect(alone.contains(note))
  }
}
