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
    draft = document.root.flatMap { reader.chain($0) }
    self.file = file
    diagnostics = document.diagnostics + reader.diagnostics
    evidence = reader.evidence
  }

  /// Less text than this is read before threads have started.
  private static let leastBytesForThreads = 200_000

  /// Reads files side by side, a share of them on each core; the order stays.
  static func all(_ files: [SourceFile]) -> [Self] {
    let byteCount = files.reduce(0) { $0 + $1.text.utf8.count }
    guard files.count > 1, byteCount >= leastBytesForThreads else { return files.map { Self($0) } }
    return sideBySide(files.count) { Self(files[$0]) }
  }
}
