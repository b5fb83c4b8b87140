import Diagnostics
import IndustryChain

/// Finds cycles of material in which no input is marked as a return flow.
///
/// Work sent out is a node of its own for each sender: two links that use the same service do not
/// pass material to one another there.
enum ReturnFlowCheck {
  /// One finding for each group of links that feed one another, with a shortest cycle through its
  /// first link.
  ///
  /// O(links + inputs).
  static func findings(in network: LinkNetwork) -> [Diagnostic] {
    let links = network.links
    let graph = MaterialGraph(network)
    return DirectedGraph(nodeCount: graph.nodeCount, edges: graph.edges).cycles().compactMap {
      cycle in
      let path = cycle.map { graph.link(of: $0) }
      var distinct: [Int] = []
      for link in path where distinct.last != link { distinct.append(link) }
      guard distinct.count > 1, let first = cycle.first, let last = cycle.last else { return nil }
      let location = links[first].location(ofInputFrom: links[graph.sender(of: last)].link.id)
      return .cycleWithoutReturn(distinct.map { links[$0] }, at: location)
    }
  }
}

/// Where the material of each link goes, return flows and self-inputs left out.
private struct MaterialGraph {
  /// Links first, then one node for each piece of work sent out.
  private(set) var nodeCount: Int
  /// From each node to the links that buy of it, or the work that it is sent to.
  private(set) var edges: [(source: Int, target: Int)] = []
  private let linkCount: Int
  private var work: [(sender: Int, service: Int)] = []

  init(_ network: LinkNetwork) {
    let links = network.links
    linkCount = links.count
    nodeCount = links.count
    var workOf: [Int: [Int]] = [:]
    for sender in links.indices {
      for input in network.inputs(of: sender)
      where input.route == .processing && input.supplier != sender {
        let node = nodeCount
        nodeCount += 1
        work.append((sender, input.supplier))
        workOf[sender, default: []].append(node)
        edges.append((sender, node))
        edges.append((input.supplier, node))
      }
    }
    for buyer in links.indices {
      for input in network.inputs(of: buyer)
      where input.route == .purchase && input.supplier != buyer {
        if !workOf.isEmpty, let nodes = workOf[input.supplier] {
          for node in nodes { edges.append((node, buyer)) }
        } else {
          edges.append((input.supplier, buyer))
        }
      }
    }
  }

  /// The link that a node stands for; work stands for its service.
  func link(of node: Int) -> Int { node < linkCount ? node : work[node - linkCount].service }

  /// The link whose material leaves a node.
  func sender(of node: Int) -> Int { node < linkCount ? node : work[node - linkCount].sender }
}

extension Diagnostic {
  static func cycleWithoutReturn(_ cycle: [ResolvedLink], at location: Location) -> Self {
    Self(
      .cycleWithoutReturn, at: location,
      "a cycle has no return flow: \(cycle.path)", "循环中没有标出回流：\(cycle.path)",
      help: LocalizedText(
        "mark the input by which material comes back with `return: true`",
        "在物料返回的那条投入上标 `return: true`"))
  }
}
