import Graphviz
import IndustryChain
import Reporting
import Testing

struct GoldenTests {
  private let analysis = MadeUpWorld().analysed()

  @Test func `the Chinese report reads as recorded`() {
    Golden.expect(analysis.report(in: .chinese), equals: "report.md")
  }

  @Test func `the English report reads as recorded`() {
    Golden.expect(analysis.report(in: .english), equals: "report.en.md")
  }

  @Test func `the target list is written as recorded in each format`() throws {
    let list = TargetList(of: analysis)
    Golden.expect(list.csv(), equals: "targets.csv")
    Golden.expect(try list.json(), equals: "targets.json")
    Golden.expect(list.terminalTable(in: .chinese, columnCount: nil), equals: "targets.zh.txt")
    Golden.expect(list.terminalTable(in: .english, columnCount: 100), equals: "targets.en.100.txt")
    Golden.expect(list.markdown(in: .english), equals: "targets.en.md")
  }

  @Test(arguments: ["ore", "part", "plating", "toy/wheel"])
  func `the explanation of a link reads as recorded`(link: String) {
    let index = analysis.place(of: link)
    for language in Language.allCases {
      let text = ExplanationText(of: index, in: analysis, language: language).text()
      let name = link.split(separator: "/").joined(separator: "-")
      Golden.expect(text, equals: "explain-\(name).\(language.rawValue).txt")
    }
  }

  @Test func `diagrams are described as recorded`() {
    let scopes: [(String, DiagramScope)] = [
      ("workspace", .workspace), ("metal", .chains([ChainID("metal")])),
      ("around-plating", .neighbourhood(of: MadeUpWorld.id("plating"), depth: 1)),
    ]
    for (name, scope) in scopes {
      let diagram = ChainDiagram(of: analysis, showing: scope, in: .both).digraph()
      Golden.expect(DOTSource(diagram).description, equals: "\(name).dot")
    }
  }
}
