import Foundation
import GapAnalysis
import IndustryChain
import Testing

@testable import Reporting

/// A firm and a link whose names try to break out of every format.
private let hostile: Analysis = {
  var region = SmallRegion.region
  region.firms.append(
    SmallRegion.firm(
      "breakout",
      LocalizedText(english: "]--> n0[\"x\"]\n  end\n<script>&amp;\u{1}#quot;` ]]> %% 1. 😀\u{0}"),
      in: SmallRegion.id("metal", "ore"), location: "firms.csv:9"))
  return Analysis(of: region, in: Workspace(chains: SmallRegion.chains))
}()

@Suite struct GraphExportTests {
  /// Every line of a strict subset of Mermaid's flowcharts.
  private static func isMermaid(_ line: Substring) -> Bool {
    let text = #"(?:[^\x00-\x7F]|[A-Za-z0-9 ,]|#[0-9]+;|<br/>)*"#
    let patterns = [
      "flowchart LR", "  subgraph c[0-9]+\\[\"\(text)\"\\]", "  end",
      "    n[0-9]+\\[\"\(text)\"\\]:::[a-z]+",
      "  n[0-9]+ (?:-->|==>|-\\.->)(?:\\|\"\(text)\"\\|)? n[0-9]+",
      "  classDef [a-z]+ fill:#[0-9a-f]{6},stroke:#[0-9a-f]{6},color:#[0-9a-f]{6}",
    ]
    return patterns.contains { pattern in
      (try? Regex(pattern).wholeMatch(in: line)) != nil
    }
  }

  @Test(arguments: DiagramLanguage.allCases)
  func `Mermaid keeps to a strict grammar whatever names say`(language: DiagramLanguage) {
    let export = GraphExport(of: hostile)
    let text = export.mermaid(in: language)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    for line in lines { #expect(Self.isMermaid(line), "\(line)") }
    #expect(lines.count { $0.contains("]:::") } == export.nodes.count)
    #expect(lines.count { $0.hasPrefix("  n") } == export.edges.count)
    #expect(lines.count { $0 == "  end" } == lines.count { $0.hasPrefix("  subgraph") })
    #expect(text.contains("#60;script#62;"))
    // A full stop after a number would make a list of it, two per cent signs a comment.
    #expect(text.contains("#93;#93;#62; #37;#37; 1#46; 😀"))
    #expect(!Self.isMermaid("    n0[\"a\"]--> n1[\"x\"]:::thin"))
  }

  @Test func `a name cannot become an element and forbidden characters are replaced`() {
    let text = GraphExport(of: hostile).graphML()
    #expect(!text.contains("<script"))
    #expect(text.contains("&lt;script&gt;&amp;amp;\u{FFFD}#quot;`"))
    #expect(text.contains("&#10;  end"))
    #expect(XMLText.escaped("a\u{B}\u{FFFF}'\t😀") == "a\u{FFFD}\u{FFFD}&#39;&#9;😀")
  }

  @Test func `what is unknown is absent, null or empty and never zero`() throws {
    let export = GraphExport(of: SmallRegion.analysis)
    for node in export.nodes {
      let isUnknown = node.coverage == .unknown
      for key in ["supplyMillionCNY", "localSupplyRatio", "leakageMillionCNY"] {
        let attribute = try #require(GraphExport.nodeAttributes.first { $0.key == key })
        #expect((attribute.value(node) == .absent) == isUnknown, "\(node.link.id) \(key)")
      }
    }
    #expect(export.nodes.contains { $0.coverage == .unknown })
    let share = try #require(GraphExport.edgeAttributes.first { $0.key == "share" })
    let scrap = try #require(export.edges.first { $0.buyer.name == "scrap" })
    #expect(share.value(scrap) == .absent)
    #expect(export.inputsCSV().contains("metal/product,metal/scrap,purchase,,,,,false\r\n"))
  }

  @Test func `a chain comes with those of other chains that trade with it`() {
    let export = GraphExport(of: SmallRegion.analysis, chains: [ChainID("toy")])
    #expect(
      export.nodes.map(\.link.id.description) == ["metal/part", "toy/toy", "toy/wheel"])
    #expect(export.nodes.map(\.isSelected) == [false, true, true])
    #expect(export.edges.map(\.supplier.description) == ["metal/part", "toy/wheel"])
    #expect(GraphExport(of: SmallRegion.analysis, chains: [ChainID("none")]).nodes.isEmpty)
  }

  @Test func `no firm becomes a formula in a spreadsheet`() {
    let fields = GraphExport(of: SmallRegion.analysis).linksCSV()
    #expect(fields.contains(",'=1+1"))
    #expect(!fields.contains(",=") && !fields.contains(",\"="))
  }

  @Test func `every attribute has its name once and stands in every format`() {
    let nodeKeys = GraphExport.nodeAttributes.map(\.key)
    let edgeKeys = GraphExport.edgeAttributes.map(\.key)
    #expect(Set(nodeKeys).count == nodeKeys.count && Set(edgeKeys).count == edgeKeys.count)
    let export = GraphExport(of: SmallRegion.analysis)
    let (xml, json) = (export.graphML(), export.json())
    for key in nodeKeys {
      #expect(xml.contains("id=\"node.\(key)\"") && json.contains("\"\(key)\":"))
    }
    for key in edgeKeys {
      #expect(xml.contains("id=\"edge.\(key)\"") && json.contains("\"\(key)\":"))
    }
    #expect(xml == GraphExport(of: SmallRegion.analysis).graphML())
  }

  @Test func `the documentation names every attribute`() throws {
    let page = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Docs/Exports.md"), encoding: .utf8)
    let keys = GraphExport.nodeAttributes.map(\.key) + GraphExport.edgeAttributes.map(\.key)
    for key in keys { #expect(page.contains("`\(key)`"), "\(key)") }
  }
}
