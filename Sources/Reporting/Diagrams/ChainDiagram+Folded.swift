import GapAnalysis
import Graphviz
import IndustryChain

extension ChainDiagram {
  /// The boxes, frames and arrows of a folded drawing.
  func foldedParts(of content: DiagramContent) -> Parts {
    let folded = FoldedContent(content, by: folding, of: analysis.graph)
    let places = folded.boxes.indices
    let chains = Set(folded.boxes.filter { !$0.isGuest }.map(\.chain))
    // Stages of several chains stand in a frame a chain.
    let framed = folding == .stage && chains.count > 1
    let groups = framed ? chains.sorted() : []
    let loose = places.filter { !framed || folded.boxes[$0].isGuest }
    return Parts(
      nodes: loose.map { node(for: folded.boxes[$0], place: $0) },
      groups: groups.map { chain in
        let members = places.filter { folded.boxes[$0].chain == chain }
        return frame(
          "chain \(analysis.graph.chains[chain].id)",
          wording.chainTitle(analysis.graph.chains[chain].name),
          nodes: members.map { node(for: folded.boxes[$0], place: $0) }, order: chain)
      },
      edges: folded.ties.map { edge(for: $0, between: folded.boxes) },
      arrows: Set(folded.ties.flatMap(\.arrows)))
  }

  private func nodeID(_ box: FoldedContent.Box) -> NodeID {
    let chain = analysis.graph.chains[box.chain].id.rawValue
    return NodeID(box.stage.map { "\(chain) \($0.rawValue)" } ?? chain)
  }

  private func node(for box: FoldedContent.Box, place: Int) -> Digraph.Node {
    let label = FoldedLabel(analysis: analysis, box: box, wording: wording, theme: theme)
    let chain = wording.chainTitle(analysis.graph.chains[box.chain].name)
    var attributes: Attributes = [
      .label: .html(label.html()), .color: .color(theme.softInk), .penwidth: .number(1.2),
      .fillcolor: .color(theme.paper), .style: .text("filled"),
      .tooltip: .text(box.stage.map { "\(chain) · \(wording.stage($0))" } ?? chain),
    ]
    if box.isGuest { attributes[.style] = .text("filled,dashed") }
    return Digraph.Node(nodeID(box), attributes, order: place)
  }

  /// One arrow for all ties from a box to another, wider for more of them.
  private func edge(for tie: FoldedContent.Tie, between boxes: [FoldedContent.Box]) -> Digraph.Edge
  {
    let (source, target) = (boxes[tie.source], boxes[tie.target])
    let width = min(6, 1 + Double(tie.count).squareRoot() * 0.6)
    var attributes: Attributes = [
      .penwidth: .number((width * 10).rounded() / 10),
      .tooltip: .text(wording.tieCount(tie.count)),
    ]
    var color = theme.tie
    if tie.isLeak { color = theme.leak }
    if tie.isReturn {
      color = theme.returnTie
      attributes[.style] = .text("dashed")
    }
    attributes[.color] = .color(color)
    if source.isGuest || target.isGuest { attributes[.weight] = .number(0) }
    if tie.count > 1 {
      let font = HTMLFont(size: 10, color: tie.isLeak || tie.isReturn ? color : theme.softInk)
      attributes[.label] = .html(.text(HTMLText(wording.digits(tie.count), font: font)))
    }
    let ends = (EdgeEndpoint(nodeID(source)), EdgeEndpoint(nodeID(target)))
    // What comes back up a chain is laid out forward and drawn with its head at the left.
    guard tie.isReturn || isBackward(from: source, to: target) else {
      return Digraph.Edge(from: ends.0, to: ends.1, attributes)
    }
    attributes[.dir] = .text("back")
    return Digraph.Edge(from: ends.1, to: ends.0, attributes)
  }

  /// Whether a tie runs to an earlier stage of its own chain.
  private func isBackward(from source: FoldedContent.Box, to target: FoldedContent.Box) -> Bool {
    guard source.chain == target.chain, let start = source.stage, let end = target.stage,
      let first = Self.bands.firstIndex(of: start), let last = Self.bands.firstIndex(of: end)
    else { return false }
    return last < first
  }
}

extension FoldedContent.Tie {
  /// What the key must explain.
  fileprivate var arrows: [DiagramLegend.Arrow] {
    [isReturn ? .returnFlow : isLeak ? .leak : .supply] + (count > 1 ? [.count] : [])
  }
}
