/// The strongly connected components of a graph: nodes on common cycles, or single nodes.
public struct StrongComponents: Sendable {
  /// The component of each node.
  public let componentOfNode: [Int32]
  private let offsets: [Int32]
  private let members: [Int32]

  /// The number of components.
  public var count: Int { offsets.count - 1 }

  /// The nodes of a component, ascending.
  ///
  /// Components are numbered so that every edge between two of them leads from a higher number to a
  /// lower one: ascending order meets the targets of all edges first.
  public func nodes(of component: Int) -> ArraySlice<Int32> {
    members[Int(offsets[component])..<Int(offsets[component + 1])]
  }

  /// Finds the components by depth-first search with a stack of its own; linear in nodes and edges.
  ///
  /// Source: R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972).
  public init(of graph: DirectedGraph) {
    let count = graph.nodeCount
    var component = [Int32](repeating: -1, count: count)
    var number = [Int32](repeating: 0, count: count)  // by first visit, from 1; 0 is not visited
    var low = [Int32](repeating: 0, count: count)  // the least number reached so far
    var cursor = [Int32](repeating: 0, count: count)
    var open: [Int32] = []
    var path: [Int32] = []
    var visited: Int32 = 0
    var found: Int32 = 0
    for root in 0..<count where number[root] == 0 {
      path.append(Int32(root))
      while let last = path.last {
        let node = Int(last)
        let edges = graph.edgeRange(of: node)
        if number[node] == 0 {
          visited += 1
          number[node] = visited
          low[node] = visited
          cursor[node] = Int32(edges.lowerBound)
          open.append(last)
        }
        var descent: Int?
        while descent == nil, Int(cursor[node]) < edges.upperBound {
          let target = graph.target(ofEdge: Int(cursor[node]))
          if number[target] == 0 {
            // The cursor stays, so that the target's `low` is taken over on the way back.
            descent = target
          } else {
            if component[target] < 0 { low[node] = min(low[node], low[target]) }
            cursor[node] += 1
          }
        }
        if let descent {
          path.append(Int32(descent))
          continue
        }
        path.removeLast()
        guard low[node] == number[node] else { continue }
        while let member = open.popLast() {
          component[Int(member)] = found
          if Int(member) == node { break }
        }
        found += 1
      }
    }
    var offsets = [Int32](repeating: 0, count: Int(found) + 1)
    for id in component { offsets[Int(id) + 1] += 1 }
    for id in 0..<Int(found) { offsets[id + 1] += offsets[id] }
    var next = offsets
    var members = [Int32](repeating: 0, count: count)
    for node in 0..<count {
      let id = Int(component[node])
      members[Int(next[id])] = Int32(node)
      next[id] += 1
    }
    componentOfNode = component
    self.offsets = offsets
    self.members = members
  }
}
