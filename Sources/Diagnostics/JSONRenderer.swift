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
        "notes": \(summary.noteCount),
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
    if let fix = diagnostic.fix { pairs.append("\"fix\": \(object(fix))") }
    return "{\(pairs.joined(separator: ", "))}"
  }

  private func object(_ fix: Fix) -> String {
    let edits = fix.edits.map { edit in
      "{\(place(edit.range)), \"text\": \(quoted(edit.replacement))}"
    }
    return "{\"title\": \(quoted(language.text(fix.title))), "
      + "\"certain\": \(fix.applicability == .certain), "
      + "\"edits\": [\(edits.joined(separator: ", "))]}"
  }

  private func place(_ range: SourceRange) -> String {
    "\"line\": \(range.start.line), \"column\": \(range.start.column), "
      + "\"endLine\": \(range.end.line), \"endColumn\": \(range.end.column)"
  }

  private func location(_ location: Diagnostic.Location?) -> [String] {
    guard let location else { return [] }
    var pairs = ["\"file\": \(quoted(location.file.path))"]
    if let range = location.range {
      pairs.append(place(range))
    }
    return pairs
  }

  private func quoted(_ text: String) -> String { JSONText.quoted(text) }
}
