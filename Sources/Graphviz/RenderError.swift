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

  /// So many of Graphviz's messages are told, each to so many characters: some layouts fail with
  /// a line for every node.
  private static let messageLimit = 3
  private static let characterLimit = 200

  private static func text(_ sentence: String, _ messages: [GraphvizMessage]) -> String {
    messages.isEmpty ? sentence : sentence + ": " + summary(of: messages) { "and \($0) more" }
  }

  /// Some of Graphviz's own words, one message after the other.
  ///
  /// - Parameters:
  ///   - messages: What it said.
  ///   - more: Says how many messages are left out.
  /// - Returns: The messages with `; ` between them, empty where there are none.
  public static func summary(of messages: [GraphvizMessage], more: (Int) -> String) -> String {
    let told = messages.prefix(messageLimit).map { message in
      message.text.count > characterLimit
        ? message.text.prefix(characterLimit) + "…" : message.text
    }
    let rest = messages.count - told.count
    return (told + (rest > 0 ? [more(rest)] : [])).joined(separator: "; ")
  }
}
