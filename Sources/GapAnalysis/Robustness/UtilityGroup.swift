/// Opportunities of which the same criteria are known, laid out for many dot products.
///
/// Shared among these criteria, weights are plain weights again: the score is a dot product.
struct UtilityGroup {
  /// Utilities of eight opportunities by one criterion.
  typealias Block = SIMD8<Float>

  /// The known criteria, ascending.
  let criteria: [Int]
  /// The opportunities' indices, ascending.
  let members: [Int32]
  /// The utilities, opportunity by opportunity.
  let rows: [Double]
  /// The same, eight opportunities at a time: for each eight one block a criterion.
  let blocks: [Block]
  /// How far each opportunity's utilities are from being all alike, |u − ū|; below any bound for
  /// the places that fill up the last block.
  let spreads: [Block]

  /// The groups of a table, by their known criteria.
  static func groups(of table: UtilityTable) -> [UtilityGroup] {
    let byKnown = Dictionary(grouping: 0..<table.opportunityCount) { table.knownCriteria[$0] }
    return byKnown.sorted { $0.key < $1.key }.map { known, members in
      UtilityGroup(
        criteria: (0..<table.criterionCount).filter { known & (1 << UInt64($0)) != 0 },
        members: members, of: table)
    }
  }

  private init(criteria: [Int], members: [Int], of table: UtilityTable) {
    let width = criteria.count
    let blockCount = (members.count + Block.scalarCount - 1) / Block.scalarCount
    var rows: [Double] = []
    rows.reserveCapacity(width * members.count)
    var blocks = [Block](repeating: Block(), count: blockCount * width)
    var spreads = [Block](repeating: Block(repeating: -8), count: blockCount)
    for (place, member) in members.enumerated() {
      let (block, lane) = place.quotientAndRemainder(dividingBy: Block.scalarCount)
      var sum = 0.0
      for (column, criterion) in criteria.enumerated() {
        let utility = table[member, criterion] ?? 0
        rows.append(utility)
        blocks[block * width + column][lane] = Float(utility)
        sum += utility
      }
      let mean = width > 0 ? sum / Double(width) : 0
      let squares = rows.suffix(width).reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      spreads[block][lane] = Float(squares.squareRoot())
    }
    self.criteria = criteria
    self.members = members.map { Int32($0) }
    self.rows = rows
    self.blocks = blocks
    self.spreads = spreads
  }

  /// The weights of some draws shared among the known criteria, draw by draw; all 0 where these
  /// weigh nothing.
  func shares(of draws: WeightDraws, in range: Range<Int>) -> [Double] {
    var shares: [Double] = []
    shares.reserveCapacity(range.count * criteria.count)
    for draw in range {
      let start = draw * draws.criterionCount
      let total = criteria.reduce(0.0) { $0 + draws.weights[start + $1] }
      for criterion in criteria {
        shares.append(total > 0 ? draws.weights[start + criterion] / total : 0)
      }
    }
    return shares
  }
}
