/// The joint value of every subset of some candidates.
///
/// Subsets are met depth first, each candidate decided in turn, so that all subsets with the same
/// beginning share its elimination steps; once a candidate is decided only the rows and columns of
/// the later ones matter, which leaves about three multiplications a subset.
struct SubsetEnumeration {
  /// The most candidates that are enumerated; 2²⁴ subsets take about a second.
  static let largestCount = 24

  private let model: JointModel

  /// Whether a model can be enumerated: its taken markets are bits of one word.
  static func admits(_ model: JointModel) -> Bool {
    model.count <= largestCount && model.contestedMarkets.count < Int.bitWidth - 1
  }

  /// An enumeration over a model that it admits.
  init(_ model: JointModel) {
    precondition(Self.admits(model))
    self.model = model
  }

  /// The value of every subset, indexed by the bits of its members; 2ⁿ values.
  func values() -> [Double] {
    var values = [Double](repeating: 0, count: 1 << model.count)
    values.withUnsafeMutableBufferPointer { values in
      visit { set, value in
        values[set] = value
        return true
      }
    }
    return values
  }

  /// Calls a closure with the bits of every subset and its value, million CNY a year.
  ///
  /// Ends early when the closure says so; 2ⁿ calls, the empty set first.
  @inline(__always)
  func visit(_ body: (_ set: Int, _ value: Double) -> Bool) {
    let count = model.count
    guard count > 0 else {
      _ = body(0, 0)
      return
    }
    let markets = model.contestedMarkets.count
    // One shrinking state a level: (n − level + markets) rows of (n − level) responses, and behind
    // them the sales of each row and the content of each candidate.
    let offsets = (0...count).reduce(into: [0]) { offsets, level in
      let (left, last) = (count - level, offsets[offsets.count - 1])
      offsets.append(last + (left + markets) * left + (left + markets) + left)
    }
    var scratch = [Double](repeating: 0, count: offsets[count + 1])
    fillFirstLevel(&scratch)
    let contests = model.contests.map { $0.map { (market: $0.market, share: $0.share) } }
    // A row by itself, for candidates that serve a contested market besides their own.
    var served = [Double](repeating: 0, count: count)
    scratch.withUnsafeMutableBufferPointer { scratch in
      served.withUnsafeMutableBufferPointer { served in
        model.earnedAnywhereMillionCNY.withUnsafeBufferPointer { anywhere in
          offsets.withUnsafeBufferPointer { offsets in
            let walk = SubsetWalk(
              count: count, markets: markets, contests: contests, offsets: offsets,
              scratch: scratch, served: served, anywhere: anywhere)
            _ = walk.decide(0, state: 0, set: 0, value: 0, taken: 0, body)
          }
        }
      }
    }
  }

  private func fillFirstLevel(_ scratch: inout [Double]) {
    let count = model.count
    for (row, responses) in model.responses.enumerated() {
      for response in responses { scratch[row * count + response.candidate] = response.perUnit }
    }
    for (market, contested) in model.contestedMarkets.enumerated() {
      for response in contested.responses {
        scratch[(count + market) * count + response.candidate] = response.perUnit
      }
    }
    let sales = (count + model.contestedMarkets.count) * count
    for (row, value) in model.ownSalesMillionCNY.enumerated() { scratch[sales + row] = value }
    for (market, contested) in model.contestedMarkets.enumerated() {
      scratch[sales + count + market] = contested.demandMillionCNY
    }
    let content = sales + count + model.contestedMarkets.count
    for (column, value) in model.localContent.enumerated() { scratch[content + column] = value }
  }
}

extension JointModel {
  /// The joint value of every subset, indexed by the bits of its members, million CNY a year.
  ///
  /// 2ⁿ values; for models of at most 24 candidates.
  public func subsetValues() -> [Double] { SubsetEnumeration(self).values() }
}

/// The walk over all subsets, its arrays flat and its own.
private struct SubsetWalk {
  let count: Int
  let markets: Int
  let contests: [[(market: Int, share: Double)]]
  let offsets: UnsafeBufferPointer<Int>
  let scratch: UnsafeMutableBufferPointer<Double>
  let served: UnsafeMutableBufferPointer<Double>
  let anywhere: UnsafeBufferPointer<Double>

  /// Decides a candidate both ways, given the state after the last one recruited, which holds the
  /// candidates from `state` on.
  func decide(
    _ candidate: Int, state: Int, set: Int, value: Double, taken: Int,
    _ body: (Int, Double) -> Bool
  ) -> Bool {
    guard candidate < count else { return body(set, value) }
    guard
      decide(candidate + 1, state: state, set: set, value: value, taken: taken, body)
    else { return false }
    let width = count - state
    let start = offsets[state]
    let sales = start + (width + markets) * width
    let content = sales + width + markets
    let place = candidate - state

    // What the candidate serves: its own market, and contested ones that nobody has taken.
    var row = UnsafeMutablePointer<Double>?.none
    var made = scratch[sales + place]
    var nowTaken = taken
    if let base = scratch.baseAddress { row = base + start + place * width }
    if !contests[candidate].isEmpty, let own = row, let copy = served.baseAddress {
      for column in place..<width { copy[column] = own[column] }
      for contest in contests[candidate] where taken >> contest.market & 1 == 0 {
        nowTaken |= 1 << contest.market
        made += contest.share * scratch[sales + width + contest.market]
        let asked = start + (width + contest.market) * width
        for column in place..<width { copy[column] += contest.share * scratch[asked + column] }
      }
      row = copy
    }
    guard let row else { return true }
    let factor = 1 / (1 - row[place])
    made *= factor
    let worth = scratch[content + place]
    let next = value + worth * made - anywhere[candidate]
    let nextSet = set | 1 << candidate
    let left = count - candidate - 1
    guard left > 0 else { return body(nextSet, next) }

    let newStart = offsets[candidate + 1]
    let newSales = newStart + (left + markets) * left
    let newContent = newSales + left + markets
    let later = row + place + 1
    for column in 0..<left {
      scratch[newContent + column] =
        scratch[content + place + 1 + column] + worth * factor * later[column]
    }
    for other in 0..<(left + markets) {
      let old = other < left ? place + 1 + other : width + other - left
      let oldRow = start + old * width + place
      let asked = scratch[oldRow]
      scratch[newSales + other] = scratch[sales + old] + asked * made
      let newRow = newStart + other * left
      let multiple = asked * factor
      for column in 0..<left {
        scratch[newRow + column] = scratch[oldRow + 1 + column] + multiple * later[column]
      }
    }
    return decide(
      candidate + 1, state: candidate + 1, set: nextSet, value: next, taken: nowTaken, body)
  }
}
