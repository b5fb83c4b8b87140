/// A set of candidates, recruited one after the other: what each next one would add is known after
/// every step.
///
/// Recruiting k is one elimination step of the dense system z = s + W z: with p = 1 − w_kk,
///
///     gain = u_k s_k / p − x_k,   s += W_·k s_k / p,   u += u_k w_k· / p,   W += W_·k w_k· / p
struct JointElimination {
  /// The number of candidates.
  let count: Int
  private var sales: [Double]
  private var content: [Double]
  private let earnedAnywhere: [Double]
  private var matrix: [Double]

  /// Nobody of a set recruited yet, its members given ascending.
  ///
  /// Each contested market goes to the first of them that could serve it, however the steps are
  /// ordered. Square in the members.
  init(_ model: JointModel, members: [Int]) {
    let set = model.restricted(to: members).served()
    count = set.count
    sales = set.ownSalesMillionCNY
    content = set.localContent
    earnedAnywhere = set.earnedAnywhereMillionCNY
    matrix = [Double](repeating: 0, count: count * count)
    for (row, responses) in set.responses.enumerated() {
      for response in responses { matrix[row * count + response.candidate] = response.perUnit }
    }
  }

  /// What a member adds that has not been recruited yet, by its place among the members, million
  /// CNY a year.
  func gain(of member: Int) -> Double {
    content[member] * sales[member] / (1 - matrix[member * count + member])
      - earnedAnywhere[member]
  }

  /// Recruits a member and tells what it adds, million CNY a year; square in the members.
  mutating func recruit(_ member: Int) -> Double {
    let gain = gain(of: member)
    let factor = 1 / (1 - matrix[member * count + member])
    let (made, worth) = (sales[member] * factor, content[member] * factor)
    let count = count
    let row = (0..<count).map { matrix[member * count + $0] }
    for other in 0..<count where other != member {
      let asked = matrix[other * count + member]
      content[other] += worth * row[other]
      guard asked != 0 else { continue }
      sales[other] += asked * made
      for column in 0..<count where column != member {
        matrix[other * count + column] += asked * factor * row[column]
      }
    }
    return gain
  }
}

extension JointModel {
  /// The instance of a set that is recruited as a whole: each contested market goes to the first
  /// candidate that could serve it.
  func served() -> JointModel {
    guard !contestedMarkets.isEmpty else { return self }
    var sales = ownSalesMillionCNY
    var rows = responses
    for market in contestedMarkets {
      guard let first = market.shares.min(by: { $0.candidate < $1.candidate }) else { continue }
      sales[first.candidate] += first.perUnit * market.demandMillionCNY
      rows[first.candidate] = Self.sum(
        rows[first.candidate], market.responses, times: first.perUnit)
    }
    return JointModel(
      ownSalesMillionCNY: sales, localContent: localContent,
      earnedAnywhereMillionCNY: earnedAnywhereMillionCNY, responses: rows)
  }

  /// The joint value F of some candidates, million CNY a year: what they add to the region's value
  /// added a year because the chain is here, recruited together.
  ///
  /// The empty set is worth 0. Cubic in the members.
  public func value(of members: some Sequence<Int>) -> Double {
    let members = Set(members).sorted()
    var elimination = JointElimination(self, members: members)
    return members.indices.reduce(0) { $0 + elimination.recruit($1) }
  }
}
