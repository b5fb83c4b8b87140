import GapAnalysis
import Graphviz
import IndustryChain

/// What stands in the box of one link: rank, names, state, who is there, what leaks.
struct DiagramLabel {
  let analysis: Analysis
  let link: Int
  let wording: DiagramWording
  let theme: DiagramTheme
  /// Whether the link is of another chain, whose name then stands above.
  let isGuest: Bool

  /// A state and a kind stay in one line.
  private static let stateWidth = 30
  /// So many firms are named; the others are counted.
  private static let firmLimit = 2

  private var coverage: Coverage { analysis.today.coverage[link] }
  private var box: DiagramTheme.Box { theme.box(coverage) }

  func html() -> HTMLLabel {
    var rows: [HTMLTable.Row] = []
    if isGuest {
      let chain = analysis.graph.chains[analysis.graph.chainIndex[link]]
      rows.append(
        .cells([
          cell([(wording.otherChain(chain.name), HTMLFont(size: 9, color: theme.softInk))])
        ]))
    }
    rows.append(.cells([titleCell()]))
    rows.append(.cells([cell(state(), width: Self.stateWidth)]))
    let firms = firmLines()
    if !firms.isEmpty {
      rows.append(.cells([cell(firms.map { ($0, HTMLFont(size: 9, color: box.text)) })]))
    }
    if let leak {
      rows.append(
        .cells([cell([(leak, HTMLFont(size: 10, color: theme.leak, isBold: true))])]))
    }
    return .table(
      HTMLTable(rows: rows, box: HTMLBox(border: 0, padding: 0), cellBorder: 0, cellSpacing: 0))
  }

  private func cell(
    _ lines: [(String, HTMLFont)], width: Int = BoxTitle.lineWidth
  ) -> HTMLCell {
    BoxTitle.cell(lines, width: width)
  }

  /// The names, with the rank in front where the link is a target.
  private func titleCell() -> HTMLCell {
    BoxTitle(
      names: wording.names(analysis.graph.links[link].name), target: analysis.target(for: link),
      theme: theme, inks: (box.text, theme.softInk)
    ).cell()
  }

  /// Coverage in words, and for a gap what filling it would be.
  private func state() -> [(String, HTMLFont)] {
    var words = wording.coverageMark(coverage)
    if analysis.graph.links[link].stage == .supporting {
      words += " · " + wording.supportingMark
    }
    if let kind = analysis.kinds[link], coverage != .unknown, coverage != .planned {
      words += " · " + wording.kind(kind)
    }
    return [(words, HTMLFont(size: 10, color: coverage == .missing ? theme.leak : box.text))]
  }

  private func firmLines() -> [String] {
    let here = analysis.presences[link]
    var lines = here.prefix(Self.firmLimit).map { wording.firm($0) }
    if here.count > Self.firmLimit { lines.append("+\(here.count - Self.firmLimit)") }
    return lines
  }

  private var leak: String? {
    guard !coverage.isPresent, coverage != .unknown else { return nil }
    let amount = analysis.today.leakageMillionCNY(of: link)
    guard amount > 0 else { return nil }
    return wording.leak(amount)
  }
}
