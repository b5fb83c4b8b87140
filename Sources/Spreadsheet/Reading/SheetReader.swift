import XMLEvents

/// Collects the cells of one sheet from what its part says.
final class SheetReader {
  private let name: String
  private let texts: [String]
  private let dateStyles: [Bool]
  private let countsFrom1904: Bool
  private let limit: Int
  private let textLimit: Int

  private(set) var cells: [CellContent] = []
  /// The bytes of all texts in cells, a shared one counted in each.
  private(set) var textLength = 0
  private var merged: [(first: CellPlace, last: CellPlace)] = []
  private var row = 0
  private var column = 0
  private var cell: Cell?
  private var isValue = false

  /// A cell on the way.
  private struct Cell {
    let place: CellPlace
    let type: String
    let style: Int
    var value = ""
    var inline = TextCollector()
    var isFormula = false
    var hasValue = false

    /// Whether a formula was never worked out; one that gave an empty text was.
    var isUnsavedFormula: Bool { isFormula && value.isEmpty && !(type == "str" && hasValue) }
  }

  init(
    name: String, texts: [String], dateStyles: [Bool], countsFrom1904: Bool, limit: Int,
    textLimit: Int
  ) {
    self.name = name
    self.texts = texts
    self.dateStyles = dateStyles
    self.countsFrom1904 = countsFrom1904
    self.limit = limit
    self.textLimit = textLimit
  }

  func take(_ event: XMLEvent) throws {
    switch event {
    case .start("row", let attributes): try beginRow(attributes["r"])
    case .start("c", let attributes): try beginCell(attributes)
    case .end("c"): try endCell()
    case .start("f", _): cell?.isFormula = true
    case .start("v", _):
      isValue = true
      cell?.hasValue = true
    case .end("v"): isValue = false
    case .start("mergeCell", let attributes): try addMerged(attributes["ref"] ?? "")
    case .text(let piece) where isValue: cell?.value += piece
    default: cell?.inline.take(event)
    }
  }

  /// The sheet, whose merged cells all have the value of the first: that is what a person means who
  /// writes a text once for several rows.
  ///
  /// Only rows and columns count that have a cell of their own: the others hold nothing to begin with.
  ///
  /// - Throws: `WorkbookReadError` where two cells stand in one place, or there are too many.
  func content() throws -> SheetContent {
    let own = try sorted()
    guard !merged.isEmpty, let lastRow = own.last?.place.row,
      let lastColumn = own.map(\.place.column).max()
    else { return SheetContent(name: name, cells: own) }
    let rows = Set(own.map(\.place.row))
    var byPlace = Dictionary(uniqueKeysWithValues: own.map { ($0.place, $0) })
    var filled: [String] = []
    var visitedCount = 0
    for (first, last) in merged {
      guard let cell = byPlace[first], cell.value.isKnown else { continue }
      let (end, width) = (min(last.row, lastRow), min(last.column, lastColumn) - first.column + 1)
      guard end >= first.row, width > 0 else { continue }
      // Ranges that overlap, as no program writes them, take time without giving cells.
      visitedCount += (end - first.row + 1) * width
      guard visitedCount <= limit else { throw WorkbookReadError.tooManyCells(sheet: name) }
      let before = byPlace.count
      for row in first.row...end where rows.contains(row) {
        for column in first.column..<first.column + width {
          let place = CellPlace(row: row, column: column)
          guard byPlace[place] == nil else { continue }
          byPlace[place] = CellContent(place: place, value: cell.value)
          if case .text(let text) = cell.value { textLength += text.utf8.count }
        }
        guard byPlace.count <= limit else { throw WorkbookReadError.tooManyCells(sheet: name) }
        guard textLength <= textLimit else { throw WorkbookReadError.tooLarge }
      }
      if byPlace.count > before { filled.append("\(first):\(last)") }
    }
    return SheetContent(
      name: name, cells: byPlace.values.sorted { $0.place < $1.place }, merged: filled)
  }

  private func addMerged(_ range: String) throws {
    let places = range.split(separator: ":", omittingEmptySubsequences: false).map {
      CellPlace(String($0))
    }
    guard let first = places.first ?? nil, let last = places.last ?? nil, places.count <= 2,
      first.row <= last.row, first.column <= last.column
    else { throw WorkbookReadError.place(sheet: name, String(range.unicodeScalars.prefix(60))) }
    merged.append((first, last))
  }

