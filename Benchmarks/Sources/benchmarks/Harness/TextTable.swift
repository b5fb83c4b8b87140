/// Rows of cells written below each other, numbers flush right.
struct TextTable {
  private var rows: [[String]]

  init(header: [String]) { rows = [header] }

  mutating func append(_ row: [String]) { rows.append(row) }

  /// The table in Markdown, its columns aligned.
  var markdown: String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    var lines = rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        String(repeating: " ", count: width - cell.count) + cell
      }
      return "| " + cells.joined(separator: " | ") + " |"
    }
    let rules = widths.map { String(repeating: "-", count: max(0, $0 - 1)) + ":" }
    lines.insert("| " + rules.joined(separator: " | ") + " |", at: 1)
    return lines.joined(separator: "\n")
  }
}

extension Double {
  /// The number with so many digits after the point.
  func fixed(_ digits: Int) -> String {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    let text = String(Int((self * scale).rounded()))
    guard digits > 0 else { return text }
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    return padded.dropLast(digits) + "." + padded.suffix(digits)
  }

  /// The power of ten of a small number: `3e-16`; nothing for 0.
  var exponent10: String {
    guard self > 0 else { return "0" }
    var exponent = 0
    var rest = self
    while rest < 1 {
      rest *= 10
      exponent -= 1
    }
    return "\(Int(rest))e\(exponent)"
  }
}

extension Int {
  /// The number with a comma before each three digits.
  var grouped: String {
    var text = String(magnitude)
    var groups: [Substring] = []
    while text.count > 3 {
      groups.insert(text.suffix(3), at: 0)
      text.removeLast(3)
    }
    return (self < 0 ? "-" : "") + ([Substring(text)] + groups).joined(separator: ",")
  }
}
