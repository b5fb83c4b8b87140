public import Diagnostics

/// A graph that another program has written, before it is a chain.
public struct ForeignGraph: Sendable {
  /// A node with what is said of it.
  public struct Node: Sendable {
    /// Its id in the file.
    public var id: String
    /// What is said of it, by the names of the file.
    public var attributes: [String: String]
    /// The names of the groups that it stands in, the outermost first.
    public var groups: [String]
    /// Where it stands, `nil` where nobody knows.
    public var range: SourceRange?

    /// Joins the parts of a node.
    public init(
      id: String, attributes: [String: String] = [:], groups: [String] = [],
      range: SourceRange? = nil
    ) {
      self.id = id
      self.attributes = attributes
      self.groups = groups
      self.range = range
    }
  }

  /// An edge from a supplier to a buyer.
  public struct Edge: Sendable {
    /// The id of the supplier.
    public var source: String
    /// The id of the buyer.
    public var target: String
    /// What is said of it, by the names of the file.
    public var attributes: [String: String]
    /// Where it stands, `nil` where nobody knows.
    public var range: SourceRange?

    /// Joins the parts of an edge.
    public init(
      source: String, target: String, attributes: [String: String] = [:],
      range: SourceRange? = nil
    ) {
      self.source = source
      self.target = target
      self.attributes = attributes
      self.range = range
    }
  }

  /// The file that it was read from.
  public var file: SourceFile
  /// The nodes in the order of the file.
  public var nodes: [Node] = []
  /// The edges in the order of the file.
  public var edges: [Edge] = []
  /// What was found on the way.
  public var diagnostics: [Diagnostic] = []

  /// A graph without nodes.
  public init(_ file: SourceFile) {
    self.file = file
  }
}
