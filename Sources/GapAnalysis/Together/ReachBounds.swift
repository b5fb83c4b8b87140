/// The most output that each candidate can have in any choice of at most K candidates.
///
/// Begun from all candidates recruited, it is the decreasing fixed point of
///
///     z_k = (s_k + Σ the K − 1 largest w_kj z_j) / (1 − w_kk)
///
/// so F(S) ≤ Σ_S (u_k z_k − x_k), which `PriceBound` improves.
struct ReachBounds {
  /// z by candidate; infinite where the whole asks for more than there is.
  private(set) var output: [Double]

  /// Whether there are bounds at all.
  var areFinite: Bool { output.allSatisfy(\.isFinite) }

  /// Ties in compressed rows: who brings a candidate sales.
  private struct Ties {
    var offsets: [Int32] = [0]
    var others: [Int32] = []
    var perUnit: [Double] = []
    /// The tie of each candidate with itself.
    var own: [Double]

    init(_ model: JointModel) {
      own = [Double](repeating: 0, count: model.count)
      for (row, responses) in model.responses.enumerated() {
        for response in responses {
          guard response.candidate != row else {
            own[row] = response.perUnit
            continue
          }
          others.append(Int32(response.candidate))
          perUnit.append(response.perUnit)
        }
        offsets.append(Int32(others.count))
      }
    }

    /// The fixed point of all candidates, a little above it; `nil` where there is none.
    func whole(_ base: [Double]) -> [Double]? {
      var values = base
      for _ in 0..<10_000 {
        var change = 0.0
        var largest = 0.0
        for row in values.indices {
          var sum = base[row]
          for tie in Int(offsets[row])..<Int(offsets[row + 1]) {
            sum += perUnit[tie] * values[Int(others[tie])]
          }
          guard own[row] < 1 else { return nil }
          let value = sum / (1 - own[row])
          change = max(change, abs(value - values[row]))
          largest = max(largest, value)
          values[row] = value
        }
        guard largest < 1e15 else { return nil }
        if change <= 1e-13 * largest { return values.map { $0 * (1 + 1e-10) } }
      }
      return nil
    }

    /// One round of the decreasing step, in place.
    func lower(_ values: inout [Double], base: [Double], largest count: Int) {
      var terms: [Double] = []
      for row in values.indices {
        var sum = base[row]
        let range = Int(offsets[row])..<Int(offsets[row + 1])
        if range.count <= count {
          for tie in range { sum += perUnit[tie] * values[Int(others[tie])] }
        } else {
          terms.removeAll(keepingCapacity: true)
          for tie in range { terms.append(perUnit[tie] * values[Int(others[tie])]) }
          sum += terms.sumOfLargest(count)
        }
        values[row] = min(values[row], sum / (1 - own[row]))
      }
    }
  }

  /// The bounds of a model without competition, for choices of at most `count` candidates.
  init(_ model: JointModel, choosing count: Int) {
    let ties = Ties(model)
    guard let whole = ties.whole(model.ownSalesMillionCNY) else {
      output = [Double](repeating: .infinity, count: model.count)
      return
    }
    output = whole
    for _ in 0..<Self.rounds {
      ties.lower(&output, base: model.ownSalesMillionCNY, largest: max(0, count - 1))
    }
  }

  /// The rounds of the decreasing step; more gain little.
  private static let rounds = 4
}

extension [Double] {
  /// The sum of the `count` largest; reorders the array.
  mutating func sumOfLargest(_ count: Int) -> Double {
    guard count < self.count else { return reduce(0, +) }
    guard count > 0 else { return 0 }
    // A few passes cost less than a sort while few are wanted.
    if count <= 4 {
      var sum = 0.0
      for _ in 0..<count {
        guard let largest = indices.max(by: { self[$0] < self[$1] }) else { break }
        sum += self[largest]
        self[largest] = -.infinity
      }
      return sum
    }
    sort(by: >)
    return self[..<count].reduce(0, +)
  }
}
