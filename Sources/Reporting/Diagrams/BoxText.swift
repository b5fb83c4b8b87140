import GapAnalysis
import Graphviz

/// The lines of a box, one below the other, a target's rank in a badge at their left.
///
/// One flat table, a row a line: Graphviz sets lines within one cell so close that they touch, and
/// tables within tables cost the layout more and are stretched with their cell.
struct BoxText {
  typealias Line = (text: String, font: HTMLFont)

  private let badge: HTMLCell?
  private var cells: [HTMLCell] = []

  /// How wide lines get before they go on in a new one, in points; a column of letters takes half
  /// of their size.
  private static let width = 150.0
  private static let badgeGap = 5

  /// An empty box text, the rank of a target, if any, beside what will be added.
  init(bearing target: Opportunity?, in theme: DiagramTheme) {
    badge = target.map { target in
      let rank = String(target.rank)
      return HTMLCell(
        HTMLText(rank, font: HTMLFont(size: 12, color: theme.badgeText, isBold: true)),
        box: HTMLBox(
          // Not at the top: Graphviz 2.43 moves such cells out of the box.
          verticalAlignment: .middle,
          background: target.chainValue.millionCNY > 0 ? theme.leak : theme.softInk, border: 0,
          padding: 0, width: max(22, 8 + 8 * rank.count), height: 20, isFixedSize: true))
    }
  }

  /// The names, the first in bold.
  mutating func addNames(_ names: [String], inks: (first: RGBColor, second: RGBColor)) {
    let lines = names.enumerated().flatMap { place, name in
      place == 0
        ? Self.wrapped(name, HTMLFont(size: 12, color: inks.first, isBold: true))
        : Self.wrapped(name, HTMLFont(size: 9, color: inks.second))
    }
    add(lines)
  }

  /// A text, wrapped.
  mutating func add(_ text: String, _ font: HTMLFont) { add(Self.wrapped(text, font)) }

  /// Parts with a dot between them, wrapped at the dots only.
  mutating func add(joining parts: [String], _ font: HTMLFont) {
    add(LabelWrapping.lines(joining: parts, width: Self.columns(of: font)).map { ($0, font) })
  }

  private mutating func add(_ lines: [Line]) { for line in lines { add(Self.cell(line)) } }

  /// A line that is no text.
  mutating func add(_ cell: HTMLCell) { cells.append(cell) }

  func html() -> HTMLLabel {
    var rows = cells.map { [$0] }
    if var badge, !rows.isEmpty {
      var gap = HTMLCell(
        HTMLText(), box: HTMLBox(padding: 0, width: Self.badgeGap, height: 1, isFixedSize: true))
      (badge.rowSpan, gap.rowSpan) = (rows.count, rows.count)
      rows[0].insert(contentsOf: [badge, gap], at: 0)
    }
    return .table(
      HTMLTable(
        rows: rows.map(HTMLTable.Row.cells), box: HTMLBox(border: 0, padding: 0), cellBorder: 0,
        cellSpacing: 0))
  }

  private static func wrapped(_ text: String, _ font: HTMLFont) -> [Line] {
    LabelWrapping.balancedLines(of: text, width: columns(of: font)).map { ($0, font) }
  }

  private static func columns(of font: HTMLFont) -> Int { Int(width * 2 / (font.size ?? 12)) }

  private static func cell(_ line: Line) -> HTMLCell {
    HTMLCell(HTMLText(line.text, font: line.font), box: HTMLBox(alignment: .left, padding: 1))
  }
}
