/// Something that Graphviz said about a graph.
public struct GraphvizMessage: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: Hashable, Sendable {
    /// The picture may differ from what was asked for.
    case warning
    /// Something is missing from the picture, or there is none.
    case error
  }

  /// How bad it is.
  public let severity: Severity
  /// Graphviz's own words on one line, without the severity.
  public let text: String

  /// A message of the given severity.
  public init(severity: Severity, text: String) {
    self.severity = severity
    self.text = text
  }

  /// Reads what Graphviz said while it worked on one graph: each message begins with its
  /// severity and may go on over further lines.
  static func parse(_ log: String) -> [GraphvizMessage] {
    var messages: [GraphvizMessage] = []
    for line in log.split(separator: "\n") {
      if let text = line.dropping(prefix: "Error: ") {
        messages.append(GraphvizMessage(severity: .error, text: text))
      } else if let text = line.dropping(prefix: "Warning: ") {
        messages.append(GraphvizMessage(severity: .warning, text: text))
      } else if let last = messages.popLast() {
        messages.append(
          GraphvizMessage(severity: last.severity, text: last.text + " " + String(line)))
      } else {
        messages.append(GraphvizMessage(severity: .warning, text: String(line)))
      }
    }
    return messages
  }
}

extension Substring {
  fileprivate func dropping(prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
