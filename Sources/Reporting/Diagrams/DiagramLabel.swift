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

  /// So many firms are named; the others are counted.
  private static let firmLimit = 2

  private var coverage: Coverage { analysis.today.coverage[link] }
  private var box: DiagramTheme.Box { theme.box(coverage) }

  func html() -> HTMLLabel {
    var text = BoxText(bearing: analysis.scoredTarget(for: link), in: theme)
    let soft = theme.softText(on: coverage)
    if isGuest {
      let chain = analysis.graph.chains[analysis.graph.chainIndex[link]]
      text.add(wording.otherChain(chain.name), HTMLFont(size: 9, color: soft))
    }
    text.addNames(wording.names(analysis.graph.links[link].name), inks: (box.text, soft))
    text.add(
      joining: state, HTMLFont(size: 10, color: coverage == .missing ? theme.leak : box.text))
    for firm in firmLines() { text.add(firm, HTMLFont(size: 9, color: box.text)) }
    if let leak { text.add(leak, HTMLFont(size: 10, color: theme.leak, isBold: true)) }
    return text.html()
  }

  /// Coverage in words, and for a gap what filling it would be.
  private var state: [String] {
    var words = [wording.coverageMark(coverage)]
    if analysis.graph.links[link].stage == .supporting { words.append(wording.supportingMark) }
    if let kind = analysis.kinds[link], coverage != .unknown, coverage != .planned {
      words.append(wording.kind(kind))
    }
    return words
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
