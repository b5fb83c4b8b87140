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
  }

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
  /// O(length) beside the parser. An HTML label is no text and is left out.
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
      try unsafe GraphvizRenderer.parse(bytes) { graph, complaints in
        var parsed = Self()
        parsed.warnings = complaints
        unsafe parsed.isDirected = agisdirected(graph) != 0
        unsafe parsed.take(graph)
        return parsed
      }
    }
  }

  private mutating func take(_ graph: UnsafeMutablePointer<Agraph_t>) {
    var places: [String: Int] = [:]
    var node = unsafe agfstnode(graph)
    while let current = unsafe node {
      let name = unsafe Self.name(of: current)
      places[name] = nodes.count
      unsafe nodes.append(
        Node(name: name, attributes: Self.attributes(of: current, in: graph, AGNODE), clusters: []))
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
        unsafe ordered.append(
          (
            CGraphvizSequence(out),
            Edge(
              tail: Self.name(of: tail), head: Self.name(of: head),
              attributes: Self.attributes(of: out, in: graph, AGEDGE))
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
        let label = unsafe Self.attributes(of: current, in: graph, AGRAPH)["label"]
        path.append(label ?? name)
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

  private static func name(of object: UnsafeMutableRawPointer) -> String {
    guard let name = unsafe agnameof(object) else { return "" }
    return unsafe String(cString: name)
  }

  private static func attributes(
    of object: UnsafeMutableRawPointer, in graph: UnsafeMutablePointer<Agraph_t>, _ kind: Int32
  ) -> [String: String] {
    var attributes: [String: String] = [:]
    var symbol = unsafe agnxtattr(graph, kind, nil)
    while let current = unsafe symbol {
      if let value = unsafe agxget(object, current), unsafe value[0] != 0,
        unsafe CGraphvizIsMarkup(value) == 0, let name = unsafe current.pointee.name
      {
        unsafe attributes[String(cString: name)] = String(cString: value)
      }
      unsafe symbol = agnxtattr(graph, kind, current)
    }
    return attributes
  }
}
