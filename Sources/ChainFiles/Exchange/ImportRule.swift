public import Diagnostics
public import IndustryChain

/// Every kind of thing that an import may not take over as it stands.
///
/// `Docs/Exchange.md` has one entry for each.
public enum ImportRule: String, CaseIterable, Hashable, Sendable {
  /// The file as a whole cannot be read as what it is said to be.
  case unreadableFile = "unreadable-file"
  /// A row lacks what it cannot do without.
  case unmappedRow = "unmapped-row"
  /// A column or attribute has no place in our files.
  case unmappedColumn = "unmapped-column"
  /// A value has no place in our files.
  case unmappedValue = "unmapped-value"
  /// A row says again what an earlier one says, or contradicts it.
  case repeatedRow = "repeated-row"
  /// Shares are left out because they are below the threshold.
  case belowLeastShare = "below-least-share"
  /// A formula stands in a cell; its last value is read.
  case formulaCell = "formula-cell"
  /// Cells are merged; each has the value of the first.
  case mergedCells = "merged-cells"
  /// A table or a column is missing for which the file in place has content.
  case missingContent = "missing-content"
  /// A mapping file says something that it cannot mean.
  case badMapping = "bad-mapping"
  /// Attributes say how a graph looks or what was worked out, and not what it is.
  case leftOut = "left-out"
  /// A stage was set from the place in the graph.
  case guessedStage = "guessed-stage"

  /// The name as findings carry it.
  public var id: DiagnosticID { DiagnosticID(rawValue) }

  /// How much it matters: notes tell what was done, the others what was not.
  public var severity: Severity {
    switch self {
    case .unreadableFile, .badMapping, .missingContent: .error
    case .unmappedRow, .unmappedValue, .unmappedColumn, .repeatedRow, .formulaCell: .warning
    case .belowLeastShare, .guessedStage, .leftOut, .mergedCells: .note
    }
  }
}

extension Diagnostic {
  /// A finding of an import.
  init(
    _ rule: ImportRule, at location: Location?, _ english: String, _ chinese: String,
    notes: [Note] = [], help: LocalizedText? = nil
  ) {
    self.init(
      id: rule.id, severity: rule.severity, location: location,
      message: LocalizedText(english: english, chinese: chinese), notes: notes, help: help)
  }

  /// A note for each of many things, as many as a person may read, and how many more there are.
  public static func notes(_ lines: [LocalizedText]) -> [Note] {
    let limit = 500
    let rest = lines.count - limit
    guard rest > 0 else { return lines.map { Note($0) } }
    return lines.prefix(limit).map { Note($0) } + [
      Note(.init(english: "and \(rest) more", chinese: "另有 \(rest) 项"))
    ]
  }

  /// A finding that a whole file cannot be read.
  public static func unreadable(_ path: String, _ english: String, _ chinese: String) -> Self {
    Self(
      .unreadableFile, at: Location(file: SourceFile(path: path, text: "")), english, chinese)
  }
}
