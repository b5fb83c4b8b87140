import Diagnostics
import IndustryChain

/// Finds groups of links that spend all of their output on one another.
///
/// Nothing enters such a group and nothing leaves it, so that its prices and its demand have no
/// solution: money would go round for ever.
enum ClosedCycleCheck {
  /// One finding for each closed cycle.
  ///
  /// O(links + inputs).
  static func findings(in network: LinkNetwork) -> [Diagnostic] {
    let links = network.links
    let spenders = links.indices.map { spendsAll($0, in: network) }
    guard spenders.contains(true) else { return [] }
    let suppliers = links.indices.map { buyer in
      network.inputs(of: buyer).compactMap { ($0.share ?? 0) > 0 ? $0.supplier : nil }
    }
    let closed = closedLinks(spenders, suppliers: suppliers)
    guard closed.contains(true) else { return [] }
    let inner = suppliers.indices.map { closed[$0] ? suppliers[$0] : [] }
    let graph = DirectedGraph(successors: inner)
    let component = StrongComponents(of: graph).componentOfNode
    var isOpen: Set<Int32> = []
    for (buyer, bought) in inner.enumerated() {
      // What buys from another group lives on that group's cycle, which is named for itself.
      if bought.contains(where: { component[$0] != component[buyer] }) {
        isOpen.insert(component[buyer])
      }
    }
    return graph.cycles()
      .filter { cycle in cycle.allSatisfy { !isOpen.contains(component[$0]) } }
      .map { cycle in
        // The edges run from buyer to supplier; people read from supplier to buyer.
        .closedCycle((cycle.prefix(1) + cycle.dropFirst().reversed()).map { links[$0] })
      }
  }

  /// Whether a link spends all that it earns on other links.
  private static func spendsAll(_ link: Int, in network: LinkNetwork) -> Bool {
    let sum = network.inputs(of: link).reduce(0) { $0 + ($1.share ?? 0) }
    return sum >= 1 - InputCheck.tolerance
      && (network.links[link].link.valueAdded?.value ?? 0) <= 0
  }

  /// The links that spend all they earn, on links of which the same is true.
  private static func closedLinks(_ spenders: [Bool], suppliers: [[Int]]) -> [Bool] {
    var closed = spenders
    var buyers = [[Int]](repeating: [], count: spenders.count)
    for (buyer, bought) in suppliers.enumerated() {
      for supplier in bought { buyers[supplier].append(buyer) }
    }
    var opened = closed.indices.filter { !closed[$0] }
    while let link = opened.popLast() {
      for buyer in buyers[link] where closed[buyer] {
        closed[buyer] = false
        opened.append(buyer)
      }
    }
    return closed
  }
}

extension Diagnostic {
  /// `cycle` runs from supplier to buyer.
  static func closedCycle(_ cycle: [ResolvedLink]) -> Self {
    let first = cycle.first
    return Self(
      .closedCycle, at: first.map { .init(file: $0.file, range: $0.range) },
      "a closed cycle adds no value: \(cycle.path)", "闭合循环不产生增加值：\(cycle.path)",
      help: LocalizedText(
        "lower a share so that some output is left as value added or bought elsewhere",
        "调低其中一个投入系数，留出增加值或向别处的采购"))
  }
}

extension [ResolvedLink] {
  /// The way round: `a → b → a`, with the chain where it changes.
  var path: String {
    guard let first else { return "" }
    return (self + [first]).map { item in
      item.link.id.chain == first.link.id.chain ? item.link.id.name : item.link.id.description
    }
    .joined(separator: " → ")
  }
}
