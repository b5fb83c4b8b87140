import Diagnostics

extension TableVersion {
  /// The rows of another version in the columns of this one, so that a row that has not changed stands
  /// byte for byte as it does here; columns that only the other has come last.
  ///
  /// O(length of both) on average.
  ///
  /// - Returns: The text of the table, `nil` where this one has no commas between its cells.
  public func text(withRowsOf other: Self) -> String? {
    guard ExchangeSheet.separator(of: file.text) == "," else { return nil }
    let more = other.header.filter { column in !header.contains { $0.key == column.key } }
    let (head, pieces) = pieces()
    let lineEnd = head.hasSuffix("\r\n") ? "\r\n" : "\n"
    func line(_ cells: [String]) -> String {
      cells.map(CSVText.cell).joined(separator: ",") + lineEnd
    }
    let keys = (header + more).map(\.key)
    var text = more.isEmpty ? head : line((header + more).map(\.heading))
    var places = Dictionary(grouping: rows.indices.reversed()) { meanings(of: rows[$0]) }
    for row in other.rows {
      if more.isEmpty, let place = places[meanings(of: row)]?.popLast() {
        text += pieces[place]
      } else {
        text += line(keys.map { row[$0] })
      }
    }
    return text
  }

  /// The text of the header and of each row, every one with the end of its line.
  private func pieces() -> (head: String, rows: [String]) {
    var lines: [Substring.UTF8View] = []
    var rest = file.text.utf8[...]
    while let end = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      var next = rest.index(after: end)
      if rest[end] == 0x0D, next < rest.endIndex, rest[next] == 0x0A {
        next = rest.index(after: next)
      }
      lines.append(rest[..<next])
      rest = rest[next...]
    }
    if !rest.isEmpty { lines.append(rest) }
    func text(_ from: Int, _ to: Int) -> String {
      let text = lines[from..<to].map { String(Substring($0)) }.joined()
      return text.utf8.last == 0x0A || text.utf8.last == 0x0D ? text : text + "\n"
    }
    let starts = rows.map { $0.start.start.line - 1 } + [lines.count]
    return (text(0, starts[0]), zip(starts, starts.dropFirst()).map(text))
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
