extension Character {
  /// The terminal cells that a character takes: 2 for East Asian wide ones, 0 for what joins the
  /// character before, else 1 (after Unicode UAX #11).
  var displayWidth: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x231A...0x231B, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default:
      return 1
    }
  }
}

extension String {
  /// The terminal cells that the text takes in one line.
  var displayWidth: Int { reduce(0) { $0 + $1.displayWidth } }

  /// The text cut to so many cells, an ellipsis in the last where something was cut.
  func cut(toWidth width: Int) -> String {
    guard displayWidth > width else { return self }
    var kept = ""
    var used = 0
    for character in self {
      guard used + character.displayWidth <= width - 1 else { break }
      kept.append(character)
      used += character.displayWidth
    }
    return kept + "…"
  }

  /// The text with spaces behind or before it up to so many cells.
  func padded(toWidth width: Int, isNumber: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - displayWidth))
    return isNumber ? spaces + self : self + spaces
  }

  /// The text in one line, with nothing in it that would steer a terminal.
  var withoutControls: String {
    var safe = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        safe.append(scalar == "\n" || scalar == "\t" ? " " : "\u{FFFD}")
      default: safe.append(scalar)
      }
    }
    return String(safe)
  }
}
