public import Diagnostics
import IndustryChain

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
    /// Its share, where the file has a place for that; tables of many edges say nothing else.
    public var share: String?
    /// What is said of it, by the names of the file.
    public var attributes: [String: String]
    /// Where it stands, `nil` where nobody knows.
    public var range: SourceRange?

    /// Joins the parts of an edge.
    public init(
      source: String, target: String, share: String? = nil, attributes: [String: String] = [:],
      range: SourceRange? = nil
    ) {
      self.source = source
      self.target = target
      self.share = share
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
  /// What it is called, `nil` where it has no name.
  public var title: String?
  /// What is said of the graph as a whole, by the names of the file.
  public var attributes: [String: String] = [:]
  /// The attributes that its reader has left out because they only say how it looks.
  public var leftOut: Set<String> = []
  /// What was found on the way.
  public var diagnostics: [Diagnostic] = []

  /// A graph without nodes.
  public init(_ file: SourceFile) {
    self.file = file
  }

  /// Leaves the graph aside where its edges have no direction.
  public mutating func refuseUndirected() {
    diagnostics.append(
      Diagnostic(
        .unreadableFile, at: .init(file: file),
        "its edges have no direction; which end buys is not told",
        "图中的边没有方向，无法判断哪一端是采购方",
        help: .init(
          english: "save it as a directed graph, each edge from supplier to buyer",
          chinese: "请另存为有向图，边由供应方指向采购方")))
    (nodes, edges) = ([], [])
  }

  /// Tells that only the first graph of the file is read.
  ///
  /// - Parameter count: How many more there are.
  public mutating func tellFurtherGraphs(_ count: Int) {
    guard count > 0 else { return }
    diagnostics.append(
      Diagnostic(
        .unmappedRow, at: .init(file: file),
        "the file holds \(count + 1) graphs; only the first is read",
        "文件中有 \(count + 1) 张图，只读取第一张",
        help: .init(
          english: "save each graph as a file of its own", chinese: "请将每张图另存为单独的文件")))
  }
}
