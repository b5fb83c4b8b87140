import TerminalText

/// Breaks names into lines: Latin text between words, Chinese between any two characters.
enum LabelWrapping {
  /// The lines of a text, each at most `width` half-width columns wide unless one word is wider.
  static func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words(of: text) {
      let wordWidth = word.displayWidth
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

  /// Parts with a dot between them, broken between parts only.
  static func lines(joining parts: [String], width: Int) -> [String] {
    parts.reduce(into: [String]()) { lines, part in
      guard let last = lines.last, (last + " · " + part).displayWidth <= width else {
        lines.append(part)
        return
      }
      lines[lines.count - 1] = last + " · " + part
    }
  }

  /// What must stay together: a run of narrow characters, one wide character with the closing
  /// punctuation after it, a space.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var isNarrowRun = false
    for character in text {
      let isSpace = character.isWhitespace
      let isWide = String(character).displayWidth == 2
      let closes = "),.;:。、》”’\u{FF09}\u{FF0C}\u{FF1A}\u{FF1B}".contains(character)
      if !words.isEmpty, closes || (isNarrowRun && !isWide && !isSpace) {
        words[words.count - 1].append(character)
      } else {
        words.append(isSpace ? " " : String(character))
      }
      isNarrowRun = !isWide && !isSpace
    }
    return words
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var part = self[...]
    while part.last == " " { part.removeLast() }
    return String(part)
  }
}
