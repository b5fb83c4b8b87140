/// What a person who fills in a column should know and may choose from.
public struct ColumnGuide: Hashable, Sendable {
  /// What a cell offers; what else is typed is let pass after a question.
  public enum Choices: Hashable, Sendable {
    /// Anything.
    case anything
    /// One of a few words, together no longer than 255 letters.
    case words([String])
    /// What stands in a column of a sheet, its heading aside.
    case column(Int, sheet: String)
  }

  /// A note that shows beside the heading; empty for none.
  public var note: String
  /// What the cells offer.
  public var choices: Choices
  /// Whether what is typed stays text, as ids and codes must: `0451`.
  public var isText: Bool

  /// Joins the parts of a guide.
  public init(note: String = "", choices: Choices = .anything, isText: Bool = false) {
    self.note = note
    self.choices = choices
    self.isText = isText
  }
}