  /// The cells by row and column.
  ///
  /// - Throws: `WorkbookReadError` where two stand in one place.
  private func sorted() throws -> [CellContent] {
    let isSorted = zip(cells, cells.dropFirst()).allSatisfy { $0.place < $1.place }
    if isSorted { return cells }
    let sorted = cells.sorted { $0.place < $1.place }
    for (cell, next) in zip(sorted, sorted.dropFirst()) where cell.place == next.place {
      throw WorkbookReadError.value(sheet: name, cell.place, next.text)
    }
    return sorted
  }

  private func beginRow(_ number: String?) throws {
    if let number {
      guard let place = Int(number), place > 0, place <= CellPlace.rowLimit else {
        throw WorkbookReadError.place(sheet: name, String(number.unicodeScalars.prefix(60)))
      }
      row = place
    } else {
      row += 1
    }
    column = 0
  }

  private func beginCell(_ attributes: XMLAttributes) throws {
    let place: CellPlace
    if let text = attributes["r"] {
      guard let given = CellPlace(text) else {
        throw WorkbookReadError.place(sheet: name, String(text.unicodeScalars.prefix(60)))
      }
      place = given
    } else {
      place = CellPlace(row: row, column: column + 1)
    }
    guard place.row >= 1, place.row <= CellPlace.rowLimit, place.column <= CellPlace.columnLimit
    else { throw WorkbookReadError.place(sheet: name, "\(place)") }
    (row, column) = (place.row, place.column)
    cell = Cell(
      place: place, type: attributes["t"] ?? "n",
      style: attributes["s"].flatMap(Int.init) ?? 0)
  }

  private func endCell() throws {
    guard let cell else { return }
    self.cell = nil
    isValue = false
    guard let value = try value(of: cell) ?? (cell.isUnsavedFormula ? .unsaved : nil) else {
      return
    }
    guard cells.count < limit else { throw WorkbookReadError.tooManyCells(sheet: name) }
    // A long text that cells share is small in the file and large in a table.
    if case .text(let text) = value { textLength += text.utf8.count }
    guard textLength <= textLimit else { throw WorkbookReadError.tooLarge }
    cells.append(CellContent(place: cell.place, value: value, isFormula: cell.isFormula))
  }

  /// What a cell shows; `nil` where it shows nothing.
  private func value(of cell: Cell) throws -> CellContent.Value? {
    func text(_ text: String) -> CellContent.Value? { text.isEmpty ? nil : .text(text) }
    func refused() -> WorkbookReadError {
      .value(sheet: name, cell.place, String(cell.value.unicodeScalars.prefix(60)))
    }
    if cell.type == "inlineStr" { return text(cell.inline.text.unescapedFromWorkbook) }
    if cell.value.isEmpty { return nil }
    switch cell.type {
    case "s":
      guard let index = Int(cell.value), texts.indices.contains(index) else { throw refused() }
      return text(texts[index])
    case "str": return text(cell.value.unescapedFromWorkbook)
    case "b":
      guard ["0", "1", "true", "false"].contains(cell.value) else { throw refused() }
      return .boolean(["1", "true"].contains(cell.value))
    case "e": return .error(cell.value)
    case "d":
      return .date(cell.value.hasSuffix("T00:00:00") ? String(cell.value.dropLast(9)) : cell.value)
    case "n":
      guard let number = Double(cell.value), number.isFinite else { throw refused() }
      if dateStyles.indices.contains(cell.style), dateStyles[cell.style],
        let date = SerialDate.text(number, countsFrom1904: countsFrom1904)
      {
        return .date(date)
      }
      return .number(number.shortest)
    default: throw refused()
    }
  }
}

extension CellContent.Value {
  /// Whether the cell shows something that others may take over.
  fileprivate var isKnown: Bool {
    switch self {
    case .text, .number, .boolean, .date: true
    case .error, .unsaved: false
    }
  }
}

extension Double {
  /// The shortest spelling that reads back as the same number; whole numbers without a point.
  var shortest: String {
    if abs(self) < 1e15, self == rounded() { return String(Int(self)) }
    return description
  }
}
