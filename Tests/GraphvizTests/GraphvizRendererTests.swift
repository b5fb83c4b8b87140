import Foundation
import Testing

@testable import Graphviz

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct GraphvizRendererTests {
  private let renderer = GraphvizRenderer()

  static let hostileTexts = [
    #"say "hi""#, #"back\"#, #"\N\G\E\L\T\H\n\l\r"#, "=1+1", "<script>alert(1)</script>",
    "3C电池", "R&D", "&lt;b&gt; &foo; &#65;", "two\nlines", "]]>", "-->", "<!-- x -->", "#if 1",
    "  spaces  ", "{a|b}", "a:b", "//", "/* */", "😀", "ไทย", "<b>x</b>", "é e\u{301}",
  ]

  private func svg(_ graph: Digraph) throws -> String {
    String(decoding: try renderer.render(graph, as: .svg).bytes, as: UTF8.self)
  }

  /// The lines of text in a picture, with entities resolved.
  private func texts(in svg: String) -> [String] {
    svg.matches(of: /<text [^>]*>([^<]*)<\/text>/).map { match in
      var text = String(match.output.1)
      let entities = [
        ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#45;", "-"),
        ("&#160;", " "), ("&amp;", "&"),
      ]
      for (entity, character) in entities { text = text.replacing(entity, with: character) }
      return text
    }
  }

  @Test(arguments: hostileTexts)
  func `a label shows exactly its text`(text: String) throws {
    let graph = Digraph(name: "g", nodes: [Digraph.Node("n", [.label: .text(text)])])
    #expect(texts(in: try svg(graph)) == text.split(separator: "\n").map(String.init))
  }

  @Test(arguments: hostileTexts)
  func `an HTML label shows exactly its text`(text: String) throws {
    for isBold in [false, true] {
      let cell = HTMLCell(HTMLText(text, font: HTMLFont(isBold: isBold)))
      let label = HTMLLabel.table(HTMLTable(rows: [.cells([cell])]))
      let graph = Digraph(name: "g", nodes: [Digraph.Node("n", [.label: .html(label)])])
      #expect(texts(in: try svg(graph)) == text.split(separator: "\n").map(String.init))
    }
  }

  @Test func `a very long label is drawn whole`() throws {
    let text = String(repeating: "长", count: 20_000)
    let graph = Digraph(name: "g", nodes: [Digraph.Node("n", [.label: .text(text)])])
    #expect(texts(in: try svg(graph)) == [text])
  }

  @Test func `hostile ids stay one node each, in well-formed pictures`() throws {
    let ids = Self.hostileTexts.map { NodeID($0) }
    let graph = Digraph(
      name: "hostile",
      nodes: ids.map { Digraph.Node($0, [.label: .text("x"), .tooltip: .text($0.text)]) },
      edges: zip(ids, ids.dropFirst()).map {
        Digraph.Edge(from: EdgeEndpoint($0), to: EdgeEndpoint($1))
      })
    let plain = String(decoding: try renderer.render(graph, as: .plain).bytes, as: UTF8.self)
    let kinds = plain.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(kinds.count { $0 == "node" } == ids.count)
    #expect(kinds.count { $0 == "edge" } == ids.count - 1)
    let picture = try svg(graph)
    #expect(!picture.contains("<script"))
    #expect(!picture.contains("href"))
    #expect(!picture.contains("&foo;"))
    #expect(picture.matches(of: /<g id="node\d+"/).count == ids.count)
    #expect(XMLParser(data: Data(picture.utf8)).parse())
  }

  @Test func `a text that equals the markup of a label stays text`() throws {
    let bold = HTMLLabel.text(HTMLText("x", font: HTMLFont(isBold: true)))
    let graph = Digraph(
      name: "g",
      nodes: [
        Digraph.Node("a", [.label: .html(bold)]), Digraph.Node("b", [.label: .text("<B>x</B>")]),
      ])
    #expect(texts(in: try svg(graph)) == ["x", "<B>x</B>"])
  }

  @Test func `ports meet their cells`() throws {
    let cell = HTMLCell("out", box: HTMLBox(port: "a:b \"c\""))
    let label = HTMLLabel.table(HTMLTable(rows: [.cells([cell])]))
    let graph = Digraph(
      name: "g",
      nodes: [Digraph.Node("n", [.label: .html(label)]), Digraph.Node("m")],
      edges: [
        Digraph.Edge(from: EdgeEndpoint("n", port: "a:b \"c\"", compass: .south), to: "m")
      ])
    #expect(try renderer.render(graph, as: .svg).warnings.isEmpty)
    var wrong = graph
    wrong.edges[0].tail.port = "d"
    let warnings = try renderer.render(wrong, as: .svg).warnings
    #expect(warnings.map(\.severity) == [.warning])
    #expect(warnings.first?.text.contains("port d") == true)
  }

  @Test func `empty tables, cells and graphs are drawn`() throws {
    let labels: [HTMLLabel] = [
      .text(""), .text(HTMLText(pieces: [.lineBreak(.left)])), .table(HTMLTable(rows: [])),
      .table(HTMLTable(rows: [.rule, .cells([]), .rule])),
      .table(HTMLTable(rows: [.cells([HTMLCell(""), HTMLCell(.table(HTMLTable(rows: [])))])])),
    ]
    for label in labels {
      let graph = Digraph(name: "g", nodes: [Digraph.Node("n", [.label: .html(label)])])
      #expect(try svg(graph).contains("<title>n</title>"))
    }
    #expect(try svg(Digraph(name: "")).contains("<svg"))
  }

  @Test(arguments: [
    "digraph {", "digraph { a -> }", "digraph { a [label=\"open ] }", "digraph { a [label=<<b>] }",
    "nonsense", "", "digraph { /* open", "digraph { a [label=<<TABLE>open</TABLE>>] }",
    "digraph { a } }", "graph { a -> b }",
  ])
  func `broken DOT is an error that does not touch the next graph`(text: String) throws {
    let error = #expect(throws: RenderError.self) {
      try renderer.render(DOTSource(verbatim: text), as: .svg)
    }
    switch error {
    case .syntax(let messages), .layout(let messages):
      #expect(text.isEmpty || !messages.isEmpty)
    default: Issue.record("unexpected \(String(describing: error))")
    }
    let next = try renderer.render(
      Digraph(name: "next", nodes: [Digraph.Node("fine")]), as: .svg)
    #expect(next.warnings.isEmpty)
    #expect(String(decoding: next.bytes, as: UTF8.self).contains("<title>fine</title>"))
  }

  @Test func `a syntax error names its line`() throws {
    for _ in 1...2 {
      let error = #expect(throws: RenderError.self) {
        try renderer.render(DOTSource(verbatim: "digraph {\n  a ->\n}"), as: .svg)
      }
      #expect(error?.description.contains("syntax error in line 3") == true)
    }
  }

  @Test func `pictures hold no comment, date or version, and are equal each time`() throws {
    let graph = Digraph(
      name: "g", nodes: [Digraph.Node("n", [.label: .text("锂电池")])],
      edges: [Digraph.Edge(from: "n", to: "m")])
    for format in [RenderFormat.svg, .pdf, .png(dotsPerInch: 96), .plain, .json] {
      let first = try renderer.render(graph, as: format).bytes
      let again = try renderer.render(graph, as: format).bytes
      #expect(again == first, "\(format)")
    }
    let picture = try svg(graph)
    #expect(!picture.contains("<!"))
    #expect(!picture.lowercased().contains("graphviz"))
    #expect(picture.contains("<title>n</title>"))
  }

  @Test func `each format begins as its readers expect`() throws {
    let graph = Digraph(name: "g", nodes: [Digraph.Node("n")])
    #expect(try svg(graph).hasPrefix("<?xml"))
    #expect(try renderer.render(graph, as: .pdf).bytes.starts(with: "%PDF-".utf8))
    let png = try renderer.render(graph, as: .png(dotsPerInch: 96)).bytes
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  @Test func `dots per inch decide how many pixels a picture has`() throws {
    let graph = Digraph(name: "g", nodes: [Digraph.Node("n")])
    func width(_ dotsPerInch: Int) throws -> Int {
      let bytes = try renderer.render(graph, as: .png(dotsPerInch: dotsPerInch)).bytes
      return bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
    }
    let (single, double) = (try width(96), try width(192))
    #expect(abs(double - 2 * single) <= 2)
  }

  @Test func `tasks that draw at once get the pictures they would get alone`() async throws {
    let graphs = (1...16).map { count in
      Digraph(
        name: "g\(count)",
        edges: (0..<count).map {
          Digraph.Edge(from: EdgeEndpoint(NodeID("\($0)")), to: EdgeEndpoint(NodeID("\($0 + 1)")))
        })
    }
    let alone = try graphs.map { try renderer.render($0, as: .svg) }
    let together = try await withThrowingTaskGroup(of: (Int, Rendering).self) {
      [renderer] group in
      for (index, graph) in graphs.enumerated() {
        group.addTask {
          _ = try? renderer.render(DOTSource(verbatim: "digraph { a ->"), as: .svg)
          return (index, try renderer.render(graph, as: .svg))
        }
      }
      return try await group.reduce(into: [Int: Rendering]()) { $0[$1.0] = $1.1 }
    }
    for (index, picture) in alone.enumerated() { #expect(together[index] == picture) }
  }
}
