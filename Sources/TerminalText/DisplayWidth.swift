extension Unicode.Scalar {
  /// The number of terminal cells that the scalar takes: 0, 1 or 2.
  ///
  /// Two for scripts of East Asian width W and F (UAX #11), none for marks that join the scalar
  /// before them and for invisible format characters.
  public var displayWidth: Int {
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide ? 2 : 1
    }
  }

  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x231A...0x231B, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

extension StringProtocol {
  /// The number of terminal cells that the text takes in one line.
  ///
  /// O(length).
  public var displayWidth: Int {
    unicodeScalars.reduce(0) { $0 + $1.displayWidth }
  }

  /// The text as one line in which nothing steers a terminal or hides from a reader.
  ///
  /// Line ends and tabs become blanks; the rest is as in `terminalSafe`, with `�` for every control
  /// character. Linear.
  public var singleLine: String {
    var line = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "\t", "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        line.append(" ")
      case "\u{0}"..."\u{1F}", "\u{7F}": line.append("\u{FFFD}")
      default: line.append(scalar.terminalSafe)
      }
    }
    return String(line)
  }

  /// The text with everything replaced that would steer a terminal.
  ///
  /// Control characters become their pictures (`␛`), invisible format characters such as
  /// bidirectional overrides become `�`, and so do line separators. O(length).
  public var terminalSafe: String {
    var safe = String.UnicodeScalarView()
    for scalar in unicodeScalars { safe.append(scalar.terminalSafe) }
    return String(safe)
  }
}

extension Unicode.Scalar {
  /// Itself, or a visible stand-in of one cell where it would steer a terminal.
  public var terminalSafe: Unicode.Scalar {
    if value < 0x20 { return Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}" }
    if value < 0x7F { return self }
    if value == 0x7F { return "\u{2421}" }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      return "\u{FFFD}"
    default: return self
    }
  }
}
