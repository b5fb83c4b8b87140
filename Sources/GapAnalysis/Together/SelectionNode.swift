/// A part of the choices: some candidates recruited, some given up, the others undecided.
///
/// The recruited ones are eliminated (see `JointElimination`), so the dense system holds the
/// undecided alone, and behind their rows those of the contested markets that nobody has taken.
struct SelectionNode {
  /// The undecided candidates, ascending.
  private(set) var undecided: [Int]
  /// The recruited ones, in the order of the steps.
  private(set) var members: [Int] = []
  /// What they are worth, million CNY a year.
  private(set) var value = 0.0
  /// How much of each limit is left.
  private(set) var left: [Double]
  /// Bounds on the undecided, as in `ReachBounds`; they hold in every part of a part.
  private var output: [Double]
  private var matrix: [Double]
  private var sales: [Double]
  private var content: [Double]
  /// The payments of `PriceBound` by seller and buyer, negative where none has been found yet.
  private var payments: [Double]
  private var multipliers: [Double]
  /// For each untaken market the share that each undecided candidate would take, 0 for none.
  private var shares: [[Double]]

  private var count: Int { undecided.count }

  /// How many numbers the tables of the node hold.
  var tableSize: Int { matrix.count + payments.count }

  /// Whether the undecided are bounded: not so where variants that each serve a whole market would
  /// ask for more than there is; once their markets are settled it is.
  var isBounded: Bool { output.allSatisfy(\.isFinite) }

  /// An undecided candidate that could serve a market for which others compete.
  var contender: Int? {
    shares.lazy.compactMap { shares in shares.firstIndex { $0 > 0 } }.first
  }

  /// Bounds the undecided anew once no market is contested.
  mutating func boundAnew(choosing more: Int) {
    let width = count
    let model = JointModel(
      ownSalesMillionCNY: Array(sales[..<width]), localContent: content,
      earnedAnywhereMillionCNY: content,
      responses: (0..<width).map { row in
        (0..<width).filter { matrix[row * width + $0] != 0 }.map {
          JointModel.Response(candidate: $0, perUnit: matrix[row * width + $0])
        }
      })
    output = ReachBounds(model, choosing: more).output
  }

  /// Everything open among some candidates of a problem, given ascending with their bounds.
  init(
    _ problem: SelectionProblem, undecided: [Int], bounds: ReachBounds, prices: PriceBound? = nil
  ) {
    let model = problem.model.restricted(to: undecided)
    self.undecided = undecided
    left = problem.capacities
    output = bounds.output
    let count = undecided.count
    matrix = [Double](repeating: 0, count: (count + model.contestedMarkets.count) * count)
    payments = [Double](repeating: -1, count: count * count)
    multipliers = prices?.multipliers ?? problem.capacities.map { _ in 0 }
    if let prices {
      for (tie, payment) in zip(prices.ties, prices.payments) {
        payments[Int(tie.seller) * count + Int(tie.buyer)] = payment
      }
    }
    let rows = model.responses + model.contestedMarkets.map(\.responses)
    for (row, responses) in rows.enumerated() {
      for response in responses { matrix[row * count + response.candidate] = response.perUnit }
    }
    sales = model.ownSalesMillionCNY + model.contestedMarkets.map(\.demandMillionCNY)
    content = model.localContent
    shares = model.contestedMarkets.map { market in
      market.shares.reduce(into: [Double](repeating: 0, count: count)) {
        $0[$1.candidate] = $1.perUnit
      }
    }
  }

  /// Gives candidates up, by place among the undecided.
  mutating func giveUp(_ isOut: [Bool]) {
    let kept = undecided.indices.filter { !isOut[$0] }
    guard kept.count < count else { return }
    let width = count
    let rows = kept + shares.indices.map { width + $0 }
    func gathered(_ old: [Double], _ rows: [Int]) -> [Double] {
      [Double](unsafeUninitializedCapacity: rows.count * kept.count) { new, filled in
        old.withUnsafeBufferPointer { old in
          for row in rows {
            for column in kept {
              new[filled] = old[row * width + column]
              filled += 1
            }
          }
        }
      }
    }
    matrix = gathered(matrix, rows)
    payments = gathered(payments, kept)
    sales = rows.map { sales[$0] }
    content = kept.map { content[$0] }
    output = kept.map { output[$0] }
    shares = shares.map { shares in kept.map { shares[$0] } }
    undecided = kept.map { undecided[$0] }
  }

  /// Whether recruiting a candidate now leaves no doubt who serves its contested markets: no
  /// earlier candidate that could serve them is undecided.
  func isSettled(_ place: Int) -> Bool { rival(of: place) == nil }

  /// The first undecided candidate that would take a market from another one.
  func rival(of place: Int) -> Int? {
    for shares in shares where shares[place] > 0 {
      if let first = shares.firstIndex(where: { $0 > 0 }), first < place { return first }
    }
    return nil
  }

