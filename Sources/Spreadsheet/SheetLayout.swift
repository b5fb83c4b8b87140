import TerminalText

/// How wide columns are and how tall rows, worked out here since not every program does on opening.
///
/// Widths are in digits of the standard font; a Chinese character is two.
struct SheetLayout {
  /// The widths of columns that keep to one line.
  static let widths = 8...60
  /// The widths of columns whose text is broken into lines.
  static let wrappedWidths = 8...40
  /// So wide together may printed columns be: on A4 across, letters are then about as large as in
  /// a newspaper.
  static let pageWidth = 205
  /// No printed column becomes narrower than this for the sake of the page.
  static let narrowestWidth = 14
  /// A link is shown in one line by some programs; beyond this it may be cut.
  static let linkWidth = 22
  /// A heading is broken into no more than so many lines.
  static let headingLines = 4
  /// A row is no taller than so many lines, which is what the format allows.
  static let rowLines = 26

  private let sheet: Sheet
  /// The width of each column.
  let columnWidths: [Int]

  /// Measures a sheet; linear in its text.
  init(of sheet: Sheet) {
    self.sheet = sheet
    let columns = sheet.columns.indices.map { Column(of: sheet, $0) }
    let printed = columns.filter(\.isWrapped)
    // The widest columns give way first, all to the same width.
    let limit = Self.wrappedWidths.reversed().first { limit in
      limit <= Self.narrowestWidth
        || printed.reduce(0) { $0 + $1.width(upTo: limit) } <= Self.pageWidth
    }
    columnWidths = columns.map { column in
      column.width(upTo: column.isWrapped ? limit ?? Self.narrowestWidth : Self.widths.upperBound)
    }
  }

  /// How many lines the tallest heading takes.
  var headingLineCount: Int {
    zip(sheet.columns, columnWidths).map { Self.lineCount(of: $0, width: $1 - 3) }
      .reduce(1) { min(Self.headingLines, max($0, $1)) }
  }

  /// How many lines a row takes whose text is broken into its columns.
  func lineCount(ofRow row: Int) -> Int {
    zip(sheet.rows[row], columnWidths).enumerated().map { column, cell in
      guard sheet.isWrapped(column), let text = cell.0.text else { return 1 }
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .reduce(0) { $0 + Self.lineCount(of: String($1), width: cell.1 - 2) }
    }.reduce(1) { min(Self.rowLines, max($0, $1)) }
  }

  /// The lines that a text breaks into: words stay whole, between wide characters it may break.
  private static func lineCount(of text: String, width: Int) -> Int {
    var (lines, used, word) = (1, 0, 0)
    func place(_ cells: Int) {
      if used + cells > width, used > 0 { (lines, used) = (lines + 1, 0) }
      let overflow = max(0, cells - 1) / max(1, width)
      (lines, used) = (lines + overflow, used + cells - overflow * width)
    }
    for scalar in text.unicodeScalars {
      let cells = scalar.displayWidth
      if scalar != " ", cells < 2 {
        word += cells
        continue
      }
      place(word)
      word = 0
      if scalar == " " { used += 1 } else { place(cells) }
    }
    place(word)
    return lines
  }
}

extension SheetLayout {
  /// What a column needs.
  private struct Column {
    let isWrapped: Bool
    /// The room of what cannot be broken: the heading's longest word, numbers, links.
    let needed: Int
    /// The room of its longest text.
    let wanted: Int

    init(of sheet: Sheet, _ column: Int) {
      isWrapped = sheet.isWrapped(column)
      // A filter's button takes the room of three digits.
      let title = sheet.columns[column]
      let longestWord = title.split(separator: " ").map(\.displayWidth).max() ?? 0
      let lines = SheetLayout.headingLines
      let heading = max(min(longestWord, 16), (title.displayWidth + lines - 1) / lines) + 3
      var (texts, numbers) = (0, 0)
      for row in sheet.rows where column < row.count {
        let width = row[column].displayWidth
        switch row[column] {
        case .text, .literal: texts = max(texts, width)
        case .number: numbers = max(numbers, width)
        case .link:
          texts = max(texts, width)
          numbers = max(numbers, min(width, SheetLayout.linkWidth))
        case .blank: break
        }
      }
      needed = max(heading, numbers > 0 ? numbers + 3 : 0, SheetLayout.widths.lowerBound)
      wanted = texts > 0 ? texts + 3 : 0
    }

    func width(upTo limit: Int) -> Int {
      min(max(needed, min(wanted, limit)), SheetLayout.widths.upperBound)
    }
  }
}
