/// What opportunities are worth by each criterion: utilities of 0…1, some of them absent.
///
/// A criterion without data for an opportunity is left out for it and its weight shared among the
/// rest, so that a blank is never a zero: the score under weights w is Σ w_j u_j / Σ w_j over the
/// criteria that are known, and 0 where none is known or all known weigh nothing.
public struct UtilityTable: Hashable, Sendable {
  /// How many opportunities there are; they go by index, in the order of their ids.
  public let opportunityCount: Int
  /// How many criteria there are, 64 at most.
  public let criterionCount: Int
  /// The utilities, criterion by criterion; 0 where absent.
  private let utilities: [Double]
  /// For each opportunity the criteria that are known, a bit each.
  let knownCriteria: [UInt64]

  /// A table from one column a criterion, each with one utility an opportunity.
  ///
  /// - Parameter columns: As many columns as criteria, at most 64, all of one length; utilities in
  ///   0…1, nil where there is no data. No columns make a table without opportunities.
  public init(byCriterion columns: [[Double?]]) {
    precondition(columns.count <= UInt64.bitWidth)
    criterionCount = columns.count
    let count = columns.first?.count ?? 0
    opportunityCount = count
    var known = [UInt64](repeating: 0, count: count)
    var utilities: [Double] = []
    utilities.reserveCapacity(count * columns.count)
    for (criterion, column) in columns.enumerated() {
      precondition(column.count == count)
      for (opportunity, utility) in column.enumerated() {
        precondition(utility.map { (0...1).contains($0) } ?? true)
        utilities.append(utility ?? 0)
        if utility != nil { known[opportunity] |= 1 << UInt64(criterion) }
      }
    }
    self.utilities = utilities
    knownCriteria = known
  }

  /// The utility of an opportunity by a criterion, 0…1; nil where there is no data.
  public subscript(opportunity: Int, criterion: Int) -> Double? {
    guard knownCriteria[opportunity] & (1 << UInt64(criterion)) != 0 else { return nil }
    return utilities[criterion * opportunityCount + opportunity]
  }

  /// The score of an opportunity under some weights, 0…1.
  ///
  /// - Parameters:
  ///   - opportunity: Its index.
  ///   - weights: One a criterion, 0 or more; only their proportions matter.
  /// - Returns: 0 where no known criterion weighs anything.
  public func score(of opportunity: Int, under weights: [Double]) -> Double {
    let known = knownCriteria[opportunity]
    var total = 0.0
    for (criterion, weight) in weights.enumerated() where known & (1 << UInt64(criterion)) != 0 {
      total += weight
    }
    guard total > 0 else { return 0 }
    // Weights are shared out first, as in the search over many draws, so that both round alike.
    var score = 0.0
    for (criterion, weight) in weights.enumerated() where known & (1 << UInt64(criterion)) != 0 {
      score += weight / total * utilities[criterion * opportunityCount + opportunity]
    }
    return score
  }

  /// The scores of all opportunities under some weights, each 0…1.
  public func scores(under weights: [Double]) -> [Double] {
    (0..<opportunityCount).map { score(of: $0, under: weights) }
  }
}
