import Testing

@testable import Graphviz

@Suite struct ParsedGraphTests {
  @Test func `nodes, edges, attributes and clusters are read in the order of the text`() throws {
    let graph = try ParsedGraph(
      """
      digraph "链" {
        node [shape=box]
        subgraph cluster_up { label="上游"; "铜"; subgraph cluster_in { label=inner; ore } }
        plate [label=<<b>plate</b>>]
        ore -> plate [label="0.2"]; "铜" -> plate; "铜" -> plate -> "c d"
      }
      """)
    #expect(graph.isDirected)
    #expect(graph.nodes.map(\.name) == ["铜", "ore", "plate", "c d"])
    #expect(graph.nodes.map(\.clusters) == [["上游"], ["上游", "inner"], [], []])
    #expect(graph.nodes[2].attributes == ["shape": "box"])
    #expect(
      graph.edges.map { "\($0.tail)→\($0.head) \($0.attributes["label"] ?? "")" } == [
        "ore→plate 0.2", "铜→plate ", "铜→plate ", "plate→c d ",
      ])
  }

  @Test func `a graph without direction says so`() throws {
    #expect(try ParsedGraph("graph { a -- b }").isDirected == false)
  }

  @Test(arguments: [
    "", "digraph {", "digraph { a -> }", "no graph", "digraph { \0 }", "}{",
    "digraph { a [label=\"open", "digraph { a [label=<<b>open", "digraph { /* open", "digraph { \"",
  ])
  func `what is no DOT is refused`(_ text: String) {
    #expect(throws: RenderError.self) { try ParsedGraph(text) }
    // The next one is read all the same.
    #expect(throws: Never.self) { try ParsedGraph("digraph { a }") }
  }

  @Test func `subgraphs nested a hundred thousand deep do no harm`() {
    let deep =
      "digraph {" + String(repeating: "subgraph {", count: 100_000)
      + String(repeating: "}", count: 100_001)
    #expect(throws: RenderError.self) { try ParsedGraph(deep) }
  }

  @Test func `mutated graphs are read or refused, and never crash`() {
    let seed = Array(
      "digraph g { subgraph cluster_a { label=\"x\"; a; b [k=v] } a -> b -> c [w=0.5]; }".utf8)
    var state: UInt64 = 99
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<500 {
      var bytes = seed
      for _ in 0...random(4) {
        let place = random(bytes.count)
        switch random(3) {
        case 0: bytes[place] = UInt8(32 + random(95))
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: bytes[place..<min(place + 5, bytes.count)], at: place)
        }
      }
      _ = try? ParsedGraph(String(decoding: bytes, as: UTF8.self))
      // Nothing of a broken text is left for the next one.
      let next = try? ParsedGraph("digraph { a -> b }")
      #expect(next?.nodes.map(\.name) == ["a", "b"])
    }
  }
}
