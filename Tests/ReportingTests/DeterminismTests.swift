import GapAnalysis
import Graphviz
import IndustryChain
import Testing

@testable import Reporting

struct DeterminismTests {
  private static func outputs(of analysis: Analysis) throws -> [String: String] {
    let list = TargetList(of: analysis)
    var outputs = ["csv": list.csv(), "json": try list.json()]
    for language in Language.allCases {
      outputs["report \(language)"] = analysis.report(in: language)
      outputs["table \(language)"] = list.terminalTable(in: language, columnCount: 80)
      outputs["explanations \(language)"] = analysis.graph.links.indices.map {
        ExplanationText(of: $0, in: analysis, language: language).text()
      }.joined()
    }
    for language in DiagramLanguage.allCases {
      let diagram = ChainDiagram(of: analysis, showing: .workspace, in: language).digraph()
      outputs["diagram \(language)"] = DOTSource(diagram).description
    }
    return outputs
  }

  @Test func `two runs write the same bytes`() throws {
    let world = MadeUpWorld()
    #expect(try Self.outputs(of: world.analysed()) == Self.outputs(of: world.analysed()))
  }

  @Test func `the order of chains, links, firms and surveys does not show`() throws {
    let world = MadeUpWorld()
    let (given, shuffled) = (
      try Self.outputs(of: world.analysed()), try Self.outputs(of: world.shuffled().analysed())
    )
    for (name, text) in given { #expect(shuffled[name] == text, "\(name)") }
  }

  @Test func `a region without firms has every output`() throws {
    for text in try Self.outputs(of: MadeUpWorld().deserted().analysed()).values {
      #expect(!text.contains("nan") && !text.contains("inf"))
    }
  }
}
