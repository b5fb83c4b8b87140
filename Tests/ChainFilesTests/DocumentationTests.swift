import Diagnostics
import Foundation
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct DocumentationTests {
  private func page(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "Docs/\(name)"), encoding: .utf8)
  }

  /// The fenced blocks of a language, in the order of the page.
  private func blocks(_ language: String, in page: String) -> [String] {
    page.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
  }

  @Test func `the examples of the format are a workspace without findings`() throws {
    let page = try page("ChainFormat.md")
    let yaml = blocks("yaml", in: page)
    let chains = yaml.filter { $0.hasPrefix("chain:") }
    let regions = yaml.filter { $0.hasPrefix("region:") }
    let tables = blocks("csv", in: page)
    let settings = yaml.filter { $0.hasPrefix("severities:") }
    #expect(chains.count == 2)
    #expect(settings.count == 1)
    #expect(tables.count == 2)
    let sources = WorkspaceSources(
      chains: chains.enumerated().map { SourceFile(path: "\($0).yaml", text: $1) },
      regions: [
        RegionSources(
          folder: "dalong",
          region: regions.first.map { SourceFile(path: "region.yaml", text: $0) },
          firms: tables.first.map { SourceFile(path: "firms.csv", text: $0) },
          peers: tables.last.map { SourceFile(path: "peers.csv", text: $0) })
      ],
      settings: settings.first.map { SourceFile(path: "workspace.yaml", text: $0) })
    let result = loadWorkspace(sources)
    #expect(TerminalRenderer().render(result.diagnostics) == "")
    let workspace = try #require(result.workspace)
    let precursor = try #require(
      workspace.chains.first?.links.first { $0.id.name == "precursor" })
    let estimate = Provenance(
      grade: .estimate, source: LocalizedText(english: "common industry knowledge"))
    #expect(precursor.plant.outputMillionCNY == Figure(2420, provenance: estimate))
    #expect(precursor.inputs.map(\.route) == [.purchase, .purchase, .returnFlow, .processing])
    #expect(precursor.inputs.map(\.isCritical) == [false, true, false, false])
    let region = try #require(workspace.regions.first)
    #expect(region.firms.map(\.count) == [.exactly(1), .several])
    #expect(region.firms.first?.projects.first?.location == "firms.csv:2")
    #expect(region.firms.first?.projects.first?.provenance.grade == .reported)
    #expect(region.surveys.count == 2)
    #expect(region.shortcomings.map(\.isVeto) == [true])
    #expect(region.shortcomings.first?.provenance.source?.english == "park plan 2020")
    #expect(region.priorities.map(\.degree.value) == [0.5, 1])
    #expect(region.ranking.weights[.priority] == 2)
    #expect(region.ranking.weights[.relatedness] == nil)
    #expect(region.ranking.weightRanges == [.chainValue: 0.2...0.6])
    #expect(region.ranking.weightOrder == [.chainValue, .leads])
    #expect(region.ranking.leadChances[.negotiating]?.value == 0.3)
    #expect(region.ranking.bands == [.estimate: 0.4])
    #expect(region.peers.map(\.id.rawValue) == ["guixi", "ningde"])
    #expect(
      region.peers.last?.listings.values.map(\.isPresent).sorted { $0 && !$1 } == [true, false])
    #expect(region.chiefFirms == [ChainID("lithium-battery"): FirmID("cngr")])
  }

  @Test func `every key and every column has its entry`() throws {
    let page = try page("ChainFormat.md")
    let schemas: [ObjectSchema] = [
      .chain, .link, .figure, .input, .processing, .provenance, .plant, .region, .shortcoming,
      .ranking, .weights, .leadChances, .bands,
      .settings,
    ]
    for key in schemas.flatMap(\.keys) { #expect(page.contains("`\(key.key)`"), "\(key.key)") }
    let columns =
      FirmColumn.allCases.map { ($0.rawValue, $0.chineseNames) }
      + PeerColumn.allCases.map { ($0.rawValue, $0.chineseNames) }
    for (column, chinese) in columns {
      let names = chinese.joined(separator: ", ")
      #expect(page.contains("| `\(column)` | \(names) |"), "\(column)")
    }
  }
}
