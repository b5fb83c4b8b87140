/// All links of a workspace as the integers 0..<linkCount, with the two graphs that join them.
///
/// The money graph runs from buyer to supplier and holds every input. The material graph runs from
/// supplier to buyer and is what upstream and downstream mean.
public struct ChainGraph: Sendable {
  /// The links, sorted by id, and the inputs of each by supplier, whatever order files have; the
  /// place of a link here is its index everywhere.
  public let links: [Link]
  /// The chains, sorted by id.
  public let chains: [Chain]
  /// The place in `chains` of the chain that defines each link.
  public let chainIndex: [Int]
  /// Buyer → supplier, the edges of a link in the order of its `inputs`.
  public let purchases: DirectedGraph
  /// Supplier → buyer as material flows: no return flows, and a processed product goes to the
  /// service first and from there to the buyers.
  public let material: DirectedGraph
  /// Umbrella → variants.
  public let variants: DirectedGraph
  /// The umbrella of each link that is a variant.
  public let umbrella: [Int?]
  private let indexByID: [LinkID: Int]

  /// Numbers the links of a workspace and joins them.
  ///
  /// Inputs and umbrellas that name no link of the workspace are left out: whoever reads files has
  /// reported them. Linear in links and inputs but for the sorts by id.
  public init(_ workspace: Workspace) {
    self.init(chains: workspace.chains)
  }

  /// Numbers the links of some chains and joins them.
  public init(chains unsortedChains: [Chain]) {
    let chains = unsortedChains.sorted { $0.id < $1.id }
    var pairs: [(chain: Int, link: Link)] = []
    for (index, chain) in chains.enumerated() {
      pairs += chain.links.map { (index, $0) }
    }
    pairs.sort { $0.link.id < $1.link.id }
    var indexByID: [LinkID: Int] = [:]
    indexByID.reserveCapacity(pairs.count)
    for (index, pair) in pairs.enumerated() where indexByID[pair.link.id] == nil {
      indexByID[pair.link.id] = index
    }
    var purchases: [(source: Int, target: Int)] = []
    var variants: [(source: Int, target: Int)] = []
    var umbrella = [Int?](repeating: nil, count: pairs.count)
    for index in pairs.indices {
      let suppliers = pairs[index].link.keepInputs(within: indexByID)
      for supplier in suppliers { purchases.append((index, supplier)) }
      if let id = pairs[index].link.variantOf, let whole = indexByID[id] {
        umbrella[index] = whole
        variants.append((whole, index))
      }
    }
    self.chains = chains
    links = pairs.map(\.link)
    chainIndex = pairs.map(\.chain)
    self.indexByID = indexByID
    self.umbrella = umbrella
    self.purchases = DirectedGraph(nodeCount: pairs.count, edges: purchases)
    self.variants = DirectedGraph(nodeCount: pairs.count, edges: variants)
    material = Self.material(links: links, purchases: self.purchases, umbrella: umbrella)
  }

  /// The number of links.
  public var linkCount: Int { links.count }

  /// The index of a link, `nil` where the workspace has none of that id.
  public func index(of id: LinkID) -> Int? { indexByID[id] }

  /// Each input of a link with the index of its supplier.
  public func inputs(of link: Int) -> Zip2Sequence<[Input], ArraySlice<Int32>> {
    zip(links[link].inputs, purchases.successors(of: link))
  }

  private static func material(
    links: [Link], purchases: DirectedGraph, umbrella: [Int?]
  ) -> DirectedGraph {
    // The services that work on a link's product before its buyers get it.
    func services(of link: Int) -> [Int] {
      zip(links[link].inputs, purchases.successors(of: link))
        .filter { $0.0.route == .processing }.map { Int($0.1) }
    }
    var edges: [(source: Int, target: Int)] = []
    edges.reserveCapacity(purchases.edgeCount)
    func deliver(from supplier: Int, to buyer: Int) {
      let services = services(of: supplier)
      if services.isEmpty { edges.append((supplier, buyer)) }
      for service in services { edges.append((service, buyer)) }
    }
    for link in links.indices {
      for (input, supplier) in zip(links[link].inputs, purchases.successors(of: link)) {
        switch input.route {
        case .purchase: deliver(from: Int(supplier), to: link)
        case .processing: edges.append((link, Int(supplier)))
        case .returnFlow: break
        }
      }
      if let whole = umbrella[link] { deliver(from: link, to: whole) }
    }
    return DirectedGraph(nodeCount: links.count, edges: edges).simplified()
  }
}

extension Link {
  /// Drops the inputs from suppliers without a number, sorts the others by it, and returns the
  /// numbers.
  ///
  /// Sums round, and drawn figures follow one another, in the order of the inputs; so the order in
  /// which an author lists them must not reach the arithmetic. Inputs of one supplier are sorted by
  /// route.
  fileprivate mutating func keepInputs(within numbers: [LinkID: Int]) -> [Int] {
    var suppliers = inputs.compactMap { numbers[$0.supplier] }
    if suppliers.count < inputs.count { inputs.removeAll { numbers[$0.supplier] == nil } }
    guard zip(suppliers, suppliers.dropFirst()).contains(where: { $0 >= $1 }) else {
      return suppliers
    }
    let order = inputs.indices.sorted {
      (suppliers[$0], inputs[$0].route.rawValue) < (suppliers[$1], inputs[$1].route.rawValue)
    }
    inputs = order.map { inputs[$0] }
    suppliers.sort()
    return suppliers
  }
}
