import SeedFiles
import Testing

@testable import Graphviz

@Suite struct DOTWeightTests {
  @Test func `attributes that every node and edge gets are weighed`() {
    let names = { (letter: String) in (0..<5000).map { "\(letter)\($0)" } }
    let attributes = names("k").map { "\($0)=1" }.joined(separator: ",")
    let nodes = names("n").joined(separator: ";")
    #expect(DOTWeight.isExcessive(Array("digraph { a [\(attributes)]; \(nodes) }".utf8)))
    #expect(!DOTWeight.isExcessive(Array("digraph { a [\(attributes)] }".utf8)))
    #expect(!DOTWeight.isExcessive(Array("digraph { a [k=1]; \(nodes) }".utf8)))
    let quoted = names("k").map { "\"\($0) \\\" ]\"=<<b>1</b>>" }.joined(separator: " ")
    #expect(DOTWeight.isExcessive(Array("digraph { a [\(quoted)]; \(nodes) }".utf8)))
  }

  @Test func `nodes in groups within groups are weighed`() {
    let nodes = (0..<5000).map { "n\($0)" }.joined(separator: ";")
    let deep = String(repeating: "{", count: 2000)
    #expect(DOTWeight.isExcessive(Array("digraph { \(deep) \(nodes)".utf8)))
    #expect(!DOTWeight.isExcessive(Array("digraph { {{{ \(nodes) }}} }".utf8)))
    #expect(throws: RenderError.self) { try ParsedGraph("digraph { \(deep) \(nodes)") }
  }

  @Test func `a large graph of the usual kind is not excessive`() {
    let lines = (0..<20_000).map { line in
      "  \"link-\(line)\" -> \"link-\(line + 1)\" [share=0.1, label=\"a\", pos=\"1,2\", route=x];\n"
    }
    let text =
      "digraph { node [shape=box, style=filled]; subgraph cluster_a {\n\(lines.joined())} }"
    #expect(!DOTWeight.isExcessive(Array(text.utf8)))
  }

  @Test(arguments: ["", "\"", "<", "/*", "//", "#", "a [", "]=}", "\"\\", "-", "="])
  func `what ends in the middle of a token is weighed, too`(_ text: String) {
    #expect(!DOTWeight.isExcessive(Array(text.utf8)))
  }

  @Test(arguments: SeedFile.all(.dot))
  func `seeds and their mutants are read or refused`(_ seed: SeedFile) {
    for bytes in seed.variants(100) {
      let text = String(decoding: bytes, as: UTF8.self)
      guard let graph = try? ParsedGraph(text) else { continue }
      let names = Set(graph.nodes.map(\.name))
      #expect(graph.edges.allSatisfy { names.contains($0.tail) && names.contains($0.head) })
    }
  }
}
