extension ComponentSolver {
  /// Content and self-demand where links are cut, `SIMD8` lanes of them in one pass.
  ///
  /// α_f(x) sums the walks from x to f that meet F only at f, the first step at the full share; β_g(x)
  /// those from g to x. K = (I − R_F α_F)⁻¹ sums the walks between cut links, and Σ α_f(x) K_fg β_g(x)
  /// all loops of x through F. K β is one pass like β itself, begun at the rows of K.
  func solveThroughCut() {
    let cutCount = presentCount - orderedCount
    var kernel = SquareMatrix(identityOfOrder: cutCount)
    let width = Lanes.scalarCount
    let alpha = ScratchBuffer<Lanes>(capacity: count)
    let beta = ScratchBuffer<Lanes>(capacity: count)
    for first in stride(from: 0, to: cutCount, by: width) {
      sumToCut(from: first, into: alpha.base)
      for row in 0..<cutCount {
        let place = orderedCount + row
        let arriving = ratio.base[place] * alpha.base[place]
        for lane in 0..<min(width, cutCount - first) {
          kernel[row, first + lane] -= arriving[lane]
        }
      }
    }
    kernel.invertWithoutPivoting()
    sumContent(through: kernel)
    // A cut link's own share is a loop through F.
    for place in orderedCount..<presentCount { selfDemand.base[place] = 0 }
    for first in stride(from: 0, to: cutCount, by: width) {
      if cutCount > width { sumToCut(from: first, into: alpha.base) }
      sumFromCut(through: kernel, from: first, into: beta.base)
      for place in 0..<count {
        var loops = alpha.base[place] * beta.base[place]
        if links.rows.hasVariants {
          for market in otherMarkets(of: place) { loops += alpha.base[market] * beta.base[place] }
        }
        selfDemand.base[place] += loops.sum()
      }
    }
  }

  private typealias Lanes = SIMD8<Double>

  /// α for up to eight cut links, buyers before suppliers.
  private func sumToCut(from first: Int, into alpha: UnsafeMutablePointer<Lanes>) {
    let (rowStart, supplier, share) = (rowStart.base, supplier.base, share.base)
    let (ratio, visits, ownShare) = (ratio.base, visits.base, ownShare.base)
    alpha.update(repeating: .zero, count: count)
    func pass(_ amount: Lanes, from place: Int) {
      for edge in Int(rowStart[place])..<Int(rowStart[place + 1]) {
        alpha[Int(supplier[edge])] += share[edge] * amount
      }
    }
    let cutCount = presentCount - orderedCount
    for lane in 0..<min(Lanes.scalarCount, cutCount - first) {
      let place = orderedCount + first + lane
      var unit = Lanes.zero
      unit[lane] = 1
      alpha[place] += ownShare[place] * unit
      pass(unit, from: place)
    }
    for place in stride(from: orderedCount - 1, through: 0, by: -1) {
      let arriving = alpha[place]
      guard arriving != .zero else { continue }
      alpha[place] = visits[place] * arriving
      pass(ratio[place] * alpha[place], from: place)
    }
  }

  /// K β for up to eight rows of K, suppliers before buyers.
  private func sumFromCut(
    through kernel: SquareMatrix, from first: Int, into beta: UnsafeMutablePointer<Lanes>
  ) {
    let (rowStart, supplier, share) = (rowStart.base, supplier.base, share.base)
    let (ratio, visits) = (ratio.base, visits.base)
    let cutCount = presentCount - orderedCount
    for column in 0..<cutCount {
      var held = Lanes.zero
      for lane in 0..<min(Lanes.scalarCount, cutCount - first) {
        held[lane] = kernel[first + lane, column]
      }
      beta[orderedCount + column] = held
    }
    func sum(at place: Int) {
      var sum = Lanes.zero
      for edge in Int(rowStart[place])..<Int(rowStart[place + 1]) {
        let seller = Int(supplier[edge])
        guard seller < presentCount else { continue }
        sum += (ratio[seller] * share[edge]) * beta[seller]
      }
      beta[place] = visits[place] * sum
    }
    for place in 0..<orderedCount { sum(at: place) }
    for place in presentCount..<count { sum(at: place) }
  }

  /// Content of the cut links from what arrives without passing them, then of all.
  private func sumContent(through kernel: SquareMatrix) {
    let cut = orderedCount..<presentCount
    let before = (0..<orderedCount).map { content.base[$0] }
    sumContent(upTo: orderedCount)
    let arriving = cut.map { place in
      (Int(rowStart.base[place])..<Int(rowStart.base[place + 1])).reduce(content.base[place]) {
        $0 + share.base[$1] * passedInside.base[Int(supplier.base[$1])]
      }
    }
    for (column, place) in cut.enumerated() {
      let sum = arriving.indices.reduce(0) { $0 + arriving[$1] * kernel[$1, column] }
      content.base[place] = sum
      passedInside.base[place] = ratio.base[place] * sum
    }
    for (place, value) in before.enumerated() {
      content.base[place] = value
      passedInside.base[place] = 0
    }
    sumContent(upTo: orderedCount)
  }
}
