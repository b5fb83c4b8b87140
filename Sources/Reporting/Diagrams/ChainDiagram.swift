public import GapAnalysis
public import Graphviz
import IndustryChain

/// A drawing of chains as a value: what is there, what is missing, how it hangs together.
public struct ChainDiagram: Sendable {
  let analysis: Analysis
  let scope: DiagramScope
  let wording: DiagramWording
  let theme: DiagramTheme
  let selection: DiagramSelection
  /// How far its links are put together.
  public internal(set) var folding: DiagramFolding

  /// A drawing of a part of the workspace.
  public init(
    of analysis: Analysis, showing scope: DiagramScope,
    keeping selection: DiagramSelection = .everyLink,
    in language: DiagramLanguage, coloredFor colors: DiagramColors = .light,
    foldedBy folding: DiagramFolding = .none
  ) {
    self.analysis = analysis
    self.scope = scope
    self.selection = selection
    wording = DiagramWording(language: language)
    theme = colors.theme
    self.folding = folding
  }

  /// What it shows, before folding.
  var content: DiagramContent { DiagramContent(scope, keeping: selection, of: analysis) }

  /// Whether there is no link to draw.
  public var isEmpty: Bool {
    content.links.isEmpty
  }

  /// With more links Graphviz straightens arrows only so long: left to itself it spends most of the
  /// time on that, for arrows of the same length.
  private static let patientCount = 300

  /// The drawing as a graph to lay out, from suppliers at the left to buyers at the right.
  ///
  /// Linear in the links and ties of the workspace but for sorting.
  public func digraph() -> Digraph {
    let content = content
    let title = title()
    let parts = folding == .none ? parts(of: content) : foldedParts(of: content)
    var edgeDefaults: Attributes = [
      .color: .color(theme.tie), .arrowsize: .number(0.7), .fontname: .text(theme.fontName),
      .fontsize: .number(9),
    ]
    if folding == .none {
      // From right to left side only: else arrows end at the top of a box, across the heading above.
      edgeDefaults[.tailport] = .text("e")
      edgeDefaults[.headport] = .text("w")
    }
    var attributes: Attributes = [
      .rankdir: .text("LR"), .bgcolor: .color(theme.paper), .fontname: .text(theme.fontName),
      // Title and key together above everything: no arrow is led through the graph's own label.
      .label: .html(heading(title, above: legend(of: content, arrows: parts.arrows))),
      .labelloc: .text("t"), .labeljust: .text("l"), .nodesep: .number(0.22),
      .ranksep: .number(0.45), .newrank: .flag(true), .pad: .number(0.2),
      .splines: .text("spline"), .outputorder: .text("edgesfirst"),
    ]
    if content.links.count + content.guests.count > Self.patientCount {
      attributes[.nslimit] = .number(1)
    }
    return Digraph(
      name: title, attributes: attributes,
      nodeDefaults: [
        .shape: .text("box"), .fontname: .text(theme.fontName), .margin: .text("0.09,0.05"),
        .height: .number(0.3),
      ],
      edgeDefaults: edgeDefaults,
      subgraphs: [
        // Without a frame around everything, what stands in no band drifts away from it.
        Digraph.Subgraph(
          "sheet", kind: .cluster,
          // It would bear the graph's label otherwise.
          attributes: [.label: .text(""), .pencolor: .text("none"), .margin: .number(16)],
          nodes: parts.nodes, subgraphs: parts.groups)
      ],
      edges: parts.edges)
  }

  /// What stands under the title, and the arrows.
  struct Parts {
    let nodes: [Digraph.Node]
    let groups: [Digraph.Subgraph]
    let edges: [Digraph.Edge]
    let arrows: Set<DiagramLegend.Arrow>
  }

  /// One box a link.
  private func parts(of content: DiagramContent) -> Parts {
    let anchors = anchors(for: content.links)
    let guests = Set(content.guests)
    return Parts(
      nodes: content.guests.map { node(for: $0, isGuest: true) }
        + unframed(of: content.links).map { node(for: $0, isGuest: false) } + anchors.nodes,
      groups: groups(of: content.links),
      edges: content.ties.map { edge(for: $0, guests: guests) } + anchors.edges,
      arrows: Set(content.ties.map(\.arrow)).union(
        content.ties.contains { $0.isLeak } ? [.leak] : []))
  }

  private func legend(
    of content: DiagramContent, arrows: Set<DiagramLegend.Arrow>
  ) -> DiagramLegend {
    let shown = content.links + content.guests
    let boxes =
      folding == .none
      ? shown.map { [$0] }
      : FoldedContent(content, by: folding, of: analysis.graph).boxes.map(\.links)
    let targets = boxes.compactMap { analysis.bestScoredTarget(among: $0) }
    var badges: Set<DiagramLegend.Badge> = []
    if targets.contains(where: { $0.chainValue.millionCNY > 0 }) { badges.insert(.rank) }
    if targets.contains(where: { $0.chainValue.millionCNY <= 0 }) { badges.insert(.zero) }
    return DiagramLegend(
      wording: wording, theme: theme, isFolded: folding != .none,
      coverages: Set(shown.map { analysis.today.coverage[$0] }), badges: badges, arrows: arrows)
  }
}
