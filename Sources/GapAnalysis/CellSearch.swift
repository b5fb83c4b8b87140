/// Searches one group of opportunities for the first ranks under the draws of one cell at a time.
struct CellSearch {
  private typealias Block = UtilityGroup.Block
  private static let lanes = Block.scalarCount

  private let group: UtilityGroup
  private let shares: [Double]
  private let rankCount: Int
  private let width: Int
  /// More than single precision can err by in a score, in a bound and in both together: each of
  /// the terms rounds utility, weight, product and sum.
  private let slack: Float

  /// Scores at the centre of the cell, later without the champions.
  private var centreScores: [Block]
  /// The opportunities scored exactly under each draw, and their scores at the centre, best first.
  private var champions: [Int32] = []
  private var championScores: [Float] = []
  /// The opportunities that may still hold a rank, and their utilities as in `group.blocks`.
  private var rivals: [Int32] = []
  private var rivalBlocks: [Block] = []

  /// - Parameter shares: Weights shared among the group's criteria, for all draws of all cells.
  init(_ group: UtilityGroup, shares: [Double], rankCount: Int) {
    self.group = group
    self.shares = shares
    self.rankCount = rankCount
    width = group.criteria.count
    slack = Float(8 * (width + 4)) * Float.ulpOfOne
    centreScores = [Block](repeating: Block(), count: group.spreads.count)
  }

  /// Puts the group's opportunities into their places in the keys of a cell's draws.
  mutating func run(over cell: DrawCell, keys: UnsafeMutableBufferPointer<UInt64>) {
    if group.members.count <= 2 * rankCount {
      champions = Array(0..<Int32(group.members.count))
    } else {
      scoreAtCentre(of: cell)
      chooseChampions(2 * rankCount)
    }
    var bound = Float.infinity
    for draw in cell.draws {
      let best = places(of: draw, in: keys)
      for champion in champions { RankKey.insert(key(of: champion, under: draw), into: best) }
      bound = min(bound, floor(of: best))
    }
    guard champions.count < group.members.count else { return }
    chooseRivals(reaching: bound, radius: Float(cell.radius))
    for draw in cell.draws { searchRivals(under: draw, best: places(of: draw, in: keys)) }
  }

  private func places(
    of draw: Int32, in keys: UnsafeMutableBufferPointer<UInt64>
  ) -> UnsafeMutableBufferPointer<UInt64> {
    let start = Int(draw) * rankCount
    return UnsafeMutableBufferPointer(rebasing: keys[start..<start + rankCount])
  }

  /// The exact key of an opportunity by its place in the group.
  @inline(__always)
  private func key(of place: Int32, under draw: Int32) -> UInt64 {
    var score = 0.0
    let (row, weights) = (Int(place) * width, Int(draw) * width)
    for column in 0..<width { score += shares[weights + column] * group.rows[row + column] }
    return RankKey.key(score: score, index: group.members[Int(place)])
  }

  /// What a score in single precision must reach to take a rank.
  private func floor(of best: UnsafeMutableBufferPointer<UInt64>) -> Float {
    guard let last = best.last, last != RankKey.none else { return -1 }
    return Float(RankKey.score(of: last)) - slack
  }

  private mutating func scoreAtCentre(of cell: DrawCell) {
    let weights = cell.centre.map { Block(repeating: Float($0)) }
    let width = width
    group.blocks.withUnsafeBufferPointer { blocks in
      weights.withUnsafeBufferPointer { weights in
        centreScores.withUnsafeMutableBufferPointer { scores in
          for block in scores.indices {
            var score = Block()
            for column in 0..<width { score += weights[column] * blocks[block * width + column] }
            scores[block] = score
          }
        }
      }
    }
  }

  /// The best at the centre, in order; takes them out of the scores at the centre.
  private mutating func chooseChampions(_ count: Int) {
    champions = [Int32](repeating: 0, count: count)
    championScores = [Float](repeating: -1, count: count)
    let memberCount = group.members.count
    for block in centreScores.indices {
      let scores = centreScores[block]
      guard scores.max() > championScores[count - 1] else { continue }
      for lane in 0..<Self.lanes where scores[lane] > championScores[count - 1] {
        let place = block * Self.lanes + lane
        guard place < memberCount else { continue }
        var slot = count - 1
        while slot > 0, championScores[slot - 1] < scores[lane] {
          championScores[slot] = championScores[slot - 1]
          champions[slot] = champions[slot - 1]
          slot -= 1
        }
        championScores[slot] = scores[lane]
        champions[slot] = Int32(place)
      }
    }
    for champion in champions {
      let (block, lane) = Int(champion).quotientAndRemainder(dividingBy: Self.lanes)
      centreScores[block][lane] = -8
    }
  }

  /// Those whose scores may reach a bound somewhere in the cell.
  private mutating func chooseRivals(reaching bound: Float, radius: Float) {
    rivals.removeAll(keepingCapacity: true)
    let reach = Block(repeating: radius * (1 + 4 * Float.ulpOfOne))
    for block in centreScores.indices {
      let bounds = centreScores[block] + reach * group.spreads[block]
      guard bounds.max() >= bound - slack else { continue }
      for lane in 0..<Self.lanes where bounds[lane] >= bound - slack {
        let place = block * Self.lanes + lane
        guard place < group.members.count else { continue }
        rivals.append(Int32(place))
      }
    }
    let blockCount = (rivals.count + Self.lanes - 1) / Self.lanes
    if rivalBlocks.count < blockCount * width {
      rivalBlocks = [Block](repeating: Block(), count: blockCount * width)
    }
    for (slot, rival) in rivals.enumerated() {
      let (block, lane) = slot.quotientAndRemainder(dividingBy: Self.lanes)
      let (source, sourceLane) = Int(rival).quotientAndRemainder(dividingBy: Self.lanes)
      for column in 0..<width {
        rivalBlocks[block * width + column][lane] =
          group.blocks[source * width + column][sourceLane]
      }
    }
  }

  private func searchRivals(under draw: Int32, best: UnsafeMutableBufferPointer<UInt64>) {
    let start = Int(draw) * width
    let weights = (0..<width).map { Block(repeating: Float(shares[start + $0])) }
    var bound = floor(of: best)
    let blockCount = (rivals.count + Self.lanes - 1) / Self.lanes
    rivalBlocks.withUnsafeBufferPointer { blocks in
      weights.withUnsafeBufferPointer { weights in
        for block in 0..<blockCount {
          var scores = Block()
          for column in 0..<width { scores += weights[column] * blocks[block * width + column] }
          guard scores.max() >= bound else { continue }
          for lane in 0..<Self.lanes where scores[lane] >= bound {
            let slot = block * Self.lanes + lane
            guard slot < rivals.count else { break }
            if RankKey.insert(key(of: rivals[slot], under: draw), into: best) {
              bound = floor(of: best)
            }
          }
        }
      }
    }
  }
}
