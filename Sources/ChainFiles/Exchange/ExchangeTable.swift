/// A table of a definition with its rows.
public struct ExchangeTable: Hashable, Sendable {
  /// Its name and columns.
  public let shape: ExchangeShape
  /// The cells of each row, one a column; blank ones are empty.
  public var rows: [[String]]

  /// Adds a row of the values that columns have; the others are blank.
  mutating func add(_ values: [String: String]) {
    rows.append(shape.columns.map { values[$0.key] ?? "" })
  }

  init(_ shape: ExchangeShape, rows: [[String]] = []) {
    self.shape = shape
    self.rows = rows
  }

  /// The table as CSV with a header of the columns' keys.
  ///
  /// A text that a spreadsheet would take for a formula has an apostrophe in front, and so has one
  /// that begins with an apostrophe; `SheetRows` takes it off.
  public func csv() -> String {
    CSVText.text([shape.columns.map(\.key)] + rows.map { $0.map(\.guarded) })
  }
}

extension String {
  private static let guardedStarts = "=+-@'\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars

  /// The text behind an apostrophe where a spreadsheet would take it for something else.
  var guarded: String {
    unicodeScalars.first.map(Self.guardedStarts.contains) == true ? "'" + self : self
  }

  /// The text as a cell of a workbook holds it: no cell there is a formula, but an import takes an
  /// apostrophe off, so that one that belongs to the text gets another.
  public var inWorkbook: String { unguarded == self ? self : "'" + self }

  /// The text without the apostrophe of `guarded`.
  var unguarded: String {
    let scalars = unicodeScalars
    guard scalars.first == "'", let next = scalars.dropFirst().first,
      Self.guardedStarts.contains(next)
    else { return self }
    return String(scalars.dropFirst())
  }
}
