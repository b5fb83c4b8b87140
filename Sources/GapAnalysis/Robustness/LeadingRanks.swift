/// Who holds the first ranks under each of some draws of weights.
///
/// The result is that of scoring every opportunity under every draw; most are passed over:
/// - Draws are parted into cells of nearby weights. For w in a cell of centre c and radius r,
///   s(w) = s(c) + (w − c)·(u − ū), weights summing to 1, so s(w) ≤ s(c) + r |u − ū|.
/// - The opportunities with the best scores at the centre are scored exactly under each draw. Where
///   s(c) + r |u − ū| is below the last rank so found of every draw, an opportunity holds none of
///   the ranks in this cell.
/// - Those left are scored eight at a time in single precision, and exactly only where that comes
///   within rounding of the last rank.
struct LeadingRanks {
  /// For each draw its first ranks' keys, the best first.
  private(set) var keys: [UInt64]
  let rankCount: Int

  /// Finds the first ranks under a range of draws.
  init(of groups: [UtilityGroup], under draws: WeightDraws, in range: Range<Int>, rankCount: Int) {
    self.rankCount = rankCount
    keys = [UInt64](repeating: RankKey.none, count: range.count * rankCount)
    for group in groups {
      let shares = group.shares(of: draws, in: range)
      let width = group.criteria.count
      var weighed: [Int32] = []
      for draw in 0..<range.count {
        if shares[draw * width..<(draw + 1) * width].contains(where: { $0 > 0 }) {
          weighed.append(Int32(draw))
        } else {
          // All scores are 0, so that the lowest indices come first.
          for member in group.members.prefix(rankCount) {
            insert(RankKey.key(score: 0, index: member), draw: draw)
          }
        }
      }
      guard !weighed.isEmpty else { continue }
      var search = CellSearch(group, shares: shares, rankCount: rankCount)
      keys.withUnsafeMutableBufferPointer { keys in
        for cell in DrawCell.cells(of: weighed, shares: shares, width: width, size: 64) {
          search.run(over: cell, keys: keys)
        }
      }
    }
  }

  private mutating func insert(_ key: UInt64, draw: Int) {
    keys.withUnsafeMutableBufferPointer { keys in
      let places = draw * rankCount..<(draw + 1) * rankCount
      RankKey.insert(key, into: UnsafeMutableBufferPointer(rebasing: keys[places]))
    }
  }
}
