public import GapAnalysis
public import IndustryChain

/// The links of some chains with their results, and what they buy from each other, for other tools.
///
/// Nodes are links, edges run from supplier to buyer, one for each input. Links of other chains that
/// trade with the chosen ones are nodes too, marked as not selected, so that no edge is lost.
/// Writing any format is linear in nodes, edges and firms, but that each node asks whether it is among
/// the blocked links. A graph without links is a document without nodes.
public struct GraphExport: Sendable {
  /// One link and what is known of it.
  struct Node: Sendable {
    let analysis: Analysis
    /// The place of the link in `ChainGraph.links`.
    let index: Int
    /// Whether its chain was asked for.
    let isSelected: Bool

    var link: Link { analysis.graph.links[index] }
  }

  /// One input of a link.
  struct Edge: Sendable {
    let supplier: LinkID
    let buyer: LinkID
    let input: Input
  }

  let analysis: Analysis
  /// The nodes, by link id.
  let nodes: [Node]
  /// The edges, by buyer, and by the order of its inputs in the file.
  let edges: [Edge]

  /// The graph of some chains, of all of them where none is named.
  ///
  /// Linear in the links and inputs of the workspace. Chains that the workspace lacks add nothing.
  public init(of analysis: Analysis, chains: Set<ChainID> = []) {
    self.analysis = analysis
    let graph = analysis.graph
    let isSelected = graph.links.map { chains.isEmpty || chains.contains($0.id.chain) }
    var isShown = isSelected
    var edges: [Edge] = []
    for buyer in graph.links.indices {
      for (input, supplier) in graph.inputs(of: buyer)
      where isSelected[buyer] || isSelected[Int(supplier)] {
        isShown[buyer] = true
        isShown[Int(supplier)] = true
        edges.append(Edge(supplier: input.supplier, buyer: graph.links[buyer].id, input: input))
      }
    }
    self.edges = edges
    nodes = graph.links.indices.filter { isShown[$0] }.map {
      Node(analysis: analysis, index: $0, isSelected: isSelected[$0])
    }
  }
}
