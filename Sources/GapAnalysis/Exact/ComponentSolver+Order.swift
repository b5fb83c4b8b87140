import IndustryChain

extension ComponentSolver {
  /// Gives the members their places: ordered, cut, missing.
  func number(_ members: UnsafeBufferPointer<Int32>) {
    count = members.count
    let link = link.reserve(count)
    let provisional = provisional.reserve(count)
    var present = 0
    var missing = 0
    for member in members {
      if links.ratio[Int(member)] > 0 {
        provisional[present] = member
        place[Int(member)] = Int32(present)
        present += 1
      } else {
        missing += 1
        link[count - missing] = member
        place[Int(member)] = Int32(count - missing)
      }
    }
    presentCount = present
    gatherEdges()
    var ordered = ordered(without: nil)
    if ordered < present {
      let isCut = cutLinks(leavingOut: ordered)
      ordered = self.ordered(without: isCut)
      var next = ordered
      for place in 0..<present where isCut[place] {
        link[next] = provisional[place]
        next += 1
      }
    }
    orderedCount = ordered
    // The order has buyers first.
    let order = order.base
    for position in 0..<ordered {
      link[ordered - 1 - position] = provisional[Int(order[position])]
    }
    for position in 0..<present { place[Int(link[position])] = Int32(position) }
  }

  /// The inputs among present links, buyer → supplier, by provisional places.
  private func gatherEdges() {
    let rows = links.rows
    let provisional = provisional.base
    let present = Int32(presentCount)
    let edgeStart = edgeStart.reserve(presentCount + 1)
    var inputCount = 0
    for buyer in 0..<presentCount {
      let row = Int(provisional[buyer])
      inputCount += Int(rows.offsets[row + 1] - rows.offsets[row])
    }
    let edgeTarget = edgeTarget.reserve(inputCount)
    var next = 0
    for buyer in 0..<presentCount {
      edgeStart[buyer] = Int32(next)
      let row = Int(provisional[buyer])
      for edge in Int(rows.offsets[row])..<Int(rows.offsets[row + 1]) {
        let seller = place[Int(rows.suppliers[edge])]
        if seller >= 0, seller < present, Int(seller) != buyer, rows.shares[edge] > 0 {
          edgeTarget[next] = seller
          next += 1
        }
      }
    }
    edgeStart[presentCount] = Int32(next)
  }

  /// Orders the present links that are not cut, buyers before suppliers, and says how many it
  /// reached; a loop that is left and what supplies it are not reached.
  private func ordered(without isCut: [Bool]?) -> Int {
    let (edgeStart, edgeTarget) = (edgeStart.base, edgeTarget.base)
    let buyerCount = buyerCount.reserve(presentCount, filledWith: 0)
    let order = order.reserve(presentCount)
    for buyer in 0..<presentCount where isCut?[buyer] != true {
      for edge in Int(edgeStart[buyer])..<Int(edgeStart[buyer + 1]) {
        buyerCount[Int(edgeTarget[edge])] += 1
      }
    }
    var end = 0
    for link in 0..<presentCount where buyerCount[link] == 0 && isCut?[link] != true {
      order[end] = Int32(link)
      end += 1
    }
    var next = 0
    while next < end {
      let buyer = Int(order[next])
      next += 1
      for edge in Int(edgeStart[buyer])..<Int(edgeStart[buyer + 1]) {
        let seller = Int(edgeTarget[edge])
        buyerCount[seller] -= 1
        if buyerCount[seller] == 0, isCut?[seller] != true {
          order[end] = Int32(seller)
          end += 1
        }
      }
    }
    return end
  }

  /// The links to cut, among those that the ordering did not reach.
  private func cutLinks(leavingOut ordered: Int) -> [Bool] {
    guard cut == .fewest else { return [Bool](repeating: true, count: presentCount) }
    let (edgeStart, edgeTarget) = (edgeStart.base, edgeTarget.base)
    var isReached = [Bool](repeating: false, count: presentCount)
    for position in 0..<ordered { isReached[Int(order.base[position])] = true }
    let core = (0..<presentCount).filter { !isReached[$0] }
    var placeInCore = [Int32](repeating: -1, count: presentCount)
    for (position, link) in core.enumerated() { placeInCore[link] = Int32(position) }
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(core.count + 1)
    var targets: [Int32] = []
    for link in core {
      for edge in Int(edgeStart[link])..<Int(edgeStart[link + 1]) {
        // What supplies the core without lying in it is not reached either, so all targets are.
        targets.append(placeInCore[Int(edgeTarget[edge])])
      }
      offsets.append(Int32(targets.count))
    }
    let graph = DirectedGraph(nodeCount: core.count, offsets: offsets, targets: targets)
    var isCut = [Bool](repeating: false, count: presentCount)
    for position in graph.feedbackVertices() { isCut[core[position]] = true }
    return isCut
  }
}
