public import IndustryChain

/// A change of a file's text that mends a finding.
public struct Fix: Hashable, Sendable {
  /// How sure it is that the author means this.
  public enum Applicability: Hashable, Sendable {
    /// Nothing else can be meant; `check --fix` does it.
    case certain
    /// Probably meant; an editor offers it, and a person decides.
    case likely
  }

  /// What it does; starts with a verb: "write `electroplating`".
  public let title: LocalizedText
  /// How sure it is.
  public let applicability: Applicability
  /// What changes in the finding's own file; the stretches do not overlap.
  public let edits: [TextEdit]

  /// Joins the parts of a fix.
  public init(_ title: LocalizedText, _ applicability: Applicability, edits: [TextEdit]) {
    self.title = title
    self.applicability = applicability
    self.edits = edits
  }
}

/// A stretch of a text and what is to stand there instead.
public struct TextEdit: Hashable, Sendable {
  /// The stretch that goes; empty where something is only put in.
  public let range: SourceRange
  /// What comes, empty where something only goes.
  public let replacement: String

  /// Joins a stretch and what is to stand there.
  public init(_ range: SourceRange, with replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}
