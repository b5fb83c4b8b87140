public import IndustryChain

/// What a tool that shows findings wants to know about a kind of them.
public struct RuleDescription: Hashable, Sendable {
  /// The name that findings carry.
  public let id: DiagnosticID
  /// How much a breach matters where nobody says otherwise.
  public let severity: Severity
  /// What is wrong, in a few words.
  public let summary: LocalizedText

  /// Joins the parts of a description.
  public init(id: DiagnosticID, severity: Severity, summary: LocalizedText) {
    self.id = id
    self.severity = severity
    self.summary = summary
  }
}
