import Diagnostics

/// What a chain file holds, read without the others.
struct ChainReading: Sendable {
  let file: SourceFile
  /// `nil` where the file is no chain at all.
  let draft: ChainDraft?
  let diagnostics: [Diagnostic]
  /// What its figures rest on.
  let evidence: FigureEvidence

  /// Reads a file.
  ///
  /// O(length).
  init(_ file: SourceFile) {
    let document = YAMLDocument(file)
    var reader = FileReader(file)
    draft = document.withRoot { reader.chain($0) } ?? nil
    self.file = file
    diagnostics = document.diagnostics + reader.diagnostics
    evidence = reader.evidence
  }
}
