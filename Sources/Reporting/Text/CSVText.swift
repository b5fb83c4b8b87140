import TerminalText

/// A table as comma-separated values that Excel opens as they are.
///
/// UTF-8 with a byte-order mark and CRLF, quoted as RFC 4180 says. No text can become a formula.
enum CSVText {
  /// One field.
  enum Field: Hashable, Sendable {
    case blank
    case number(Double)
    case text(String)
  }

  /// The rows as one file.
  static func file(_ rows: [[Field]]) -> String {
    "\u{FEFF}" + rows.map { $0.map(encode).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func encode(_ field: Field) -> String {
    switch field {
    case .blank: return ""
    case .number(let number): return NumberFormat.digits(number, significant: 6) ?? ""
    case .text(let text):
      let safe = disarmed(text)
      let needsQuotes = safe.unicodeScalars.contains { ",;\"\r\n".unicodeScalars.contains($0) }
      guard needsQuotes else { return safe }
      return "\""
        + safe.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
    }
  }

  /// The text with an apostrophe before whatever a spreadsheet would take for a formula.
  ///
  /// Blanks and invisible characters hide no sign, since imports trim them. Some spreadsheets split
  /// at semicolons whatever the quotes, so the text after one is looked at as well. Full-width
  /// signs count: some input methods and imports fold them.
  static func disarmed(_ text: String) -> String {
    var safe = ""
    // A tab or a line end at the start is a sign too, though none is left in a single line.
    var isStart = true
    if let first = text.unicodeScalars.first, first == "\t" || first == "\r" || first == "\n" {
      safe = "'"
      isStart = false
    }
    for scalar in text.singleLine.unicodeScalars {
      if isStart, "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(scalar) {
        safe += "'"
      }
      safe.unicodeScalars.append(scalar)
      let isBlank =
        scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
        || scalar == "\u{FFFD}"
      isStart = scalar == ";" || (isStart && isBlank)
    }
    return safe
  }
}
