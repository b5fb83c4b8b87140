import Testing

@testable import Graphviz

@Suite struct GroupEdgesTests {
  @Test(arguments: [
    ("digraph { {a b} -> {c d} }", true), ("digraph { subgraph x -> subgraph y }", true),
    ("digraph { {a} /* } */ -> subgraph y {b} }", true), ("graph { {a b} -- {c} }", true),
    ("digraph { a -> {b c} }", false), ("digraph { {a b} -> c }", false),
    ("digraph { a -> b; subgraph x { c -> d } }", false),
    ("digraph { a [label=\"} -> {\"]; b [label=<<b>} -&gt; {</b>>] }", false),
    ("digraph { // {a} -> {b}\n a -> b }", false), ("# {a} -> {b}\ndigraph {}", false),
    ("digraph { a -> b {c} }", false), ("", false), ("{ -> \"", false), ("<", false), ("/*", false),
  ])
  func `an edge between two groups is found, and nothing that only looks like one`(
    _ text: String, _ isPresent: Bool
  ) {
    #expect(GroupEdges.arePresent(in: Array(text.utf8)) == isPresent)
  }

  @Test func `a long text of such edges is refused before Graphviz multiplies them`() {
    let names = { (letter: String) in (0..<3000).map { "\(letter)\($0)" }.joined(separator: " ") }
    #expect(throws: RenderError.self) {
      try ParsedGraph("digraph { {\(names("a"))} -> {\(names("b"))} }")
    }
    #expect(throws: Never.self) { try ParsedGraph("digraph { {a b} -> {c d} }") }
  }
}
