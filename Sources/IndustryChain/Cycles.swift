extension DirectedGraph {
  /// One shortest cycle for each group of nodes that reach one another, through the least node of
  /// the group: its nodes in order, the first not repeated at the end.
  ///
  /// Sorted by that node; among cycles of the same length the one over the earliest edges. A node
  /// that points at itself is a cycle. Empty for an acyclic graph. Linear in nodes and edges.
  public func cycles() -> [[Int]] {
    let components = StrongComponents(of: self)
    return (0..<components.count)
      .compactMap { component in
        let nodes = components.nodes(of: component)
        guard let first = nodes.first else { return nil }
        // Most nodes stand alone.
        if nodes.count == 1, !successors(of: Int(first)).contains(first) { return nil }
        return shortestCycle(through: Int(first), within: components.componentOfNode)
      }
      .sorted { $0[0] < $1[0] }
  }

  /// A shortest closed path through a node, the node first and not repeated at the end.
  ///
  /// `nil` where no path comes back. Linear in nodes and edges.
  public func shortestCycle(through node: Int) -> [Int]? {
    shortestCycle(through: node, within: StrongComponents(of: self).componentOfNode)
  }

  /// Breadth first from a node back to itself, without leaving its component.
  private func shortestCycle(through start: Int, within component: [Int32]) -> [Int]? {
    var previous: [Int: Int] = [:]
    var queue = [start]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for next in successors(of: node).map({ Int($0) })
      where component[next] == component[start] {
        if next == start {
          var cycle = [node]
          while let last = cycle.last, last != start, let before = previous[last] {
            cycle.append(before)
          }
          return cycle.reversed()
        }
        guard previous[next] == nil else { continue }
        previous[next] = node
        queue.append(next)
      }
    }
    return nil
  }
}
