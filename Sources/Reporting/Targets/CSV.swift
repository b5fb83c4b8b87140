import TerminalText

/// Tables that a spreadsheet opens right: UTF-8 with a byte order mark, RFC 4180, CRLF.
enum CSV {
  /// A cell of a table.
  enum Cell: Hashable, Sendable {
    case text(String)
    case number(Double)
    case blank
  }

  static func document(header: [String], rows: [[Cell]]) -> String {
    "\u{FEFF}"
      + ([header.map(Cell.text)] + rows).map { row in
        row.map(encoded).joined(separator: ",") + "\r\n"
      }.joined()
  }

  private static func encoded(_ cell: Cell) -> String {
    switch cell {
    case .blank: ""
    case .number(let value): Numbers.plain(value)
    case .text(let text): quoted(disarmed(text.terminalSafe))
    }
  }

  /// Text that a spreadsheet would take for a formula gets an apostrophe in front, blanks before
  /// the sign or not; control characters, a tab among them, are pictures by now.
  ///
  /// Source: OWASP on CSV injection; the full-width signs are read as formulas by Chinese editions.
  private static func disarmed(_ text: String) -> String {
    let first = text.unicodeScalars.first { scalar in
      !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
    }
    guard let first else { return text }
    let dangerous: Set<Unicode.Scalar> = [
      "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]
    return dangerous.contains(first) ? "'" + text : text
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes =
      text.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
      || text.hasPrefix(" ") || text.hasSuffix(" ")
    guard needsQuotes else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

extension Numbers {
  /// A number for programs: no grouping, six decimals at most.
  static func plain(_ value: Double) -> String {
    decimal(value, places: 6).filter { $0 != "," }
  }

  /// A number to six decimals, which hides what differs between processors.
  static func rounded(_ value: Double) -> Double {
    let rounded = (value * 1e6).rounded() / 1e6
    return rounded == 0 ? 0 : rounded
  }
}
