import Testing

@testable import GapAnalysis

/// A random problem: some of the five limits, as tight as chance has it.
func randomProblem(seed: UInt64, count: Int, contested: Int = 0) -> SelectionProblem {
  var generator = SeededGenerator(seed: seed &+ 77)
  let model = randomModel(seed: seed, count: count, contested: contested)
  var uses: [[Double]] = []
  var capacities: [Double] = []
  if Bool.random(using: &generator) || seed % 3 == 0 {
    uses.append([Double](repeating: 1, count: count))
    capacities.append(Double(Int.random(in: 1...max(1, count / 2), using: &generator)))
  }
  for _ in 0..<Int.random(in: 0...4, using: &generator) {
    let use = (0..<count).map { _ in
      Int.random(in: 0..<6, using: &generator) == 0
        ? 0 : Double(Int.random(in: 1...100, using: &generator))
    }
    uses.append(use)
    capacities.append(use.reduce(0, +) * Double.random(in: 0.1...0.8, using: &generator))
  }
  return SelectionProblem(model: model, uses: uses, capacities: capacities)
}

extension SelectionProblem {
  /// The best value by looking at every subset.
  var bestOfAll: Double {
    (0..<1 << model.count).reduce(0) { best, mask in
      let set = members(of: mask)
      let isWithin = uses.indices.allSatisfy { limit in
        fits(set.reduce(0) { $0 + uses[limit][$1] }, in: limit)
      }
      return isWithin ? max(best, model.value(of: set)) : best
    }
  }
}

/// The assembly trap: a plant of low value added whose suppliers have no other buyer.
///
/// Its four parts and their four materials stand beside nine single links; choosing the best next
/// one never takes the first step of the tower.
func assemblyTrap() -> JointModel {
  // 0: assembly; 1...4: its parts; 5...8: their materials; 9...17: single links.
  var responses = [[JointModel.Response]](repeating: [], count: 18)
  for part in 1...4 {
    responses[part] = [.init(candidate: 0, perUnit: 0.22)]
    responses[part + 4] = [.init(candidate: part, perUnit: 0.7)]
  }
  return JointModel(
    ownSalesMillionCNY: [1_000] + [Double](repeating: 0, count: 8)
      + [Double](repeating: 20, count: 9),
    localContent: [0.06] + [Double](repeating: 0.3, count: 4) + [Double](repeating: 0.9, count: 4)
      + [Double](repeating: 0.8, count: 9),
    // Assembly sells everything outside: what it earns there itself does not count.
    earnedAnywhereMillionCNY: [60] + [Double](repeating: 0, count: 17),
    responses: responses)
}

@Suite struct SelectionSearchTests {
  @Test(arguments: 1...300)
  func `the best choice is that of looking at every subset, under any limits`(seed: UInt64) {
    let problem = randomProblem(
      seed: seed, count: 2 + Int(seed) % 9, contested: Int(seed) % 4 == 0 ? 2 : 0)
    let outcome = SelectionSearch.best(of: problem)
    expectClose([outcome.valueMillionCNY], [problem.bestOfAll])
    expectClose([outcome.valueMillionCNY], [problem.model.value(of: outcome.members)])
    #expect(outcome.isProven)
  }

  @Test(arguments: 1...40)
  func `a search that is ended early never claims a bound below the best`(seed: UInt64) {
    let problem = randomProblem(seed: seed, count: 10, contested: Int(seed) % 2)
    let best = problem.bestOfAll
    for nodes in [0, 1, 2, 4, 8] {
      let outcome = SelectionSearch.best(of: problem, within: .init(nodeCount: nodes))
      #expect(outcome.upperBoundMillionCNY >= best - 1e-6)
      #expect(outcome.valueMillionCNY <= best + 1e-6)
      #expect(outcome.isProven == (outcome.upperBoundMillionCNY <= outcome.valueMillionCNY))
    }
    let stopped = SelectionSearch.best(
      of: randomProblem(seed: seed, count: 12), within: .init(shouldStop: { true }))
    #expect(stopped.nodeCount <= 1)
  }

  @Test(arguments: 1...30)
  func `markets that cannot all be served by everybody are settled first`(seed: UInt64) {
    // Each of four variants would serve a whole market that lives on their own output.
    let model = JointModel(
      ownSalesMillionCNY: [10, 8, 6, Double(seed)], localContent: [0.5, 0.4, 0.4, 0.3],
      earnedAnywhereMillionCNY: [1, 1, 1, 1],
      responses: [[], [], [], [.init(candidate: 0, perUnit: 0.1)]],
      contestedMarkets: [
        .init(
          demandMillionCNY: 20,
          responses: (0..<4).map { .init(candidate: $0, perUnit: 0.6) },
          shares: (0..<3).map { .init(candidate: $0, perUnit: 1) })
      ])
    let problem = SelectionProblem(
      model: model, uses: [[1, 1, 1, 1]], capacities: [Double(1 + seed % 4)])
    #expect(!ReachBounds(model.withoutCompetition(), choosing: 4).areFinite)
    expectClose([SelectionSearch.best(of: problem).valueMillionCNY], [problem.bestOfAll])
  }

  @Test func `choosing the best next one falls into the assembly trap, the search does not`() {
    let model = assemblyTrap()
    var greedy: [Int] = []
    for _ in 0..<9 {
      let rest = (0..<18).filter { !greedy.contains($0) }
      let value = model.value(of: greedy)
      let gains = rest.map { model.value(of: greedy + [$0]) - value }
      guard let best = gains.indices.max(by: { gains[$0] < gains[$1] }) else { break }
      greedy.append(rest[best])
    }
    let problem = SelectionProblem(
      model: model, uses: [[Double](repeating: 1, count: 18)], capacities: [9])
    let outcome = SelectionSearch.best(of: problem)
    #expect(outcome.members == Array(0..<9))
    #expect(outcome.isProven)
    let share = model.value(of: greedy) / outcome.valueMillionCNY
    #expect((share * 100).rounded() == 18)
  }

  @Test func `nothing to choose from, nothing that fits`() {
    let empty = SelectionProblem(
      model: randomModel(seed: 1, count: 0), uses: [[]], capacities: [3])
    #expect(SelectionSearch.best(of: empty).members.isEmpty)
    let none = SelectionProblem(
      model: randomModel(seed: 1, count: 5), uses: [[1, 1, 1, 1, 1]], capacities: [0])
    let outcome = SelectionSearch.best(of: none)
    #expect(outcome.members.isEmpty && outcome.valueMillionCNY == 0 && outcome.isProven)
  }

  @Test(arguments: 1...8)
  func `no limits choose whatever adds anything`(seed: UInt64) {
    let model = randomModel(seed: seed, count: 30)
    let problem = SelectionProblem(model: model, uses: [], capacities: [])
    expectClose(
      [SelectionSearch.best(of: problem).valueMillionCNY], [model.value(of: 0..<30)])
  }
}
