/// A label with tables, fonts and colours, as a value.
///
/// Graphviz calls such labels HTML-like. All text in them is literal; there is no way to pass
/// markup, pictures or links in.
public indirect enum HTMLLabel: Hashable, Sendable {
  /// Lines of text.
  case text(HTMLText)
  /// A table.
  case table(HTMLTable)
}

/// Lines of text, each piece in its own font.
public struct HTMLText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// A piece of text, or the end of a line.
  public enum Piece: Hashable, Sendable {
    /// Text in one font; a line break inside it ends a line, centred.
    case run(String, HTMLFont)
    /// The end of a line, and how the line stands.
    case lineBreak(HorizontalAlignment)
  }

  /// How a line stands between left and right.
  public enum HorizontalAlignment: String, Hashable, Sendable {
    /// At the left.
    case left = "LEFT"
    /// In the middle.
    case center = "CENTER"
    /// At the right.
    case right = "RIGHT"
  }

  /// The pieces, in reading order.
  public var pieces: [Piece]

  /// The given pieces, none unless they are given.
  public init(pieces: [Piece] = []) { self.pieces = pieces }

  /// One run of text.
  public init(_ text: String, font: HTMLFont = HTMLFont()) { pieces = [.run(text, font)] }

  /// One run of text in the font around it.
  public init(stringLiteral value: String) { self.init(value) }
}

/// The font of a run of text; what is `nil` or `false` is as around it.
public struct HTMLFont: Hashable, Sendable {
  /// The font's family, as fontconfig knows it.
  public var face: String?
  /// The size in points.
  public var size: Double?
  /// The colour of the letters.
  public var color: RGBColor?
  /// Whether the letters are bold.
  public var isBold: Bool
  /// Whether the letters are slanted.
  public var isItalic: Bool
  /// Whether a line stands under the letters.
  public var isUnderlined: Bool

  /// A font that differs from the one around it in what is given.
  public init(
    face: String? = nil,
    size: Double? = nil,
    color: RGBColor? = nil,
    isBold: Bool = false,
    isItalic: Bool = false,
    isUnderlined: Bool = false
  ) {
    self.face = face
    self.size = size
    self.color = color
    self.isBold = isBold
    self.isItalic = isItalic
    self.isUnderlined = isUnderlined
  }
}
