import GapAnalysis
import Graphviz

/// The names at the top of a box, with a target's rank in a badge before them.
struct BoxTitle {
  let names: [String]
  /// The target whose rank the box bears, if any.
  let target: Opportunity?
  let theme: DiagramTheme
  let inks: (first: RGBColor, second: RGBColor)

  /// Names longer than this many half-width columns go on in a new line.
  static let lineWidth = 24

  func cell() -> HTMLCell {
    var lines: [(String, HTMLFont)] = []
    for (place, name) in names.enumerated() {
      lines.append(
        place == 0
          ? (name, HTMLFont(size: 12, color: inks.first, isBold: true))
          : (name, HTMLFont(size: 9, color: inks.second)))
    }
    let title = HTMLCell(
      .table(
        HTMLTable(
          rows: lines.map { .cells([Self.cell([$0])]) },
          box: HTMLBox(alignment: .left, border: 0, padding: 0), cellBorder: 0, cellSpacing: 0)),
      box: HTMLBox(alignment: .left, padding: 0))
    guard let target else { return title }
    let rank = String(target.rank)
    let badge = HTMLCell(
      HTMLText(rank, font: HTMLFont(size: 12, color: theme.badgeText, isBold: true)),
      box: HTMLBox(
        verticalAlignment: .middle,
        background: target.chainValue.millionCNY > 0 ? theme.leak : theme.softInk, border: 0,
        padding: 0, width: max(22, 8 + 8 * rank.count), height: 20, isFixedSize: true))
    let table = HTMLTable(
      rows: [.cells([badge, title])], box: HTMLBox(alignment: .left, border: 0, padding: 0),
      cellBorder: 0, cellSpacing: 2)
    return HTMLCell(.table(table), box: HTMLBox(alignment: .left, padding: 0))
  }

  /// Lines at the left, each wrapped at a width in half-width columns.
  static func cell(_ lines: [(String, HTMLFont)], width: Int = lineWidth) -> HTMLCell {
    var text = HTMLText()
    for (line, font) in lines {
      for part in LabelWrapping.lines(of: line, width: width) {
        text.pieces += [.run(part, font), .lineBreak(.left)]
      }
    }
    return HTMLCell(text, box: HTMLBox(alignment: .left, padding: 1), lineAlignment: .left)
  }
}
