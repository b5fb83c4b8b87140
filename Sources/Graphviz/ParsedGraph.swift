internal import CGraphviz
internal import Synchronization

/// A graph as its DOT text says, without a layout.
public struct ParsedGraph: Hashable, Sendable {
  /// A node with what is said of it.
  public struct Node: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// What is said of it or of all nodes, by name; nothing that is empty.
    public var attributes: [String: String]
    /// What is said in markup, `label=<…>`, by name.
    public var markup: [String: String]
    /// The labels of the clusters that it stands in, the outermost first.
    public var clusters: [String]
  }

  /// An edge, in the direction that it is written in.
  public struct Edge: Hashable, Sendable {
    /// The name of the node that it leaves.
    public var tail: String
    /// The name of the node that it enters.
    public var head: String
    /// What is said of it or of all edges, by name; nothing that is empty.
    public var attributes: [String: String]
    /// What is said in markup, by name.
    public var markup: [String: String]
  }

  /// Its name, `nil` where it has none.
  public var name: String?
  /// What is said of it, by name; nothing that is empty.
  public var attributes: [String: String] = [:]
  /// What is said of it in markup, by name.
  public var markup: [String: String] = [:]
  /// The names of what is said of its clusters, their labels aside.
  public var clusterAttributes: Set<String> = []
  /// How many more graphs the text holds.
  public var furtherGraphCount = 0
  /// Whether its edges have a direction.
  public var isDirected = true
  /// The nodes in the order of the text.
  public var nodes: [Node] = []
  /// The edges in the order of the text.
  public var edges: [Edge] = []
  /// What Graphviz says of the text without refusing it.
  public var warnings: [GraphvizMessage] = []

  /// Reads a graph in DOT; of several in a text, the first.
  ///
  /// O(length) beside the parser.
  ///
  /// - Throws: `RenderError.syntax` where the text is none, or is long and has edges from group to group,
  ///   which Graphviz multiplies.
  public init(_ text: String) throws(RenderError) {
    let outcome = GraphvizRenderer.lock.withLock { _ in
      Result { () throws(RenderError) in try Self.read(text) }
    }
    self = try outcome.get()
  }

  private init() {}

  private static func read(_ text: String) throws(RenderError) -> Self {
    let bytes = Array(text.utf8)
    guard !bytes.contains(0) else {
      throw .syntax([GraphvizMessage(severity: .error, text: "the text holds a NUL byte")])
    }
    guard bytes.count <= GroupEdges.harmlessLength || !GroupEdges.arePresent(in: bytes) else {
      let text = "edges from a group to a group stand for too many; write each edge out"
      throw .syntax([GraphvizMessage(severity: .error, text: text)])
    }
    guard !DOTWeight.isExcessive(bytes) else {
      let text =
        "its attributes or groups within groups stand for far more than the file holds; remove some"
      throw .syntax([GraphvizMessage(severity: .error, text: text)])
    }
    return try GraphvizRenderer.listening { () throws(RenderError) in
      try unsafe GraphvizRenderer.parse(bytes) { graph, complaints, furtherCount in
        var parsed = Self()
        parsed.warnings = complaints
        parsed.furtherGraphCount = furtherCount
        unsafe parsed.isDirected = agisdirected(graph) != 0
        unsafe parsed.take(graph)
        return parsed
      }
    }
  }

  private mutating func take(_ graph: UnsafeMutablePointer<Agraph_t>) {
    let title = unsafe Self.name(of: graph)
    // Graphviz makes names up for what has none.
    if !title.isEmpty, !title.hasPrefix("%") { name = title }
    unsafe (attributes, markup) = Self.attributes(of: graph, in: graph, AGRAPH)
    var places: [String: Int] = [:]
    var node = unsafe agfstnode(graph)
    while let current = unsafe node {
      let name = unsafe Self.name(of: current)
      places[name] = nodes.count
      let (attributes, markup) = unsafe Self.attributes(of: current, in: graph, AGNODE)
      nodes.append(Node(name: name, attributes: attributes, markup: markup, clusters: []))
      unsafe node = agnxtnode(graph, current)
    }
    unsafe node = agfstnode(graph)
    var ordered: [(sequence: UInt64, edge: Edge)] = []
    while let current = unsafe node {
      var edge = unsafe agfstout(graph, current)
      while let out = unsafe edge {
        guard let tail = unsafe CGraphvizTail(out), let head = unsafe CGraphvizHead(out) else {
          break
        }
        let (attributes, markup) = unsafe Self.attributes(of: out, in: graph, AGEDGE)
        let ends = unsafe (tail: Self.name(of: tail), head: Self.name(of: head))
        unsafe ordered.append(
          (
            CGraphvizSequence(out),
            Edge(tail: ends.tail, head: ends.head, attributes: attributes, markup: markup)
          ))
        unsafe edge = agnxtout(graph, out)
      }
      unsafe node = agnxtnode(graph, current)
    }
    edges = ordered.sorted { $0.sequence < $1.sequence }.map(\.edge)
    unsafe takeClusters(of: graph, above: [], places)
  }

  private mutating func takeClusters(
    of graph: UnsafeMutablePointer<Agraph_t>, above: [String], _ places: [String: Int]
  ) {
    // Deeper nesting than this says nothing more of a node.
    guard above.count < 64 else { return }
    var sub = unsafe agfstsubg(graph)
    while let current = unsafe sub {
      let name = unsafe Self.name(of: current)
      var path = above
      if name.hasPrefix("cluster") {
        let (said, markup) = unsafe Self.attributes(of: current, in: graph, AGRAPH)
        // What is said of the whole graph is said of its parts, too.
        let own = said.filter { attributes[$0.key] != $0.value }
        clusterAttributes.formUnion(own.keys)
        let label = own["label"].map { LabelText.plain($0, of: name) }
        let group = label ?? markup["label"].flatMap(LabelText.plain(markup:)) ?? Self.word(name)
        if let group { path.append(group) }
      }
      var node = unsafe agfstnode(current)
      while let member = unsafe node {
        if let place = unsafe places[Self.name(of: member)],
          path.count > nodes[place].clusters.count
        {
          nodes[place].clusters = path
        }
        unsafe node = agnxtnode(current, member)
      }
      unsafe takeClusters(of: current, above: path, places)
      unsafe sub = agnxtsubg(current)
    }
  }

  /// The word that a cluster's name has behind `cluster_`: `upstream` of `cluster_stage upstream`;
  /// `nil` of `cluster_1`, which only tells it apart.
  private static func word(_ name: String) -> String? {
    let rest = name.dropFirst("cluster".count).drop { "_ ".contains($0) }
    return rest.split(separator: " ").last.flatMap { Int($0) == nil ? String($0) : nil }
  }

  private static func name(of object: UnsafeMutableRawPointer) -> String {
    guard let name = unsafe agnameof(object) else { return "" }
    return unsafe String(cString: name)
  }

  private static func attributes(
    of object: UnsafeMutableRawPointer, in graph: UnsafeMutablePointer<Agraph_t>, _ kind: Int32
  ) -> (texts: [String: String], markup: [String: String]) {
    var texts: [String: String] = [:]
    var markup: [String: String] = [:]
    var symbol = unsafe agnxtattr(graph, kind, nil)
    while let current = unsafe symbol {
      if let value = unsafe agxget(object, current), unsafe value[0] != 0,
        let name = unsafe current.pointee.name
      {
        let isMarkup = unsafe CGraphvizIsMarkup(value) != 0
        let (name, text) = unsafe (String(cString: name), String(cString: value))
        if isMarkup { markup[name] = text } else { texts[name] = text }
      }
      unsafe symbol = agnxtattr(graph, kind, current)
    }
    return (texts, markup)
  }
}
