/// Searches one group of opportunities for the first ranks under the draws of one cell at a time.
struct CellSearch {
  private typealias Block = UtilityGroup.Block
  private static let lanes = Block.scalarCount

  private let group: UtilityGroup
  private let shares: [Double]
  private let rankCount: Int
  private let width: Int
  /// More than single precision can err by in a score or a bound of at most 2: each criterion rounds
  /// a utility, a weight, a product and a sum, by half an ulp of 1 each.
  private let slack: Float

  /// Scores at the centre of the cell, later without the champions.
  private var centreScores: [Block]
  /// The opportunities scored exactly under each draw, by their places in the group.
  private var champions: [Int32] = []
  /// The opportunities that may still hold a rank, and their utilities as in `group.blocks`.
  private var rivals: [Int32]
  private var rivalCount = 0
  private var rivalBlocks: [Block]

  /// A search of a group under draws whose weights are shared among the group's criteria.
  init(_ group: UtilityGroup, shares: [Double], rankCount: Int) {
    self.group = group
    self.shares = shares
    self.rankCount = rankCount
    width = group.criteria.count
    slack = Float(8 * (width + 4)) * Float.ulpOfOne
    champions = Array(0..<Int32(min(2 * rankCount, group.members.count)))
    centreScores = [Block](repeating: Block(), count: group.spreads.count)
    rivals = [Int32](repeating: 0, count: group.spreads.count * Self.lanes)
    rivalBlocks = group.blocks  // for its size
  }

  /// Puts the group's opportunities into their places in the keys of a cell's draws.
  mutating func run(over cell: DrawCell, keys: UnsafeMutableBufferPointer<UInt64>) {
    let isExhaustive = champions.count == group.members.count
    if !isExhaustive {
      scoreAtCentre(of: cell)
      chooseChampions()
    }
    let bound = placeChampions(under: cell.draws, keys: keys)
    guard !isExhaustive else { return }
    chooseRivals(reaching: bound, radius: Float(cell.radius))
    for draw in cell.draws { searchRivals(under: draw, best: places(of: draw, in: keys)) }
  }

  private func places(
    of draw: Int32, in keys: UnsafeMutableBufferPointer<UInt64>
  ) -> UnsafeMutableBufferPointer<UInt64> {
    let start = Int(draw) * rankCount
    return UnsafeMutableBufferPointer(rebasing: keys[start..<start + rankCount])
  }

