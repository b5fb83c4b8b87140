import IndustryChain

/// The candidates of a pool that can be held against some limits, and the searches among them.
struct LimitedChoice {
  /// Places in the pool of the candidates with a figure for every limit.
  let candidates: [Int]
  let leftOut: [Portfolio.LeftOut]
  private let pool: RecruitmentPool
  private let limits: RecruitmentLimits
  private let budget: SelectionSearch.Budget
  private let model: JointModel
  private let uses: [LimitKind: [Double]]
  private let places: [Int: Int]

  init(
    of pool: RecruitmentPool, within limits: RecruitmentLimits, budget: SelectionSearch.Budget
  ) {
    self.pool = pool
    self.limits = limits
    self.budget = budget
    var candidates: [Int] = []
    var leftOut: [Portfolio.LeftOut] = []
    for (place, candidate) in pool.candidates.enumerated() {
      let unsaid = limits.kinds.filter { $0.use(by: candidate.link.plant) == nil }
      if unsaid.isEmpty {
        candidates.append(place)
      } else {
        leftOut.append(.init(candidate: place, kinds: unsaid))
      }
    }
    self.candidates = candidates
    self.leftOut = leftOut
    model = pool.model.restricted(to: candidates)
    uses = LimitKind.allCases.reduce(into: [:]) { uses, kind in
      uses[kind] = candidates.map { kind.use(by: pool.candidates[$0].link.plant) ?? 0 }
    }
    places = candidates.enumerated().reduce(into: [:]) { $0[$1.element] = $1.offset }
  }

  /// Whether every subset can be looked at.
  var isSmall: Bool { SubsetEnumeration.admits(model) }

  /// What candidates, as places in the pool, use of a limit.
  func use(of kind: LimitKind, by members: [Int]) -> Double {
    members.reduce(0) { $0 + (kind.use(by: pool.candidates[$1].link.plant) ?? 0) }
  }

  private func problem(within limits: RecruitmentLimits) -> SelectionProblem {
    let kinds = limits.kinds
    return SelectionProblem(
      model: model, uses: kinds.compactMap { uses[$0] },
      capacities: kinds.compactMap { limits.amounts[$0] })
  }

  /// The best choice within limits of kinds among the first ones, members as places in the pool.
  func best(within limits: RecruitmentLimits, from start: [Int]) -> SelectionOutcome {
    var outcome = SelectionSearch.best(
      of: problem(within: limits), within: budget, from: start.compactMap { places[$0] })
    outcome.members = outcome.members.map { candidates[$0] }
    return outcome
  }

  /// What looking at every subset gives; `nil` where the budget ended it.
  func enumerated(
    sizes: Int
  ) -> (
    best: SelectionOutcome, bySize: [SelectionOutcome],
    fronts: [LimitKind: [Portfolio.FrontPoint]]
  )? {
    let problem = problem(within: limits)
    let half = (candidates.count + 1) / 2
    let sums = problem.uses.map { SubsetSums($0, half: half) }
    let tolerance = 1e-9
    var bests = [(set: Int, value: Double)](repeating: (0, 0), count: candidates.count + 1)
    let kinds = limits.kinds
    var fronts = kinds.map { _ in ParetoFront() }
    var seen = 0
    var isWhole = true
    SubsetEnumeration(model).visit { set, value in
      seen += 1
      if seen & 0xFFFF == 0, budget.shouldStop() {
        isWhole = false
        return false
      }
      for limit in sums.indices where !problem.fits(sums[limit][set], in: limit) { return true }
      let size = set.nonzeroBitCount
      if value > bests[size].value + tolerance { bests[size] = (set, value) }
      for limit in sums.indices where kinds[limit] != .count {
        fronts[limit].offer(
          use: sums[limit][set], value: value, set: set, tolerance: tolerance)
      }
      return true
    }
    guard isWhole else { return nil }
    func members(of set: Int) -> [Int] {
      candidates.indices.filter { set >> $0 & 1 == 1 }.map { candidates[$0] }
    }
    func outcome(_ best: (set: Int, value: Double)) -> SelectionOutcome {
      SelectionOutcome(
        members: members(of: best.set), valueMillionCNY: best.value,
        upperBoundMillionCNY: best.value, nodeCount: seen)
    }
    // Of at most so many links: a larger set may be worth less where variants compete.
    for size in bests.indices.dropFirst() {
      if bests[size].value < bests[size - 1].value + tolerance { bests[size] = bests[size - 1] }
    }
    let best = outcome(bests[bests.count - 1])
    let listed = bests.dropFirst().prefix(min(sizes, best.members.count))
    return (
      best, listed.map(outcome),
      kinds.indices.filter { kinds[$0] != .count }.reduce(into: [:]) { result, limit in
        result[kinds[limit]] = fronts[limit].points.map {
          Portfolio.FrontPoint(use: $0.use, valueMillionCNY: $0.value, members: members(of: $0.set))
        }
      }
    )
  }
}

/// Sums of a figure over every subset, from two tables of half the bits each.
private struct SubsetSums {
  private let low: [Double]
  private let high: [Double]
  private let half: Int

  init(_ figures: [Double], half: Int) {
    self.half = half
    func table(_ figures: ArraySlice<Double>) -> [Double] {
      figures.reduce(into: [0.0]) { sums, figure in sums += sums.map { $0 + figure } }
    }
    low = table(figures.prefix(half))
    high = table(figures.dropFirst(half))
  }

  subscript(set: Int) -> Double { low[set & (1 << half - 1)] + high[set >> half] }
}
