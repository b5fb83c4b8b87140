import Testing

/// A table with quoted cells, read for tests only and independently of the loader.
enum QuotedTable {
  /// The rows as dictionaries by the header's names; a row of another width is an issue of the test
  /// that reads it.
  static func rows(of text: String) -> [[String: String]] {
    var rows: [[String]] = [[]]
    var cell = ""
    var isQuoted = false
    var rest = Substring(text)
    func next() -> Character? { rest.popFirst() }
    while let character = next() {
      switch (character, isQuoted) {
      case ("\"", true):
        if rest.first == "\"" {
          cell.append("\"")
          rest.removeFirst()
        } else {
          isQuoted = false
        }
      case ("\"", false): isQuoted = true
      case (",", false):
        rows[rows.count - 1].append(cell)
        cell = ""
      case ("\n", false), ("\r\n", false):
        rows[rows.count - 1].append(cell)
        cell = ""
        rows.append([])
      default: cell.append(character)
      }
    }
    if !cell.isEmpty || !rows[rows.count - 1].isEmpty { rows[rows.count - 1].append(cell) }
    guard let header = rows.first else { return [] }
    // The end of the last line begins a row that is none.
    let body = rows.dropFirst().filter { !$0.isEmpty }
    for row in body where row.count != header.count {
      Issue.record("a row of \(row.count) cells under \(header.count) names: \(row)")
    }
    return body.map { row in Dictionary(zip(header, row)) { first, _ in first } }
  }
}
