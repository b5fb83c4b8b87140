/// Breaks names into lines: Latin text between words, Chinese between any two characters.
enum LabelWrapping {
  /// The lines of a text, each at most `width` half-width columns wide unless one word is wider.
  static func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words(of: text) {
      let wordWidth = word.reduce(0) { $0 + columns(of: $1) }
      if used > 0, used + wordWidth > width {
        lines.append(line.trimmingSpaces)
        (line, used) = ("", 0)
      }
      if used == 0, word == " " { continue }
      line += word
      used += wordWidth
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line.trimmingSpaces) }
    return lines
  }

  /// What must stay together: a run of narrow characters, one wide character with the closing
  /// punctuation after it, a space.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var isNarrowRun = false
    for character in text {
      let isSpace = character.isWhitespace
      let isWide = columns(of: character) == 2
      let closes = "),。、;:)》”’".contains(character)
      if !words.isEmpty, closes || (isNarrowRun && !isWide && !isSpace) {
        words[words.count - 1].append(character)
      } else {
        words.append(isSpace ? " " : String(character))
      }
      isNarrowRun = !isWide && !isSpace
    }
    return words
  }

  /// 2 for characters that take the width of a Chinese one, else 1.
  private static func columns(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first?.value else { return 0 }
    switch scalar {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      return 1
    }
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var part = self[...]
    while part.last == " " { part.removeLast() }
    return String(part)
  }
}