  /// Whether any of eight numbers, none of them NaN, reaches a bound.
  ///
  /// It does where not all differences have their sign bits set; the standard library's own
  /// reductions take several times as long.
  @inline(__always)
  private static func holds(_ numbers: Block, atLeast bound: Float) -> Bool {
    let differences = unsafeBitCast(numbers - bound, to: SIMD4<UInt64>.self)
    let pair = differences.lowHalf & differences.highHalf
    let signs: UInt64 = 0x8000_0000_8000_0000
    return pair[0] & pair[1] & signs != signs
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

  /// The best at the centre; takes them out of the scores there.
  ///
  /// The worst of the last cell's champions is a floor for this cell's, whose centre is near.
  private mutating func chooseChampions() {
    let memberCount = group.members.count
    let count = champions.count
    var best = [Float](repeating: -1, count: count)
    centreScores.withUnsafeMutableBufferPointer { blocks in
      best.withUnsafeMutableBufferPointer { best in
        champions.withUnsafeMutableBufferPointer { champions in
          var floor = champions.reduce(Float.infinity) {
            let (block, lane) = Int($1).quotientAndRemainder(dividingBy: Self.lanes)
            return min($0, blocks[block][lane])
          }
          for block in blocks.indices where Self.holds(blocks[block], atLeast: floor) {
            for lane in 0..<Self.lanes {
              let score = blocks[block][lane]
              guard score >= floor, score > best[count - 1] else { continue }
              guard block * Self.lanes + lane < memberCount else { break }
              var slot = count - 1
              while slot > 0, best[slot - 1] < score {
                best[slot] = best[slot - 1]
                champions[slot] = champions[slot - 1]
                slot -= 1
              }
              best[slot] = score
              champions[slot] = Int32(block * Self.lanes + lane)
              floor = max(floor, best[count - 1])
            }
          }
          for champion in champions {
            let (block, lane) = Int(champion).quotientAndRemainder(dividingBy: Self.lanes)
            blocks[block][lane] = -8
          }
        }
      }
    }
  }

  /// Scores the champions exactly.
  ///
  /// - Returns: What a score must reach to take a rank under any of the draws.
  private func placeChampions(
    under draws: ArraySlice<Int32>, keys: UnsafeMutableBufferPointer<UInt64>
  ) -> Float {
    let members = champions.map { group.members[Int($0)] }
    let rows = champions.flatMap { group.rows[Int($0) * width..<(Int($0) + 1) * width] }
    var bound = Float.infinity
    rows.withUnsafeBufferPointer { rows in
      shares.withUnsafeBufferPointer { shares in
        for draw in draws {
          let best = places(of: draw, in: keys)
          let weights = UnsafeBufferPointer(
            rebasing: shares[Int(draw) * width..<(Int(draw) + 1) * width])
          var start = 0
          for member in members {
            var score = 0.0
            for column in 0..<width { score += weights[column] * rows[start + column] }
            start += width
            RankKey.insert(RankKey.key(score: score, index: member), into: best)
          }
          bound = min(bound, floor(of: best))
        }
      }
    }
    return bound
  }

  /// Those whose scores may reach a bound somewhere in the cell.
  private mutating func chooseRivals(reaching bound: Float, radius: Float) {
    let reach = Block(repeating: radius * (1 + 4 * Float.ulpOfOne))
    let floor = bound - slack
    let width = width
    let memberCount = group.members.count
    rivals.withUnsafeMutableBufferPointer { rivals in
      var count = 0
      group.spreads.withUnsafeBufferPointer { spreads in
        centreScores.withUnsafeBufferPointer { scores in
          for block in scores.indices {
            let bounds = scores[block] + reach * spreads[block]
            guard Self.holds(bounds, atLeast: floor) else { continue }
            for lane in 0..<Self.lanes {
              rivals[count] = Int32(truncatingIfNeeded: block &* Self.lanes &+ lane)
              count &+= bounds[lane] >= floor ? 1 : 0
            }
          }
        }
      }
      while count > 0, Int(rivals[count - 1]) >= memberCount { count -= 1 }
      rivalCount = count
      group.blocks.withUnsafeBufferPointer {
        $0.withMemoryRebound(to: Float.self) { source in
          rivalBlocks.withUnsafeMutableBufferPointer {
            $0.withMemoryRebound(to: Float.self) { target in
              for slot in 0..<count {
                let rival = Int(rivals[slot])
                var from = (rival / Self.lanes * width) * Self.lanes + rival % Self.lanes
                var to = (slot / Self.lanes * width) * Self.lanes + slot % Self.lanes
                for _ in 0..<width {
                  target[to] = source[from]
                  from &+= Self.lanes
                  to &+= Self.lanes
                }
              }
            }
          }
        }
      }
    }
  }

  private func searchRivals(under draw: Int32, best: UnsafeMutableBufferPointer<UInt64>) {
    let start = Int(draw) * width
    let weights = (0..<width).map { Block(repeating: Float(shares[start + $0])) }
    var bound = floor(of: best)
    let blockCount = (rivalCount + Self.lanes - 1) / Self.lanes
    rivalBlocks.withUnsafeBufferPointer { blocks in
      weights.withUnsafeBufferPointer { weights in
        for block in 0..<blockCount {
          var scores = Block()
          for column in 0..<width { scores += weights[column] * blocks[block * width + column] }
          guard Self.holds(scores, atLeast: bound) else { continue }
          for lane in 0..<Self.lanes where scores[lane] >= bound {
            let slot = block * Self.lanes + lane
            guard slot < rivalCount else { break }
            if RankKey.insert(key(of: rivals[slot], under: draw), into: best) {
              bound = floor(of: best)
            }
          }
        }
      }
    }
  }

  /// The exact key of an opportunity by its place in the group.
  private func key(of place: Int32, under draw: Int32) -> UInt64 {
    var score = 0.0
    let (row, weights) = (Int(place) * width, Int(draw) * width)
    for column in 0..<width { score += shares[weights + column] * group.rows[row + column] }
    return RankKey.key(score: score, index: group.members[Int(place)])
  }
}
