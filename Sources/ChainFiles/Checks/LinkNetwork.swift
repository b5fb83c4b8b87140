import IndustryChain

/// The links of a workspace without errors, and how they hang together.
struct LinkNetwork {
  /// Sorted by id.
  let links: [ResolvedLink]
  /// For each link, the place in `links` of the supplier of each of its inputs.
  let suppliers: [[Int]]
  /// For each link, how many inputs of others name it.
  let buyerCounts: [Int]
  /// For each link, the place in `links` of the link of which it is a kind.
  let umbrellas: [Int?]
  /// For each link, whether others are kinds of it.
  let hasVariants: [Bool]

  /// Links what the ids name.
  ///
  /// O(links + inputs).
  init(_ links: [ResolvedLink], index: [LinkID: Int]) {
    self.links = links
    var buyerCounts = [Int](repeating: 0, count: links.count)
    var hasVariants = [Bool](repeating: false, count: links.count)
    suppliers = links.enumerated().map { buyer, item in
      item.link.inputs.map { input in
        // Without errors every supplier is known; an unknown one would count as its own.
        let supplier = index[input.supplier] ?? buyer
        if supplier != buyer { buyerCounts[supplier] += 1 }
        return supplier
      }
    }
    umbrellas = links.map { item in item.link.variantOf.flatMap { index[$0] } }
    for umbrella in umbrellas.compactMap({ $0 }) { hasVariants[umbrella] = true }
    self.buyerCounts = buyerCounts
    self.hasVariants = hasVariants
  }

  /// Whether a link buys nothing, sells nothing, is no kind of another and has no kinds.
  func isIsolated(_ link: Int) -> Bool {
    buyerCounts[link] == 0 && links[link].link.inputs.isEmpty && umbrellas[link] == nil
      && !hasVariants[link]
  }
}
