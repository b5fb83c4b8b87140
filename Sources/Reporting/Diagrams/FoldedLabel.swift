import GapAnalysis
import Graphviz
import IndustryChain

/// What stands in a box of many links: whose they are, how far they are covered, what leaks.
struct FoldedLabel {
  let analysis: Analysis
  let box: FoldedContent.Box
  let wording: DiagramWording
  let theme: DiagramTheme

  /// In points.
  private static let barWidth = 150
  private static let barHeight = 9
  /// A share of the bar is never shorter than this, so that one link in a thousand is still seen.
  private static let leastWidth = 4

  private var count: CoverageCount {
    CoverageCount(of: box.links, in: analysis.graph, figures: analysis.today)
  }

  func html() -> HTMLLabel {
    let count = count
    let counts = Coverage.allCases.map { ($0, count.count($0)) }.filter { $0.1 > 0 }
    var text = BoxText(bearing: analysis.bestScoredTarget(among: box.links), in: theme)
    text.addNames(
      box.stage.map(wording.stageNames)
        ?? wording.chainNames(analysis.graph.chains[box.chain].name),
      inks: (theme.ink, theme.softInk))
    let font = HTMLFont(size: 10, color: theme.ink)
    text.add(wording.linkCount(count.linkCount, areGuests: box.isGuest), font)
    if !counts.isEmpty {
      text.add(bar(counts))
      let words = counts.map { wording.coverageMark($0.0) + " \(wording.digits($0.1))" }
      text.add(joining: words, font)
    }
    if let leak = wording.leakage(count.leakageMillionCNY) {
      text.add(leak, HTMLFont(size: 10, color: theme.leak, isBold: true))
    }
    return text.html()
  }

  /// A bar of the coverages' colours, as long as their counts.
  private func bar(_ counts: [(Coverage, Int)]) -> HTMLCell {
    let widths = Self.widths(counts.map(\.1))
    let cells = zip(counts, widths).map { count, width in
      HTMLCell(HTMLText(), box: theme.swatch(count.0, width: width, height: Self.barHeight))
    }
    let size = (widths.reduce(0, +) + widths.count + 1, Self.barHeight + 2)
    let table = HTMLTable(
      rows: [.cells(cells)],
      box: HTMLBox(
        alignment: .left, border: 0, padding: 0, width: size.0, height: size.1, isFixedSize: true),
      cellBorder: 0, cellSpacing: 1)
    return HTMLCell(.table(table), box: HTMLBox(alignment: .left, padding: 1))
  }

  /// Widths in points in proportion to the counts, each at least the least width.
  private static func widths(_ counts: [Int]) -> [Int] {
    let total = max(1, counts.reduce(0, +))
    return counts.map { max(leastWidth, barWidth * $0 / total) }
  }
}
