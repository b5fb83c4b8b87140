/// Finds the best choice within limits and proves it: branch and bound.
///
/// The bound of a part of the choices is the least, over the measures of `SelectionNode.gains` and
/// over the limits, of a fractional knapsack. What cannot be in a better choice is given up at
/// once, what no better choice can lack is recruited at once, and the rest is tried both ways, the
/// most promising first. Exponential at worst; ended early it tells how far it may be from the best.
public struct SelectionSearch {
  /// When to end with the best found so far.
  public struct Budget {
    /// The most nodes looked at.
    public var nodeCount: Int
    /// Asked every few nodes whether to end.
    public var shouldStop: () -> Bool

    /// A budget; without arguments the search runs to its end.
    public init(nodeCount: Int = .max, shouldStop: @escaping () -> Bool = { false }) {
      self.nodeCount = nodeCount
      self.shouldStop = shouldStop
    }
  }

  private let problem: SelectionProblem
  private let budget: Budget
  private var best: (members: [Int], value: Double) = ([], 0)
  private var nodeCount = 0
  private var hasStopped = false
  /// The largest bound among the parts that were not looked at.
  private var openBound = 0.0

  /// The best choice of a problem.
  ///
  /// - Parameters:
  ///   - problem: Candidates, what each uses, how much there is.
  ///   - budget: When to end early.
  ///   - start: A choice within the limits to begin with, such as the best of tighter limits.
  /// - Returns: The choice, its value, and the proven bound.
  public static func best(
    of problem: SelectionProblem, within budget: Budget = Budget(), from start: [Int] = []
  ) -> SelectionOutcome {
    var search = SelectionSearch(problem: problem, budget: budget)
    search.offer(start)
    search.run()
    let bound = search.hasStopped ? max(search.best.value, search.openBound) : search.best.value
    return SelectionOutcome(
      members: search.best.members.sorted(), valueMillionCNY: search.best.value,
      upperBoundMillionCNY: bound, nodeCount: search.nodeCount)
  }

  private init(problem: SelectionProblem, budget: Budget) {
    self.problem = problem
    self.budget = budget
  }

  /// What a better choice must exceed.
  private var target: Double { best.value + SelectionProblem.tolerance(of: best.value) }

  private mutating func offer(_ members: [Int]) {
    guard !members.isEmpty, fits(members) else { return }
    offer(members, value: problem.model.value(of: members))
  }

  private mutating func offer(_ members: [Int], value: Double) {
    if value > target { best = (members, value) }
  }

  private func fits(_ members: [Int]) -> Bool {
    problem.capacities.indices.allSatisfy { limit in
      problem.fits(members.reduce(0) { $0 + problem.uses[limit][$1] }, in: limit)
    }
  }

  // MARK: The root: sparse, until few candidates are left.

  private mutating func run() {
    var open = (0..<problem.model.count).filter { fits([$0]) }
    while !open.isEmpty {
      let model = problem.model.restricted(to: open).withoutCompetition()
      let uses = problem.uses.map { uses in open.map { uses[$0] } }
      let more = choosable(uses, left: problem.capacities)
      let bounds = ReachBounds(model, choosing: more)
      guard bounds.areFinite else {
        explore(SelectionNode(problem, undecided: open, bounds: bounds), bound: .infinity)
        return
      }
      let gains = Self.gains(of: model, bounds)
      for gains in gains { offer(filled(open, gains: gains, uses: uses)) }
      let limits = Self.knapsacks(gains: gains, uses: uses, left: problem.capacities)
      guard (limits.map(\.knapsack.value).min() ?? gains[0].reduce(0, +)) > target else { return }
      let kept = open.indices.filter { place in
        limits.allSatisfy { $0.valueWith(place) > target }
      }
      // A tenth less is worth bounding anew without what is given up.
      guard kept.count * 10 > open.count * 9 else {
        open = kept.map { open[$0] }
        continue
      }
      explore(
        SelectionNode(problem, undecided: open, bounds: bounds),
        bound: limits.map(\.knapsack.value).min() ?? .infinity)
      return
    }
  }

  private static func gains(of model: JointModel, _ bounds: ReachBounds) -> [[Double]] {
    var gains = [[Double]](repeating: [], count: 3)
    for place in 0..<model.count {
      let anywhere = model.earnedAnywhereMillionCNY[place]
      let byOutput = model.localContent[place] * bounds.output[place] - anywhere
      let byContent = bounds.content[place] * model.ownSalesMillionCNY[place] - anywhere
      gains[0].append(max(0, byOutput))
      gains[1].append(max(0, (byOutput + byContent) / 2))
      gains[2].append(max(0, byContent))
    }
    return gains
  }

