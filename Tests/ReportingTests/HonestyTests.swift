import GapAnalysis
import IndustryChain
import Testing

@testable import Reporting

/// What no output may claim.
struct HonestyTests {
  private let analysis = MadeUpWorld().analysed()

  @Test func `a link that nobody has surveyed is no target and never called missing`() {
    let unknown = analysis.graph.links.indices.filter { analysis.today.coverage[$0] == .unknown }
    #expect(unknown.map { analysis.graph.links[$0].id.description } == ["toy/wheel"])
    for language in Language.allCases {
      let names = unknown.map { analysis.graph.links[$0].name.text(in: language) }
      let lines = analysis.report(in: language).split(separator: "\n")
      for line in lines where names.contains(where: { line.contains($0) }) {
        #expect(!line.contains("缺失") && !line.contains("missing"), "\(line)")
        #expect(!line.hasPrefix("|") && !line.hasPrefix("#"), "\(line)")
      }
      for link in unknown {
        let text = ExplanationText(of: link, in: analysis, language: language).text()
        #expect(!text.contains("外购") && !text.contains("outside a year"))
      }
    }
    #expect(
      Set(TargetList(of: analysis).targets.map(\.opportunity.index)).isDisjoint(with: unknown))
  }

  @Test func `an unsurveyed supplier is counted as none and not said to be none`() {
    let toy = ExplanationText(
      of: analysis.place(of: "toy/toy"), in: analysis, language: .english)
    let line = toy.text().split(separator: "\n").first { $0.contains("Wheel") }
    #expect(line?.contains("counted as not supplied here") == true)
  }

  @Test func `demand that local firms meet is not called no demand`() throws {
    var world = MadeUpWorld()
    // One firm makes all alloy that is needed: thin, and nothing is bought outside.
    for place in world.region.firms.indices where world.region.firms[place].id == FirmID("alloyist")
    {
      world.region.firms[place].projects[0].outputMillionCNY = world.figure(5_000)
    }
    let analysis = world.analysed()
    let opportunity = try #require(
      analysis.targets.first { $0.link.id == MadeUpWorld.id("light-alloy") })
    let row = TargetRow(opportunity, in: analysis)
    #expect(opportunity.chainValue.unmetDemandMillionCNY == 0)
    #expect(!row.reason(in: .english).contains("no local firm is known to buy"))
    #expect(row.reason(in: .english).contains("one firm only"))
  }

  @Test func `final demand is not said to be firms'`() throws {
    let seal = try #require(analysis.targets.first { $0.link.id == MadeUpWorld.id("seal") })
    let row = TargetRow(seal, in: analysis)
    #expect(row.reason(in: .english).hasPrefix("Local buyers buy about 4 million CNY"))
    #expect(row.reason(in: .chinese).hasPrefix("本地每年外购约400万元（最终需求）"))
  }

  @Test func `who is planned stands among what to bring to production and not among targets`() {
    let list = TargetList(of: analysis)
    #expect(list.commitments.map(\.opportunity.link.id.name) == ["plating"])
    #expect(!list.targets.contains { $0.opportunity.link.id.name == "plating" })
  }

  @Test func `links of no chain value stand after the table, once each`() {
    let report = analysis.report(in: .english)
    #expect(report.matches(of: /Gauge/).count >= 1)
    #expect(!report.split(separator: "\n").contains { $0.hasPrefix("|") && $0.contains("Gauge") })
    #expect(TargetList(of: analysis).csv().contains("metal/gauge"))
  }

  @Test func `the terminal gets no escape sequence from data`() {
    for language in Language.allCases {
      let table = TargetList(of: analysis).terminalTable(in: language, columnCount: 60)
      let explained = ExplanationText(
        of: analysis.place(of: "part"), in: analysis, language: language
      ).text()
      #expect(!(table + explained).unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      for line in table.split(separator: "\n").dropFirst() where line.contains("  ") {
        #expect(line.count <= 100)
      }
    }
  }
}
