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
    // A line must not begin as a list, a rule or a quotation.
    if let first = safe.first, "+-=".contains(first) { safe = "\\" + safe }
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
