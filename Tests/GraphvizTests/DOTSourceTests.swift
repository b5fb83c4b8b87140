import Graphviz
import Testing

struct DOTSourceTests {
  @Test func `an empty graph is named and has no statements`() {
    #expect(DOTSource(Digraph(name: "nothing")).description == "digraph \"nothing\" {\n}\n")
  }

  @Test func `statements are written by order, then by id, with sorted attributes`() {
    let graph = Digraph(
      name: "chain",
      attributes: [.rankdir: .text("LR"), .label: .text("锂电池")],
      nodeDefaults: [.shape: .text("box")],
      edgeDefaults: [.penwidth: .number(1.5)],
      nodes: [
        Digraph.Node("pack", [.label: .text("Pack"), .fillcolor: .color(RGBColor(hex: 0xA0FF))]),
        Digraph.Node("cell"),
        Digraph.Node("salt", order: -1),
      ],
      subgraphs: [
        .sameRank("middle", ["pack", "cell"]),
        Digraph.Subgraph(
          "midstream", kind: .cluster, attributes: [.label: .text("中游")],
          nodes: [Digraph.Node("cathode"), Digraph.Node("anode")]),
      ],
      edges: [
        Digraph.Edge(from: "cell", to: "pack"),
        Digraph.Edge(
          from: EdgeEndpoint("anode", port: "out:1", compass: .east), to: "cell",
          [.constraint: .flag(false)]),
      ])
    let expected = """
      digraph "chain" {
        graph [label="锂电池", rankdir="LR"];
        node [shape="box"];
        edge [penwidth="1.5"];
        "salt";
        "cell";
        "pack" [fillcolor="#00a0ff", label="Pack"];
        subgraph "cluster_midstream" {
          graph [label="中游"];
          "anode";
          "cathode";
        }
        subgraph "rank_middle" {
          graph [rank="same"];
          "cell";
          "pack";
        }
        "anode":"out%3a1":"e" -> "cell" [constraint="false"];
        "cell" -> "pack";
      }

      """
    #expect(DOTSource(graph).description == expected)
  }

  @Test func `the order in which a graph was put together does not show`() {
    var graph = Digraph(name: "any", nodes: ["b", "a", "c"].map { Digraph.Node(NodeID($0)) })
    graph.edges = ["x", "z", "y"].map {
      Digraph.Edge(from: "a", to: "b", [.label: .text($0)])
    }
    var reversed = graph
    reversed.nodes.reverse()
    reversed.edges.reverse()
    #expect(DOTSource(graph) == DOTSource(reversed))
  }

  @Test(arguments: [
    (#"say "hi""#, #""say \"hi\"""#),
    (#"\N \G back\"#, #""\\N \\G back\\""#),
    ("=1+1", #""=1+1""#),
    ("<script>alert(1)</script>", #""<script>alert(1)</script>""#),
    ("3C电池", #""3C电池""#),
    ("R&D &lt;", #""R&amp;D &amp;lt;""#),
    ("one\ntwo\r\nthree", #""one\ntwo\nthree""#),
    ("tab\tbell\u{7}nul\0end", #""tab bellnulend""#),
    ("\u{FFFE}\u{85}next", #""\nnext""#),
    ("", #""""#),
  ])
  func `a label is quoted and literal`(text: String, expected: String) {
    let graph = Digraph(name: "g", nodes: [Digraph.Node("n", [.label: .text(text)])])
    #expect(
      DOTSource(graph).description == "digraph \"g\" {\n  \"n\" [label=\(expected)];\n}\n")
  }

  @Test func `no text ends a string, whatever it is attached to`() {
    let hostile = "\"];evil[label=\"\\"
    let id = NodeID(hostile)
    let graph = Digraph(
      name: hostile,
      nodes: [Digraph.Node(id, [.fontname: .text(hostile), .tooltip: .text(hostile)])],
      subgraphs: [Digraph.Subgraph(hostile, kind: .cluster, nodes: [Digraph.Node(id)])],
      edges: [Digraph.Edge(from: EdgeEndpoint(id, port: hostile), to: EdgeEndpoint(id))])
    let unquoted = DOTSource(graph).description
      .replacing(/"(?:[^"\\]|\\.)*"/, with: "")
    #expect(!unquoted.contains("evil"))
    #expect(!unquoted.contains("\""))
  }

  @Test(arguments: [
    "javascript:alert(1)", "data:text/html,x", "", "a b", "x\"y", "JavaScript:x", "a:b",
  ])
  func `an address that could run or break out is no link`(text: String) {
    #expect(WebLink(text) == nil)
  }

  @Test(arguments: ["https://example.org/a?b=c", "#node", "lighter.svg", "../锂电池.svg"])
  func `an address, a place and a relative path are links`(text: String) throws {
    var attributes: Attributes = [.label: .text("x")]
    let link = try #require(WebLink(text))
    attributes.link = link
    let graph = Digraph(name: "g", nodes: [Digraph.Node("n", attributes)])
    #expect(DOTSource(graph).description.contains("URL=\"\(text)\""))
  }

  @Test func `later attributes replace earlier ones`() {
    let first: Attributes = [.label: .text("a"), .shape: .text("box")]
    let second: Attributes = [.label: .text("b")]
    #expect(first.merging(second) == [.label: .text("b"), .shape: .text("box")])
  }
}
