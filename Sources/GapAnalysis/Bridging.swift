import IndustryChain

/// How many pairs of covered links a link would join that nothing covered joins today.
public struct Bridging: Hashable, Sendable {
  /// The number of ordered pairs (s, t), s upstream and t downstream.
  public let pairCount: Double
  /// The share of all covered links that was looked at on each side; 1 where the count is exact.
  public let sampledShare: Double

  /// Whether every covered link was looked at.
  public var isExact: Bool { sampledShare == 1 }
}

extension Bridging {
  /// Up to this many covered links are counted one by one.
  static let exactLimit = 4_096
  /// Beyond, this many are drawn on each side, evenly over the covered links.
  static let sampleSize = 1_024

  /// The bridging of some links, over the material graph.
  ///
  /// One bit for each covered link looked at, so links · edges / 64 up to `exactLimit` covered links
  /// and linear beyond, where the count is an estimate.
  static func counts(
    for candidates: [Int], coverage: [Coverage], in graph: ChainGraph,
    exactLimit: Int = Self.exactLimit, sampleSize: Int = Self.sampleSize
  ) -> [Bridging] {
    let covered = coverage.indices.filter { coverage[$0].isPresent }
    guard covered.count > 1 else {
      return candidates.map { _ in Bridging(pairCount: 0, sampledShare: 1) }
    }
    let size = covered.count <= exactLimit ? covered.count : min(sampleSize, covered.count)
    // Evenly spread and shifted between the sides, so that the same region gives the same count.
    let targets = (0..<size).map { covered[$0 * covered.count / size] }
    let sources = (0..<size).map { covered[(2 * $0 + 1) * covered.count / (2 * size)] }
    let isCovered = coverage.map(\.isPresent)
    let below = CoveredReach(to: targets, over: graph.material, through: isCovered)
    let above = CoveredReach(to: sources, over: graph.material.reversed(), through: isCovered)
    let share = Double(size) / Double(covered.count)
    return candidates.map { link in
      let reached = below.beyond(link)
      guard reached.contains(where: { $0 != 0 }) else {
        return Bridging(pairCount: 0, sampledShare: share)
      }
      let pairs = above.members(of: above.beyond(link)).reduce(0) { sum, place in
        sum + below.countNew(reached, from: sources[place])
      }
      return Bridging(pairCount: Double(pairs) / (share * share), sampledShare: share)
    }
  }
}

/// Which of some marked covered links each link leads to over covered links, one bit each.
private struct CoveredReach {
  private let graph: DirectedGraph
  private let isCovered: [Bool]
  private let marks: [Int]
  private let wordCount: Int
  /// The bits of each covered component, itself included; those of a link are its component's.
  private let rows: [UInt64]
  private let components: StrongComponents

  init(to marks: [Int], over whole: DirectedGraph, through isCovered: [Bool]) {
    self.marks = marks
    self.isCovered = isCovered
    graph = whole
    let wordCount = (marks.count + 63) / 64
    self.wordCount = wordCount
    var edges: [(source: Int, target: Int)] = []
    for node in 0..<whole.nodeCount where isCovered[node] {
      for target in whole.successors(of: node) where isCovered[Int(target)] {
        edges.append((node, Int(target)))
      }
    }
    let covered = DirectedGraph(nodeCount: whole.nodeCount, edges: edges)
    let components = StrongComponents(of: covered)
    self.components = components
    var rows = [UInt64](repeating: 0, count: components.count * wordCount)
    for (place, node) in marks.enumerated() {
      let start = Int(components.componentOfNode[node]) * wordCount
      rows[start + place / 64] |= 1 << UInt64(place % 64)
    }
    // Ascending components meet the targets of all edges first.
    for component in 0..<components.count {
      for node in components.nodes(of: component) where isCovered[Int(node)] {
        for target in covered.successors(of: Int(node)) {
          let below = Int(components.componentOfNode[Int(target)])
          guard below != component else { continue }
          for word in 0..<wordCount {
            rows[component * wordCount + word] |= rows[below * wordCount + word]
          }
        }
      }
    }
    self.rows = rows
  }

  private func rowStart(of node: Int) -> Int {
    Int(components.componentOfNode[node]) * wordCount
  }

  /// The marks that a link leads to over covered links, the link itself being covered or not.
  func beyond(_ node: Int) -> [UInt64] {
    var reached = [UInt64](repeating: 0, count: wordCount)
    for next in graph.successors(of: node) where isCovered[Int(next)] {
      let start = rowStart(of: Int(next))
      for word in 0..<wordCount { reached[word] |= rows[start + word] }
    }
    return reached
  }

  /// The places of the marks in a row of bits.
  func members(of row: [UInt64]) -> [Int] {
    var members: [Int] = []
    for (word, bits) in row.enumerated() {
      var rest = bits
      while rest != 0 {
        members.append(word * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return members
  }

  /// How many marks of a row a covered link does not lead to yet, itself not counted.
  func countNew(_ reached: [UInt64], from node: Int) -> Int {
    let start = rowStart(of: node)
    var count = 0
    for word in 0..<wordCount { count += (reached[word] & ~rows[start + word]).nonzeroBitCount }
    return count
  }
}
