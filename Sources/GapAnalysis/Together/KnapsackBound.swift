/// The most that candidates with known upper gains can be worth under one limit, parts of a
/// candidate allowed: the fractional knapsack, and what its multiplier says about each candidate.
///
/// Source: G. Dantzig, Discrete-variable extremum problems (1957).
struct KnapsackBound {
  /// No choice is worth more.
  let value: Double
  /// What one unit of the limit is worth at the margin, λ; 0 where everything fits.
  let multiplier: Double

  /// Fills a capacity by gain per unit of use, best first; sorts the candidates.
  ///
  /// Gains are from 0; candidates without use all fit.
  init(gains: [Double], uses: [Double], capacity: Double) {
    var value = 0.0
    var left = capacity
    var multiplier = 0.0
    let total = uses.reduce(0, +)
    if total <= capacity {
      self.value = gains.reduce(0, +)
      self.multiplier = 0
      return
    }
    let density = gains.indices.map { uses[$0] > 0 ? gains[$0] / uses[$0] : .infinity }
    let order = gains.indices.sorted { density[$0] > density[$1] }
    for candidate in order {
      if uses[candidate] <= left {
        left -= uses[candidate]
        value += gains[candidate]
      } else {
        multiplier = density[candidate]
        value += multiplier * left
        break
      }
    }
    self.value = value
    self.multiplier = multiplier
  }

  /// No choice that has the candidate is worth more.
  func valueWith(gain: Double, use: Double) -> Double { value + min(0, gain - multiplier * use) }

  /// No choice that lacks the candidate is worth more.
  func valueWithout(gain: Double, use: Double) -> Double { value - max(0, gain - multiplier * use) }
}
