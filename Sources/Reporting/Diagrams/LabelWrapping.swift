import TerminalText

/// Breaks names into lines: Latin text between words, Chinese between any two characters.
public enum LabelWrapping {
  /// The lines of a text, each at most `width` half-width columns wide; a word that is wider goes on
  /// in the next line.
  public static func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words(of: text).flatMap({ pieces(of: $0, width: width) }) {
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

  /// The same number of lines, of about the same length: no line of one last letter.
  ///
  /// O(length × width).
  static func balancedLines(of text: String, width: Int) -> [String] {
    let greedy = lines(of: text, width: width)
    guard greedy.count > 1 else { return greedy }
    let longest = greedy.map(\.displayWidth).max() ?? width
    let longestWord = min(width, words(of: text).map(\.displayWidth).max() ?? 1)
    var best = greedy
    for narrower in stride(from: min(width, longest) - 1, through: longestWord, by: -1) {
      let lines = lines(of: text, width: narrower)
      guard lines.count == greedy.count else { break }
      best = lines
    }
    return best
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

  /// A word in pieces of at most `width` columns.
  private static func pieces(of word: String, width: Int) -> [String] {
    guard word.displayWidth > max(width, 12) else { return [word] }
    var pieces: [String] = [""]
    for character in word {
      if (pieces[pieces.count - 1] + String(character)).displayWidth > max(width, 12) {
        pieces.append("")
      }
      pieces[pieces.count - 1].append(character)
    }
    return pieces
  }

  /// What must stay together: a run of narrow characters, one wide character with the opening
  /// punctuation before it and the closing one after it, a space.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var isNarrowRun = false
    for character in text {
      let isSpace = character.isWhitespace
      let isWide = String(character).displayWidth == 2
      let closes = "),.;:。、》”’\u{FF09}\u{FF0C}\u{FF1A}\u{FF1B}".contains(character)
      let isOpened = words.last?.last.map { "(（《“‘「【".contains($0) } ?? false
      if !words.isEmpty, closes || (isOpened && !isSpace) || (isNarrowRun && !isWide && !isSpace) {
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