  /// Fills all limits, the greatest gain by the scarcest use first.
  private func filled(_ open: [Int], gains: [Double], uses: [[Double]]) -> [Int] {
    var left = problem.capacities
    func density(_ place: Int) -> Double {
      let use = uses.indices.map { uses[$0][place] / max(problem.capacities[$0], 1e-12) }.max() ?? 0
      return use > 0 ? gains[place] / use : .infinity
    }
    let densities = open.indices.map(density)
    var chosen: [Int] = []
    for place in open.indices.sorted(by: { densities[$0] > densities[$1] }) {
      guard left.indices.allSatisfy({ uses[$0][place] <= left[$0] }) else { continue }
      for limit in left.indices { left[limit] -= uses[limit][place] }
      chosen.append(open[place])
    }
    return chosen
  }

  /// How many more fit at most: of each limit, the least uses first.
  private func choosable(_ uses: [[Double]], left: [Double]) -> Int {
    uses.indices.reduce(uses.first?.count ?? problem.model.count) { most, limit in
      var rest = left[limit] + SelectionProblem.tolerance(of: problem.capacities[limit])
      var count = 0
      for use in uses[limit].sorted() {
        guard use <= rest, count < most else { break }
        rest -= use
        count += 1
      }
      return count
    }
  }

  private struct LimitBound {
    let knapsack: KnapsackBound
    let gains: [Double]
    let uses: [Double]

    func valueWith(_ place: Int) -> Double {
      knapsack.valueWith(gain: gains[place], use: uses[place])
    }

    func valueWithout(_ place: Int) -> Double {
      knapsack.valueWithout(gain: gains[place], use: uses[place])
    }
  }

  private static func knapsacks(
    gains: [[Double]], uses: [[Double]], left: [Double]
  ) -> [LimitBound] {
    gains.flatMap { gains in
      uses.indices.map { limit in
        LimitBound(
          knapsack: KnapsackBound(
            gains: gains, uses: uses[limit],
            capacity: left[limit] + SelectionProblem.tolerance(of: left[limit])),
          gains: gains, uses: uses[limit])
      }
    }
  }

  // MARK: The tree.

  /// Looks at a part of the choices whose bound is known, then at its parts.
  private mutating func explore(_ start: SelectionNode, bound known: Double) {
    var node = start
    var bound = known
    while true {
      guard bound > target else { return }
      if nodeCount >= budget.nodeCount || (nodeCount % 32 == 31 && budget.shouldStop()) {
        hasStopped = true
      }
      guard !hasStopped else {
        openBound = max(openBound, bound)
        return
      }
      nodeCount += 1
      guard let branch = narrowed(&node, bound: &bound) else { return }
      var recruited = node
      recruited.recruit(branch, in: problem)
      explore(recruited, bound: bound)
      node.giveUp(node.undecided.indices.map { $0 == branch })
    }
  }

  /// Decides what is beyond doubt in a part; the candidate to try both ways next, `nil` where the
  /// part holds nothing better.
  private mutating func narrowed(_ node: inout SelectionNode, bound: inout Double) -> Int? {
    while true {
      node.giveUp(
        node.undecided.map { candidate in
          node.left.indices.contains { limit in
            problem.uses[limit][candidate]
              > node.left[limit] + SelectionProblem.tolerance(of: problem.capacities[limit])
          }
        })
      offer(node.members, value: node.value)
      guard !node.undecided.isEmpty else { return nil }
      let uses = problem.uses.map { uses in node.undecided.map { uses[$0] } }
      let more = uses.isEmpty ? node.undecided.count : choosable(uses, left: node.left)
      if !node.isBounded {
        // Without a bound the only way on is to settle who serves the contested markets.
        if let contender = node.contender { return settled(contender, in: node) }
        node.boundAnew(choosing: more)
      }
      let gains = node.gains(choosing: more, in: problem)
      // Without limits one that everything fits.
      let limits =
        uses.isEmpty
        ? Self.knapsacks(
          gains: gains, uses: [[Double](repeating: 0, count: node.undecided.count)], left: [0])
        : Self.knapsacks(gains: gains, uses: uses, left: node.left)
      bound = min(bound, node.value + (limits.map(\.knapsack.value).min() ?? 0))
      guard bound > target else { return nil }

      let rest = target - node.value
      let isOut = node.undecided.indices.map { place in
        limits.contains { $0.valueWith(place) <= rest }
      }
      if isOut.contains(true) {
        node.giveUp(isOut)
        continue
      }
      let needed = node.undecided.indices.first { place in
        node.isSettled(place) && limits.contains { $0.valueWithout(place) <= rest }
      }
      if let needed {
        node.recruit(needed, in: problem)
        continue
      }
      let promising = node.undecided.indices.max { gains[1][$0] < gains[1][$1] } ?? 0
      return settled(promising, in: node)
    }
  }

  /// A candidate, or the one that must be decided before it.
  private func settled(_ place: Int, in node: SelectionNode) -> Int {
    var place = place
    while let rival = node.rival(of: place) { place = rival }
    return place
  }
}
