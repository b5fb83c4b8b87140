/// Bounds the value of choices by prices: what one candidate's output brings another is shared
/// between the two, and each candidate is then worth a sum of its own.
///
/// With M_j a bound on the output of j, a choice sells f_kj ≤ w_kj z_j of k because of j, and no
/// more than w_kj M_j where k is chosen. Paying φ_kj for the right to it gives, for any φ ≥ 0,
///
///     p_j = u_j + Σ_k φ_kj / M_j                 what a unit of j's output is worth
///     g_k = p_k s_k − x_k + Σ_j max(0, p_k w_kj M_j − φ_kj)
///
/// and no choice is worth more than the knapsack of the g under the limits: Lagrangian relaxation of
/// f_kj ≤ w_kj z_j, as strong at its best as the linear relaxation of the mixed-integer program. No
/// payments give the bound by outputs of `ReachBounds`, full ones that by contents. Payments and the
/// multipliers of all limits but one are improved by subgradient steps of Polyak's length.
///
/// Source: M. Held, P. Wolfe, H. Crowder, Validation of subgradient optimization (1974).
struct PriceBound {
  /// A tie: what a unit of `buyer`'s output brings `seller`, both different.
  struct Tie {
    let seller: Int32
    let buyer: Int32
    /// w M: the most that the tie can bring, million CNY a year.
    let most: Double
  }

  /// What a run of steps gives.
  struct Result {
    /// No choice is worth more.
    var value = Double.infinity
    /// What each candidate is worth above the prices of what it uses; negative where it is not
    /// worth them.
    var reduced: [Double] = []
  }

  let count: Int
  private let sales: [Double]
  private let content: [Double]
  private let anywhere: [Double]
  private let mostOutput: [Double]
  let ties: [Tie]
  private let uses: [[Double]]
  private let capacities: [Double]
  /// φ by tie.
  private(set) var payments: [Double]
  /// λ by limit; that of the first is found anew each step.
  private(set) var multipliers: [Double]

  private var worth: [Double]
  private var gains: [Double]
  private var chosen: [Double]
  private var outputs: [Double]
  private var slopes: [Double]
  private var order: [Int]

  /// A bound for candidates whose own ties are already in their sales.
  ///
  /// - Parameters:
  ///   - sales: s.
  ///   - content: u.
  ///   - anywhere: x.
  ///   - mostOutput: M, no output of any choice is larger.
  ///   - ties: The ties with something to bring.
  ///   - uses: For each limit what each candidate uses; at least one limit.
  ///   - capacities: How much there is.
  ///   - payments: Where to begin, by tie.
  ///   - multipliers: Where to begin, by limit.
  init(
    sales: [Double], content: [Double], anywhere: [Double], mostOutput: [Double], ties: [Tie],
    uses: [[Double]], capacities: [Double], payments: [Double], multipliers: [Double]
  ) {
    count = sales.count
    self.sales = sales
    self.content = content
    self.anywhere = anywhere
    self.mostOutput = mostOutput
    self.ties = ties
    self.uses = uses
    self.capacities = capacities
    self.payments = payments
    self.multipliers = multipliers
    worth = content
    gains = content
    chosen = content
    outputs = content
    slopes = payments
    order = Array(0..<count)
  }

  /// A bound for all candidates of a model without competition, half of what each tie is worth paid.
  ///
  /// Ties worth less than `negligible`, million CNY a year, are counted as sales that are always
  /// there: that costs the bound little and saves most of the work.
  init(
    _ model: JointModel, bounds: ReachBounds, uses: [[Double]], capacities: [Double],
    negligible: Double
  ) {
    var sales = model.ownSalesMillionCNY
    var ties: [Tie] = []
    var payments: [Double] = []
    for (seller, responses) in model.responses.enumerated() {
      let own = responses.first { $0.candidate == seller }?.perUnit ?? 0
      let factor = 1 / (1 - own)
      sales[seller] *= factor
      for response in responses where response.candidate != seller {
        let most = response.perUnit * factor * bounds.output[response.candidate]
        guard most * model.localContent[seller] >= negligible else {
          sales[seller] += most
          continue
        }
        ties.append(
          Tie(seller: Int32(seller), buyer: Int32(response.candidate), most: most))
        payments.append(model.localContent[seller] * most / 2)
      }
    }
    self.init(
      sales: sales, content: model.localContent, anywhere: model.earnedAnywhereMillionCNY,
      mostOutput: bounds.output, ties: ties, uses: uses, capacities: capacities,
      payments: payments, multipliers: capacities.map { _ in 0 })
  }

