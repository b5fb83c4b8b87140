import IndustryChain

/// One bit for each of some marked links.
struct BitRow {
  fileprivate var words: [UInt64]

  /// A row of unset bits.
  init(wordCount: Int) { words = [UInt64](repeating: 0, count: wordCount) }

  /// How many bits are set.
  var bitCount: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
}

/// Which of some marked covered links each link leads to over covered links, one bit each.
struct CoveredReach {
  /// Pairs of marked links, and the sum of the squares of each source's number of them.
  struct Pairs {
    var count = 0
    var sumOfSquares = 0.0
  }

  let wordCount: Int
  private let graph: DirectedGraph
  private let isCovered: [Bool]
  /// The bits of each covered component, itself included; those of a link are its component's.
  private let rows: [UInt64]
  private let componentOfLink: [Int32]

  /// Finds what each link leads to; links and edges, times the marks divided by 64.
  init(to marks: [Int], over whole: DirectedGraph, through isCovered: [Bool]) {
    self.isCovered = isCovered
    graph = whole
    let wordCount = (marks.count + 63) / 64
    self.wordCount = wordCount
    let covered = whole.restricted(to: { isCovered[$0] })
    let components = StrongComponents(of: covered)
    let component = components.componentOfNode
    componentOfLink = component
    var rows = [UInt64](repeating: 0, count: components.count * wordCount)
    for (place, node) in marks.enumerated() {
      rows[Int(component[node]) * wordCount + place / 64] |= 1 << UInt64(place % 64)
    }
    rows.withUnsafeMutableBufferPointer { rows in
      // Ascending components meet the targets of all edges first.
      for id in 0..<components.count {
        let row = id * wordCount
        for node in components.nodes(of: id) where isCovered[Int(node)] {
          for target in covered.successors(of: Int(node)) {
            let below = Int(component[Int(target)]) * wordCount
            guard below != row else { continue }
            for word in 0..<wordCount { rows[row + word] |= rows[below + word] }
          }
        }
      }
    }
    self.rows = rows
  }

  /// Sets the marks that a link leads to over covered links, the link itself being covered or not.
  ///
  /// - Returns: Whether the link has a covered neighbour at all; without one the row is void.
  func fill(_ row: inout BitRow, beyond link: Int) -> Bool {
    var hasNeighbour = false
    row.words.withUnsafeMutableBufferPointer { words in
      rows.withUnsafeBufferPointer { rows in
        for next in graph.successors(of: link) where isCovered[Int(next)] {
          let start = Int(componentOfLink[Int(next)]) * wordCount
          if hasNeighbour {
            for word in 0..<wordCount { words[word] |= rows[start + word] }
          } else {
            for word in 0..<wordCount { words[word] = rows[start + word] }
          }
          hasNeighbour = true
        }
      }
    }
    return hasNeighbour
  }

  /// The marks of a row that the chosen ones of some covered links do not lead to yet, themselves not
  /// counted.
  func newPairs(of reached: BitRow, from links: [Int], in chosen: BitRow) -> Pairs {
    var pairs = Pairs()
    reached.words.withUnsafeBufferPointer { reached in
      rows.withUnsafeBufferPointer { rows in
        for (position, bits) in chosen.words.enumerated() {
          var rest = bits
          while rest != 0 {
            let link = links[position * 64 + rest.trailingZeroBitCount]
            rest &= rest - 1
            let start = Int(componentOfLink[link]) * wordCount
            var count = 0
            for word in 0..<wordCount {
              count += (reached[word] & ~rows[start + word]).nonzeroBitCount
            }
            pairs.count += count
            pairs.sumOfSquares += Double(count) * Double(count)
          }
        }
      }
    }
    return pairs
  }
}
