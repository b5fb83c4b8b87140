extension DirectedGraph {
  /// Some nodes without which no cycle is left, ascending; few, though not always the fewest.
  ///
  /// Takes nodes that can lie on no cycle away until none is left, then cuts the node with the most
  /// ways through it, and begins again. Nodes that point at themselves are always cut. Linear, and
  /// once more for each cut in the nodes still on a cycle; an acyclic graph gives none.
  ///
  /// Source: the contraction rules of H. Levy, D. Low, J. Algorithms 9 (1988), the choice by degrees.
  public func feedbackVertices() -> [Int] {
    let reverse = reversed()
    var isGone = [Bool](repeating: false, count: nodeCount)
    var outgoing = (0..<nodeCount).map { edgeRange(of: $0).count }
    var incoming = (0..<nodeCount).map { reverse.edgeRange(of: $0).count }
    var cut: [Int] = []
    var pending: [Int] = []
    func remove(_ node: Int) {
      isGone[node] = true
      for target in successors(of: node) where !isGone[Int(target)] {
        incoming[Int(target)] -= 1
        if incoming[Int(target)] == 0 { pending.append(Int(target)) }
      }
      for source in reverse.successors(of: node) where !isGone[Int(source)] {
        outgoing[Int(source)] -= 1
        if outgoing[Int(source)] == 0 { pending.append(Int(source)) }
      }
    }
    for node in 0..<nodeCount where successors(of: node).contains(Int32(node)) {
      cut.append(node)
      remove(node)
    }
    pending += (0..<nodeCount).filter { !isGone[$0] && (incoming[$0] == 0 || outgoing[$0] == 0) }
    var left = Array(0..<nodeCount)
    while true {
      while let node = pending.popLast() {
        if !isGone[node] { remove(node) }
      }
      left.removeAll { isGone[$0] }
      let widest = left.max { incoming[$0] * outgoing[$0] < incoming[$1] * outgoing[$1] }
      guard let widest else { return cut.sorted() }
      cut.append(widest)
      remove(widest)
    }
  }

  /// The nodes that are not cut, each before the targets of its edges.
  ///
  /// Nodes on a cycle that the cut leaves whole are left out, and so is what hangs on them. Linear.
  public func order(without isCut: [Bool]) -> [Int] {
    var incoming = [Int](repeating: 0, count: nodeCount)
    for node in 0..<nodeCount where !isCut[node] {
      for target in successors(of: node) { incoming[Int(target)] += 1 }
    }
    var order = (0..<nodeCount).filter { !isCut[$0] && incoming[$0] == 0 }
    var next = 0
    while next < order.count {
      for target in successors(of: order[next]) where !isCut[Int(target)] {
        incoming[Int(target)] -= 1
        if incoming[Int(target)] == 0 { order.append(Int(target)) }
      }
      next += 1
    }
    return order
  }
}