  /// Improves the prices until the bound is at most `target`, or for so many steps.
  ///
  /// - Parameters:
  ///   - steps: The most steps.
  ///   - target: The value that a choice must exceed to be of interest.
  ///   - shouldStop: Asked after each step whether to end.
  ///   - onChoice: Called now and then with candidates that the prices favour, the best first.
  /// - Returns: The least bound seen, with its gains.
  mutating func improve(
    steps: Int, target: Double, shouldStop: () -> Bool = { false },
    onChoice: ([Double]) -> Double = { _ in -.infinity }
  ) -> Result {
    var target = target
    var best = Result()
    var bestPayments = payments
    var bestMultipliers = multipliers
    var length = 1.0
    var sinceBetter = 0
    for step in 0..<max(1, steps) {
      let value = evaluate()
      if value < best.value {
        if value < best.value - 1e-4 * abs(value) { sinceBetter = 0 }
        best.value = value
        best.reduced = reducedGains()
        bestPayments = payments
        bestMultipliers = multipliers
      }
      sinceBetter += 1
      if step % 8 == 7 { target = max(target, onChoice(gains)) }
      guard value > target, !shouldStop() else { break }
      if sinceBetter > 6 {
        length *= 0.6
        sinceBetter = 0
        if length < 0.02 { break }
      }
      guard descend(value: value, target: target, length: length) else { break }
    }
    payments = bestPayments
    multipliers = bestMultipliers
    return best
  }

  /// The bound at the present prices; sets worth, gains and the choice that it is made of.
  private mutating func evaluate() -> Double {
    for k in 0..<count { worth[k] = 0 }
    for tie in ties.indices { worth[Int(ties[tie].buyer)] += payments[tie] }
    for k in 0..<count {
      worth[k] = content[k] + (mostOutput[k] > 0 ? worth[k] / mostOutput[k] : 0)
      gains[k] = worth[k] * sales[k] - anywhere[k]
    }
    for tie in ties.indices {
      let seller = Int(ties[tie].seller)
      let net = worth[seller] * ties[tie].most - payments[tie]
      if net > 0 { gains[seller] += net }
    }
    var base = 0.0
    for limit in uses.indices.dropFirst() where multipliers[limit] > 0 {
      let price = multipliers[limit]
      base += price * capacities[limit]
      for k in 0..<count { gains[k] -= price * uses[limit][k] }
    }
    return base + fill()
  }

  /// The fractional knapsack of the first limit; sets the choice and its multiplier.
  private mutating func fill() -> Double {
    let (first, capacity) = (uses[0], capacities[0])
    var value = 0.0
    var left = capacity
    var price = 0.0
    order.removeAll(keepingCapacity: true)
    for k in 0..<count {
      chosen[k] = 0
      if gains[k] > 0 { order.append(k) }
    }
    order.sort { gains[$0] * first[$1] > gains[$1] * first[$0] }
    for k in order {
      guard first[k] <= left else {
        price = gains[k] / first[k]
        value += price * left
        chosen[k] = left / first[k]
        break
      }
      left -= first[k]
      value += gains[k]
      chosen[k] = 1
    }
    multipliers[0] = price
    return value
  }

  private func reducedGains() -> [Double] {
    (0..<count).map { gains[$0] - multipliers[0] * uses[0][$0] }
  }

  /// One step against the slope; whether there was one to go.
  private mutating func descend(value: Double, target: Double, length: Double) -> Bool {
    for k in 0..<count { outputs[k] = sales[k] * chosen[k] }
    for tie in ties.indices {
      let seller = Int(ties[tie].seller)
      if chosen[seller] > 0, worth[seller] * ties[tie].most > payments[tie] {
        outputs[seller] += chosen[seller] * ties[tie].most
      }
    }
    var square = 0.0
    for tie in ties.indices {
      let (seller, buyer) = (Int(ties[tie].seller), Int(ties[tie].buyer))
      var slope = mostOutput[buyer] > 0 ? outputs[buyer] / mostOutput[buyer] : 0
      if worth[seller] * ties[tie].most > payments[tie] { slope -= chosen[seller] }
      // A payment cannot fall below nothing.
      if payments[tie] == 0, slope > 0 { slope = 0 }
      slopes[tie] = slope
      square += slope * slope
    }
    var limitSlopes = [Double](repeating: 0, count: uses.count)
    for limit in uses.indices.dropFirst() {
      // In shares of the limit, so that mu and megawatts weigh alike.
      let used = (0..<count).reduce(0) { $0 + uses[limit][$1] * chosen[$1] }
      var slope = capacities[limit] > 0 ? 1 - used / capacities[limit] : 0
      if multipliers[limit] == 0, slope > 0 { slope = 0 }
      limitSlopes[limit] = slope
      square += slope * slope
    }
    guard square > 1e-18 else { return false }
    let step = length * (value - target) / square
    for tie in ties.indices { payments[tie] = max(0, payments[tie] - step * slopes[tie]) }
    for limit in uses.indices.dropFirst() where capacities[limit] > 0 {
      let move = step * limitSlopes[limit] / capacities[limit]
      multipliers[limit] = max(0, multipliers[limit] - move)
    }
    return true
  }
}
