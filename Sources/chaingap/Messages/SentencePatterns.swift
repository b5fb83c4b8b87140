/// Sentences of another program with gaps in them, and what they are in Chinese.
struct SentencePatterns {
  private let patterns: [(english: [String], chinese: String)]
  /// What stands between names in a row.
  private let separators: [String]

  /// Takes sentences in which each `%` is a gap; the Chinese names them `$1`, `$2`, ….
  init(separators: [String], _ sentences: [(english: String, chinese: String)]) {
    self.separators = separators
    patterns = sentences.map { sentence in
      (
        sentence.english.split(separator: "%", omittingEmptySubsequences: false).map(String.init),
        sentence.chinese
      )
    }
  }

  /// The Chinese of a text that is one of the sentences, the first that fits; else `nil`.
  func chinese(for text: String) -> String? {
    for (english, chinese) in patterns {
      guard let gaps = Self.gaps(in: text, between: english) else { continue }
      return gaps.enumerated().reduce(chinese) { sentence, gap in
        sentence.replacing("$\(gap.offset + 1)", with: list(gap.element))
      }
    }
    return nil
  }

  /// What stands between some pieces that make up a text, each as short as it can be.
  private static func gaps(in text: String, between pieces: [String]) -> [String]? {
    guard let first = pieces.first, let last = pieces.last, text.hasPrefix(first) else {
      return nil
    }
    guard pieces.count > 1 else { return text == first ? [] : nil }
    var rest = text.dropFirst(first.count)
    var gaps: [String] = []
    for piece in pieces.dropFirst().dropLast() {
      guard let place = rest.firstRange(of: piece) else { return nil }
      gaps.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    guard rest.hasSuffix(last) else { return nil }
    return gaps + [String(rest.dropLast(last.count))]
  }

  /// Names in a row as Chinese sets them: `a', 'b' or 'c` is `a、b、c`.
  private func list(_ names: String) -> String {
    separators.reduce(names) { $0.replacing($1, with: "、") }
  }
}
