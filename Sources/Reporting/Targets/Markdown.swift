import TerminalText

/// Text from data as Markdown shows it and never as markup.
enum Markdown {
  /// One line of literal text: whatever Markdown or HTML would read is escaped.
  static func escaped(_ text: String) -> String {
    var safe = ""
    for scalar in text.terminalSafe.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "!", "$": safe += "\\\(scalar)"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    // A line must not begin as a list, a rule, a quotation or, far indented, as code.
    while safe.first?.isWhitespace == true { safe.removeFirst() }
    if let first = safe.first, "+-=".contains(first) { return "\\" + safe }
    let digits = safe.prefix { $0.isASCII && $0.isNumber }
    let rest = safe.dropFirst(digits.count)
    if !digits.isEmpty, rest.first == "." || rest.first == ")", rest.dropFirst().first ?? " " == " "
    {
      return digits + "\\" + rest
    }
    return safe
  }

  /// A table; the cells are literal text, columns of numbers stand at the right.
  static func table(
    header: [(title: String, isNumber: Bool)], rows: [[String]]
  ) -> String {
    let titles = header.map { escaped($0.title) }
    let rules = header.map { $0.isNumber ? "---:" : "---" }
    let lines = [titles, rules] + rows.map { $0.map { $0.isEmpty ? "—" : escaped($0) } }
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }
}
