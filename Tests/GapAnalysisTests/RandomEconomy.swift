import Testing

@testable import GapAnalysis

/// A random economy as a full matrix: coefficients by supplier and buyer, value added, ratios.
struct RandomEconomy {
  var coefficients: [[Double]]
  var valueAdded: [Double]
  var ratio: [Double]

  var count: Int { valueAdded.count }

  /// Which umbrella each link is a variant of, -1 for none.
  var umbrellas: [Int32] = []

  /// Some 2 to 24 links with cycles, self-inputs and missing links.
  init(seed: UInt64, count fixed: Int? = nil) {
    var generator = SeededGenerator(seed: seed)
    let count = fixed ?? Int.random(in: 2...24, using: &generator)
    coefficients = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    valueAdded = []
    ratio = []
    for buyer in 0..<count {
      let added = Double.random(in: 0.02...0.6, using: &generator)
      let suppliers = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        Int.random(in: 0..<count, using: &generator)
      }
      var left = 1 - added
      for supplier in suppliers {
        let share = Double.random(in: 0...left, using: &generator)
        coefficients[supplier][buyer] += share
        left -= share
      }
      valueAdded.append(added)
      ratio.append(
        [0, 0, 1, Double.random(in: 0...1, using: &generator)].randomElement(using: &generator) ?? 0
      )
    }
  }

  var technology: Technology {
    var offsets: [Int32] = [0]
    var suppliers: [Int32] = []
    var shares: [Double] = []
    for buyer in 0..<count {
      for supplier in 0..<count
      where coefficients[supplier][buyer] > 0 || isUmbrella(buyer, of: supplier) {
        suppliers.append(Int32(supplier))
        shares.append(coefficients[supplier][buyer])
      }
      offsets.append(Int32(suppliers.count))
    }
    return Technology(
      offsets: offsets, suppliers: suppliers, shares: shares, valueAdded: valueAdded,
      umbrellas: umbrellas)
  }

  /// Each link buys from each other and from itself: the densest component there is.
  static func dense(seed: UInt64, count: Int) -> RandomEconomy {
    var economy = RandomEconomy(seed: seed, count: count)
    var generator = SeededGenerator(seed: seed)
    for buyer in 0..<count {
      for supplier in 0..<count {
        economy.coefficients[supplier][buyer] =
          Double.random(in: 0...1, using: &generator) * (1 - economy.valueAdded[buyer])
          / Double(count)
      }
      economy.ratio[buyer] = Double.random(in: 0.2...1, using: &generator)
    }
    return economy
  }

  /// A ring of links with chords, every third link missing: what is present has no loop but in
  /// chords, and every missing link has one.
  static func ringWithGaps(seed: UInt64, count: Int) -> RandomEconomy {
    var economy = RandomEconomy(seed: seed, count: count)
    var generator = SeededGenerator(seed: seed)
    for buyer in 0..<count {
      for supplier in 0..<count { economy.coefficients[supplier][buyer] = 0 }
      economy.coefficients[(buyer + count - 1) % count][buyer] = 0.5
      economy.coefficients[Int.random(in: 0..<count, using: &generator)][buyer] += 0.2
      economy.valueAdded[buyer] = 0.2
      economy.ratio[buyer] = buyer % 3 == 0 ? 0 : Double.random(in: 0.1...1, using: &generator)
    }
    return economy
  }

  /// One economy of each shape that is solved in its own way.
  static func allShapes(seed: UInt64) -> [RandomEconomy] {
    [
      RandomEconomy(seed: seed), .dense(seed: seed, count: 4 + Int(seed % 17)),
      .ringWithGaps(seed: seed, count: 6 + Int(seed % 25)),
    ]
  }

  private func isUmbrella(_ whole: Int, of link: Int) -> Bool {
    !umbrellas.isEmpty && Int(umbrellas[link]) == whole
  }

  /// A link and its umbrellas.
  func markets(of link: Int) -> [Int] {
    var markets = [link]
    while !umbrellas.isEmpty {
      let next = Int(umbrellas[markets[markets.count - 1]])
      guard next >= 0, !markets.contains(next) else { break }
      markets.append(next)
    }
    return markets
  }

  /// L = (I − R A)⁻¹ by elimination with pivoting, sharing nothing with the library.
  func leontiefInverse(ratio: [Double]) -> [[Double]] {
    var rows = (0..<count).map { row in
      (0..<count).map { (row == $0 ? 1 : 0) - ratio[row] * coefficients[row][$0] }
        + (0..<count).map { row == $0 ? 1.0 : 0 }
    }
    for pivot in 0..<count {
      let best = (pivot..<count).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) } ?? pivot
      rows.swapAt(pivot, best)
      rows[pivot] = rows[pivot].map { $0 / rows[pivot][pivot] }
      for row in 0..<count where row != pivot {
        let factor = rows[row][pivot]
        rows[row] = zip(rows[row], rows[pivot]).map { $0 - factor * $1 }
      }
    }
    return rows.map { Array($0[count...]) }
  }

  /// L e: what is made here when one more unit of a link is, by elimination with pivoting.
  func made(_ link: Int, ratio: [Double]) -> [Double] {
    var rows = (0..<count).map { row in
      (0..<count).map { (row == $0 ? 1 : 0) - ratio[row] * coefficients[row][$0] }
        + [row == link ? 1.0 : 0]
    }
    for pivot in 0..<count {
      let best = (pivot..<count).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) } ?? pivot
      rows.swapAt(pivot, best)
      for row in 0..<count where row != pivot && rows[row][pivot] != 0 {
        let factor = rows[row][pivot] / rows[pivot][pivot]
        for column in pivot...count { rows[row][column] -= factor * rows[pivot][column] }
      }
    }
    return (0..<count).map { rows[$0][count] / rows[$0][$0] }
  }

  func content(ratio: [Double]) -> [Double] {
    let inverse = leontiefInverse(ratio: ratio)
    return (0..<count).map { column in
      (0..<count).reduce(0) { $0 + valueAdded[$1] * inverse[$1][column] }
    }
  }

  func selfDemand(ratio: [Double]) -> [Double] {
    let inverse = leontiefInverse(ratio: ratio)
    return (0..<count).map { link in
      markets(of: link).reduce(0) { sum, market in
        (0..<count).reduce(sum) { $0 + coefficients[market][$1] * inverse[$1][link] }
      }
    }
  }
}

func expectClose(
  _ left: [Double], _ right: [Double], within tolerance: Double = 1e-9,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(left.count == right.count, sourceLocation: sourceLocation)
  for (a, b) in zip(left, right) {
    #expect(abs(a - b) <= tolerance * max(1, abs(b)), sourceLocation: sourceLocation)
  }
}
