/// Works out the densities of many regions around many links at once.
///
/// Links that the same regions have are one column with a weight, so that a hundred thousand links
/// beside three peers are eight columns. The rest runs over tiles of 64 by 64 columns: a tile's
/// proximities are made, added to the rows that have the links, and forgotten, so that no matrix of
/// links by links ever stands in memory.
struct DensityKernel {
  /// Columns of a tile, the bits of a word.
  private static let side = 64
  /// Vectors of eight that make up a tile's row.
  private static let vectorCount = 8

  private let selfProximity: Relatedness.SelfProximity
  private let rowCount: Int
  /// The column of each link.
  private let columnOfLink: [Int]
  /// How many links each column stands for.
  private var weights: [Double] = []
  /// 1 over the number of regions that have each column, 0 for none; padded to whole tiles.
  private var inverseUbiquity: [Double] = []
  private var blockCount = 0
  /// A byte a column, 1 where the region has it; a region's blocks stand together.
  private var presence: [SIMD64<UInt8>] = []
  /// The regions that have each column, all in one list.
  private var havers: [Int32] = []
  private var haverOffsets: [Int] = [0]
  /// A bit a column, set where a row has it; a row's words stand together.
  private var rowWords: [UInt64] = []

  /// Joins links with equal columns and lays the matrices out; linear in their sizes.
  init(
    regions: PresenceMatrix, rows: PresenceMatrix, selfProximity: Relatedness.SelfProximity
  ) {
    self.selfProximity = selfProximity
    rowCount = rows.regionCount
    let all = regions.rows + rows.rows
    let linkCount = min(regions.linkCount, rows.linkCount)
    var columnOfKey: [[UInt64]: Int] = [:]
    var firstLinks: [Int] = []
    var columnOfLink: [Int] = []
    columnOfLink.reserveCapacity(linkCount)
    let wordCount = (all.count + 63) / 64
    for link in 0..<linkCount {
      var key = [UInt64](repeating: 0, count: wordCount)
      for (place, row) in all.enumerated() where row[link] {
        key[place >> 6] |= 1 << UInt64(place & 63)
      }
      let column = columnOfKey[key] ?? firstLinks.count
      if column == firstLinks.count {
        columnOfKey[key] = column
        firstLinks.append(link)
        weights.append(0)
      }
      weights[column] += 1
      columnOfLink.append(column)
    }
    self.columnOfLink = columnOfLink
    blockCount = (firstLinks.count + Self.side - 1) / Self.side
    weights += [Double](repeating: 0, count: blockCount * Self.side - weights.count)
    layOut(regions.rows, columns: firstLinks)
    rowWords = [UInt64](repeating: 0, count: rowCount * blockCount)
    for (row, values) in rows.rows.enumerated() {
      for (column, link) in firstLinks.enumerated() where values[link] {
        rowWords[row * blockCount + column >> 6] |= 1 << UInt64(column & 63)
      }
    }
  }

  private mutating func layOut(_ regions: [[Bool]], columns: [Int]) {
    presence = [SIMD64<UInt8>](repeating: .zero, count: regions.count * blockCount)
    inverseUbiquity = [Double](repeating: 0, count: blockCount * Self.side)
    haverOffsets.reserveCapacity(columns.count + 1)
    for (column, link) in columns.enumerated() {
      for (region, values) in regions.enumerated() where values[link] {
        presence[region * blockCount + column >> 6][column & 63] = 1
        havers.append(Int32(region))
      }
      haverOffsets.append(havers.count)
      let count = havers.count - haverOffsets[column]
      if count > 0 { inverseUbiquity[column] = 1 / Double(count) }
    }
  }

  /// The densities, a row a region, by link.
  func densities() -> [[Double?]] {
    var densities = [[Double?]](
      repeating: [Double?](repeating: nil, count: blockCount * Self.side), count: rowCount)
    var sums = [SIMD8<Double>](repeating: .zero, count: rowCount * Self.vectorCount)
    for block in 0..<blockCount {
      for place in sums.indices { sums[place] = .zero }
      let totals = add(block, to: &sums)
      for lane in 0..<Self.side where totals[lane >> 3][lane & 7] > 0 {
        let total = totals[lane >> 3][lane & 7]
        for row in 0..<rowCount {
          densities[row][block * Self.side + lane] =
            sums[row * Self.vectorCount + lane >> 3][lane & 7] / total
        }
      }
    }
    return densities.map { row in columnOfLink.map { row[$0] } }
  }

  /// Adds to each row's sums the proximities of what it has to a block of columns.
  ///
  /// Returns the sums over everything there is.
  private func add(_ block: Int, to sums: inout [SIMD8<Double>]) -> [SIMD8<Double>] {
    var totals = [SIMD8<Double>](repeating: .zero, count: Self.vectorCount)
    var tile = [SIMD8<Double>](repeating: .zero, count: Self.side * Self.vectorCount)
    for other in 0..<blockCount {
      fill(&tile, from: other, to: block)
      for place in tile.indices { totals[place & 7] += tile[place] }
      for row in 0..<rowCount {
        let word = rowWords[row * blockCount + other]
        guard word != 0 else { continue }
        // Two vectors at a time stay in registers while the row's links are walked.
        for half in stride(from: 0, to: Self.vectorCount, by: 2) {
          let place = row * Self.vectorCount + half
          var (low, high) = (sums[place], sums[place + 1])
          var bits = word
          while bits != 0 {
            let line = bits.trailingZeroBitCount * Self.vectorCount + half
            low += tile[line]
            high += tile[line + 1]
            bits &= bits &- 1
          }
          (sums[place], sums[place + 1]) = (low, high)
        }
      }
    }
    return totals
  }

  /// Fills a tile with the proximities of one block's columns to another's, each times its weight.
  private func fill(_ tile: inout [SIMD8<Double>], from other: Int, to block: Int) {
    // Plain numbers, since taking vectors apart lane by lane costs more than all the counting.
    tile.withUnsafeMutableBytes { bytes in
      let tile = bytes.assumingMemoryBound(to: Double.self)
      for place in tile.indices { tile[place] = 0 }
      inverseUbiquity.withUnsafeBufferPointer { inverse in
        let theirs = inverse[block * Self.side..<(block + 1) * Self.side]
        let start = other * Self.side
        for column in start..<min(start + Self.side, weights.count) where inverse[column] > 0 {
          let line = (column - start) * Self.side
          countTogether(column, with: block, into: tile[line..<line + Self.side])
          for lane in 0..<Self.side {
            // 1 / max(a, b) is the smaller of 1 / a and 1 / b.
            tile[line + lane] *=
              weights[column] * min(inverse[column], theirs[theirs.startIndex + lane])
          }
          // The other links of the column are next to this one like any; it itself is not.
          if other == block, selfProximity == .none {
            tile[line + column - start] = weights[column] - 1
          }
        }
      }
    }
  }

  /// Counts the regions that have a column together with each column of a block.
  private func countTogether(
    _ column: Int, with block: Int, into counts: Slice<UnsafeMutableBufferPointer<Double>>
  ) {
    var place = haverOffsets[column]
    let end = haverOffsets[column + 1]
    while place < end {
      // A byte holds 255 regions.
      let stop = min(end, place + 255)
      var sums = SIMD64<UInt8>.zero
      while place < stop {
        sums &+= presence[Int(havers[place]) * blockCount + block]
        place += 1
      }
      withUnsafeBytes(of: sums) { sums in
        for lane in 0..<Self.side { counts.base[counts.startIndex + lane] += Double(sums[lane]) }
      }
    }
  }
}
