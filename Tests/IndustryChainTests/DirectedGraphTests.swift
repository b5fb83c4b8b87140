import IndustryChain
import Testing

/// A small generator with a seed, so that a failing case can be run again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

func randomGraph(seed: UInt64) -> DirectedGraph {
  var generator = SeededGenerator(seed: seed)
  let count = Int.random(in: 1...14, using: &generator)
  let edges = (0..<Int.random(in: 0...(2 * count), using: &generator)).map { _ in
    (
      source: Int.random(in: 0..<count, using: &generator),
      target: Int.random(in: 0..<count, using: &generator)
    )
  }
  return DirectedGraph(nodeCount: count, edges: edges)
}

@Test(arguments: 1...200)
func `components are the sets of nodes that reach each other`(seed: UInt64) {
  let graph = randomGraph(seed: seed)
  let components = StrongComponents(of: graph)
  let reach = (0..<graph.nodeCount).map { graph.reachable(from: [$0]) }
  for a in 0..<graph.nodeCount {
    for b in 0..<graph.nodeCount {
      let together = a == b || (reach[a][b] && reach[b][a])
      #expect((components.componentOfNode[a] == components.componentOfNode[b]) == together)
    }
    for target in graph.successors(of: a) {
      #expect(components.componentOfNode[a] >= components.componentOfNode[Int(target)])
    }
  }
  let members = (0..<components.count).flatMap { components.nodes(of: $0) }
  #expect(members.sorted() == (0..<Int32(graph.nodeCount)).map { $0 })
}

@Test(arguments: 1...200)
func `cutting the feedback vertices leaves no cycle`(seed: UInt64) {
  let graph = randomGraph(seed: seed)
  let cut = graph.feedbackVertices()
  let isCut = (0..<graph.nodeCount).map { cut.contains($0) }
  let order = graph.order(without: isCut)
  #expect(order.count + cut.count == graph.nodeCount)
  let place = order.enumerated().reduce(into: [Int: Int]()) { $0[$1.element] = $1.offset }
  for node in order {
    for target in graph.successors(of: node) {
      if let below = place[Int(target)], let above = place[node] { #expect(above < below) }
    }
  }
}

@Test(arguments: 1...200)
func `each group of nodes on cycles shows one that is closed, and no other node does`(seed: UInt64)
{
  let graph = randomGraph(seed: seed)
  let cycles = graph.cycles()
  for cycle in cycles {
    #expect(cycle.first == cycle.min() || cycle.count > 1)
    for (place, from) in cycle.enumerated() {
      let to = cycle[(place + 1) % cycle.count]
      #expect(graph.successors(of: from).contains(Int32(to)))
    }
  }
  let components = StrongComponents(of: graph)
  let onCycles = (0..<graph.nodeCount).filter { graph.reachable(from: [$0])[$0] }
  #expect(
    Set(onCycles.map { components.componentOfNode[$0] })
      == Set(cycles.map { components.componentOfNode[$0[0]] }))
  #expect(cycles.count == Set(cycles.map { components.componentOfNode[$0[0]] }).count)
}

@Test func `a long path is walked without running out of stack`() {
  let count = 50_000
  let graph = DirectedGraph(
    nodeCount: count, edges: (0..<count).map { (source: $0, target: ($0 + 1) % count) })
  #expect(StrongComponents(of: graph).count == 1)
  #expect(graph.cycles().map(\.count) == [count])
}

@Test func `turning round and simplifying keep what is joined`() {
  let graph = DirectedGraph(nodeCount: 3, edges: [(0, 2), (0, 1), (0, 2), (1, 1)])
  #expect(Array(graph.simplified().successors(of: 0)) == [1, 2])
  #expect(graph.simplified().edgeCount == 2)
  #expect(Array(graph.reversed().successors(of: 2)) == [0, 0])
}

@Test(arguments: 1...40)
func `a restricted graph keeps the edges between the nodes of a kind, in order`(seed: UInt64) {
  let graph = randomGraph(seed: seed)
  let even = graph.restricted { $0 % 2 == 0 }
  #expect(even.nodeCount == graph.nodeCount)
  for node in 0..<graph.nodeCount {
    let kept = node % 2 == 0 ? graph.successors(of: node).filter { $0 % 2 == 0 } : []
    #expect(Array(even.successors(of: node)) == kept)
  }
}

@Test(arguments: 1...40)
func `the nodes of a component are lent as they are listed`(seed: UInt64) {
  let components = StrongComponents(of: randomGraph(seed: seed))
  for component in 0..<components.count {
    let listed = Array(components.nodes(of: component))
    #expect(components.withNodes(of: component) { Array($0) } == listed)
    #expect(listed == listed.sorted())
  }
}

@Test func `an empty graph has no components and nothing to cut`() {
  let graph = DirectedGraph(nodeCount: 0, edges: [])
  #expect(StrongComponents(of: graph).count == 0)
  #expect(graph.feedbackVertices().isEmpty)
}
