import Diagnostics
import IndustryChain
import Testing

@testable import ChainFiles

@Suite struct GraphValueTests {
  private let file = SourceFile(path: "g.dot", text: "")

  private func graph(_ nodes: [ForeignGraph.Node], _ edges: [ForeignGraph.Edge] = [])
    -> ForeignGraph
  {
    var graph = ForeignGraph(file)
    (graph.nodes, graph.edges) = (nodes, edges)
    return graph
  }

  private func outcome(
    _ graph: ForeignGraph, _ change: (inout ImportSettings) -> Void = { _ in }
  ) -> ImportOutcome {
    var settings = ImportSettings(chain: "made")
    change(&settings)
    return ImportOutcome(graph, settings)
  }

  private func findings(_ outcome: ImportOutcome, _ rule: ImportRule) -> [String] {
    outcome.diagnostics.filter { $0.id == rule.id }.compactMap(\.message.english)
  }

  private func text(_ outcome: ImportOutcome, _ path: String = "made.yaml") -> String {
    guard case .tree(let tree)? = outcome.files[path] else { return "" }
    return canonicalText(of: tree)
  }

  @Test(arguments: [
    ("kind", "gadget"), ("valueAdded", "1.5"), ("valueAdded", "much"), ("variantOf", "nobody"),
    ("stage", "sidestream"),
  ])
  func `a value of a node that a link cannot have is named`(_ key: String, _ value: String) {
    let outcome = outcome(graph([.init(id: "ore", attributes: [key: value])]))
    let found = findings(outcome, .unmappedValue)
    #expect(found.count == 1 && outcome.isIncomplete)
    #expect(found.first?.contains("\(key) of the node \"ore\"") == true)
    #expect(found.first?.contains("\"\(value)\"") == true)
    #expect(text(outcome).contains("  ore:"))
  }

  @Test(arguments: [("route", "pipeline"), ("shareGrade", "good"), ("critical", "maybe")])
  func `a value of an edge that an input cannot have is named`(_ key: String, _ value: String) {
    let outcome = outcome(
      graph(
        [.init(id: "a"), .init(id: "b")],
        [.init(source: "a", target: "b", attributes: [key: value])]))
    let found = findings(outcome, .unmappedValue)
    #expect(found.count == 1)
    #expect(found.first?.contains("\(key) of \"a\" → \"b\"") == true)
  }

  @Test func `Chinese words are those that they stand for`() {
    let outcome = outcome(
      graph(
        [.init(id: "a", attributes: ["kind": "材料"]), .init(id: "b")],
        [.init(source: "a", target: "b", attributes: ["route": "外协加工", "shareGrade": "估算"])]))
    #expect(findings(outcome, .unmappedValue) == [])
    #expect(text(outcome).contains("kind: material") && text(outcome).contains("processed_by:"))
  }

  @Test func `labels of edges that are no shares are listed, each with its edge`() {
    let outcome = outcome(
      graph(
        [.init(id: "a"), .init(id: "b")],
        [
          .init(source: "a", target: "b", attributes: ["label": "ships"]),
          .init(source: "b", target: "a", attributes: ["label": "0.1"]),
        ]))
    let finding = outcome.diagnostics.first { $0.id == ImportRule.unmappedColumn.id }
    #expect(finding?.notes.map(\.message.english) == ["\"a\" → \"b\": \"ships\""])
    #expect(text(outcome).contains("b: 0.1"))
  }

  @Test func `groups that name no stage, further shares and nodes not selected are told`() {
    let outcome = outcome(
      graph(
        [
          .init(id: "a", groups: ["上游", "Chemistry"]), .init(id: "b"),
          .init(id: "c", attributes: ["selected": "false"]),
        ], [.init(source: "a", target: "b", attributes: ["share": "0.1", "weight": "3"])]))
    #expect(findings(outcome, .unmappedColumn).first?.hasSuffix("not read: \"Chemistry\"") == true)
    #expect(findings(outcome, .leftOut).contains { $0.hasSuffix("left out: weight") })
    #expect(findings(outcome, .leftOut).contains { $0.hasSuffix("left out: \"c\"") })
  }

  @Test func `what is said of the graph as a whole is its name or listed`() {
    var graph = graph([.init(id: "a")])
    graph.title = "Batteries"
    graph.attributes = ["label": "Batteries", "author": "X", "rankdir": "LR"]
    let outcome = outcome(graph)
    #expect(text(outcome).contains("name: Batteries"))
    #expect(findings(outcome, .unmappedColumn).first?.contains("\"author\"") == true)
    #expect(findings(outcome, .leftOut).first?.contains("rankdir") == true)
  }

