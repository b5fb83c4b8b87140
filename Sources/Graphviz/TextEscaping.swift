/// The layers of syntax that literal text passes on its way through DOT, Graphviz and SVG.
enum TextEscaping {
  /// A quoted name or value. Graphviz reads `\` sequences in most values (`\N` is the node's
  /// name), and a doubled backslash in all of them as one.
  case plain
  /// A text label: entities such as `&lt;` would be read as well, and `\n` is a line break.
  case label
  /// A tooltip: entities are read twice, once as in a label and once more for SVG.
  case tooltip
  /// Text or the value of an attribute in an HTML-like label.
  case html
  /// A tooltip in an HTML-like label, whose entities are read twice.
  case htmlTooltip
}

extension [UInt8] {
  /// Appends ASCII that is syntax, not text.
  mutating func append(syntax: StaticString) {
    syntax.withUTF8Buffer { buffer in unsafe append(contentsOf: buffer) }
  }

  /// Appends text so that Graphviz takes it literally.
  ///
  /// Control characters that neither a person nor XML can use are dropped, a tab is a space and
  /// every kind of line break is one.
  mutating func append(_ text: String, escapedFor context: TextEscaping) {
    var previousWasReturn = false
    for scalar in text.unicodeScalars {
      let isSecondOfPair = previousWasReturn && scalar == "\n"
      previousWasReturn = scalar == "\r"
      switch scalar {
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        if !isSecondOfPair { appendLineBreak(in: context) }
      case "\t": append(UInt8(ascii: " "))
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": break
      // They would turn round the text that follows.
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": break
      case "\\": append(syntax: "\\\\")
      case "\"", "&", "<", ">": appendMarkup(scalar, in: context)
      default:
        if scalar.isASCII {
          append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
          append(contentsOf: scalar.utf8)
        }
      }
    }
  }

  private mutating func appendLineBreak(in context: TextEscaping) {
    switch context {
    case .label, .tooltip: append(syntax: "\\n")
    case .plain, .html, .htmlTooltip: append(UInt8(ascii: " "))
    }
  }

  private mutating func appendMarkup(_ scalar: Unicode.Scalar, in context: TextEscaping) {
    switch (scalar, context) {
    case ("\"", .plain), ("\"", .label), ("\"", .tooltip): append(syntax: "\\\"")
    case ("\"", _): append(syntax: "&quot;")
    case ("&", .tooltip), ("&", .htmlTooltip): append(syntax: "&amp;amp;")
    case ("&", .label), ("&", .html): append(syntax: "&amp;")
    case ("<", .html), ("<", .htmlTooltip): append(syntax: "&lt;")
    case (">", .html), (">", .htmlTooltip): append(syntax: "&gt;")
    default: append(contentsOf: scalar.utf8)
    }
  }

  /// Appends a port so that it can stand in a label and in an edge: letters, digits, `_`, `-`
  /// and all beyond ASCII as they are, the rest as `%` and two digits, for a colon would
  /// separate a compass point.
  mutating func append(port: String) {
    for byte in port.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
        append(byte)
      default:
        append(UInt8(ascii: "%"))
        let digits = String(byte, radix: 16)
        append(contentsOf: (digits.utf8.count == 1 ? "0" + digits : digits).utf8)
      }
    }
  }
}
