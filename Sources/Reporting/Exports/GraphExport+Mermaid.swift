import GapAnalysis
import IndustryChain

extension GraphExport {
  /// So many firms are named in a box; the others are counted.
  private static let firmLimit = 3

  /// The graph as a Mermaid flowchart, which Markdown viewers draw.
  ///
  /// A frame a chain, a box a link in the colours of its coverage, an arrow an input with its share
  /// where somebody has given one. Ids are numbers; all text is quoted and escaped.
  public func mermaid(in language: DiagramLanguage) -> String {
    let graph = analysis.graph
    let wording = DiagramWording(language: language)
    let theme = DiagramTheme.light
    var lines = ["flowchart LR"]
    for chain in graph.chains.indices {
      let members = nodes.filter { graph.chainIndex[$0.index] == chain }
      guard !members.isEmpty else { continue }
      let title = MermaidText.escaped(wording.name(graph.chains[chain].name))
      lines.append("  subgraph c\(chain)[\"\(title)\"]")
      lines += members.map { node in
        "    n\(node.index)[\"\(label(of: node, wording))\"]:::\(node.coverage.rawValue)"
      }
      lines.append("  end")
    }
    for edge in edges {
      guard let supplier = graph.index(of: edge.supplier), let buyer = graph.index(of: edge.buyer)
      else { continue }
      lines.append("  n\(supplier) \(arrow(for: edge.input, wording)) n\(buyer)")
    }
    lines += Coverage.allCases.map { coverage in
      let box = theme.box(coverage)
      return
        "  classDef \(coverage.rawValue) fill:\(box.fill),stroke:\(box.frame),color:\(box.text)"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func label(of node: Node, _ wording: DiagramWording) -> String {
    var parts = wording.names(node.link.name)
    parts.append(wording.coverage(node.coverage))
    let presences = analysis.presences[node.index]
    parts += presences.prefix(Self.firmLimit).map { wording.firm($0) }
    if presences.count > Self.firmLimit { parts.append("+\(presences.count - Self.firmLimit)") }
    return parts.map(MermaidText.escaped).joined(separator: "<br/>")
  }

  /// Thick for a critical input, dotted for what is worked on or comes back.
  private func arrow(for input: Input, _ wording: DiagramWording) -> String {
    let line =
      switch (input.route, input.isCritical) {
      case (.purchase, true): "==>"
      case (.purchase, false): "-->"
      case (.processing, _), (.returnFlow, _): "-.->"
      }
    guard let share = input.share else { return line }
    return line
      + "|\"\(MermaidText.escaped(Wording(wording.language.leading).percent(share.value)))\"|"
  }
}
