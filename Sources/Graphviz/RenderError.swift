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
    case .contextUnavailable: "Graphviz could not be started"
    }
  }

  private static func text(_ sentence: String, _ messages: [GraphvizMessage]) -> String {
    messages.isEmpty
      ? sentence : sentence + ": " + messages.map(\.text).joined(separator: "; ")
  }
}
