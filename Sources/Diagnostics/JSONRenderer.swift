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
    let items = diagnostics.map { "\n    " + object($0).text }.joined(separator: ",")
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

  private func object(_ diagnostic: Diagnostic) -> JSONText {
    var pairs: [JSONText.Pair] = [
      ("id", .text(diagnostic.id.rawValue)), ("severity", .text(diagnostic.severity.rawValue)),
      ("message", .text(language.text(diagnostic.message))),
    ]
    pairs += location(diagnostic.location)
    let notes = diagnostic.notes.map { note in
      JSONText.object(
        [("message", .text(language.text(note.message)))] + location(note.location))
    }
    pairs.append(("notes", .list(notes)))
    if let help = diagnostic.help { pairs.append(("help", .text(language.text(help)))) }
    if let fix = diagnostic.fix { pairs.append(("fix", object(fix))) }
    return .object(pairs)
  }

  private func object(_ fix: Fix) -> JSONText {
    .object([
      ("title", .text(language.text(fix.title))), ("certain", .flag(fix.applicability == .certain)),
      (
        "edits",
        .list(fix.edits.map { .object(place($0.range) + [("text", .text($0.replacement))]) })
      ),
    ])
  }

  private func location(_ location: Diagnostic.Location?) -> [JSONText.Pair] {
    guard let location else { return [] }
    return [("file", .text(location.file.path))] + (location.range.map(place) ?? [])
  }

  private func place(_ range: SourceRange) -> [JSONText.Pair] {
    [
      ("line", .number(range.start.line)), ("column", .number(range.start.column)),
      ("endLine", .number(range.end.line)), ("endColumn", .number(range.end.column)),
    ]
  }
}
