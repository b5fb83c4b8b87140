/// Writes graphs in the DOT language.
///
/// The order of statements: attributes and defaults, nodes, subgraphs, edges; within each by the
/// caller's `order`, then by id, and at last by their own bytes.
struct DOTEncoder {
  private(set) var bytes: [UInt8] = []
  private var indentation = 0
  /// The place of each id among all ids, so that sorting edges compares numbers.
  private let ranks: [NodeID: Int]

  init(_ graph: Digraph) {
    var ids: Set<NodeID> = []
    func collect(nodes: [Digraph.Node], edges: [Digraph.Edge], subgraphs: [Digraph.Subgraph]) {
      for node in nodes { ids.insert(node.id) }
      for edge in edges {
        ids.insert(edge.tail.node)
        ids.insert(edge.head.node)
      }
      for part in subgraphs {
        collect(nodes: part.nodes, edges: part.edges, subgraphs: part.subgraphs)
      }
    }
    collect(nodes: graph.nodes, edges: graph.edges, subgraphs: graph.subgraphs)
    let sorted = ids.sorted { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
    ranks = Dictionary(
      sorted.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func append(_ graph: Digraph) {
    bytes.append(syntax: "digraph ")
    appendQuoted(graph.name)
    bytes.append(syntax: " {\n")
    appendBody(
      attributes: graph.attributes, nodeDefaults: graph.nodeDefaults,
      edgeDefaults: graph.edgeDefaults, nodes: graph.nodes, subgraphs: graph.subgraphs,
      edges: graph.edges)
    bytes.append(syntax: "}\n")
  }

  private mutating func appendBody(
    attributes: Attributes, nodeDefaults: Attributes, edgeDefaults: Attributes,
    nodes: [Digraph.Node], subgraphs: [Digraph.Subgraph], edges: [Digraph.Edge]
  ) {
    indentation += 1
    appendDefaults("graph", attributes)
    appendDefaults("node", nodeDefaults)
    appendDefaults("edge", edgeDefaults)
    append(nodes, sortedBy: nodes.map { SortKey($0.order, ranks[$0.id, default: 0]) }) {
      $0.append($1)
    }
    appendSubgraphs(subgraphs)
    let edgeKeys = edges.map { edge in
      let tail = ranks[edge.tail.node, default: 0]
      let head = ranks[edge.head.node, default: 0]
      return SortKey(edge.order, tail, head)
    }
    append(edges, sortedBy: edgeKeys) { $0.append($1) }
    indentation -= 1
  }

  private mutating func appendSubgraphs(_ subgraphs: [Digraph.Subgraph]) {
    let places = Dictionary(
      subgraphs.map(\.dotName).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        .enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let keys = subgraphs.map { SortKey($0.order, places[$0.dotName, default: 0]) }
    append(subgraphs, sortedBy: keys) { $0.append($1) }
  }

  /// Writes the elements in the order of their keys; where keys are equal, of their bytes.
  private mutating func append<Element>(
    _ elements: [Element], sortedBy keys: [SortKey], with write: (inout DOTEncoder, Element) -> Void
  ) {
    let sorted = elements.indices.sorted { keys[$0] < keys[$1] }
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, keys[sorted[end]] == keys[sorted[start]] { end += 1 }
      if end == start + 1 {
        write(&self, elements[sorted[start]])
      } else {
        appendTied(sorted[start..<end].map { elements[$0] }, with: write)
      }
      start = end
    }
  }

  private mutating func appendTied<Element>(
    _ elements: [Element], with write: (inout DOTEncoder, Element) -> Void
  ) {
    let texts = elements.map { element in
      var encoder = self
      encoder.bytes = []
      write(&encoder, element)
      return encoder.bytes
    }
    for text in texts.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      bytes.append(contentsOf: text)
    }
  }

  private mutating func append(_ node: Digraph.Node) {
    indent()
    appendQuoted(node.id.text)
    appendList(node.attributes)
    bytes.append(syntax: ";\n")
  }

  private mutating func append(_ edge: Digraph.Edge) {
    indent()
    append(edge.tail)
    bytes.append(syntax: " -> ")
    append(edge.head)
    appendList(edge.attributes)
    bytes.append(syntax: ";\n")
  }

  private mutating func append(_ endpoint: EdgeEndpoint) {
    appendQuoted(endpoint.node.text)
    if let port = endpoint.port {
      bytes.append(syntax: ":\"")
      bytes.append(port: port)
      bytes.append(syntax: "\"")
    }
    if let compass = endpoint.compass {
      bytes.append(syntax: ":\"")
      bytes.append(contentsOf: compass.rawValue.utf8)
      bytes.append(syntax: "\"")
    }
  }

  private mutating func append(_ subgraph: Digraph.Subgraph) {
    indent()
    bytes.append(syntax: "subgraph ")
    appendQuoted(subgraph.dotName)
    bytes.append(syntax: " {\n")
    var attributes = subgraph.attributes
    if case .rank(let rank) = subgraph.kind { attributes[.rank] = .text(rank.rawValue) }
    appendBody(
      attributes: attributes, nodeDefaults: subgraph.nodeDefaults,
      edgeDefaults: subgraph.edgeDefaults, nodes: subgraph.nodes, subgraphs: subgraph.subgraphs,
      edges: subgraph.edges)
    indent()
    bytes.append(syntax: "}\n")
  }

  private mutating func appendDefaults(_ keyword: StaticString, _ attributes: Attributes) {
    guard !attributes.isEmpty else { return }
    indent()
    bytes.append(syntax: keyword)
    appendList(attributes)
    bytes.append(syntax: ";\n")
  }

  private mutating func appendList(_ attributes: Attributes) {
    guard !attributes.isEmpty else { return }
    bytes.append(syntax: " [")
    var isFirst = true
    for (name, value) in attributes.sorted {
      if !isFirst { bytes.append(syntax: ", ") }
      isFirst = false
      bytes.append(contentsOf: name.rawValue.utf8)
      bytes.append(syntax: "=")
      switch value {
      case .text(let text): appendQuoted(text, as: name.textEscaping)
      case .html(let label): append(label)
      }
    }
    if let link = attributes.link {
      if !isFirst { bytes.append(syntax: ", ") }
      bytes.append(syntax: "URL=")
      appendQuoted(link.text)
    }
    bytes.append(syntax: "]")
  }

  private mutating func append(_ label: HTMLLabel) {
    var markup: [UInt8] = []
    markup.append(label: label)
    guard !markup.isEmpty else {
      bytes.append(syntax: "\"\"")
      return
    }
    // Graphviz keeps one copy of equal strings and remembers for that copy whether it is markup.
    // No text holds a line feed, so this label is never taken for a text, nor a text for it.
    bytes.append(syntax: "<\n")
    bytes.append(contentsOf: markup)
    bytes.append(syntax: ">")
  }

  private mutating func appendQuoted(_ text: String, as context: TextEscaping = .plain) {
    bytes.append(syntax: "\"")
    bytes.append(text, escapedFor: context)
    bytes.append(syntax: "\"")
  }

  private mutating func indent() {
    for _ in 0..<indentation { bytes.append(syntax: "  ") }
  }
}

/// Up to three numbers, compared one after the other.
private struct SortKey: Comparable {
  private let parts: (Int, Int, Int)

  init(_ first: Int, _ second: Int, _ third: Int = 0) { parts = (first, second, third) }

  static func == (lhs: SortKey, rhs: SortKey) -> Bool { lhs.parts == rhs.parts }
  static func < (lhs: SortKey, rhs: SortKey) -> Bool { lhs.parts < rhs.parts }
}

extension Digraph.Subgraph {
  /// The prefix decides whether Graphviz draws a frame.
  fileprivate var dotName: String {
    switch kind {
    case .cluster: "cluster_" + name
    case .rank: "rank_" + name
    }
  }
}
