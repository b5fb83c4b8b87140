/// Draws whose weights are close to each other.
struct DrawCell {
  /// The draws' numbers.
  let draws: ArraySlice<Int32>
  /// The mean of their weights.
  let centre: [Double]
  /// The greatest distance of a draw from the centre.
  let radius: Double

  /// Parts draws into cells of at most some size, but for draws that are all alike.
  ///
  /// A cell too large is parted at the mean of the weight that varies most.
  ///
  /// - Parameters:
  ///   - draws: The draws to part.
  ///   - shares: The weights, `width` a draw, of sum 1.
  ///   - width: 1 or more.
  ///   - size: 1 or more.
  /// - Returns: The cells, neighbours mostly one after the other.
  /// - Complexity: draws · width · log(draws / size) where weights are spread evenly.
  static func cells(
    of draws: [Int32], shares: [Double], width: Int, size: Int
  ) -> [DrawCell] {
    var order = draws
    var cells: [(range: Range<Int>, centre: [Double], radius: Double)] = []
    order.withUnsafeMutableBufferPointer { order in
      var pending = [order.indices]
      while let range = pending.popLast(), !range.isEmpty {
        var members = UnsafeMutableBufferPointer(rebasing: order[range])
        let (centre, squares) = moments(of: members, shares, width)
        if members.count > size, let widest = squares.indices.max(by: { squares[$0] < squares[$1] })
        {
          let middle = members.partition { shares[Int($0) * width + widest] >= centre[widest] }
          if middle > 0, middle < members.count {
            let cut = range.lowerBound + middle
            pending.append(cut..<range.upperBound)
            pending.append(range.lowerBound..<cut)
            continue
          }
        }
        let radius =
          members.map { draw in
            centre.indices.reduce(0.0) { sum, column in
              let gap = shares[Int(draw) * width + column] - centre[column]
              return sum + gap * gap
            }
          }.max() ?? 0
        cells.append((range, centre, radius.squareRoot()))
      }
    }
    return cells.map { DrawCell(draws: order[$0.range], centre: $0.centre, radius: $0.radius) }
  }

  /// The mean of each weight and the sum of its squared differences from it.
  private static func moments(
    of draws: UnsafeMutableBufferPointer<Int32>, _ shares: [Double], _ width: Int
  ) -> (means: [Double], squares: [Double]) {
    var means = [Double](repeating: 0, count: width)
    var squares = means
    for draw in draws {
      for column in 0..<width {
        let share = shares[Int(draw) * width + column]
        means[column] += share
        squares[column] += share * share
      }
    }
    let count = Double(draws.count)
    for column in 0..<width {
      means[column] /= count
      squares[column] -= count * means[column] * means[column]
    }
    return (means, squares)
  }
}
