import IndustryChain

/// How much of some firms' outputs is sold inside the region.
enum InsideSales {
  /// Shares out what markets take among the links whose firms can serve them.
  ///
  /// A link's firms serve those who name it first and then its umbrellas; variants of one umbrella
  /// share its demand by what they have left to sell. Linear in outputs times umbrellas.
  ///
  /// - Parameters:
  ///   - outputs: Yearly output by link, million CNY.
  ///   - graph: The links.
  ///   - demand: What a link's market takes from these firms, million CNY a year, from 0.
  /// - Returns: What is sold inside, in the order of `outputs` and never more than they are.
  static func millionCNY(
    of outputs: [(link: Int, millionCNY: Double)], in graph: ChainGraph,
    taking demand: (Int) -> Double
  ) -> [Double] {
    let reach = outputs.map { [$0.link] + graph.umbrellas(of: $0.link) }
    var rest = outputs.map(\.millionCNY)
    let markets = Set(reach.flatMap { $0 })
      .map { (size: graph.family(of: $0).count, link: $0) }.sorted { $0 < $1 }
    for market in markets {
      let sellers = outputs.indices.filter { reach[$0].contains(market.link) }
      let offered = sellers.reduce(0) { $0 + rest[$1] }
      guard offered > 0 else { continue }
      let share = min(1, max(0, demand(market.link)) / offered)
      for seller in sellers { rest[seller] *= 1 - share }
    }
    return zip(outputs, rest).map { $0.millionCNY - $1 }
  }
}
