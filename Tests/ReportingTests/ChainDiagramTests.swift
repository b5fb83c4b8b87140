import GapAnalysis
import Graphviz
import IndustryChain
import Testing

@testable import Reporting

@Suite struct ChainDiagramTests {
  private let analysis = SmallRegion.analysis

  private func diagram(
    _ scope: DiagramScope, in language: DiagramLanguage = .both
  ) -> Digraph {
    ChainDiagram(of: analysis, showing: scope, in: language).digraph()
  }

  private func edges(_ scope: DiagramScope) -> [Digraph.Edge] { diagram(scope).edges }

  private func node(_ name: String, in digraph: Digraph) -> Digraph.Node? {
    func nodes(_ subgraph: Digraph.Subgraph) -> [Digraph.Node] {
      subgraph.nodes + subgraph.subgraphs.flatMap(nodes)
    }
    return (digraph.nodes + digraph.subgraphs.flatMap(nodes)).first { $0.id == NodeID(name) }
  }

  @Test func `diagrams are as reviewed`() throws {
    try expectGolden(DOTSource(diagram(.workspace)).description, "workspace.dot")
    try expectGolden(
      DOTSource(diagram(.chains([ChainID("metal")]), in: .chinese)).description, "metal.zh.dot")
    try expectGolden(
      DOTSource(diagram(.chains([ChainID("toy")]), in: .english)).description, "toy.en.dot")
  }

  @Test func `every coverage is told apart without colour`() {
    let theme = DiagramTheme.light
    let looks = Coverage.allCases.map { coverage -> String in
      let box = theme.box(coverage)
      let isFull = box.fill != theme.paper
      return "\(isFull) \(box.lowerFill != nil) \(box.frameStyle) \(box.frameWidth)"
    }
    #expect(Set(looks).count == Coverage.allCases.count)
    #expect(Set(Coverage.allCases.map { theme.box($0).frameStyle }) == [.solid, .dashed, .dotted])
  }

  @Test func `a processed product passes the service, and a return flow is drawn back`() throws {
    let edges = edges(.chains([ChainID("metal")]))
    func edge(_ tail: String, _ head: String) -> Digraph.Edge? {
      edges.first {
        $0.tail.node == NodeID("metal/" + tail) && $0.head.node == NodeID("metal/" + head)
      }
    }
    #expect(edge("part", "plating") != nil)
    #expect(edge("plating", "product") != nil)
    #expect(edge("part", "product") == nil)
    // Laid out forward, its head at the alloy.
    let loop = try #require(edge("alloy", "scrap"))
    #expect(loop.attributes[.dir] == .text("back"))
    #expect(edge("scrap", "alloy") == nil)
  }

  @Test func `money leaks where a firm here buys what nobody here makes`() {
    let source = DOTSource(diagram(.chains([ChainID("metal")]))).description
    // 400 of parts × 0.1 of plating; nobody buys gauges.
    #expect(source.contains("外购4,000万元/年"))
    let leak = AttributeValue.color(DiagramTheme.light.leak)
    for edge in edges(.workspace) where edge.attributes[.color] == leak {
      let seller = edge.tail.node.text == "metal/part" ? edge.head.node : edge.tail.node
      let link = analysis.graph.links.firstIndex { $0.id.description == seller.text }
      #expect(link.map { !analysis.today.coverage[$0].isPresent } == true, "\(seller.text)")
    }
  }

  @Test func `names from data are text, and links of other chains say whose they are`() throws {
    let metal = DOTSource(diagram(.chains([ChainID("metal")]))).description
    #expect(!metal.contains("<script"))
    #expect(metal.contains("&lt;script"))
    #expect(metal.contains("玩具产业链"))
    let toy = try #require(node("toy/toy", in: diagram(.chains([ChainID("metal")]))))
    #expect(toy.attributes[.style] != nil)
  }

  @Test func `a neighbourhood ends where its depth says`() {
    func names(_ depth: Int) -> Set<String> {
      let content = DiagramContent(
        .neighbourhood(of: SmallRegion.id("metal", "ore"), depth: depth), of: analysis)
      return Set(content.links.map { analysis.graph.links[$0].id.name })
    }
    #expect(names(0) == ["ore"])
    #expect(names(1) == ["ore", "alloy", "special-alloy"])
    #expect(names(2).isSuperset(of: ["part", "scrap"]))
  }

  @Test func `the same region gives the same source, whatever the order of its files`() {
    let shuffled = Analysis(
      of: SmallRegion.region, in: Workspace(chains: SmallRegion.chains.reversed()))
    let scope = DiagramScope.workspace
    #expect(
      DOTSource(ChainDiagram(of: shuffled, showing: scope, in: .both).digraph())
        == DOTSource(diagram(scope)))
  }
}
