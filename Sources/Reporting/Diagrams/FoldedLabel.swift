import GapAnalysis
import Graphviz
import IndustryChain

/// What stands in a box of many links: whose they are, how far they are covered, what leaks.
struct FoldedLabel {
  let analysis: Analysis
  let box: FoldedContent.Box
  let wording: DiagramWording
  let theme: DiagramTheme

  /// The bar's length and height in points.
  private static let barSize = (width: 150, height: 9)
  /// A share of the bar is never shorter than this, so that one link in a thousand is still seen.
  private static let leastWidth = 4
  private static let lineWidth = 34

  private var count: CoverageCount {
    CoverageCount(of: box.links, in: analysis.graph, figures: analysis.today)
  }

  func html() -> HTMLLabel {
    let count = count
    let counts = Coverage.allCases.map { ($0, count.count($0)) }.filter { $0.1 > 0 }
    var rows: [HTMLTable.Row] = [.cells([title.cell()])]
    let linkCount = wording.linkCount(count.linkCount, areGuests: box.isGuest)
    rows.append(
      .cells([BoxTitle.cell([(linkCount, HTMLFont(size: 10, color: theme.ink))])]))
    if !counts.isEmpty {
      rows.append(.cells([bar(counts)]))
      let words = counts.map { wording.coverageMark($0.0) + " \(wording.digits($0.1))" }
      let lines = LabelWrapping.lines(joining: words, width: Self.lineWidth)
        .map { ($0, HTMLFont(size: 10, color: theme.ink)) }
      rows.append(.cells([BoxTitle.cell(lines, width: Self.lineWidth)]))
    }
    if count.leakageMillionCNY > 0, let leak = wording.leakage(count.leakageMillionCNY) {
      rows.append(
        .cells([BoxTitle.cell([(leak, HTMLFont(size: 10, color: theme.leak, isBold: true))])]))
    }
    return .table(
      HTMLTable(rows: rows, box: HTMLBox(border: 0, padding: 0), cellBorder: 0, cellSpacing: 0))
  }

  /// The chain or stage by name, with the best rank of its targets.
  private var title: BoxTitle {
    let best = box.links.compactMap { analysis.target(for: $0) }.min { $0.rank < $1.rank }
    return BoxTitle(
      names: box.stage.map(wording.stageNames)
        ?? wording.chainNames(analysis.graph.chains[box.chain].name),
      target: best, theme: theme, inks: (theme.ink, theme.softInk))
  }

  /// A bar of the coverages' colours, as long as their counts.
  private func bar(_ counts: [(Coverage, Int)]) -> HTMLCell {
    let widths = Self.widths(counts.map(\.1))
    let cells = zip(counts, widths).map { count, width in
      HTMLCell(
        HTMLText(), box: theme.swatch(count.0, width: width, height: Self.barSize.height))
    }
    let table = HTMLTable(
      rows: [.cells(cells)], box: HTMLBox(alignment: .left, border: 0, padding: 0),
      cellBorder: 0, cellSpacing: 1)
    return HTMLCell(.table(table), box: HTMLBox(alignment: .left, padding: 1))
  }

  /// Widths in points in proportion to the counts, each at least the least width.
  private static func widths(_ counts: [Int]) -> [Int] {
    let total = max(1, counts.reduce(0, +))
    return counts.map { max(leastWidth, barSize.width * $0 / total) }
  }
}
