import TerminalText

/// A table for a terminal, aligned by the cells that characters take there.
public struct TerminalTable: Sendable {
  /// The escape sequences of headings; the plain style has none.
  public struct Style: Hashable, Sendable {
    private let begin: String
    private let end: String

    /// No sequences: for pipes and files.
    public static let plain = Style(begin: "", end: "")
    /// Bold headings.
    public static let ansi = Style(begin: "\u{1B}[1m", end: "\u{1B}[0m")

    func heading(_ text: String) -> String { begin + text + end }
  }

  let columns: [(title: String, isNumber: Bool)]
  let rows: [[String]]

  /// The lines of the table; where they are wider than the terminal, the widest columns are cut.
  func text(columnCount: Int?, style: Style) -> String {
    let cells = rows.map { $0.map { $0.isEmpty ? "—" : $0.terminalSafe } }
    var widths = columns.indices.map { column in
      (cells.map { $0[column].displayWidth } + [columns[column].title.displayWidth]).max() ?? 0
    }
    if let columnCount {
      let gaps = 2 * (columns.count - 1)
      while widths.reduce(gaps, +) > columnCount,
        let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 8
      {
        widths[widest] -= 1
      }
    }
    func line(_ texts: [String]) -> String {
      let padded = zip(zip(texts, widths), columns).map { cell, column in
        cell.0.cut(toWidth: cell.1).padded(
          toWidth: cell.1, alignment: column.isNumber ? .right : .left)
      }
      var line = padded.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
    let heading = style.heading(line(columns.map(\.title)))
    return ([heading] + cells.map(line)).map { $0 + "\n" }.joined()
  }
}