  @Test func `a name with a control character is told and cleaned, as check refuses it`() throws {
    let outcome = outcome(graph([.init(id: "ore", attributes: ["label": "O\u{1}re"])]))
    #expect(findings(outcome, .unmappedValue).first?.contains("U+0001") == true)
    let tree = TreeDocument(SourceFile(path: "made.yaml", text: text(outcome))).tree
    #expect(tree?.root["links"]?["ore"]?["name"]?.word == "Ore")
  }

  @Test func `more chains than twenty are written only when asked for`() {
    let nodes = (1...21).map { ForeignGraph.Node(id: "c\($0)/l") }
    let held = outcome(graph(nodes))
    #expect(held.files.isEmpty && held.diagnostics.contains { $0.severity == .error })
    #expect(held.diagnostics.last?.help?.english?.contains("--every-chain") == true)
    #expect(outcome(graph(nodes)) { $0.writesEveryChain = true }.files.count == 21)
    #expect(outcome(graph(Array(nodes.dropLast()))).files.count == 20)
    let joined = outcome(graph(nodes)) { $0.joinsChains = true }
    #expect(joined.files.keys.sorted() == ["made.yaml"] && joined.madeIDs.count == 21)
  }

  @Test func `chains by the ten thousand are no harder than links`() {
    let nodes = (0..<20_000).map { ForeignGraph.Node(id: "c\($0)/l") }
    #expect(outcome(graph(nodes)) { $0.writesEveryChain = true }.files.count == 20_000)
  }
}

@Suite struct GraphMLListingTests {
  private func outcome(_ body: String, _ keys: String = "") -> ImportOutcome {
    let text = "<graphml>\(keys)\(body)</graphml>"
    return ImportOutcome(
      ForeignGraph(graphML: SourceFile(path: "g.graphml", text: text)), ImportSettings(chain: "g"))
  }

  private func text(_ outcome: ImportOutcome) -> String {
    guard case .tree(let tree)? = outcome.files["g.yaml"] else { return "" }
    return canonicalText(of: tree)
  }

  private func words(_ outcome: ImportOutcome) -> String {
    outcome.diagnostics.map { finding in
      ([finding.message] + finding.notes.map(\.message)).compactMap(\.english)
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private let ends = "<node id=\"a\"/><node id=\"b\"/>"

  @Test(arguments: [
    "<graph edgedefault=\"undirected\">1<edge source=\"a\" target=\"b\"/></graph>",
    "<graph edgedefault=\"directed\">1<edge source=\"a\" target=\"b\" directed=\"false\"/></graph>",
  ])
  func `edges without a direction are refused, as those of DOT are`(_ body: String) {
    let outcome = outcome(body.replacing("1", with: ends))
    #expect(outcome.files.isEmpty && words(outcome).contains("no direction"))
  }

  @Test func `an edge without a direction among others is named`() {
    let outcome = outcome(
      "<graph edgedefault=\"undirected\">\(ends)<edge source=\"a\" target=\"b\" directed=\"true\"/>"
        + "<edge source=\"b\" target=\"a\"/></graph>")
    #expect(words(outcome).contains("b – a") && text(outcome).contains("      a:"))
  }

  @Test func `keys that are not declared, remarks and data of the graph are taken or listed`() {
    let outcome = outcome(
      "<graph><data key=\"name\">电池链</data><data key=\"author\">X</data><desc>about</desc>"
        + "<node id=\"a\"><data key=\"label\">Ore</data><data key=\"colour\">red</data></node>"
        + "</graph>")
    #expect(text(outcome).contains("name: 电池链") && text(outcome).contains("name: Ore"))
    #expect(words(outcome).contains("\"author\", \"colour\", \"desc\""))
  }

  @Test func `further graphs, ports and hyperedges are listed`() {
    let outcome = outcome(
      "<graph><node id=\"a\"><port name=\"in\"/></node><node id=\"b\"/>"
        + "<edge source=\"a\" target=\"b\" sourceport=\"in\"/>"
        + "<hyperedge id=\"h\"><endpoint node=\"a\"/><endpoint node=\"b\"/></hyperedge></graph>"
        + "<graph><node id=\"c\"/></graph>")
    let words = words(outcome)
    #expect(words.contains("the file holds 2 graphs") && words.contains("a:in"))
    #expect(words.contains("the hyperedge h: a, b") && words.contains("\"sourceport\""))
    #expect(!text(outcome).contains("  c:"))
  }

  @Test func `a group that names a stage is no link, and a second label is listed`() {
    let outcome = outcome(
      "<graph><node id=\"g\"><data key=\"l\"><NodeLabel>上游</NodeLabel></data><graph>"
        + "<node id=\"a\"><data key=\"l\"><NodeLabel>Ore</NodeLabel><NodeLabel>x</NodeLabel></data>"
        + "</node></graph></node></graph>", "<key id=\"l\" for=\"node\"/>")
    #expect(text(outcome).contains("  a:\n    name: Ore\n    stage: upstream"))
    #expect(!text(outcome).contains("  g:") && words(outcome).contains("\"label 2\""))
  }
}
