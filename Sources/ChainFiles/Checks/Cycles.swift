/// Cycles of a small-footprint directed graph: `successors[node]` lists where its edges go.
///
/// The only door to graph algorithms in this module.
enum Cycles {
  /// One shortest cycle for each group of nodes that reach one another, through the first node of
  /// the group; its nodes in order, the first not repeated.
  ///
  /// Groups are ordered by that node.
  ///
  /// Empty without cycles; an edge from a node to itself is one. O(nodes + edges), without recursion.
  static func shortest(in successors: [[Int]]) -> [[Int]] {
    let component = components(of: successors)
    var seen: Set<Int> = []
    return successors.indices.compactMap { node in
      guard seen.insert(component[node]).inserted else { return nil }
      return shortest(through: node, in: successors, component: component)
    }
  }

  /// The number of each node's strongly connected component.
  ///
  /// Source: Tarjan (1972), with an explicit stack.
  static func components(of successors: [[Int]]) -> [Int] {
    let count = successors.count
    var order = [Int](repeating: -1, count: count)
    var low = order
    var component = order
    var open: [Int] = []
    var path: [(node: Int, edge: Int)] = []
    var visitedCount = 0
    var componentCount = 0
    for root in 0..<count where order[root] < 0 {
      path.append((root, 0))
      while let (node, edge) = path.popLast() {
        if edge == 0 {
          order[node] = visitedCount
          low[node] = visitedCount
          visitedCount += 1
          open.append(node)
        } else {
          low[node] = min(low[node], low[successors[node][edge - 1]])
        }
        if edge < successors[node].count {
          path.append((node, edge + 1))
          let next = successors[node][edge]
          if order[next] < 0 {
            path.append((next, 0))
          } else if component[next] < 0 {
            low[node] = min(low[node], order[next])
          }
          continue
        }
        guard low[node] == order[node] else { continue }
        while let member = open.popLast() {
          component[member] = componentCount
          low[member] = .max
          if member == node { break }
        }
        componentCount += 1
      }
    }
    return component
  }

  /// A shortest way from a node back to itself inside its component, `nil` where there is none.
  private static func shortest(
    through start: Int, in successors: [[Int]], component: [Int]
  ) -> [Int]? {
    var predecessor: [Int: Int] = [:]
    var queue = [start]
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      for next in successors[node] where component[next] == component[start] {
        if next == start {
          var cycle = [node]
          while let last = cycle.last, last != start, let before = predecessor[last] {
            cycle.append(before)
          }
          return cycle.reversed()
        }
        guard predecessor[next] == nil else { continue }
        predecessor[next] = node
        queue.append(next)
      }
    }
    return nil
  }
}
