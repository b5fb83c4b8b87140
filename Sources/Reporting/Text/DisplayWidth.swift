extension Unicode.Scalar {
  /// The terminal cells that the scalar takes: 0 for marks that join what stands before them and
  /// for invisible ones, 2 for East Asian width W and F (UAX #11), else 1.
  var displayWidth: Int {
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF,
      0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default:
      return 1
    }
  }

  /// What takes the scalar's place in one visible line: a blank for line ends and tabs, `�` for
  /// whatever else would steer a terminal or turn the direction of writing, else itself.
  fileprivate var harmless: Unicode.Scalar {
    switch self {
    case "\t", "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}": return " "
    default: break
    }
    if (0x20..<0x7F).contains(value) { return self }
    switch properties.generalCategory {
    case .control, .format, .privateUse, .unassigned, .surrogate: return "\u{FFFD}"
    default: return self
    }
  }
}

extension StringProtocol {
  /// The terminal cells that the text takes in one line. Linear.
  var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }

  /// The text as one line in which nothing steers a terminal or hides from a reader. Linear.
  var singleLine: String {
    var line = String.UnicodeScalarView()
    for scalar in unicodeScalars { line.append(scalar.harmless) }
    return String(line)
  }

  /// The text cut to so many cells, `…` at the end where something was left out.
  func truncated(toWidth width: Int) -> String {
    guard displayWidth > width else { return String(self) }
    var cut = ""
    var used = 0
    for character in self {
      let columns = String(character).displayWidth
      guard used + columns < width else { break }
      cut.append(character)
      used += columns
    }
    return width > 0 ? cut + "…" : ""
  }
}
