/// Finds the best choice within limits and proves it: branch and bound.
///
/// The bound of a part of the choices is that of `PriceBound` over what is undecided in it. What cannot be in a better choice is given up at
/// once, what no better choice can lack is recruited at once, and the rest is tried both ways, the
/// most promising first. Exponential at worst; ended early it tells how far it may be from the best.
public struct SelectionSearch {
  /// When to end with the best found so far.
  public struct Budget {
    /// The most nodes looked at.
    public var nodeCount: Int
    /// Asked at every node whether to end.
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
  /// Whether a part was left because the tables on the way to it would take too much memory.
  private var hasSkipped = false
  /// The table entries of the nodes on the way to the present one.
  private var pathSize = 0
  /// The largest bound among the parts that were not looked at.
  private var openBound = 0.0
  /// The best value when the tree was begun, and how often it may yet be begun anew.
  private var valueAtRoot = 0.0
  private var restartsLeft = 3

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
    let bound =
      search.hasStopped || search.hasSkipped
      ? max(search.best.value, search.openBound) : search.best.value
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
    // The root is a node like any other.
    nodeCount = 1
    while !open.isEmpty {
      let model = problem.model.restricted(to: open).withoutCompetition()
      let uses =
        problem.uses.isEmpty
        ? [[Double](repeating: 0, count: open.count)]
        : problem.uses.map { uses in open.map { uses[$0] } }
      let capacities = problem.uses.isEmpty ? [0] : problem.capacities
      let more = choosable(uses, left: capacities)
      let bounds = ReachBounds(model, choosing: more)
      guard bounds.areFinite else {
        restartsLeft = 0
        explore(SelectionNode(problem, undecided: open, bounds: bounds), bound: .infinity)
        return
      }
      let byOutput = open.indices.map { place in
        model.localContent[place] * bounds.output[place] - model.earnedAnywhereMillionCNY[place]
      }
      offer(filled(open, gains: byOutput))
      var prices = PriceBound(
        model, bounds: bounds, uses: uses, capacities: capacities,
        negligible: Self.negligible(gap: best.value * 0.05, choosing: more))
      let exchange = SelectionExchange(model, uses: uses, capacities: capacities)
      var result = PriceBound.Result()
      for steps in Self.rootSteps {
        var favoured: [Int] = []
        result = prices.improve(
          steps: steps, target: target, shouldStop: budget.shouldStop
        ) { gains in
          favoured = filled(open, gains: gains)
          offer(favoured)
          return target
        }
        guard result.value > target else { return }
        guard !budget.shouldStop() else { break }
        better(favoured, among: open, by: exchange)
        if favoured.sorted() != best.members.sorted() {
          better(best.members, among: open, by: exchange)
        }
      }
      let kept = open.indices.filter { result.value + min(0, result.reduced[$0]) > target }
      // A tenth less is worth bounding anew without what is given up.
      guard kept.count * 10 > open.count * 9 else {
        open = kept.map { open[$0] }
        continue
      }
      valueAtRoot = best.value
      explore(
        SelectionNode(problem, undecided: open, bounds: bounds, prices: prices),
        bound: result.value)
      guard wantsRestart, !hasStopped else { return }
      // With a better choice at hand the root gives up more at once.
      restartsLeft -= 1
    }
  }

  /// Whether a better choice has been found since the tree was begun, and it may be begun anew.
  private var wantsRestart: Bool {
    restartsLeft > 0 && best.value > valueAtRoot + SelectionProblem.tolerance(of: valueAtRoot)
  }

  /// Exchanges single candidates of a choice, where it lies among the open ones.
  private mutating func better(
    _ members: [Int], among open: [Int], by exchange: SelectionExchange
  ) {
    let places = members.compactMap { member in open.firstIndex(of: member) }
    guard places.count == members.count, places.count <= Self.largestExchange else { return }
    let better = exchange.bettered(places, rounds: Self.exchanges)
    if better != places { offer(better.map { open[$0] }) }
  }

  /// The most members of a choice that is bettered by exchanges, and the most exchanges.
  private static let largestExchange = 60
  private static let exchanges = 30
  /// The most price steps at the root, before and after exchanges, and at each node.
  private static let rootSteps = [40, 110]

  /// What a tie must be worth to be priced: all that is not, of so many candidates with fifty ties
  /// each, would be a hundredth of the gap that is to be closed.
  private static func negligible(gap: Double, choosing more: Int) -> Double {
    0.01 * gap / Double(50 * max(1, more))
  }
  private static let nodeSteps = 15
  /// The most table entries kept on the way to a node: 256 MB.
  private static let largestPath = 1 << 25

  /// Fills all limits, the greatest gain by the scarcest use first.
  private func filled(_ open: [Int], gains: [Double]) -> [Int] {
    var left = problem.capacities
    let densities = open.indices.map { place in
      let use =
        problem.uses.indices.map {
          problem.uses[$0][open[place]] / max(problem.capacities[$0], 1e-12)
        }.max() ?? 0
      return use > 0 ? gains[place] / use : .infinity
    }
    var chosen: [Int] = []
    for place in open.indices.sorted(by: { densities[$0] > densities[$1] }) {
      guard gains[place] > 0,
        left.indices.allSatisfy({ problem.uses[$0][open[place]] <= left[$0] })
      else { continue }
      for limit in left.indices { left[limit] -= problem.uses[limit][open[place]] }
      chosen.append(open[place])
    }
    return chosen
  }

  /// How many more fit at most: of each limit, the least uses first.
  private func choosable(_ uses: [[Double]], left: [Double]) -> Int {
    uses.indices.reduce(uses.first?.count ?? 0) { most, limit in
      var rest = left[limit] + SelectionProblem.tolerance(of: left[limit])
      var count = 0
      for use in uses[limit].sorted() {
        guard use <= rest, count < most else { break }
        rest -= use
        count += 1
      }
      return count
    }
  }

  // MARK: The tree.

  /// Looks at a part of the choices whose bound is known, then at its parts.
  private mutating func explore(_ start: SelectionNode, bound known: Double) {
    var node = start
    var bound = known
    while true {
      guard bound > target, !wantsRestart else { return }
      if nodeCount >= budget.nodeCount || budget.shouldStop() {
        hasStopped = true
      }
      guard !hasStopped else {
        openBound = max(openBound, bound)
        return
      }
      nodeCount += 1
      guard let branch = narrowed(&node, bound: &bound) else { return }
      let size = node.tableSize
      if pathSize + size > Self.largestPath {
        hasSkipped = true
        openBound = max(openBound, bound)
        return
      }
      pathSize += size
      var recruited = node
      recruited.recruit(branch, in: problem)
      explore(recruited, bound: bound)
      pathSize -= size
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
      let rest = target - node.value
      let result = node.bound(
        choosing: more, in: problem, steps: Self.nodeSteps, target: rest,
        negligible: bound.isFinite ? Self.negligible(gap: bound - target, choosing: more) : 0)
      bound = min(bound, node.value + result.value)
      guard bound > target else { return nil }

      let isOut = result.reduced.map { result.value + min(0, $0) <= rest }
      if isOut.contains(true) {
        node.giveUp(isOut)
        continue
      }
      let needed = node.undecided.indices.first { place in
        node.isSettled(place) && result.value - max(0, result.reduced[place]) <= rest
      }
      if let needed {
        node.recruit(needed, in: problem)
        continue
      }
      let promising = node.undecided.indices.max { result.reduced[$0] < result.reduced[$1] } ?? 0
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
