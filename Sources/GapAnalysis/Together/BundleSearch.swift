/// The bundles of a pool.
public struct BundleSearch: Sendable {
  /// The bundles, the greatest dividend first, ties in the order of their members.
  public let bundles: [Bundle]
  /// The largest sets that were all looked at; below `Bundle.largestSize` where there were too many.
  public let completeSize: Int

  /// So many sets are looked at unless told otherwise.
  public static let defaultSetLimit = 300_000

  /// Finds the bundles of two to four candidates.
  ///
  /// Only sets that ties hold together can be bundles, and a tie that carries less than an eighth of
  /// the least dividend even with all candidates recruited holds nothing: what crosses between two
  /// parts of a set, over at most eight ties, bounds its dividend. So sets are grown along the other
  /// ties, each met once. A pool without candidates has no bundles.
  ///
  /// - Parameters:
  ///   - pool: The candidates.
  ///   - setLimit: The most sets looked at; a size that would exceed it is left out whole.
  public init(in pool: RecruitmentPool, setLimit: Int = Self.defaultSetLimit) {
    let model = pool.model
    // Among members that do not compete each serves its markets whole.
    let open = model.withoutCompetition()
    let neighbours = open.strongTies(carrying: Bundle.leastMillionCNY / 8)
    let alone = (0..<model.count).map { SubsetEnumeration(open.part([$0])).values()[1] }
    var found: [Bundle] = []
    var sets = (0..<model.count).map { [$0] }
    var looked = 0
    var completeSize = 1
    while completeSize < Bundle.largestSize {
      let limit = setLimit - looked
      guard let grown = Self.grown(sets, of: model, along: neighbours, atMost: limit) else { break }
      looked += grown.count
      for set in grown {
        if let bundle = Bundle(set, of: open, in: pool, alone: alone) { found.append(bundle) }
      }
      sets = grown
      completeSize += 1
    }
    self.completeSize = completeSize
    bundles = found.sorted { left, right in
      let (a, b) = (left.dividendMillionCNY, right.dividendMillionCNY)
      let (steps, others) = (OneYuan.steps(millionCNY: a), OneYuan.steps(millionCNY: b))
      return steps == others
        ? left.members.lexicographicallyPrecedes(right.members) : steps > others
    }
  }

  /// Every set of one more member that a tie holds to a set; `nil` where there are too many.
  private static func grown(
    _ sets: [[Int]], of model: JointModel, along neighbours: [[Int]], atMost limit: Int
  ) -> [[Int]]? {
    let markets = model.contests.map { Set($0.map(\.market)) }
    var seen: Set<[Int]> = []
    for set in sets {
      for member in set {
        for other in neighbours[member] where !set.contains(other) {
          guard set.allSatisfy({ markets[$0].isDisjoint(with: markets[other]) }) else { continue }
          seen.insert((set + [other]).sorted())
          if seen.count > limit { return nil }
        }
      }
    }
    return seen.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension JointModel {
  /// A few candidates of a model without competition, given ascending.
  fileprivate func part(_ members: [Int]) -> JointModel {
    func response(of seller: Int, to buyer: Int) -> Double {
      let row = responses[seller]
      var (low, high) = (0, row.count)
      while low < high {
        let middle = (low + high) / 2
        if row[middle].candidate < buyer { low = middle + 1 } else { high = middle }
      }
      return low < row.count && row[low].candidate == buyer ? row[low].perUnit : 0
    }
    return JointModel(
      ownSalesMillionCNY: members.map { ownSalesMillionCNY[$0] },
      localContent: members.map { localContent[$0] },
      earnedAnywhereMillionCNY: members.map { earnedAnywhereMillionCNY[$0] },
      responses: members.map { seller in
        members.enumerated().map {
          Response(candidate: $0.offset, perUnit: response(of: seller, to: $0.element))
        }
      })
  }

  /// For each candidate of a model without competition the others that it brings, or that bring it,
  /// at least so much a year with all candidates recruited.
  fileprivate func strongTies(carrying least: Double) -> [[Int]] {
    let output = ReachBounds(self, choosing: count).output
    let content = ReachBounds(turnedRound(), choosing: count).output
    var neighbours = [Set<Int>](repeating: [], count: count)
    for (seller, responses) in responses.enumerated() {
      for response in responses where response.candidate != seller {
        // Where the whole asks for more than there is, nothing bounds a tie.
        let carried = content[seller] * response.perUnit * output[response.candidate]
        guard !(carried < least) else { continue }
        neighbours[seller].insert(response.candidate)
        neighbours[response.candidate].insert(seller)
      }
    }
    return neighbours.map { $0.sorted() }
  }

  /// The same ties in the other direction, contents in the place of sales: its outputs are this
  /// model's contents of a unit of output.
  private func turnedRound() -> JointModel {
    var columns = [[Response]](repeating: [], count: count)
    for (row, responses) in responses.enumerated() {
      for response in responses {
        columns[response.candidate].append(.init(candidate: row, perUnit: response.perUnit))
      }
    }
    return JointModel(
      ownSalesMillionCNY: localContent, localContent: ownSalesMillionCNY,
      earnedAnywhereMillionCNY: earnedAnywhereMillionCNY, responses: columns)
  }
}

extension Bundle {
  /// A set, where it is a bundle.
  fileprivate init?(
    _ set: [Int], of model: JointModel, in pool: RecruitmentPool, alone: [Double]
  ) {
    let values = SubsetEnumeration(model.part(set)).values()
    let dividend = values.indices.reduce(0.0) { sum, subset in
      (set.count - subset.nonzeroBitCount) % 2 == 0 ? sum + values[subset] : sum - values[subset]
    }
    let sum = set.reduce(0) { $0 + alone[$1] }
    guard dividend >= Self.leastMillionCNY, dividend >= Self.leastShare * sum else { return nil }
    let order = set.indices.sorted { left, right in
      let (a, b) = (alone[set[left]], alone[set[right]])
      return a == b
        ? pool.candidates[set[left]].index < pool.candidates[set[right]].index : a > b
    }
    let first = order[0]
    members = order.map { set[$0] }
    valueMillionCNY = values[values.count - 1]
    aloneMillionCNY = sum
    dividendMillionCNY = dividend
    unlocked = order.dropFirst().map { other in
      Unlocked(
        candidate: set[other], beforeMillionCNY: values[1 << other],
        afterMillionCNY: values[1 << first | 1 << other] - values[1 << first])
    }
  }
}
