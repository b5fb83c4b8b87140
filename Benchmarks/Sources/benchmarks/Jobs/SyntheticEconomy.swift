import GapAnalysis
import IndustryChain

/// A made-up money graph as bare arrays: chains of 100 links with 2.7 inputs each on average.
///
/// One input in fifty is a return flow from further down the same chain. The others come from links
/// before the buyer in its chain, one in eight from an earlier chain. About half of the links are
/// missing; the others make between 1 and 100 million CNY, and supply what local demand takes of
/// that.
struct SyntheticEconomy {
  static let linksPerChain = 100

  /// The inputs of link j are the places offsets[j]..<offsets[j+1].
  private(set) var offsets: [Int32] = [0]
  private(set) var suppliers: [Int32] = []
  private(set) var shares: [Double] = []
  private(set) var valueAdded: [Double] = []
  private(set) var ratio: [Double]
  private(set) var demand: [Double]

  var linkCount: Int { valueAdded.count }

  /// How many links lie on a loop, and how many still do where missing links are taken away.
  var loopCounts: (all: Int, present: Int) {
    let graph = DirectedGraph(nodeCount: linkCount, offsets: offsets, targets: suppliers)
    func onLoops(_ graph: DirectedGraph) -> Int {
      let components = StrongComponents(of: graph)
      return (0..<components.count).reduce(0) { sum, id in
        let size = components.nodes(of: id).count
        return size > 1 ? sum + size : sum
      }
    }
    return (onLoops(graph), onLoops(graph.restricted(to: { ratio[$0] > 0 })))
  }

  var size: String { "\(linkCount.grouped) links, \(suppliers.count.grouped) inputs" }

  /// Where return flows come from.
  enum Loops {
    /// From further down the same chain.
    case withinChains
    /// From any later link: nearly all links then lie in one component.
    case anywhere
  }

  /// An economy of a number of links, a multiple of 100; the same seed gives the same arrays.
  init(linkCount: Int, loops: Loops = .withinChains, seed: UInt64 = 1) {
    var generator = SeededGenerator(seed: seed)
    offsets.reserveCapacity(linkCount + 1)
    suppliers.reserveCapacity(linkCount * 3)
    shares.reserveCapacity(linkCount * 3)
    valueAdded.reserveCapacity(linkCount)
    for link in 0..<linkCount {
      let start = suppliers.count
      let wanted = Int.random(in: 0..<10, using: &generator) < 7 ? 3 : 2
      // Some draws find nobody, or somebody again.
      for _ in 0..<20 where suppliers.count < start + wanted {
        guard
          let supplier = Self.supplier(of: link, linkCount: linkCount, loops, using: &generator),
          !suppliers[start...].contains(supplier)
        else { continue }
        suppliers.append(supplier)
        shares.append(Double(Int.random(in: 50...300, using: &generator)) / 1000)
      }
      valueAdded.append(Double(Int.random(in: 20...100, using: &generator)) / 1000)
      offsets.append(Int32(suppliers.count))
    }
    let output = (0..<linkCount).map { _ in
      Bool.random(using: &generator) ? Double.random(in: 1...100, using: &generator) : 0
    }
    demand = [Double](repeating: 0, count: linkCount)
    for link in 0..<linkCount {
      for edge in Int(offsets[link])..<Int(offsets[link + 1]) {
        demand[Int(suppliers[edge])] += shares[edge] * output[link]
      }
    }
    ratio = zip(output, demand).map { output, demand in
      output > 0 ? (demand > 0 ? min(1, output / demand) : 1) : 0
    }
  }

  private static func supplier(
    of link: Int, linkCount: Int, _ loops: Loops, using generator: inout SeededGenerator
  ) -> Int32? {
    let first = link - link % linksPerChain
    let end = loops == .withinChains ? first + linksPerChain : linkCount
    let draw = Int.random(in: 0..<400, using: &generator)
    if draw < 8 {
      guard link + 1 < end else { return nil }
      return Int32(Int.random(in: link + 1..<end, using: &generator))
    }
    if draw < 58 || link == first {
      return first > 0 ? Int32(Int.random(in: 0..<first, using: &generator)) : nil
    }
    return Int32(Int.random(in: first..<link, using: &generator))
  }

  /// Writes the arrays for peers and for a process of our own.
  func write(to folder: JobFolder) throws {
    try folder.write(offsets, to: "offsets")
    try folder.write(suppliers, to: "suppliers")
    try folder.write(shares, to: "shares")
    try folder.write(valueAdded, to: "added")
    try folder.write(ratio, to: "ratio")
    try folder.write(demand, to: "demand")
  }

  /// The coefficients as the analysis takes them.
  var technology: Technology {
    Technology(offsets: offsets, suppliers: suppliers, shares: shares, valueAdded: valueAdded)
  }

  /// `count` links that fulfil a condition, evenly spread over all that do.
  func sample(_ count: Int, where isWanted: (Int) -> Bool) -> [Int] {
    let wanted = (0..<linkCount).filter(isWanted)
    let size = min(count, wanted.count)
    return (0..<size).map { wanted[$0 * wanted.count / size] }
  }
}
