import TerminalText

/// A line of text, parts of it set off from the rest.
///
/// It holds plain text only: whatever renders it escapes every part, so that data never becomes
/// markup.
struct Prose: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// How a part is set off.
  enum Role: Hashable, Sendable {
    case plain, strong, faint, alert
    /// The sign before a line of changes.
    case mark(Page.Mark)
  }

  struct Part: Hashable, Sendable {
    let text: String
    let role: Role
  }

  var parts: [Part]

  init(stringLiteral text: String) {
    self.init(text)
  }

  init(_ text: String, as role: Role = .plain) {
    parts = [Part(text: text, role: role)]
  }

  static func strong(_ text: String) -> Prose { Prose(text, as: .strong) }

  static func + (left: Prose, right: Prose) -> Prose {
    var sum = left
    sum.parts += right.parts
    return sum
  }

  /// The text alone, in one line.
  var plainText: String { parts.map(\.text.singleLine).joined() }
}
