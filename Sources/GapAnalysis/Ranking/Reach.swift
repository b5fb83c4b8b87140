import IndustryChain

/// The covered links that would trade with a link, over the money graph.
public struct Reach: Hashable, Sendable {
  /// Covered links that would buy from it or send their product to it, as graph indices, ascending.
  public let buyers: [Int]
  /// Covered links that would sell to it, as graph indices, ascending.
  public let suppliers: [Int]
  /// The number of distinct chains among the buyers.
  public let buyerChainCount: Int
  /// The number of distinct links among buyers and suppliers.
  public let linkCount: Int
  /// The number of distinct chains among buyers and suppliers.
  public let chainCount: Int

  /// Counts what is distinct; the links of `chainIndex` are those of the graph.
  init(buyers: [Int], suppliers: [Int], chainIndex: [Int]) {
    self.buyers = buyers
    self.suppliers = suppliers
    buyerChainCount = Set(buyers.map { chainIndex[$0] }).count
    let all = Set(buyers + suppliers)
    linkCount = all.count
    chainCount = Set(all.map { chainIndex[$0] }).count
  }
}

extension ChainGraph {
  /// The links that pay for a link's product, its umbrellas' buyers included, ascending.
  func buyers(of link: Int, in sales: DirectedGraph) -> [Int] {
    let markets = [link] + umbrellas(of: link)
    return Set(markets.flatMap { sales.successors(of: $0).map { Int($0) } })
      .subtracting([link]).sorted()
  }
}
