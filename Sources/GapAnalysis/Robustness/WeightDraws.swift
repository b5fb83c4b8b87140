/// Weights drawn for some criteria, many times over.
public struct WeightDraws: Hashable, Sendable {
  /// How many weights a draw has.
  public let criterionCount: Int
  /// How many draws there are.
  public let count: Int
  /// The weights of the first draw, then of the second, and so on.
  let weights: [Double]

  /// Draws from their weights one after the other.
  ///
  /// - Parameters:
  ///   - weights: `criterionCount` weights a draw, each 0 or more, of sum 1.
  ///   - criterionCount: How many weights a draw has, 1 or more.
  public init(_ weights: [Double], criterionCount: Int) {
    precondition(criterionCount > 0 && weights.count % criterionCount == 0)
    self.criterionCount = criterionCount
    self.weights = weights
    count = weights.count / criterionCount
  }

  /// The weights of one draw.
  public subscript(draw: Int) -> ArraySlice<Double> {
    weights[draw * criterionCount..<(draw + 1) * criterionCount]
  }
}
