extension JointModel {
  /// The most candidates among which a value is shared.
  public static let largestShapleyCount = 20

  /// How the joint value of some candidates divides among them by what each adds on average, over
  /// all orders in which they could come; million CNY a year, in the order of the members.
  ///
  /// Exact, from the values of all 2ⁿ subsets: φ_k = Σ_S |S|! (n − |S| − 1)! / n! (F(S + k) − F(S)).
  /// The shares sum to the joint value. Source: L. Shapley, A value for n-person games (1953).
  /// `nil` for more than `largestShapleyCount` members; no members have no shares.
  public func shapleyShares(of members: [Int]) -> [Double]? {
    let members = members.sorted()
    guard members.count <= Self.largestShapleyCount else { return nil }
    guard !members.isEmpty else { return [] }
    let count = members.count
    let part = restricted(to: members)
    guard SubsetEnumeration.admits(part) else { return nil }
    let values = SubsetEnumeration(part).values()
    // The weight of a subset by its size: 1 / (n · C(n − 1, size)).
    var weights = [1 / Double(count)]
    for size in 1..<max(2, count) {
      weights.append(weights[size - 1] * Double(size) / Double(max(1, count - size)))
    }
    var shares = [Double](repeating: 0, count: count)
    for (set, value) in values.enumerated() {
      let size = set.nonzeroBitCount
      for member in 0..<count where set >> member & 1 == 0 {
        shares[member] += weights[size] * (values[set | 1 << member] - value)
      }
    }
    return shares
  }
}
