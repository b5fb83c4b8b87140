import IndustryChain

/// Who buys from whom among links, as far as firms are there: over money inputs.
struct LocalTies {
  let graph: ChainGraph
  let sales: DirectedGraph
  /// The number of firms that operate in each link itself, at least.
  let firmCount: [Int]

  /// The ties of a region in today's light; linear in links and projects.
  init(of analysis: Analysis) {
    graph = analysis.graph
    sales = analysis.sales
    firmCount = analysis.presences.map { presences in
      presences.reduce(0) { $0 + ($1.isOperating ? $1.firm.count.atLeast : 0) }
    }
  }

  /// The links that the makers of a link name as suppliers, itself left out, ascending; for an
  /// umbrella without inputs those of its variants.
  func suppliers(of link: Int) -> [Int] {
    let makers =
      graph.links[link].inputs.isEmpty ? graph.family(of: link) : [link]
    return Set(makers.flatMap { graph.purchases.successors(of: $0).map { Int($0) } })
      .subtracting([link]).sorted()
  }

  /// The links with firms that name a link as a supplier, itself left out, ascending.
  func buyers(naming link: Int) -> [Int] {
    let direct = sales.successors(of: link).map { Int($0) }
    let mixed = direct.flatMap { graph.umbrellas(of: $0) }
      .filter { graph.links[$0].inputs.isEmpty }
    return Set(direct + mixed).subtracting([link]).filter { firmCount[$0] > 0 }.sorted()
  }

  /// The links with firms that can buy from the makers of a link: those who name it or one of its
  /// umbrellas, ascending.
  func buyers(from link: Int) -> [Int] {
    let markets = [link] + graph.umbrellas(of: link)
    return Set(markets.flatMap { buyers(naming: $0) }).subtracting([link]).sorted()
  }

  /// Whether anybody operates in a link or in one of its variants.
  func isPresent(_ link: Int) -> Bool {
    graph.family(of: link).contains { firmCount[$0] > 0 }
  }
}

extension Presence {
  /// Whether the project operates on the day.
  var isOperating: Bool { stage == .operating }
}
