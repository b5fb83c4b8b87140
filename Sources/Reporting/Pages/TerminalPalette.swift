/// The escape sequences that a page is dressed in for a terminal.
public struct TerminalPalette: Hashable, Sendable {
  /// A pair of sequences that turns a style on and off.
  public struct Style: Hashable, Sendable {
    /// What stands before the text.
    public let begin: String
    /// What stands after the text.
    public let end: String

    /// Joins the two sequences; both empty for plain text.
    public init(begin: String, end: String) {
      self.begin = begin
      self.end = end
    }

    func callAsFunction(_ text: String) -> String { text.isEmpty ? "" : begin + text + end }
  }

  /// For headings and titles of columns.
  public var heading: Style
  /// For what matters in a line.
  public var strong: Style
  /// For sources and side remarks.
  public var faint: Style
  /// For gaps.
  public var alert: Style
  /// For what has come.
  public var added: Style
  /// For what has gone.
  public var removed: Style
  /// For what is another or goes under another name.
  public var changed: Style

  /// No dress at all: for pipes, files and terminals without colours.
  public static let plain = TerminalPalette(
    heading: .none, strong: .none, faint: .none, alert: .none, added: .none, removed: .none,
    changed: .none)

  /// The sixteen colours that every terminal knows.
  public static let ansi = TerminalPalette(
    heading: .sgr("1;34"), strong: .sgr("1"), faint: .sgr("2"), alert: .sgr("31"),
    added: .sgr("32"), removed: .sgr("31"), changed: .sgr("33"))

  func style(for role: Prose.Role) -> Style {
    switch role {
    case .plain: .none
    case .strong: strong
    case .faint: faint
    case .alert: alert
    case .mark(.added): added
    case .mark(.removed): removed
    case .mark(.changed), .mark(.renamed): changed
    }
  }
}

extension TerminalPalette.Style {
  /// Text as it is.
  public static let none = Self(begin: "", end: "")

  /// A style of the ANSI escape sequence "select graphic rendition", by its parameters.
  public static func sgr(_ parameters: String) -> Self {
    Self(begin: "\u{1B}[\(parameters)m", end: "\u{1B}[0m")
  }
}
