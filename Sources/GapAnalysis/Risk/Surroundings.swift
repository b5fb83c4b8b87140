import IndustryChain

/// Which links feel a change of some supply ratios, so that no others need be solved again.
struct Surroundings {
  /// The component of each link, suppliers before buyers.
  private let level: [Int32]
  /// Supplier → buyer.
  private let sales: DirectedGraph

  /// Looks over a region; linear in links and inputs.
  init(of figures: RegionFigures) {
    let technology = figures.technology
    let purchases = DirectedGraph(
      nodeCount: technology.linkCount, offsets: technology.offsets,
      targets: technology.suppliers)
    level = StrongComponents(of: purchases).componentOfNode
    sales = purchases.reversed()
  }

  /// The links whose local content changes with some ratios, as far as the content of `starts`
  /// depends on it: those between them, `starts` included, ascending.
  ///
  /// Linear in the links and inputs whose components lie between the two.
  func links(from starts: [Int], to changed: [Int], in figures: RegionFigures) -> [Int] {
    let technology = figures.technology
    let highest = starts.map { level[$0] }.max() ?? -1
    var isTouched = [Bool](repeating: false, count: technology.linkCount)
    for link in changed { isTouched[link] = true }
    var pending = changed
    while let supplier = pending.popLast() {
      guard figures.localSupplyRatio[supplier] > 0 else { continue }
      for buyer in sales.successors(of: supplier).map({ Int($0) })
      where !isTouched[buyer] && level[buyer] <= highest {
        isTouched[buyer] = true
        pending.append(buyer)
      }
    }
    var found = Set(starts)
    pending = starts
    while let buyer = pending.popLast() {
      for edge in technology.inputRange(of: buyer) where technology.shares[edge] > 0 {
        let supplier = Int(technology.suppliers[edge])
        guard isTouched[supplier], figures.localSupplyRatio[supplier] > 0 else { continue }
        if found.insert(supplier).inserted { pending.append(supplier) }
      }
    }
    return found.sorted()
  }

  /// Local content of some links once ratios have changed, solved among the links that feel it;
  /// what the others pass on stays as it was.
  func content(
    of links: [Int], among members: [Int], ratio: [Int: Double], in figures: RegionFigures
  ) -> [Double] {
    let technology = figures.technology
    let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    var offsets: [Int32] = [0]
    var suppliers: [Int32] = []
    var shares: [Double] = []
    var passedOn: [Double] = []
    for link in members {
      var content = technology.valueAdded[link]
      for edge in technology.inputRange(of: link) where technology.shares[edge] > 0 {
        let supplier = Int(technology.suppliers[edge])
        if let place = places[supplier] {
          suppliers.append(Int32(place))
          shares.append(technology.shares[edge])
        } else {
          content +=
            figures.localSupplyRatio[supplier] * technology.shares[edge]
            * figures.localContent[supplier]
        }
      }
      passedOn.append(content)
      offsets.append(Int32(suppliers.count))
    }
    let solution = LocalSolution(
      Technology(offsets: offsets, suppliers: suppliers, shares: shares, valueAdded: passedOn),
      localSupplyRatio: members.map { ratio[$0] ?? figures.localSupplyRatio[$0] })
    return links.map { link in places[link].map { solution.localContent[$0] } ?? 0 }
  }
}
