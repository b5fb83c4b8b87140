public import IndustryChain

/// Writes findings for programs: one JSON object, keys in a fixed order.
///
/// `version` grows when a key changes its meaning or goes.
public struct JSONRenderer: Sendable {
  /// The language of messages.
  public let language: Language

  /// A renderer that words messages in a language.
  public init(language: Language = .english) {
    self.language = language
  }

  /// Writes findings in the order given; `fileCount` is the number of files that were read.
  public func render(_ diagnostics: [Diagnostic], fileCount: Int) -> String {
    let summary = DiagnosticSummary(of: diagnostics, fileCount: fileCount)
    let items = diagnostics.map { "\n    " + object($0) }.joined(separator: ",")
    return """
      {
        "version": 1,
        "errors": \(summary.errorCount),
        "warnings": \(summary.warningCount),
        "files": \(summary.fileCount),
        "diagnostics": [\(items)\(items.isEmpty ? "" : "\n  ")]
      }

      """
  }

  private func object(_ diagnostic: Diagnostic) -> String {
    var pairs = [
      "\"id\": \(quoted(diagnostic.id.rawValue))",
      "\"severity\": \(quoted(diagnostic.severity.rawValue))",
      "\"message\": \(quoted(language.text(diagnostic.message)))",
    ]
    pairs += location(diagnostic.location)
    let notes = diagnostic.notes.map { note in
      let pairs = ["\"message\": \(quoted(language.text(note.message)))"] + location(note.location)
      return "{\(pairs.joined(separator: ", "))}"
    }
    pairs.append("\"notes\": [\(notes.joined(separator: ", "))]")
    if let help = diagnostic.help { pairs.append("\"help\": \(quoted(language.text(help)))") }
    return "{\(pairs.joined(separator: ", "))}"
  }

  private func location(_ location: Diagnostic.Location?) -> [String] {
    guard let location else { return [] }
    var pairs = ["\"file\": \(quoted(location.file.path))"]
    if let range = location.range {
      pairs.append("\"line\": \(range.start.line), \"column\": \(range.start.column)")
      pairs.append("\"endLine\": \(range.end.line), \"endColumn\": \(range.end.column)")
    }
    return pairs
  }

  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
