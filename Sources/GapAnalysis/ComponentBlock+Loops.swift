import IndustryChain

extension ComponentBlock {
  /// Solves a large block by cutting a few links that lie on all its loops.
  ///
  /// With F the cut links, every walk splits at its visits to F. β_g(x) sums the walks from g ∈ F to
  /// x that meet F only at their ends, α_f(x) those from x to f, their first step taken at the full
  /// share; W = β restricted to F, K = (I − W)⁻¹. Then σ_x = Σ α_f(x) K_fg β_g(x), and for a cut
  /// link σ_f = Σ_g α_g(f) K_gf. Edges · f + links · f² + f³.
  func solvedByCuttingLoops() -> Solved {
    let loops = DirectedGraph(
      nodeCount: count, edges: purchases.map { (source: $0.supplier, target: $0.buyer) })
    let cut = withVariants(loops.feedbackVertices())
    let isCut = cut.reduce(into: [Bool](repeating: false, count: count)) { $0[$1] = true }
    let sweep = Sweep(block: self, isCut: isCut, order: loops.order(without: isCut))
    let nothing = [Double](repeating: 0, count: count)

    let plain = sweep.forward(from: contentFromOutside, held: nothing)
    let forward = cut.map { start in
      sweep.forward(from: nothing, held: nothing.replacing(start, with: 1))
    }
    let backward = cut.map { end in sweep.backward(to: end) }

    var kernel = SquareMatrix(identityOfOrder: cut.count)
    for row in cut.indices {
      for column in cut.indices { kernel[row, column] -= forward[row][cut[column]] }
    }
    kernel.invertWithoutPivoting()
    func throughKernel(_ row: [Double]) -> [Double] {
      cut.indices.map { column in
        cut.indices.reduce(0) { $0 + row[$1] * kernel[$1, column] }
      }
    }

    let cutContent = throughKernel(cut.map { plain[$0] })
    var content = plain
    var placeInCut = [Int?](repeating: nil, count: count)
    for (place, link) in cut.enumerated() {
      content[link] = cutContent[place]
      placeInCut[link] = place
    }
    var selfDemand = nothing
    for link in 0..<count {
      let markets = markets(of: link)
      let arriving = throughKernel(
        cut.indices.map { place in markets.reduce(0) { $0 + backward[place][$1] } })
      if let place = placeInCut[link] {
        selfDemand[link] = arriving[place]
      } else {
        for place in cut.indices {
          content[link] += cutContent[place] * forward[place][link]
          selfDemand[link] += arriving[place] * forward[place][link]
        }
      }
    }
    return (content, selfDemand)
  }

  /// Adds the variants of cut umbrellas: a variant's loop may close at its umbrella without a step
  /// that leaves the umbrella, so cutting the umbrella alone would miss it.
  private func withVariants(_ cut: [Int]) -> [Int] {
    let chosen = Set(cut)
    return (0..<count).filter { link in markets(of: link).contains { chosen.contains($0) } }
  }
}

/// Sums over walks in a block whose loops have been cut, one pass over the inputs each.
private struct Sweep {
  let block: ComponentBlock
  let isCut: [Bool]
  /// The links in an order in which suppliers stand before buyers, the cut links last.
  let order: [Int]
  let byBuyer: DirectedGraph
  let bySupplier: DirectedGraph

  init(block: ComponentBlock, isCut: [Bool], order: [Int]) {
    self.block = block
    self.isCut = isCut
    self.order = order + isCut.indices.filter { isCut[$0] }
    // Graphs over links whose "targets" are places in the list of inputs.
    byBuyer = Self.rows(of: block) { $0.buyer }
    bySupplier = Self.rows(of: block) { $0.supplier }
  }

  private static func rows(
    of block: ComponentBlock, by key: (ComponentBlock.Purchase) -> Int
  ) -> DirectedGraph {
    let count = max(block.count, block.purchases.count)
    return DirectedGraph(
      nodeCount: count,
      edges: block.purchases.enumerated().map { (source: key($0.element), target: $0.offset) })
  }

  /// What arrives at each link: its base, and what its suppliers pass on; a cut supplier passes on
  /// what it is held at.
  func forward(from base: [Double], held: [Double]) -> [Double] {
    var value = base
    for link in order {
      for edge in byBuyer.successors(of: link) {
        let purchase = block.purchases[Int(edge)]
        let supplier = purchase.supplier
        let passed = isCut[supplier] ? held[supplier] : value[supplier]
        value[link] += block.ratio[supplier] * purchase.share * passed
      }
    }
    return value
  }

  /// The walks from each link to a cut link that meet no cut link between, the first step at the
  /// full share and the others at what is supplied locally.
  func backward(to end: Int) -> [Double] {
    var value = [Double](repeating: 0, count: block.count)
    func sum(at link: Int) -> Double {
      bySupplier.successors(of: link).reduce(0) { total, edge in
        let purchase = block.purchases[Int(edge)]
        let buyer = purchase.buyer
        if buyer == end { return total + purchase.share }
        return isCut[buyer]
          ? total : total + purchase.share * block.ratio[buyer] * value[buyer]
      }
    }
    for link in order.reversed() where !isCut[link] { value[link] = sum(at: link) }
    for link in order where isCut[link] { value[link] = sum(at: link) }
    return value
  }
}

extension [Double] {
  fileprivate func replacing(_ index: Int, with value: Double) -> [Double] {
    var copy = self
    copy[index] = value
    return copy
  }
}
