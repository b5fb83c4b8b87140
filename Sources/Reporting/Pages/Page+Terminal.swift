import TerminalText

extension Page {
  /// The page for a terminal, aligned by the cells that its characters take.
  ///
  /// Nothing from data steers the terminal: the only escape sequences are the palette's.
  ///
  /// - Parameters:
  ///   - width: The cells of a line; longer text is wrapped, tables are cut. `nil` for no limit.
  ///   - palette: The dress.
  /// - Returns: The lines, each ended by a line feed.
  public func terminalText(width: Int? = nil, palette: TerminalPalette = .plain) -> String {
    let layout = TerminalLayout(width: width.map { max(20, $0) }, palette: palette)
    return blocks.map { layout.lines(of: $0).joined(separator: "\n") }
      .filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }
}

/// Lays blocks out in lines of a terminal.
struct TerminalLayout {
  let width: Int?
  let palette: TerminalPalette

  /// The blank cells between two columns.
  private static let gap = 2
  /// No column is cut below this.
  private static let leastColumn = 6
  /// Below so many cells words say little; columns that a reader can do without then go first.
  private static let readableColumn = 16

  func lines(of block: Page.Block) -> [String] {
    switch block {
    case .heading(_, let text): wrap(text.plainText).map { palette.heading($0) }
    case .paragraph(let text): lines(of: text, first: "", rest: "")
    case .bullets(let bullets): bullets.flatMap { lines(of: $0, depth: 0) }
    case .table(let table): lines(of: table)
    case .group(let group): lines(of: group.title, depth: 0)
    case .picture(let file, let caption): [caption.singleLine + ": " + file.singleLine]
    }
  }

  private func lines(of bullet: Page.Bullet, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let mark = bullet.mark.map { palette.style(for: .mark($0))($0.sign) } ?? "-"
    return lines(
      of: bullet.text, first: indent + "- ", rest: indent + "  ", mark: indent + mark + " ")
      + bullet.points.flatMap { lines(of: $0, depth: depth + 1) }
  }

  /// Text wrapped; where one line holds it all its parts keep their dress.
  ///
  /// `mark` stands in the place of `first` and is as wide, its dress not counted.
  private func lines(
    of text: Prose, first: String, rest: String, mark: String? = nil
  ) -> [String] {
    let plain = text.plainText
    let wrapped = wrap(plain, less: first.displayWidth)
    guard wrapped.count > 1 else { return [(mark ?? first) + dressed(text)] }
    return wrapped.enumerated().map { place, line in (place == 0 ? mark ?? first : rest) + line }
  }

  private func wrap(_ text: String, less used: Int = 0) -> [String] {
    guard let width, text.displayWidth + used > width else { return [text] }
    return LabelWrapping.lines(of: text, width: max(10, width - used))
  }

  private func dressed(_ text: Prose) -> String {
    text.parts.map { palette.style(for: $0.role)($0.text.singleLine) }.joined()
  }

  /// The table without the columns that the line has no room for, and the titles of those.
  ///
  /// The most dispensable go first, then the last; the first two always stay.
  private func fitting(_ table: Table) -> (table: Table, hidden: [String]) {
    guard let width else { return (table, []) }
    var kept = Array(table.columns.indices)
    func need() -> Int {
      kept.reduce(Self.gap * (kept.count - 1)) { sum, column in
        let natural = naturalWidth(of: column, in: table)
        let isWords = table.columns[column].alignment == .left
        return sum + (isWords ? min(natural, Self.readableColumn) : natural)
      }
    }
    while need() > width, kept.count > 2 {
      let mostDispensable = kept.indices.max {
        table.columns[kept[$0]].dispensability <= table.columns[kept[$1]].dispensability
      }
      guard let place = mostDispensable else { break }
      kept.remove(at: table.columns[kept[place]].dispensability > 0 ? place : kept.count - 1)
    }
    let shown = Set(kept)
    return (
      Table(
        columns: kept.map { table.columns[$0] },
        rows: table.rows.map { row in kept.map { row[$0] } }),
      table.columns.indices.filter { !shown.contains($0) }.map { table.columns[$0].title }
    )
  }

  private func naturalWidth(of column: Int, in table: Table) -> Int {
    table.rows.reduce(table.columns[column].title.displayWidth) {
      max($0, $1[column].plainText.displayWidth)
    }
  }

  private func lines(of whole: Table) -> [String] {
    let (table, hidden) = fitting(whole)
    let widths = columnWidths(of: table)
    let head = zip(table.columns, widths).map { column, width in
      cell(Prose(column.title), width: width, alignment: column.alignment, dress: palette.heading)
    }
    let rows = table.rows.map { row in
      zip(row, zip(table.columns, widths)).map { text, column in
        cell(text, width: column.1, alignment: column.0.alignment, dress: nil)
      }
    }
    let lines = ([head] + rows).map { cells in
      var line = cells.joined(separator: String(repeating: " ", count: Self.gap))
      while line.last == " " { line.removeLast() }
      return line
    }
    guard !hidden.isEmpty else { return lines }
    // Said in both languages: a layout knows none.
    return lines + wrap("… 未显示 not shown: " + hidden.joined(separator: ", "))
  }

  /// The width of each column: what its cells need, the widest cut first until the line fits.
  ///
  /// Words are cut before figures, which would say something else.
  private func columnWidths(of table: Table) -> [Int] {
    var widths = table.columns.indices.map { naturalWidth(of: $0, in: table) }
    guard let width else { return widths }
    while widths.reduce(0, +) + Self.gap * (widths.count - 1) > width {
      let cuttable = widths.indices.filter { widths[$0] > Self.leastColumn }
      let words = cuttable.filter { table.columns[$0].alignment == .left }
      guard
        let widest = (words.isEmpty ? cuttable : words).max(by: { widths[$0] < widths[$1] })
      else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func cell(
    _ text: Prose, width: Int, alignment: Table.Alignment, dress: TerminalPalette.Style?
  ) -> String {
    let cut = text.plainText.truncated(toWidth: width)
    let style = dress ?? palette.style(for: text.parts.first?.role ?? .plain)
    let blank = String(repeating: " ", count: max(0, width - cut.displayWidth))
    return alignment == .left ? style(cut) + blank : blank + style(cut)
  }
}
