import Diagnostics

/// The names that a spreadsheet has for the cells of a table, `B7`, by where they begin in its text.
///
/// A cell takes 8 bytes: names are worked out when they are asked for.
struct CellNames: Sendable {
  private struct Start {
    let line: UInt32
    let column: UInt32
  }

  private var starts: [Start] = []
  /// How many cells stand before each row.
  private var rowStarts: [Int] = []

  /// The names of a table without cells.
  init() {}

  /// A row begins.
  mutating func beginRow() { rowStarts.append(starts.count) }

  /// The next cell of the row; they come in the order of the text.
  mutating func append(_ position: SourcePosition) {
    starts.append(
      Start(line: UInt32(clamping: position.line), column: UInt32(clamping: position.column)))
  }

  /// The name of the cell that begins at a place, `nil` where none does; O(log cells).
  func name(at position: SourcePosition) -> String? {
    let place = (UInt32(clamping: position.line), UInt32(clamping: position.column))
    let index = starts.firstIndexOfSorted { ($0.line, $0.column) >= place }
    guard index < starts.count, (starts[index].line, starts[index].column) == place else {
      return nil
    }
    let row = rowStarts.firstIndexOfSorted { $0 > index } - 1
    return Self.letters(index - rowStarts[row]) + "\(row + 1)"
  }

  /// Where the cell of a name begins, `nil` where there is none; O(length of the name).
  func position(of name: String) -> SourcePosition? {
    var (column, row) = (0, 0)
    for byte in name.utf8 {
      switch byte {
      case 0x41...0x5A where row == 0 && column < 1 << 20: column = column * 26 + Int(byte) - 0x40
      case 0x30...0x39 where column > 0 && row < 1 << 30: row = row * 10 + Int(byte) - 0x30
      default: return nil
      }
    }
    guard column > 0, row > 0, row <= rowStarts.count else { return nil }
    let end = row < rowStarts.count ? rowStarts[row] : starts.count
    let index = rowStarts[row - 1] + column - 1
    guard index < end else { return nil }
    return SourcePosition(line: Int(starts[index].line), column: Int(starts[index].column))
  }

  /// The letters of a column, from 0: `AB`.
  private static func letters(_ column: Int) -> String {
    var (rest, letters) = (column + 1, "")
    while rest > 0 {
      letters = String(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first element of a kind that all later ones are of, too; the end where none is.
  func firstIndexOfSorted(where isOfKind: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if isOfKind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
