import TerminalText

/// One table under a tab: a heading that stays in sight, filters, rows.
public struct Sheet: Hashable, Sendable {
  /// What a cell holds.
  ///
  /// There is no formula, so none can come from data.
  public enum Value: Hashable, Sendable {
    /// Nothing.
    case blank
    /// Text as it is, whatever sign it begins with; control characters are shown as `�`.
    case text(String)
    /// A number; infinities and NaN are left blank.
    case number(Double, NumberStyle)
    /// Text that opens a file, named by its path from the workbook's folder.
    case link(String, path: String)
  }

  /// How a number is shown.
  public enum NumberStyle: CaseIterable, Hashable, Sendable {
    /// `1,234`
    case count
    /// `1,234.56`
    case money
    /// `0.123` as `12.3%`
    case percent
    /// `43.2`
    case points
    /// As many digits as it has.
    case plain

    var format: String {
      switch self {
      case .count: "#,##0"
      case .money: "#,##0.00"
      case .percent: "0.0%"
      case .points: "0.0"
      case .plain: "General"
      }
    }
  }

  /// The name on the tab.
  public var name: String
  /// The headings.
  public var columns: [String]
  /// The rows; a row may be shorter than the heading.
  public var rows: [[Value]]
  /// So many columns stay in sight at the left.
  public var frozenColumnCount: Int
  /// So many columns are printed, on pages as wide as they, and their text is broken into lines.
  ///
  /// `nil` for all. The others keep to one line.
  public var printedColumnCount: Int?

  /// A sheet of rows under headings.
  public init(
    name: String, columns: [String], rows: [[Value]], frozenColumnCount: Int = 0,
    printedColumnCount: Int? = nil
  ) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.frozenColumnCount = frozenColumnCount
    self.printedColumnCount = printedColumnCount
  }
}

extension Sheet {
  /// The widths that columns may have, in digits of the standard font; a Chinese character is two.
  static let widths = 8...60
  /// The same for columns whose text is broken into lines.
  static let wrappedWidths = 8...40
  /// A heading is broken into no more than so many lines.
  static let headingLines = 3

  /// How wide a column is: its widest cell, and a heading that may break into lines.
  func width(ofColumn column: Int) -> Int {
    // A filter's button takes the room of three digits.
    let title = columns[column]
    let longestWord = title.split(separator: " ").map(\.displayWidth).max() ?? 0
    let heading =
      max(min(longestWord, 16), (title.displayWidth + Self.headingLines - 1) / Self.headingLines)
      + 3
    let content = rows.lazy.filter { column < $0.count }.map { $0[column].displayWidth }.max() ?? 0
    let widths = isWrapped(column) ? Self.wrappedWidths : Self.widths
    return min(max(heading, content + 3, widths.lowerBound), widths.upperBound)
  }

  /// Whether a column's text is broken into lines.
  func isWrapped(_ column: Int) -> Bool { column < printedColumnCount ?? .max }

  /// How many lines the tallest heading takes.
  func headingLineCount(widths: [Int]) -> Int {
    zip(columns, widths).map { Self.lineCount(of: $0, width: $1 - 3) }
      .reduce(1) { min(Self.headingLines, max($0, $1)) }
  }

  /// How many lines a row takes whose text is broken into columns of some widths.
  ///
  /// Said in the file, since not every program works it out on opening.
  func lineCount(ofRow row: Int, widths: [Int]) -> Int {
    zip(rows[row], widths).enumerated().map { column, cell in
      guard isWrapped(column), case .text(let text) = cell.0 else { return 1 }
      return Self.lineCount(of: text, width: cell.1 - 2)
    }.reduce(1) { min(Self.rowLines, max($0, $1)) }
  }

  /// A row is no taller than so many lines, which is what the format allows.
  static let rowLines = 26

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

extension Sheet.Value {
  /// The cells that a value takes in digits of the standard font.
  var displayWidth: Int {
    switch self {
    case .blank: 0
    case .text(let text), .link(let text, _): text.displayWidth
    case .number(let number, let style):
      // Whole digits, a comma for every three, and what stands behind the point.
      if number.isFinite {
        switch style {
        case .count, .money: Self.wholeWidth(number) + (style == .money ? 3 : 0)
        case .percent, .points: 7
        case .plain: min(9, String(number).count)
        }
      } else {
        0
      }
    }
  }

  private static func wholeWidth(_ number: Double) -> Int {
    var (width, rest) = (1, abs(number))
    while rest >= 10, width < 24 { (width, rest) = (width + 1, rest / 10) }
    return width + (width - 1) / 3 + (number < 0 ? 1 : 0)
  }

  /// The most UTF-16 units that a cell holds.
  static let longestText = 32_767

  /// A text as a cell can hold it: one line without anything invisible, cut where it is too long.
  static func safe(_ text: String) -> String {
    let line = text.singleLine
    guard line.utf16.count > longestText else { return line }
    var (safe, length) = ("", 0)
    for character in line {
      length += character.utf16.count
      guard length < longestText else { break }
      safe.append(character)
    }
    return safe + "…"
  }

  /// Whether a text would become a formula if somebody opened the cell and closed it again: such
  /// cells are given the format of text, in which it stays what it is.
  static func looksLikeFormula(_ text: String) -> Bool {
    let start = text.unicodeScalars.first {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint && $0 != "\u{FFFD}"
    }
    return start.map("=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains) ?? false
  }
}
