import Diagnostics
import IndustryChain

/// Phrases that the findings share, in both languages.
extension LocalizedText {
  /// Joins the two wordings of a finding.
  init(_ english: String, _ chinese: String) {
    self.init(english: english, chinese: chinese)
  }

  /// "write `valve`".
  static func write(_ name: String) -> Self { Self("write `\(name)`", "改为 `\(name)`") }

  /// "use one of `material`, `component`".
  static func oneOf(_ words: some Sequence<String>) -> Self {
    let quoted = words.map { "`\($0)`" }
    return Self(
      "use one of " + quoted.joined(separator: ", "),
      "请用以下之一：" + quoted.joined(separator: "、"))
  }

  /// Where the first of two things stands.
  static let firstStandsHere = Self("the first stands here", "第一处在这里")
}

extension Diagnostic.Note {
  /// A note in both languages.
  init(_ english: String, _ chinese: String, at location: Diagnostic.Location? = nil) {
    self.init(LocalizedText(english, chinese), at: location)
  }

  /// Where the first of two things stands.
  static func firstStandsHere(_ location: Diagnostic.Location) -> Self {
    Self(.firstStandsHere, at: location)
  }
}

extension Fix {
  /// Writes another word where one stands; `nil` where the file does not hold the word as it was
  /// read, so that nothing but the word would go.
  static func writing(
    _ replacement: String, for word: Located<String>, _ applicability: Applicability
  ) -> Self? {
    guard word.standsAsRead else { return nil }
    return Self(
      .write(replacement), applicability, edits: [TextEdit(word.range, with: replacement)])
  }

  /// Writes the nearest of some names, where one is near.
  ///
  /// `surest` is how sure it can be at best, where no other name is as near.
  static func writing(
    _ match: NearestMatch?, for word: Located<String>, atBest surest: Applicability
  ) -> Self? {
    guard let match else { return nil }
    return writing(match.name, for: word, match.isUnmistakable ? surest : .likely)
  }
}

extension Located where Value == String {
  /// Whether the range holds the text letter for letter, perhaps in quotes.
  var standsAsRead: Bool {
    let length = range.end.column - range.start.column
    let count = value.unicodeScalars.count
    return range.start.line == range.end.line && (length == count || length == count + 2)
  }
}

extension Sequence<String> {
  /// Names in a row as Chinese sets them: `“a”、“b”`.
  var chineseList: String { map { "“\($0)”" }.joined(separator: "、") }
}

extension String {
  /// Chinese put together from parts, with a blank where code in backticks meets a character.
  init(chinese parts: String...) {
    self = parts.reduce(into: "") { text, part in
      guard let before = text.unicodeScalars.last, let after = part.unicodeScalars.first else {
        text += part
        return
      }
      let meets =
        before == "`" && after.isChineseCharacter || before.isChineseCharacter && after == "`"
      text += (meets ? " " : "") + part
    }
  }

  /// The text, cut where it is too long for a message.
  var shortened: String {
    unicodeScalars.count <= 60 ? self : String(unicodeScalars.prefix(59)) + "…"
  }
}

extension Unicode.Scalar {
  fileprivate var isChineseCharacter: Bool { ("\u{4E00}"..."\u{9FFF}").contains(self) }
}

extension Double {
  /// The number without the noise of its last digits.
  var shortened: String { String((self * 1e6).rounded() / 1e6) }
}
