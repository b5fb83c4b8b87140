import GapAnalysis
import Graphviz
import IndustryChain

extension ChainDiagram {
  /// The stages that stand in bands from left to right; supporting links stand where they serve.
  static let bands: [Stage] = [.upstream, .midstream, .downstream]

  /// Longer titles and subtitles go on in a new line; in half-width columns.
  private static let titleWidth = 60
  private static let subtitleWidth = 96

  func title() -> String {
    selection == .gaps ? wording.gaps(of: scopeTitle()) : scopeTitle()
  }

  private func scopeTitle() -> String {
    let graph = analysis.graph
    switch scope {
    case .workspace: return wording.workspaceTitle
    case .chains(let ids):
      return graph.chains.filter { ids.contains($0.id) }
        .map { wording.chainTitle($0.name) }.joined(separator: " · ")
    case .neighbourhood(let id, _):
      guard let index = graph.index(of: id) else { return id.description }
      return wording.around(graph.links[index].name)
    case .path(let start, let end):
      guard let first = graph.index(of: start), let last = graph.index(of: end) else {
        return "\(start) → \(end)"
      }
      return wording.path(from: graph.links[first].name, to: graph.links[last].name)
    }
  }

  /// Title, subtitle and key in rows of their own: lines of different sizes in one row touch.
  func heading(_ title: String, above legend: DiagramLegend) -> HTMLLabel {
    let subtitle = wording.subtitle(
      region: analysis.region, day: analysis.day, folded: foldedLine)
    let lines =
      LabelWrapping.balancedLines(of: title, width: Self.titleWidth)
      .map { ($0, HTMLFont(size: 22, color: theme.ink, isBold: true)) }
      + LabelWrapping.lines(joining: subtitle, width: Self.subtitleWidth)
      .map { ($0, HTMLFont(size: 13, color: theme.softInk)) }
    let rows = lines.map { text, font in
      HTMLTable.Row.cells([
        HTMLCell(HTMLText(text, font: font), box: HTMLBox(alignment: .left, padding: 3))
      ])
    }
    return .table(
      HTMLTable(
        rows: rows + legend.rows(), box: HTMLBox(border: 0, padding: 0), cellBorder: 0,
        cellSpacing: 0))
  }

  // MARK: Boxes

  func nodeID(_ link: Int) -> NodeID { NodeID(analysis.graph.links[link].id.description) }

  func node(for link: Int, isGuest: Bool) -> Digraph.Node {
    let box = theme.box(analysis.today.coverage[link])
    let label = DiagramLabel(
      analysis: analysis, link: link, wording: wording, theme: theme, isGuest: isGuest)
    var styles = [box.frameStyle.rawValue]
    var attributes: Attributes = [
      .label: .html(label.html()), .color: .color(box.frame),
      .penwidth: .number(box.frameWidth), .fillcolor: .color(box.fill),
      .tooltip: .text(wording.name(analysis.graph.links[link].name)),
    ]
    if let lower = box.lowerFill {
      attributes[.fillcolor] = .text("\(box.fill):\(lower);0.5")
      attributes[.gradientangle] = .number(270)
    }
    styles.append("filled")
    if isGuest { attributes[.margin] = .text("0.05,0.03") }
    attributes[.style] = .text(styles.joined(separator: ","))
    return Digraph.Node(nodeID(link), attributes, order: link)
  }

  // MARK: Groups

  /// The frames around links: stages where one chain is shown, else chains.
  func groups(of links: [Int]) -> [Digraph.Subgraph] {
    let graph = analysis.graph
    let chains = Set(links.map { graph.chainIndex[$0] }).sorted()
    guard chains.count == 1 else {
      return chains.map { chain in
        frame(
          "chain \(graph.chains[chain].id)", wording.chainTitle(graph.chains[chain].name),
          nodes: links.filter { graph.chainIndex[$0] == chain }.map {
            node(for: $0, isGuest: false)
          },
          order: chain)
      }
    }
    return Self.bands.enumerated().compactMap { place, stage in
      let members = links.filter { graph.links[$0].stage == stage }
      guard !members.isEmpty else { return nil }
      return frame(
        "stage \(stage.rawValue)", wording.stage(stage),
        nodes: members.map { node(for: $0, isGuest: false) }, order: place,
        // Arrows come into the last band from the left, over its top.
        justified: stage == .downstream ? "r" : "l")
    }
  }

