import Diagnostics

/// The rows of a table that somebody brings, the header first; a cell with a control character is blank.
///
/// A row is made when it is asked for: kept, they would take ten times the room of their text.
struct ExchangeRows: RandomAccessCollection, Sendable {
  private let table: CSVTable
  private let hasControlCharacters: Bool
  /// How many rows of the table stand above the header.
  private var offset = 0

  init(_ table: CSVTable) {
    self.table = table
    hasControlCharacters = table.diagnostics.contains { $0.id == Rule.controlCharacter.id }
  }

  var startIndex: Int { 0 }
  var endIndex: Int { table.rowCount - offset }

  /// O(length of the row).
  subscript(index: Int) -> [Located<String>] {
    (0..<width(of: index)).map { cell($0, of: index) }
  }

  /// A cell of a row, O(its length).
  func cell(_ place: Int, of index: Int) -> Located<String> {
    let cell = table.row(index + offset)[place].located
    guard hasControlCharacters, cell.value.firstControlCharacter != nil else { return cell }
    return Located(value: "", range: cell.range)
  }

  /// The number of cells in a row.
  func width(of index: Int) -> Int { table.row(index + offset).count }

  /// Whether nothing stands in a cell of a row.
  func isBlank(_ place: Int, of index: Int) -> Bool { table.row(index + offset)[place].isBlank }

  /// Leaves out rows from the first on.
  mutating func removeFirst(_ count: Int) { offset += count }
}
