import GapAnalysis
import Graphviz

/// The key to what stands in a diagram, and to nothing else: one row for boxes, one for arrows.
struct DiagramLegend {
  /// What an arrow may mean.
  enum Arrow: CaseIterable {
    case supply, leak, processing, returnFlow, variant
    /// The number beside an arrow that stands for several.
    case count
  }

  /// What a badge may mean.
  enum Badge: CaseIterable {
    /// A target that firms here already buy from or sell to.
    case rank
    /// A target without any trade with firms here.
    case zero
  }

  let wording: DiagramWording
  let theme: DiagramTheme
  /// Whether boxes stand for many links, whose coverage is a bar.
  let isFolded: Bool
  let coverages: Set<Coverage>
  let badges: Set<Badge>
  let arrows: Set<Arrow>

  func html() -> HTMLLabel {
    let coverages = Coverage.allCases.filter(coverages.contains)
    let boxes = isFolded ? coverages.flatMap(swatch) : coverages.map(sample)
    let rows = [
      boxes + Badge.allCases.filter(badges.contains).flatMap(cells),
      Arrow.allCases.filter(arrows.contains).map(cell),
    ].filter { !$0.isEmpty }
    return .table(
      HTMLTable(
        rows: rows.map { row in
          let line = HTMLTable(
            rows: [.cells(row)], box: HTMLBox(alignment: .left, border: 0, padding: 0),
            cellBorder: 0, cellSpacing: 8)
          return .cells([
            HTMLCell(
              .table(line), box: HTMLBox(alignment: .left, border: 0, padding: 0)),
            // Takes what a shorter row leaves over.
            HTMLCell(HTMLText(), box: HTMLBox(border: 0, padding: 0)),
          ])
        }, box: HTMLBox(border: 0, padding: 0), cellBorder: 0, cellSpacing: 0))
  }

  // MARK: Boxes

  /// A box of some coverage with its name in it.
  private func sample(_ coverage: Coverage) -> HTMLCell {
    let box = theme.box(coverage)
    let text = HTMLText(wording.coverage(coverage), font: HTMLFont(size: 10, color: box.text))
    let frame = HTMLBox(
      background: coverage == .covered ? box.fill : nil,
      border: Int(box.frameWidth.rounded(.up)), color: box.frame, padding: 4,
      styles: box.frameStyle == .solid ? [] : [box.frameStyle])
    guard let lower = box.lowerFill else { return HTMLCell(text, box: frame) }
    // Half full, as in the diagram: the upper half empty, the lower one filled.
    let halves = HTMLTable(
      rows: [
        .cells([HTMLCell(text, box: HTMLBox(border: 0, padding: 3))]),
        .cells([
          HTMLCell(HTMLText(), box: HTMLBox(background: lower, border: 0, padding: 0, height: 5))
        ]),
      ],
      box: HTMLBox(border: Int(box.frameWidth.rounded(.up)), color: box.frame, padding: 0),
      cellBorder: 0, cellSpacing: 0)
    return HTMLCell(.table(halves), box: HTMLBox(border: 0, padding: 0))
  }

  /// A piece of a bar and its name.
  private func swatch(_ coverage: Coverage) -> [HTMLCell] {
    [
      HTMLCell(HTMLText(), box: theme.swatch(coverage, width: 22, height: 9)),
      words(wording.coverage(coverage)),
    ]
  }

  private func cells(_ badge: Badge) -> [HTMLCell] {
    let (color, rank, text) =
      switch badge {
      case .rank: (theme.leak, " 1 ", isFolded ? wording.bestRankBadge : wording.rankBadge)
      case .zero: (theme.softInk, " 9 ", wording.zeroBadge)
      }
    return [
      HTMLCell(
        HTMLText(rank, font: HTMLFont(size: 10, color: theme.badgeText, isBold: true)),
        box: HTMLBox(background: color, border: 0, padding: 3)),
      words(text),
    ]
  }

  private func words(_ text: String) -> HTMLCell {
    HTMLCell(
      HTMLText(text, font: HTMLFont(size: 10, color: theme.ink)),
      box: HTMLBox(border: 0, padding: 2))
  }

  // MARK: Arrows

  private func cell(_ arrow: Arrow) -> HTMLCell {
    let (sign, color, text) =
      switch arrow {
      case .supply: ("→", theme.tie, wording.supplyTie)
      case .leak: ("→", theme.leak, wording.leakTie)
      case .processing: ("⇢", theme.tie, wording.processingTie)
      case .returnFlow: ("⇠", theme.returnTie, wording.returnTie)
      case .variant: ("⇾", theme.tie, wording.variantTie)
      case .count: ("n", theme.softInk, wording.tieNumber)
      }
    return HTMLCell(
      HTMLText(pieces: [
        .run(sign + " ", HTMLFont(size: arrow == .count ? 10 : 14, color: color, isBold: true)),
        .run(text, HTMLFont(size: 10, color: theme.ink)),
      ]), box: HTMLBox(border: 0, padding: 3))
  }
}