  /// Recruits a settled candidate, by place among the undecided; square in them.
  mutating func recruit(_ place: Int, in problem: SelectionProblem) {
    let width = count
    let candidate = undecided[place]
    var row = Array(matrix[place * width..<(place + 1) * width])
    var made = sales[place]
    var open: [Int] = []
    for (market, shares) in shares.enumerated() {
      let share = shares[place]
      guard share > 0 else {
        open.append(market)
        continue
      }
      made += share * sales[width + market]
      for column in 0..<width { row[column] += share * matrix[(width + market) * width + column] }
    }
    let factor = 1 / (1 - row[place])
    made *= factor
    value += content[place] * made - problem.model.earnedAnywhereMillionCNY[candidate]
    members.append(candidate)
    for limit in left.indices { left[limit] -= problem.uses[limit][candidate] }

    let worth = content[place] * factor
    for column in 0..<width { content[column] += worth * row[column] }
    let rows = Array(0..<width) + open.map { width + $0 }
    matrix.withUnsafeMutableBufferPointer { matrix in
      row.withUnsafeBufferPointer { row in
        for other in rows where other != place {
          let asked = matrix[other * width + place]
          guard asked != 0 else { continue }
          sales[other] += asked * made
          let multiple = asked * factor
          for column in 0..<width { matrix[other * width + column] += multiple * row[column] }
        }
      }
    }
    if open.count < shares.count {
      sales = rows.map { sales[$0] }
      matrix = rows.flatMap { Array(matrix[$0 * width..<($0 + 1) * width]) }
      shares = open.map { shares[$0] }
    }
    var isOut = [Bool](repeating: false, count: width)
    isOut[place] = true
    giveUp(isOut)
  }

  /// A bound on what the undecided can still add, and what each is worth by its prices.
  ///
  /// - Parameters:
  ///   - more: No choice has more of the undecided.
  ///   - problem: The problem of this part.
  ///   - steps: The most steps by which prices are improved.
  ///   - target: What the undecided must add to be of interest, million CNY a year.
  ///   - negligible: Ties worth less are counted as sales that are always there.
  /// - Returns: The bound; the prices are kept for the parts of this part.
  mutating func bound(
    choosing more: Int, in problem: SelectionProblem, steps: Int, target: Double,
    negligible: Double
  ) -> PriceBound.Result {
    let width = count
    var (matrix, sales) = (matrix, Array(sales[..<width]))
    for (market, shares) in shares.enumerated() {
      for place in 0..<width where shares[place] > 0 {
        sales[place] += shares[place] * self.sales[width + market]
        for column in 0..<width {
          matrix[place * width + column] +=
            shares[place] * self.matrix[(width + market) * width + column]
        }
      }
    }
    lower(choosing: more, matrix: matrix, sales: sales)
    var ties: [PriceBound.Tie] = []
    var start: [Double] = []
    for seller in 0..<width {
      let factor = 1 / (1 - matrix[seller * width + seller])
      sales[seller] *= factor
      // One more alone has nobody to sell to but those who are there.
      guard more > 1 else { continue }
      for buyer in 0..<width where buyer != seller {
        let perUnit = matrix[seller * width + buyer]
        guard perUnit > 0 else { continue }
        let most = perUnit * factor * output[buyer]
        guard most * content[seller] >= negligible else {
          sales[seller] += most
          continue
        }
        ties.append(.init(seller: Int32(seller), buyer: Int32(buyer), most: most))
        let known = payments[seller * width + buyer]
        start.append(known < 0 ? content[seller] * most / 2 : known)
      }
    }
    let isLimited = !problem.uses.isEmpty
    var prices = PriceBound(
      sales: sales, content: content,
      anywhere: undecided.map { problem.model.earnedAnywhereMillionCNY[$0] },
      mostOutput: output, ties: ties,
      uses: isLimited
        ? problem.uses.map { uses in undecided.map { uses[$0] } }
        : [[Double](repeating: 0, count: width)],
      capacities: isLimited ? left : [0], payments: start,
      multipliers: isLimited ? multipliers : [0])
    let result = prices.improve(steps: steps, target: target)
    for (tie, payment) in zip(ties, prices.payments) {
      payments[Int(tie.seller) * width + Int(tie.buyer)] = payment
    }
    if isLimited { multipliers = prices.multipliers }
    return result
  }

  /// One round of the decreasing step of `ReachBounds`.
  private mutating func lower(choosing more: Int, matrix: [Double], sales: [Double]) {
    let width = count
    let others = max(0, more - 1)
    var terms: [Double] = []
    terms.reserveCapacity(width)
    matrix.withUnsafeBufferPointer { matrix in
      for place in 0..<width {
        terms.removeAll(keepingCapacity: true)
        for other in 0..<width where other != place {
          let tie = matrix[place * width + other]
          if tie != 0 { terms.append(tie * output[other]) }
        }
        let own = 1 - matrix[place * width + place]
        let asked = sales[place] + terms.sumOfLargest(others)
        if own > 0 { output[place] = min(output[place], asked / own) }
      }
    }
  }
}
