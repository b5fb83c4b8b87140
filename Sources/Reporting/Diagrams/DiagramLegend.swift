import GapAnalysis
import Graphviz

/// The key to a diagram's boxes and arrows, in one row.
struct DiagramLegend {
  let wording: DiagramWording
  let theme: DiagramTheme
  /// Whether boxes stand for many links, whose coverage is a bar.
  let isFolded: Bool

  func html() -> HTMLLabel {
    let boxes =
      isFolded
      ? swatches
      : Coverage.allCases.map { coverage in
        let box = theme.box(coverage)
        let text = HTMLText(wording.coverage(coverage), font: HTMLFont(size: 10, color: box.text))
        let frame = HTMLBox(
          background: box.lowerFill ?? (coverage == .covered ? box.fill : nil),
          border: Int(box.frameWidth.rounded(.up)), color: box.frame, padding: 4,
          styles: box.frameStyle == .solid ? [] : [box.frameStyle])
        guard coverage == .thin else { return HTMLCell(text, box: frame) }
        // Half full, as in the diagram: the upper half empty, the lower one filled.
        let halves = HTMLTable(
          rows: [
            .cells([HTMLCell(text, box: HTMLBox(border: 0, padding: 3))]),
            .cells([
              HTMLCell(
                HTMLText(" ", font: HTMLFont(size: 4)),
                box: HTMLBox(background: box.lowerFill, border: 0, padding: 0))
            ]),
          ],
          box: HTMLBox(border: Int(box.frameWidth.rounded(.up)), color: box.frame, padding: 0),
          cellBorder: 0, cellSpacing: 0)
        return HTMLCell(.table(halves), box: HTMLBox(border: 0, padding: 0))
      }
    let badges = [
      (theme.leak, " 1 ", wording.rankBadge), (theme.softInk, " 9 ", wording.zeroBadge),
    ].flatMap { colour, rank, words in
      [
        HTMLCell(
          HTMLText(rank, font: HTMLFont(size: 10, color: theme.badgeText, isBold: true)),
          box: HTMLBox(background: colour, border: 0, padding: 3)),
        HTMLCell(
          HTMLText(words, font: HTMLFont(size: 10, color: theme.ink)),
          box: HTMLBox(border: 0, padding: 2)),
      ]
    }
    let ties: [(String, RGBColor, String)] = [
      ("→", theme.tie, wording.supplyTie),
      ("→", theme.leak, wording.leakTie),
      ("⇢", theme.tie, wording.processingTie),
      ("⇠", theme.returnTie, wording.returnTie),
    ]
    let arrows = ties.map { arrow, color, words in
      HTMLCell(
        HTMLText(pieces: [
          .run(arrow + " ", HTMLFont(size: 14, color: color, isBold: true)),
          .run(words, HTMLFont(size: 10, color: theme.ink)),
        ]), box: HTMLBox(border: 0, padding: 3))
    }
    let table = HTMLTable(
      rows: [.cells(boxes + badges + arrows)],
      box: HTMLBox(border: 0, padding: 0), cellBorder: 0, cellSpacing: 8)
    return .table(table)
  }

  /// The colours of the bars.
  private var swatches: [HTMLCell] {
    Coverage.allCases.flatMap { coverage in
      [
        HTMLCell(HTMLText(), box: theme.swatch(coverage, width: 22, height: 9)),
        HTMLCell(
          HTMLText(wording.coverage(coverage), font: HTMLFont(size: 10, color: theme.ink)),
          box: HTMLBox(border: 0, padding: 2)),
      ]
    }
  }
}
