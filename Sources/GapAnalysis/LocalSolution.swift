import IndustryChain

/// Local content and self-demand of every link, from one pass over the components of the graph.
///
/// With A the coefficients and R the diagonal of local supply ratios, L = (I − R A)⁻¹, content is
/// vᵀ L and self-demand the diagonal of A L. A variant's firms also meet its umbrella's demand, so
/// its self-demand counts both.
///
/// Source: R. Miller, P. Blair, Input–Output Analysis (2009), ch. 2, 8 and 12; the component order
/// makes the solve triangular by blocks.
struct LocalSolution: Sendable {
  /// The largest component that is solved as one dense block.
  static let denseLimit = 512

  /// Value added inside the region per unit of output, c_j, 0…1.
  private(set) var localContent: [Double]
  /// Demand for a link that one unit of its own output causes, σ_k, from 0.
  private(set) var selfDemand: [Double]

  /// Solves for all links at once.
  ///
  /// Linear in links and inputs for single links; a component of n links costs n³, a large one with
  /// f links on all its loops n f² + f³.
  ///
  /// - Parameters:
  ///   - technology: The coefficients; every closed group of links must add value somewhere.
  ///   - localSupplyRatio: r of each link, 0…1.
  ///   - denseLimit: The size up to which a component is solved as one dense block.
  init(_ technology: Technology, localSupplyRatio: [Double], denseLimit: Int = Self.denseLimit) {
    let count = technology.linkCount
    localContent = [Double](repeating: 0, count: count)
    selfDemand = [Double](repeating: 0, count: count)
    let graph = DirectedGraph(
      nodeCount: count, offsets: technology.offsets, targets: technology.suppliers)
    let components = StrongComponents(of: graph)
    // The place of each link in the block that is being solved; -1 outside it.
    var place = [Int32](repeating: -1, count: count)
    // Edges lead from buyer to supplier, so ascending components meet suppliers before buyers.
    for component in 0..<components.count {
      let members = components.nodes(of: component)
      for (position, link) in members.enumerated() { place[Int(link)] = Int32(position) }
      let block = ComponentBlock(
        members: members, place: place, technology: technology,
        localSupplyRatio: localSupplyRatio, localContent: localContent)
      let solved =
        switch members.count {
        case 1: block.solvedAlone()
        case ...denseLimit: block.solvedDense()
        default: block.solvedByCuttingLoops()
        }
      for (position, link) in members.enumerated() {
        localContent[Int(link)] = solved.content[position]
        selfDemand[Int(link)] = solved.selfDemand[position]
        place[Int(link)] = -1
      }
    }
  }
}
