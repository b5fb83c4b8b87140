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
    /// Text to be edited and read back: line breaks stay, and the cell keeps it as text.
    case literal(String)
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

  /// What a person who fills in the columns should know; empty where nobody does.
  public var guides: [ColumnGuide] = []

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
  /// Whether a column is printed, so that its text is broken into lines.
  func isWrapped(_ column: Int) -> Bool { column < printedColumnCount ?? .max }

  /// What a person who fills in a column should know.
  func guide(of column: Int) -> ColumnGuide {
    guides.indices.contains(column) ? guides[column] : ColumnGuide()
  }
}

extension Sheet.Value {
  /// The text that a value shows; `nil` for a number and for nothing.
  var text: String? {
    switch self {
    case .text(let text), .literal(let text), .link(let text, _): text
    case .blank, .number: nil
    }
  }

  /// The cells that a value takes in digits of the standard font.
  var displayWidth: Int {
    switch self {
    case .blank: 0
    case .text(let text), .link(let text, _): text.displayWidth
    case .literal(let text):
      text.split(separator: "\n").reduce(0) { max($0, String($1).displayWidth) }
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
