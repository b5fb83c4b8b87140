/// A directed graph as DOT describes it, independent of what it stands for.
///
/// The arrays may be in any order: ``DOTSource`` writes statements by `order`, then by id, so
/// equal content gives equal bytes. Since Graphviz places what comes first further up or left
/// where it has the choice, `order` is also the caller's hint for the layout.
public struct Digraph: Hashable, Sendable {
  /// The graph's name, shown as the title of the picture.
  public var name: String
  /// Attributes of the graph itself.
  public var attributes: Attributes
  /// What nodes have unless they say otherwise.
  public var nodeDefaults: Attributes
  /// What edges have unless they say otherwise.
  public var edgeDefaults: Attributes
  /// Nodes outside of all subgraphs.
  public var nodes: [Node]
  /// Clusters and rank groups.
  public var subgraphs: [Subgraph]
  /// Edges; an end that names no listed node makes a node with the defaults.
  public var edges: [Edge]

  /// A graph of the given parts, empty unless they are given.
  public init(
    name: String,
    attributes: Attributes = Attributes(),
    nodeDefaults: Attributes = Attributes(),
    edgeDefaults: Attributes = Attributes(),
    nodes: [Node] = [],
    subgraphs: [Subgraph] = [],
    edges: [Edge] = []
  ) {
    self.name = name
    self.attributes = attributes
    self.nodeDefaults = nodeDefaults
    self.edgeDefaults = edgeDefaults
    self.nodes = nodes
    self.subgraphs = subgraphs
    self.edges = edges
  }
}

/// What names a node in a graph.
public struct NodeID: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The name; any text will do.
  public let text: String

  /// A name of any text.
  ///
  /// Control characters are dropped when it is written.
  public init(_ text: String) { self.text = text }

  /// A name of any text.
  public init(stringLiteral value: String) { text = value }
}

extension Digraph {
  /// A node.
  public struct Node: Hashable, Sendable {
    /// What edges call it.
    public var id: NodeID
    /// Its own attributes.
    public var attributes: Attributes
    /// Nodes of lower order are written first; of equal order, by id.
    public var order: Int

    /// A node; without attributes, also a mention that puts a node into a subgraph.
    public init(_ id: NodeID, _ attributes: Attributes = Attributes(), order: Int = 0) {
      self.id = id
      self.attributes = attributes
      self.order = order
    }
  }

  /// An arrow from one node to another.
  public struct Edge: Hashable, Sendable {
    /// Where it starts.
    public var tail: EdgeEndpoint
    /// Where it points.
    public var head: EdgeEndpoint
    /// Its own attributes.
    public var attributes: Attributes
    /// Edges of lower order are written first; of equal order, by tail, then by head.
    public var order: Int

    /// An arrow between two endpoints.
    public init(
      from tail: EdgeEndpoint,
      to head: EdgeEndpoint,
      _ attributes: Attributes = Attributes(),
      order: Int = 0
    ) {
      self.tail = tail
      self.head = head
      self.attributes = attributes
      self.order = order
    }
  }

  /// A part of the graph: a framed cluster, or nodes on one rank.
  public struct Subgraph: Hashable, Sendable {
    /// What being in the subgraph means.
    public enum Kind: Hashable, Sendable {
      /// Drawn together, in a frame.
      case cluster
      /// Drawn at the same rank.
      case rank(Rank)
    }

    /// Where the nodes of a rank group stand in the order of ranks.
    public enum Rank: String, Hashable, Sendable {
      /// All at one rank.
      case same
      /// At the first rank, others may be there.
      case min
      /// At the last rank, others may be there.
      case max
      /// At the first rank, alone.
      case source
      /// At the last rank, alone.
      case sink
    }

    /// A name, unique among the graph's subgraphs of its kind.
    public var name: String
    /// What being in it means.
    public var kind: Kind
    /// Attributes of the subgraph itself.
    public var attributes: Attributes
    /// What nodes first named in it have unless they say otherwise.
    public var nodeDefaults: Attributes
    /// What edges in it have unless they say otherwise.
    public var edgeDefaults: Attributes
    /// Its nodes.
    public var nodes: [Node]
    /// Clusters and rank groups in it.
    public var subgraphs: [Subgraph]
    /// Edges in it.
    public var edges: [Edge]
    /// Subgraphs of lower order are written first; of equal order, clusters before rank groups,
    /// then by name.
    public var order: Int

    /// A subgraph of the given parts, empty unless they are given.
    public init(
      _ name: String,
      kind: Kind,
      attributes: Attributes = Attributes(),
      nodeDefaults: Attributes = Attributes(),
      edgeDefaults: Attributes = Attributes(),
      nodes: [Node] = [],
      subgraphs: [Subgraph] = [],
      edges: [Edge] = [],
      order: Int = 0
    ) {
      self.name = name
      self.kind = kind
      self.attributes = attributes
      self.nodeDefaults = nodeDefaults
      self.edgeDefaults = edgeDefaults
      self.nodes = nodes
      self.subgraphs = subgraphs
      self.edges = edges
      self.order = order
    }

    /// The given nodes, wherever they are defined, at the same rank.
    public static func sameRank(_ name: String, _ nodes: [NodeID], order: Int = 0) -> Subgraph {
      Subgraph(name, kind: .rank(.same), nodes: nodes.map { Node($0) }, order: order)
    }
  }
}

/// One end of an edge: a node, and where on the node.
public struct EdgeEndpoint: Hashable, Sendable, ExpressibleByStringLiteral {
  /// A side or corner of a node or port.
  public enum Compass: String, Hashable, Sendable {
    /// The middle of the top.
    case north = "n"
    /// The top right corner.
    case northEast = "ne"
    /// The middle of the right side.
    case east = "e"
    /// The bottom right corner.
    case southEast = "se"
    /// The middle of the bottom.
    case south = "s"
    /// The bottom left corner.
    case southWest = "sw"
    /// The middle of the left side.
    case west = "w"
    /// The top left corner.
    case northWest = "nw"
    /// The centre.
    case center = "c"
  }

  /// The node.
  public var node: NodeID
  /// A cell of the node's label that has this port, `nil` for the node as a whole.
  public var port: String?
  /// The side at which the edge ends, `nil` for where it fits best.
  public var compass: Compass?

  /// An end at a node, or at a port or side of it.
  public init(_ node: NodeID, port: String? = nil, compass: Compass? = nil) {
    self.node = node
    self.port = port
    self.compass = compass
  }

  /// An end at the node of that name.
  public init(stringLiteral value: String) { self.init(NodeID(value)) }
}