  /// Links that stand in no frame: supporting ones, where one chain is shown in bands.
  func unframed(of links: [Int]) -> [Int] {
    let graph = analysis.graph
    guard Set(links.map { graph.chainIndex[$0] }).count == 1 else { return [] }
    return links.filter { !Self.bands.contains(graph.links[$0].stage) }
  }

  func frame(
    _ name: String, _ label: String, nodes: [Digraph.Node], order: Int, justified: String = "l"
  ) -> Digraph.Subgraph {
    Digraph.Subgraph(
      name, kind: .cluster,
      attributes: [
        .label: .html(
          .text(HTMLText(label, font: HTMLFont(size: 13, color: theme.softInk, isBold: true)))),
        .labeljust: .text(justified), .style: .text("filled"), .fillcolor: .color(theme.band),
        .pencolor: .text("none"), .margin: .number(10),
      ],
      nodes: nodes, order: order)
  }

  /// Invisible points between the bands, so that a later stage never stands left of an earlier one.
  func anchors(for links: [Int]) -> (nodes: [Digraph.Node], edges: [Digraph.Edge]) {
    let graph = analysis.graph
    guard Set(links.map { graph.chainIndex[$0] }).count == 1 else { return ([], []) }
    let shown = Self.bands.filter { stage in links.contains { graph.links[$0].stage == stage } }
    func anchor(_ place: Int) -> NodeID { NodeID("band \(place)") }
    let hidden: Attributes = [.style: .text("invis"), .weight: .number(0)]
    let nodes = (1..<max(1, shown.count)).map { place in
      Digraph.Node(
        anchor(place), [.style: .text("invis"), .shape: .text("point"), .label: .text("")])
    }
    var edges: [Digraph.Edge] = []
    for (place, stage) in shown.enumerated() {
      for link in links where graph.links[link].stage == stage {
        if place > 0 {
          edges.append(
            Digraph.Edge(from: EdgeEndpoint(anchor(place)), to: EdgeEndpoint(nodeID(link)), hidden))
        }
        if place + 1 < shown.count {
          edges.append(
            Digraph.Edge(
              from: EdgeEndpoint(nodeID(link)), to: EdgeEndpoint(anchor(place + 1)), hidden))
        }
      }
    }
    return (nodes, edges)
  }

  // MARK: Arrows

  /// An arrow; those of guests, links of other chains, pull at nothing, so that guests make room for
  /// the chain itself.
  func edge(for tie: DiagramContent.Tie, guests: Set<Int>) -> Digraph.Edge {
    // Wider for a larger share of the buyer's money.
    var attributes: Attributes = [.penwidth: .number(1 + 2.5 * tie.share)]
    if guests.contains(tie.source) || guests.contains(tie.target) {
      attributes[.weight] = .number(0)
    }
    if tie.isLeak {
      attributes[.color] = .color(theme.leak)
      attributes[.penwidth] = .number(2 + 2.5 * tie.share)
    }
    let (source, target) = (EdgeEndpoint(nodeID(tie.source)), EdgeEndpoint(nodeID(tie.target)))
    switch tie.kind {
    case .supply: break
    case .processing: attributes[.style] = .text("dashed")
    case .variant:
      attributes[.arrowhead] = .text("onormal")
      attributes[.penwidth] = .number(1)
    case .returnFlow:
      // Laid out from left to right like everything else and drawn with its head at the left: so
      // the loop closes without turning the chain round.
      attributes = attributes.merging([
        .color: .color(theme.returnTie), .dir: .text("back"), .penwidth: .number(1.6),
        .style: .text("dashed"),
      ])
      return Digraph.Edge(from: target, to: source, attributes)
    }
    return Digraph.Edge(from: source, to: target, attributes)
  }
}
