/// Why a graph could not be drawn.
public enum RenderError: Error, Hashable, Sendable {
  /// The text is not DOT.
  case syntax([GraphvizMessage])

  /// Graphviz could not place the nodes and edges.
  case layout([GraphvizMessage])

  /// Graphviz could not write the picture.
  case output([GraphvizMessage])

  /// This installation of Graphviz lacks the format.
  case formatUnavailable(RenderFormat, [GraphvizMessage])

  /// The graph has more nodes or edges than a layout can be expected to finish with.
  case tooLarge(nodeCount: Int, edgeCount: Int, limits: RenderLimits)

  /// Graphviz could not be started.
  case contextUnavailable
}

extension RenderError: CustomStringConvertible {
  /// What happened in one sentence, Graphviz's own words after it, and what to do.
  public var description: String {
    switch self {
    case .syntax(let messages): Self.text("the graph is not valid DOT", messages)
    case .layout(let messages): Self.text("Graphviz could not lay the graph out", messages)
    case .output(let messages): Self.text("Graphviz could not write the picture", messages)
    case .formatUnavailable(let format, let messages):
      Self.text("this Graphviz cannot write \(format.name)", messages)
        + "; install Graphviz with its Pango plugin"
    case .tooLarge(let nodeCount, let edgeCount, let limits):
      "the graph has \(nodeCount) nodes and \(edgeCount) edges, more than the "
        + "\(limits.nodeCount) nodes or \(limits.edgeCount) edges that can be laid out in "
        + "reasonable time; draw a part of it, or write it as DOT"
    case .contextUnavailable: "Graphviz could not be started"
    }
  }

  private static func text(_ sentence: String, _ messages: [GraphvizMessage]) -> String {
    messages.isEmpty
      ? sentence : sentence + ": " + messages.map(\.text).joined(separator: "; ")
  }
}

/// How large a graph may be before a layout is refused.
///
/// The cost of a layered layout explodes with size: 1,000 nodes take about half a second,
/// 5,000 over half a minute, and some dense graphs do not finish at all.
public struct RenderLimits: Hashable, Sendable {
  /// The most nodes that are laid out.
  public var nodeCount: Int
  /// The most edges that are laid out.
  public var edgeCount: Int

  /// Limits of nodes and edges.
  public init(nodeCount: Int, edgeCount: Int) {
    self.nodeCount = nodeCount
    self.edgeCount = edgeCount
  }

  /// 1,500 nodes and 5,000 edges: a few seconds on a small machine.
  public static let standard = RenderLimits(nodeCount: 1_500, edgeCount: 5_000)
}
