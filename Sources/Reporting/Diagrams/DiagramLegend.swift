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

  /// Empty cells at the end of a row: where a title is wider than the row, Graphviz gives every cell
  /// the same part of what is left over, and what they get keeps the others together.
  private static let fillerCount = 40

  /// What keeps entries apart: no-break spaces, since browsers take others at the end of a text away.
  private static let gap = "\u{A0}\u{A0}\u{A0}\u{A0}"

  /// One row for boxes and badges, one for arrows.
  func rows() -> [HTMLTable.Row] {
    let coverages = Coverage.allCases.filter(coverages.contains)
    let boxes =
      coverages.flatMap(sample)
      + Badge.allCases.filter(badges.contains).flatMap(cells)
    let arrows = Arrow.allCases.filter(arrows.contains)
    let filler = HTMLCell(HTMLText(), box: HTMLBox(border: 0, padding: 0))
    let fillers = Array(repeating: filler, count: Self.fillerCount)
    var rows: [HTMLTable.Row] = []
    if !boxes.isEmpty {
      let table = HTMLTable(
        rows: [.cells(boxes + fillers)], box: HTMLBox(alignment: .left, border: 0, padding: 0),
        cellBorder: 0, cellSpacing: 0)
      rows.append(
        .cells([HTMLCell(.table(table), box: HTMLBox(alignment: .left, border: 0, padding: 3))]))
    }
    if !arrows.isEmpty {
      let text = HTMLText(pieces: arrows.flatMap(pieces))
      rows.append(.cells([HTMLCell(text, box: HTMLBox(alignment: .left, border: 0, padding: 3))]))
    }
    return rows
  }

  // MARK: Boxes

  /// A small box of some coverage, and its name.
  private func sample(_ coverage: Coverage) -> [HTMLCell] {
    if isFolded {
      let swatch = theme.swatch(coverage, width: 22, height: 10)
      return [HTMLCell(HTMLText(), box: swatch), words(wording.coverage(coverage))]
    }
    let box = theme.box(coverage)
    let frame = HTMLBox(
      background: box.lowerFill == nil ? box.fill : theme.paper,
      border: Int(box.frameWidth.rounded(.up)), color: box.frame, padding: 0, width: 26, height: 14,
      isFixedSize: true, styles: box.frameStyle == .solid ? [] : [box.frameStyle])
    guard let lower = box.lowerFill else {
      return [HTMLCell(HTMLText(), box: frame), words(wording.coverage(coverage))]
    }
    // Half full, as in the diagram: the upper half empty, the lower one filled.
    var half = HTMLBox(border: 0, padding: 0, width: 22, height: 5, isFixedSize: true)
    let upper = HTMLCell(HTMLText(), box: half)
    half.background = lower
    let halves = HTMLTable(
      rows: [.cells([upper]), .cells([HTMLCell(HTMLText(), box: half)])],
      box: HTMLBox(border: 0, padding: 0), cellBorder: 0, cellSpacing: 0)
    return [HTMLCell(.table(halves), box: frame), words(wording.coverage(coverage))]
  }

  private func cells(_ badge: Badge) -> [HTMLCell] {
    let (color, rank, text) =
      switch badge {
      case .rank: (theme.leak, "1", isFolded ? wording.bestRankBadge : wording.rankBadge)
      case .zero: (theme.softInk, "9", wording.zeroBadge)
      }
    return [
      HTMLCell(
        HTMLText(rank, font: HTMLFont(size: 10, color: theme.badgeText, isBold: true)),
        box: HTMLBox(
          background: color, border: 0, padding: 0, width: 18, height: 16,
          isFixedSize: true)),
      words(text),
    ]
  }

  private func words(_ text: String) -> HTMLCell {
    HTMLCell(
      HTMLText(text + Self.gap, font: HTMLFont(size: 10, color: theme.ink)),
      box: HTMLBox(alignment: .left, border: 0, padding: 5))
  }

  // MARK: Arrows

  private func pieces(_ arrow: Arrow) -> [HTMLText.Piece] {
    let (sign, color, text) =
      switch arrow {
      case .supply: ("→", theme.tie, wording.supplyTie)
      case .leak: ("→", theme.leak, wording.leakTie)
      case .processing: ("⇢", theme.tie, wording.processingTie)
      case .returnFlow: ("⇠", theme.returnTie, wording.returnTie)
      case .variant: ("⇾", theme.tie, wording.variantTie)
      case .count: ("n", theme.softInk, wording.tieNumber)
      }
    let size = arrow == .count ? 10.0 : 14.0
    return [
      .run(sign, HTMLFont(size: size, color: color, isBold: true)),
      .run("\u{A0}" + text + Self.gap, HTMLFont(size: 10, color: theme.ink)),
    ]
  }
}
