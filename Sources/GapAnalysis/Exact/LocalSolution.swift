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
  /// Value added inside the region per unit of output, c_j, 0…1.
  let localContent: [Double]
  /// Demand for a link that one unit of its own output causes, σ_k, from 0.
  let selfDemand: [Double]

  /// Solves for all links at once.
  ///
  /// Linear in links and inputs for links on no loop; a component costs what `ComponentSolver` says.
  /// Beside the result 20 bytes a link, and the largest component's links and inputs.
  ///
  /// - Parameters:
  ///   - technology: The coefficients; every closed group of links must add value somewhere.
  ///   - localSupplyRatio: r of each link, 0…1.
  ///   - cut: Which links on loops are eliminated together.
  init(
    _ technology: Technology, localSupplyRatio: [Double], cut: ComponentSolver.Cut = .fewest
  ) {
    let count = technology.linkCount
    precondition(localSupplyRatio.count == count)
    let graph = DirectedGraph(
      nodeCount: count, offsets: technology.offsets, targets: technology.suppliers)
    let components = StrongComponents(of: graph)
    var selfDemand: [Double] = []
    localContent = [Double](unsafeUninitializedCapacity: count) { content, contentCount in
      selfDemand = [Double](unsafeUninitializedCapacity: count) { selfDemand, selfDemandCount in
        technology.withRows { rows in
          localSupplyRatio.withUnsafeBufferPointer { ratio in
            let links = ComponentSolver.Links(
              rows: rows, ratio: ratio, content: content, selfDemand: selfDemand)
            Self.solve(components, links, cut: cut)
          }
        }
        selfDemandCount = count
      }
      contentCount = count
    }
    self.selfDemand = selfDemand
  }

  /// Edges lead from buyer to supplier, so ascending components meet suppliers before buyers.
  private static func solve(
    _ components: StrongComponents, _ links: ComponentSolver.Links, cut: ComponentSolver.Cut
  ) {
    let solver = ComponentSolver(links, cut: cut)
    for component in 0..<components.count {
      components.withNodes(of: component) { members in
        if members.count == 1 {
          solver.solveAlone(Int(members[0]))
        } else {
          solver.solve(members)
        }
      }
    }
  }
}
