public import IndustryChain

/// Writes findings as workflow commands, which GitHub shows beside the lines of a change.
///
///     ::error file=Chains/lighter.yaml,line=12,col=7,endLine=12,endColumn=20,title=unknown-link::no …
public struct GitHubRenderer: Sendable {
  /// The language of messages.
  public let language: Language

  /// A renderer that words messages in a language.
  public init(language: Language = .english) {
    self.language = language
  }

  /// Writes findings in the order given, a line each; empty for none.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { command($0) + "\n" }.joined()
  }

  private func command(_ diagnostic: Diagnostic) -> String {
    var properties: [(name: String, value: String)] = []
    if let location = diagnostic.location {
      properties.append(("file", location.file.path))
      if let range = location.range {
        properties += [
          ("line", "\(range.start.line)"), ("col", "\(range.start.column)"),
          ("endLine", "\(range.end.line)"), ("endColumn", "\(range.end.column)"),
        ]
      }
    }
    properties.append(("title", diagnostic.id.rawValue))
    let text = ([diagnostic.message] + [diagnostic.help].compactMap { $0 })
      .map { language.text($0) }.joined(separator: "\n")
    return "::\(diagnostic.severity.command) "
      + properties.map { "\($0.name)=\(Self.escaped($0.value, in: .property))" }
      .joined(separator: ",")
      + "::" + Self.escaped(text, in: .message)
  }

  private enum Place { case property, message }

  /// Escapes what would end a property or the command.
  private static func escaped(_ text: String, in place: Place) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped.append(contentsOf: "%25".unicodeScalars)
      case "\r": escaped.append(contentsOf: "%0D".unicodeScalars)
      case "\n": escaped.append(contentsOf: "%0A".unicodeScalars)
      case ":" where place == .property: escaped.append(contentsOf: "%3A".unicodeScalars)
      case "," where place == .property: escaped.append(contentsOf: "%2C".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}

extension Severity {
  fileprivate var command: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }
}
