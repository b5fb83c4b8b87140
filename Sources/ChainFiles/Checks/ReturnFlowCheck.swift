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
  /// `links` are sorted by id. O(links + inputs).
  static func findings(in links: [ResolvedLink], index: [LinkID: Int]) -> [Diagnostic] {
    let graph = MaterialGraph(links, index: index)
    return DirectedGraph(successors: graph.buyers).cycles().compactMap { cycle in
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
  private(set) var buyers: [[Int]]
  private let linkCount: Int
  private var work: [(sender: Int, service: Int)] = []

  init(_ links: [ResolvedLink], index: [LinkID: Int]) {
    linkCount = links.count
    buyers = [[Int]](repeating: [], count: links.count)
    var workOf: [Int: [Int]] = [:]
    for (sender, item) in links.enumerated() {
      for input in item.link.inputs where input.route == .processing {
        guard let service = index[input.supplier], service != sender else { continue }
        let node = buyers.count
        work.append((sender, service))
        workOf[sender, default: []].append(node)
        buyers.append([])
        buyers[sender].append(node)
        buyers[service].append(node)
      }
    }
    for (buyer, item) in links.enumerated() {
      for input in item.link.inputs where input.route == .purchase {
        guard let supplier = index[input.supplier], supplier != buyer else { continue }
        for node in workOf[supplier] ?? [supplier] { buyers[node].append(buyer) }
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
