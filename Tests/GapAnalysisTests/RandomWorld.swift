import IndustryChain

@testable import GapAnalysis

extension SmallWorld {
  /// A made-up region with loops, self-inputs, umbrellas and their variants, thin and missing links.
  static func random(seed: UInt64) -> SmallWorld {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 5...14, using: &generator)
    let names = (0..<count).map { "l" + ($0 < 10 ? "0" : "") + String($0) }
    let umbrellaCount = Int.random(in: 0...2, using: &generator)
    let links = (0..<count).map { place -> Link in
      // The first links are umbrellas, the next ones may be their variants.
      guard place >= umbrellaCount else { return link(names[place], plant: nil) }
      let isVariant = umbrellaCount > 0 && Bool.random(using: &generator)
      let umbrella = isVariant ? names[Int.random(in: 0..<umbrellaCount, using: &generator)] : nil
      var made = link(
        names[place], plant: Double.random(in: 20...300, using: &generator), variantOf: umbrella)
      var left = 0.9
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        let supplier = names[Int.random(in: 0..<count, using: &generator)]
        guard !made.inputs.contains(where: { $0.supplier == id(supplier) }) else { continue }
        let share = Double.random(in: 0...left, using: &generator)
        left -= share
        made.inputs.append(Input(supplier: id(supplier), share: figure(share)))
      }
      return made
    }
    var world = SmallWorld(metal: links, other: [])
    for place in umbrellaCount..<count where Int.random(in: 0..<5, using: &generator) < 2 {
      world = world.with(
        "f\(place)", in: names[place], output: Double.random(in: 10...400, using: &generator))
    }
    if Bool.random(using: &generator), let last = names.last {
      world.region.finalDemandMillionCNY[id(last)] = figure(
        Double.random(in: 1...200, using: &generator))
    }
    return world
  }
}

/// Solves a full linear system by elimination with pivoting, sharing nothing with the library.
func solved(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
  var rows = zip(matrix, right).map { $0 + [$1] }
  let count = right.count
  for pivot in 0..<count {
    let best = (pivot..<count).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) } ?? pivot
    rows.swapAt(pivot, best)
    rows[pivot] = rows[pivot].map { $0 / rows[pivot][pivot] }
    for row in 0..<count where row != pivot && rows[row][pivot] != 0 {
      let factor = rows[row][pivot]
      rows[row] = zip(rows[row], rows[pivot]).map { $0 - factor * $1 }
    }
  }
  return rows.map { $0[count] }
}

extension Analysis {
  /// The joint value of some candidates by solving the whole region anew with the set's ratios:
  /// x = (R + Δ) A x + Δ m + b, F = vᵀ x − Σ v_k E_k.
  func resolvedValue(of set: [Int], in pool: RecruitmentPool) -> Double {
    let figures = today
    let count = graph.linkCount
    var buys = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for link in 0..<count {
      for edge in figures.technology.inputRange(of: link) {
        buys[Int(figures.technology.suppliers[edge])][link] += figures.technology.shares[edge]
      }
    }
    // What one unit of each link's output causes to be bought, before anybody is recruited.
    func induced(by link: Int) -> [Double] {
      let matrix = (0..<count).map { row in
        (0..<count).map { (row == $0 ? 1 : 0) - figures.localSupplyRatio[row] * buys[row][$0] }
      }
      let output = solved(matrix, (0..<count).map { $0 == link ? 1 : 0 })
      return buys.map { row in zip(row, output).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    var serves = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    var right = [Double](repeating: 0, count: count)
    var anywhere = 0.0
    var taken: Set<Int> = []
    for place in set.sorted() {
      let candidate = pool.candidates[place]
      let (link, value) = (candidate.index, candidate.chainValue)
      let markets = [link] + graph.umbrellas(of: link)
      let asked = induced(by: link)
      let plant = value.plantOutputMillionCNY
      let reached = markets.reduce(0) { $0 + figures.demandMillionCNY[$1] + asked[$1] * plant }
      let share = reached > 0 ? value.soldInsideMillionCNY / reached : 1
      var fixed = plant
      for market in markets {
        let served = min(share, 1 - figures.localSupplyRatio[market])
        fixed -= served * (figures.demandMillionCNY[market] + asked[market] * plant)
        guard market == link || taken.insert(market).inserted else { continue }
        serves[link][market] = served
        right[link] += served * figures.demandMillionCNY[market]
      }
      right[link] += fixed
      anywhere += value.earnedAnywhereMillionCNY
    }
    let matrix = (0..<count).map { row in
      (0..<count).map { column in
        let served = (0..<count).reduce(0) { $0 + serves[row][$1] * buys[$1][column] }
        return (row == column ? 1 : 0) - figures.localSupplyRatio[row] * buys[row][column] - served
      }
    }
    let output = solved(matrix, right)
    return zip(figures.valueAdded, output).reduce(0) { $0 + $1.0 * $1.1 } - anywhere
  }
}

/// A random instance without a region behind it: some candidates, loops among them, competition.
func randomModel(
  seed: UInt64, count: Int, contested marketCount: Int = 0, tiesEach: Int = 3
) -> JointModel {
  var generator = SeededGenerator(seed: seed)
  var responses = [[JointModel.Response]](repeating: [], count: count)
  for buyer in 0..<count {
    var left = 0.8
    for _ in 0..<Int.random(in: 0...tiesEach, using: &generator) {
      let supplier = Int.random(in: 0..<count, using: &generator)
      guard !responses[supplier].contains(where: { $0.candidate == buyer }) else { continue }
      let share = Double.random(in: 0...left, using: &generator)
      left -= share
      responses[supplier].append(.init(candidate: buyer, perUnit: share))
    }
  }
  // A unit of output brings a contested market less than half of what inputs leave.
  let markets = (0..<marketCount).map { _ in
    let competing = (0..<count).filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
    let buyers = (0..<count).filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
    return JointModel.ContestedMarket(
      demandMillionCNY: Double.random(in: 0...50, using: &generator),
      responses: buyers.map {
        .init(candidate: $0, perUnit: Double.random(in: 0...0.06, using: &generator))
      },
      shares: competing.map {
        .init(candidate: $0, perUnit: Double.random(in: 0...1, using: &generator))
      })
  }
  let content = (0..<count).map { _ in Double.random(in: 0.05...0.6, using: &generator) }
  let sales = (0..<count).map { _ in
    Bool.random(using: &generator) ? Double.random(in: 0...120, using: &generator) : 0
  }
  // What a plant earns anywhere is no more than its sales there leave.
  return JointModel(
    ownSalesMillionCNY: sales, localContent: content,
    earnedAnywhereMillionCNY: zip(content, sales).map { content, sales in
      content * sales * Double.random(in: 0...1, using: &generator)
    },
    responses: responses, contestedMarkets: markets)
}

/// All subsets of 0..<count by the bits of a number.
func members(of mask: Int) -> [Int] { (0..<64).filter { mask >> $0 & 1 == 1 } }
