import Diagnostics

extension TableVersion {
  /// The rows of another version in the columns of this one, so that a row that has not changed stands
  /// byte for byte as it does here; columns that only the other has come last, behind what
  /// stands in a row.
  ///
  /// O(length of both) on average.
  ///
  /// - Returns: The text of the table, `nil` where this one has no commas between its cells.
  public func text(withRowsOf other: Self) -> String? {
    guard ExchangeSheet.separator(of: file.text) == "," else { return nil }
    let more = other.header.filter { column in !header.contains { $0.key == column.key } }
    let pieces = pieces()
    let lineEnd = pieces[0].rest.hasPrefix("\r\n") ? "\r\n" : "\n"
    /// A row that is there, and what it gets behind its last column.
    func text(_ piece: Piece, _ extent: Extent, with added: [String]) -> String {
      guard !added.isEmpty else { return piece.text + piece.rest }
      let commas = String(repeating: ",", count: max(0, header.count - extent.width) + 1)
      return piece.text + commas + added.map(CSVText.cell).joined(separator: ",") + piece.rest
    }
    let keys = (header + more).map(\.key)
    let newKeys = Set(more.map(\.key))
    var result = text(pieces[0], headerExtent, with: more.map(\.heading))
    var places = Dictionary(grouping: rows.indices.reversed()) { meanings(of: rows[$0]) }
    for row in other.rows {
      let known = meanings(of: row).filter { !newKeys.contains($0.key) }
      let place = places[known]?.popLast()
      // A row with cells beyond the header has no room for another column.
      if let place, more.isEmpty || rows[place].extent.width <= header.count {
        result += text(pieces[place + 1], rows[place].extent, with: more.map { row[$0.key] })
      } else {
        result += keys.map { CSVText.cell(row[$0]) }.joined(separator: ",") + lineEnd
      }
    }
    return result
  }

  /// The text of a row without the end of its line, and what follows up to the next row.
  private struct Piece {
    let text: String
    let rest: String
  }

  /// The header and the rows.
  private func pieces() -> [Piece] {
    var lines: [Substring.UTF8View] = []
    var rest = file.text.utf8[...]
    while let end = rest.firstIndex(where: \.isLineEnd) {
      var next = rest.index(after: end)
      if rest[end] == 0x0D, next < rest.endIndex, rest[next] == 0x0A {
        next = rest.index(after: next)
      }
      lines.append(rest[..<next])
      rest = rest[next...]
    }
    if !rest.isEmpty { lines.append(rest) }
    func text(_ from: Int, _ to: Int) -> String {
      lines[from..<max(from, to)].map { String(Substring($0)) }.joined()
    }
    let starts = [0] + rows.map { $0.start.start.line - 1 } + [lines.count]
    let ends = [headerExtent.line] + rows.map(\.extent.line)
    return ends.indices.map { row in
      let whole = text(starts[row], ends[row]).utf8
      let end = whole.lastIndex { !$0.isLineEnd }.map(whole.index(after:)) ?? whole.startIndex
      let lineEnd = end == whole.endIndex ? "\n" : String(Substring(whole[end...]))
      return Piece(
        text: String(Substring(whole[..<end])), rest: lineEnd + text(ends[row], starts[row + 1]))
    }
  }

  /// What the cells of a row say, whatever way it is spelled.
  private func meanings(of row: Row) -> [String: String] {
    let shape = ExchangeShape.region.first { $0.key == (kind == .firms ? "firms" : "peers") }
    return Dictionary(
      uniqueKeysWithValues: row.cells.map { key, cell in
        let column = shape?.columns.first { $0.key == key }
        return (key, column?.meaning(of: cell.value.unguarded) ?? cell.value)
      })
  }
}

extension UInt8 {
  fileprivate var isLineEnd: Bool { self == 0x0A || self == 0x0D }
}
