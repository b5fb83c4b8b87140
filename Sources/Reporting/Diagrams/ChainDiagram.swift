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

  /// A drawing of a part of the workspace.
  public init(
    of analysis: Analysis, showing scope: DiagramScope,
    keeping selection: DiagramSelection = .everyLink,
    in language: DiagramLanguage, coloredFor colors: DiagramColors = .light
  ) {
    self.analysis = analysis
    self.scope = scope
    self.selection = selection
    wording = DiagramWording(language: language)
    theme = colors.theme
  }

  /// Whether there is no link to draw.
  public var isEmpty: Bool {
    DiagramContent(scope, keeping: selection, of: analysis).links.isEmpty
  }

  /// The drawing as a graph to lay out, from suppliers at the left to buyers at the right.
  ///
  /// Linear in the links and ties of the workspace but for sorting.
  public func digraph() -> Digraph {
    let content = DiagramContent(scope, keeping: selection, of: analysis)
    let title = title()
    let anchors = anchors(for: content.links)
    // The title stands above everything and the legend below: two frames, one in the other.
    let sheet = Digraph.Subgraph(
      "sheet", kind: .cluster,
      attributes: [
        .label: .html(heading(title)), .labelloc: .text("t"),
        .labeljust: .text("l"), .pencolor: .text("none"), .margin: .number(16),
      ],
      nodes: content.guests.map { node(for: $0, isGuest: true) }
        + unframed(of: content.links).map { node(for: $0, isGuest: false) } + anchors.nodes,
      subgraphs: groups(of: content.links))
    return Digraph(
      name: title,
      attributes: [
        .rankdir: .text("LR"), .bgcolor: .color(theme.paper), .fontname: .text(theme.fontName),
        .label: .html(DiagramLegend(wording: wording, theme: theme).html()),
        .labelloc: .text("b"), .labeljust: .text("l"), .nodesep: .number(0.22),
        .ranksep: .number(0.45), .newrank: .flag(true), .pad: .number(0.2),
        .splines: .text("spline"), .outputorder: .text("edgesfirst"),
      ],
      nodeDefaults: [
        .shape: .text("box"), .fontname: .text(theme.fontName), .margin: .text("0.09,0.05"),
        .height: .number(0.3),
      ],
      edgeDefaults: [
        .color: .color(theme.tie), .arrowsize: .number(0.7), .fontname: .text(theme.fontName),
        .fontsize: .number(9),
      ],
      subgraphs: [sheet],
      edges: content.ties.map { edge(for: $0) } + anchors.edges)
  }
}
