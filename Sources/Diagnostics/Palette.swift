/// The escape sequences that a terminal rendering is dressed in.
public struct Palette: Hashable, Sendable {
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

    func callAsFunction(_ text: String) -> String { begin + text + end }
  }

  /// For errors and the carets under them.
  public var error: Style
  /// For warnings and the carets under them.
  public var warning: Style
  /// For notes.
  public var note: Style
  /// For line numbers, bars and arrows.
  public var gutter: Style
  /// For the message of a finding.
  public var message: Style

  /// No dress at all: for pipes, files and terminals without colours.
  public static let plain = Palette(
    error: .none, warning: .none, note: .none, gutter: .none, message: .none)

  /// The sixteen colours that every terminal knows.
  public static let ansi = Palette(
    error: .sgr("1;31"), warning: .sgr("1;33"), note: .sgr("1;36"), gutter: .sgr("1;34"),
    message: .sgr("1"))

  func style(for severity: Severity) -> Style {
    switch severity {
    case .error: error
    case .warning: warning
    case .note: note
    }
  }
}

extension Palette.Style {
  /// Text as it is.
  public static let none = Self(begin: "", end: "")

  /// A style of the ANSI escape sequence "select graphic rendition", by its parameters.
  public static func sgr(_ parameters: String) -> Self {
    Self(begin: "\u{1B}[\(parameters)m", end: "\u{1B}[0m")
  }
}
