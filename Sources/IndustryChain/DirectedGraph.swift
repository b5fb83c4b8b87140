/// A directed graph over the integers 0..<nodeCount, its edges in one flat array (compressed rows).
///
/// Parallel edges and self-loops are kept as given; `simplified()` drops the repeats.
public struct DirectedGraph: Sendable {
  /// The number of nodes.
  public let nodeCount: Int
  private let offsets: [Int32]
  private let targets: [Int32]

  /// A graph of the given edges, which keep their order within each source.
  ///
  /// Every end of an edge must be in 0..<nodeCount. Linear in nodes and edges.
  public init(nodeCount: Int, edges: [(source: Int, target: Int)]) {
    var offsets = [Int32](repeating: 0, count: nodeCount + 1)
    for edge in edges { offsets[edge.source + 1] += 1 }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var next = offsets
    var targets = [Int32](repeating: 0, count: edges.count)
    for edge in edges {
      targets[Int(next[edge.source])] = Int32(edge.target)
      next[edge.source] += 1
    }
    self.init(nodeCount: nodeCount, offsets: offsets, targets: targets)
  }

  /// A graph from compressed rows: the targets of node `n` are `targets[offsets[n]..<offsets[n+1]]`.
  ///
  /// The offsets must ascend from 0 to the number of targets, and every target be in 0..<nodeCount:
  /// both are checked, since searches then go through memory unchecked. Linear.
  public init(nodeCount: Int, offsets: [Int32], targets: [Int32]) {
    precondition(offsets.count == nodeCount + 1 && offsets[0] == 0)
    precondition(offsets[nodeCount] == targets.count)
    precondition((0..<nodeCount).allSatisfy { offsets[$0] <= offsets[$0 + 1] })
    // A negative target is a large one without its sign.
    let largest = targets.reduce(0) { max($0, UInt32(bitPattern: $1)) }
    precondition(targets.isEmpty || largest < nodeCount)
    self.nodeCount = nodeCount
    self.offsets = offsets
    self.targets = targets
  }

  /// A graph whose node n has an edge to each of `successors[n]`, in that order.
  public init(successors: [[Int]]) {
    var offsets: [Int32] = [0]
    for targets in successors { offsets.append(offsets[offsets.count - 1] + Int32(targets.count)) }
    self.init(
      nodeCount: successors.count, offsets: offsets,
      targets: successors.flatMap { $0.map { Int32($0) } })
  }

  /// The number of edges.
  public var edgeCount: Int { targets.count }

  /// The targets of the edges that leave a node, in the order of the edges.
  public func successors(of node: Int) -> ArraySlice<Int32> {
    targets[edgeRange(of: node)]
  }

  /// The places of a node's edges in the flat array of edges.
  public func edgeRange(of node: Int) -> Range<Int> {
    Int(offsets[node])..<Int(offsets[node + 1])
  }

  /// The target of the edge at a place in the flat array of edges.
  public func target(ofEdge edge: Int) -> Int { Int(targets[edge]) }

  /// The compressed rows as they lie in memory, for searches that touch every edge.
  func withRows<Result>(
    _ use: (UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Int32>) -> Result
  ) -> Result {
    offsets.withUnsafeBufferPointer { offsets in
      targets.withUnsafeBufferPointer { targets in use(offsets, targets) }
    }
  }

  /// The same edges, turned round; linear in nodes and edges.
  public func reversed() -> DirectedGraph {
    var offsets = [Int32](repeating: 0, count: nodeCount + 1)
    for target in targets { offsets[Int(target) + 1] += 1 }
    for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
    var next = offsets
    var sources = [Int32](repeating: 0, count: targets.count)
    for node in 0..<nodeCount {
      for target in successors(of: node) {
        sources[Int(next[Int(target)])] = Int32(node)
        next[Int(target)] += 1
      }
    }
    return DirectedGraph(nodeCount: nodeCount, offsets: offsets, targets: sources)
  }

  /// The edges between nodes of a kind, all nodes kept; linear in nodes and edges.
  public func restricted(to isKept: (Int) -> Bool) -> DirectedGraph {
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(nodeCount + 1)
    var kept: [Int32] = []
    kept.reserveCapacity(targets.count)
    for node in 0..<nodeCount {
      if isKept(node) {
        for target in successors(of: node) where isKept(Int(target)) { kept.append(target) }
      }
      offsets.append(Int32(kept.count))
    }
    return DirectedGraph(nodeCount: nodeCount, offsets: offsets, targets: kept)
  }

  /// The same graph without self-loops and repeated edges, the targets of each node ascending.
  public func simplified() -> DirectedGraph {
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(nodeCount + 1)
    var kept: [Int32] = []
    kept.reserveCapacity(targets.count)
    for node in 0..<nodeCount {
      var last: Int32 = -1
      for target in successors(of: node).sorted() where target != last && Int(target) != node {
        kept.append(target)
        last = target
      }
      offsets.append(Int32(kept.count))
    }
    return DirectedGraph(nodeCount: nodeCount, offsets: offsets, targets: kept)
  }

  /// Every node that an edge path leads to from a start, the starts themselves only where a path
  /// comes back to one; linear in nodes and edges.
  public func reachable(from starts: some Sequence<Int>) -> [Bool] {
    var reached = [Bool](repeating: false, count: nodeCount)
    var pending = starts.map { Int32($0) }
    while let node = pending.popLast() {
      for target in successors(of: Int(node)) where !reached[Int(target)] {
        reached[Int(target)] = true
        pending.append(target)
      }
    }
    return reached
  }
}
