/// Betters a choice by exchanging one candidate at a time, or adding one, while that helps.
///
/// With the output z and the content y of the members known, what any other candidate would add
/// follows from its ties with them: with s' = s_j + Σ w_ji z_i, u' = u_j + Σ y_i w_ij and w' its loop
/// through the members, u' s' / (1 − w') − x_j. So one round over all exchanges of k members costs
/// k⁴ + k · ties. It ends in a choice that no single exchange betters, which need not be the best.
struct SelectionExchange {
  private let model: JointModel
  private let uses: [[Double]]
  private let capacities: [Double]
  private let columns: [[JointModel.Response]]

  /// Exchanges among the candidates of a model without competition.
  init(_ model: JointModel, uses: [[Double]], capacities: [Double]) {
    self.model = model
    self.uses = uses
    self.capacities = capacities
    var columns = [[JointModel.Response]](repeating: [], count: model.count)
    for (row, responses) in model.responses.enumerated() {
      for response in responses {
        columns[response.candidate].append(.init(candidate: row, perUnit: response.perUnit))
      }
    }
    self.columns = columns
  }

  /// A choice that is as good at least as one within the limits, after so many exchanges at most.
  func bettered(_ start: [Int], rounds: Int) -> [Int] {
    var members = start
    for _ in 0..<rounds {
      guard let next = better(members) else { break }
      members = next
    }
    return members
  }

  private func better(_ members: [Int]) -> [Int]? {
    var best: [Int]?
    let (value, additions) = gains(with: members)
    let tolerance = SelectionProblem.tolerance(of: value)
    var bestValue = value + tolerance
    let used = uses.map { uses in members.reduce(0) { $0 + uses[$1] } }
    func consider(_ rest: [Int], _ restValue: Double, _ gains: [Double], without: Int?) {
      var candidate: Int?
      for (other, gain) in gains.enumerated() where restValue + gain > bestValue {
        let fits = uses.indices.allSatisfy { limit in
          used[limit] - (without.map { uses[limit][$0] } ?? 0) + uses[limit][other]
            <= capacities[limit] + SelectionProblem.tolerance(of: capacities[limit])
        }
        guard fits else { continue }
        bestValue = restValue + gain
        candidate = other
      }
      if let candidate { best = rest + [candidate] }
    }
    consider(members, value, additions, without: nil)
    if best != nil { return best }
    for (place, member) in members.enumerated() {
      var rest = members
      rest.remove(at: place)
      let (restValue, gains) = gains(with: rest)
      consider(rest, restValue, gains, without: member)
    }
    return best
  }

  /// The value of a set, and what every other candidate would add to it (members: nothing).
  private func gains(with members: [Int]) -> (value: Double, gains: [Double]) {
    var place = [Int](repeating: -1, count: model.count)
    for (number, member) in members.enumerated() { place[member] = number }
    var inverse = SquareMatrix(identityOfOrder: members.count)
    for (row, member) in members.enumerated() {
      for response in model.responses[member] where place[response.candidate] >= 0 {
        inverse[row, place[response.candidate]] -= response.perUnit
      }
    }
    inverse.invertWithoutPivoting()
    var output = [Double](repeating: 0, count: members.count)
    var content = output
    for row in members.indices {
      for column in members.indices {
        output[row] += inverse[row, column] * model.ownSalesMillionCNY[members[column]]
        content[column] += inverse[row, column] * model.localContent[members[row]]
      }
    }
    let value = members.indices.reduce(0.0) { sum, row in
      sum + model.localContent[members[row]] * output[row]
        - model.earnedAnywhereMillionCNY[members[row]]
    }
    var gains = [Double](repeating: 0, count: model.count)
    for other in 0..<model.count where place[other] < 0 {
      var sales = model.ownSalesMillionCNY[other]
      var worth = model.localContent[other]
      var loop = 0.0
      for response in model.responses[other] {
        let asking = place[response.candidate]
        if response.candidate == other { loop += response.perUnit }
        guard asking >= 0 else { continue }
        sales += response.perUnit * output[asking]
        for back in columns[other] where place[back.candidate] >= 0 {
          loop += response.perUnit * inverse[asking, place[back.candidate]] * back.perUnit
        }
      }
      for back in columns[other] where place[back.candidate] >= 0 {
        worth += content[place[back.candidate]] * back.perUnit
      }
      gains[other] = worth * sales / (1 - loop) - model.earnedAnywhereMillionCNY[other]
    }
    return (value, gains)
  }
}
