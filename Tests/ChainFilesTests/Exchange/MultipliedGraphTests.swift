import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

/// Foreign files a megabyte of which could stand for gigabytes, or for hours.
@Suite struct MultipliedGraphTests {
  private func graphML(_ text: String) -> ForeignGraph {
    ForeignGraph(graphML: SourceFile(path: "x", text: "<graphml>\(text)</graphml>"))
  }

  private func isRefused(_ graph: ForeignGraph) -> Bool {
    graph.nodes.isEmpty && graph.diagnostics.map(\.id) == [ImportRule.unreadableFile.id]
      && graph.diagnostics.allSatisfy { $0.message.chinese != nil }
  }

  @Test func `defaults of many keys at many nodes are refused`() {
    let keys = (0..<5000).map {
      "<key id=\"k\($0)\" for=\"node\" attr.name=\"a\($0)\"><default>x</default></key>"
    }.joined()
    let nodes = (0..<5000).map { "<node id=\"\($0)\"/>" }.joined()
    #expect(isRefused(graphML("\(keys)<graph>\(nodes)</graph>")))
    #expect(!isRefused(graphML("\(keys)<graph><node id=\"a\"/></graph>")))
  }

  @Test func `keys without defaults at many nodes are refused`() {
    let keys = (0..<5000).map { "<key id=\"k\($0)\"/>" }.joined()
    let nodes = (0..<5000).map { "<node id=\"\($0)\"/>" }.joined()
    #expect(isRefused(graphML("\(keys)<graph>\(nodes)</graph>")))
  }

  @Test func `many nodes in groups within groups are refused`() {
    let open = (0..<100).map { "<node id=\"g\($0)\"><graph>" }.joined()
    let close = String(repeating: "</graph></node>", count: 100)
    let nodes = (0..<20_000).map { "<node id=\"\($0)\"/>" }.joined()
    #expect(isRefused(graphML("<graph>\(open)\(nodes)\(close)</graph>")))
  }

  @Test func `a default of many lines is refused`() {
    let text = String(repeating: "\n", count: 2_000_000)
    #expect(isRefused(graphML("<key id=\"k\"><default>\(text)</default></key><graph/>")))
  }

  @Test func `an ordinary graph of 20,000 nodes is read`() {
    let keys = (0..<20).map {
      "<key id=\"k\($0)\" for=\"node\" attr.name=\"a\($0)\"><default>x</default></key>"
    }.joined()
    let nodes = (0..<20_000).map { "<node id=\"\($0)\"><data key=\"k1\">y</data></node>" }.joined()
    let graph = graphML("\(keys)<graph>\(nodes)</graph>")
    #expect(graph.nodes.count == 20_000)
    #expect(graph.nodes.last?.attributes["a1"] == "y" && graph.nodes.last?.attributes["a2"] == "x")
  }

  @Test func `names of one id are numbered without a look at each number before`() {
    var maker = IDMaker(stem: "link", used: ["a-3"])
    let ids = (0..<60_000).map { maker.id(for: "a" + String(repeating: "!", count: $0 % 7)) }
    #expect(ids.prefix(4) == ["a", "a-2", "a-4", "a-5"])
    #expect(ids.last == "a-60001")
    #expect(Set(ids).count == ids.count)
  }

  @Test func `short rows of a wide input–output table cost what they hold`() {
    let names = (0..<8_000).map { "s\($0)" }
    let text = "," + names.joined(separator: ",") + "\n" + names.map { $0 + "\n" }.joined()
    let sheet = ExchangeSheet(SourceFile(path: "x", text: text))
    let graph = ForeignGraph(inputOutputTable: sheet, as: .coefficients)
    #expect(graph.nodes.count == 8_000 && graph.edges.isEmpty)
  }
}
