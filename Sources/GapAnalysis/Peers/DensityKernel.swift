/// Works out the densities of many regions around many links at once.
///
/// Put together, ω's numerator for region c and link k is Σ_c′ M_c′k Σ_q M_cq M_c′q / max(U_q, U_k), the
/// outer sum over the regions that tell. Walked by falling ubiquity U, the inner sum is one number
/// for each pair of regions: how many of the links that both have are no more widespread than k,
/// over U_k, and what is over U_q for the others. So proximities of links by links are never made;
/// each link adds up a few rows of a small table, and then moves to the other side of it.
struct DensityKernel {
  /// Pairs of numbers in a vector.
  private static let pairCount = 8
  /// Links whose sums are held at once.
  private static let batchSize = 64

  private let selfProximity: Relatedness.SelfProximity
  private let linkCount: Int
  private let rowCount: Int
  /// The regions that have each link.
  private let tellers: Lists
  /// The rows that have each link.
  private let owners: Lists
  private let regionCount: Int
  /// Vectors that hold a pair for each row, and one more for having everything.
  private var stripCount: Int { rowCount / Self.pairCount + 1 }

  /// Lays the matrices out; linear in their sizes.
  init(
    regions: PresenceMatrix, rows: PresenceMatrix, selfProximity: Relatedness.SelfProximity
  ) {
    self.selfProximity = selfProximity
    linkCount = min(regions.linkCount, rows.linkCount)
    rowCount = rows.regionCount
    tellers = Lists(of: regions, linkCount: linkCount)
    owners = Lists(of: rows, linkCount: linkCount)
    regionCount = regions.regionCount
  }

  /// The densities, a row a region, by link.
  func densities() -> [[Double?]] {
    // A link's densities stand together while links come in the order of their ubiquity.
    var densities = [Double](repeating: .nan, count: linkCount * rowCount)
    // Strip by strip, a vector a region, so that a strip stays in the cache while links add it up.
    var table = [SIMD16<Double>](repeating: .zero, count: stripCount * regionCount)
    for link in 0..<linkCount { add(SIMD2(1, 0), toPairsOf: link, in: &table) }
    let order = (0..<linkCount).filter { !tellers[$0].isEmpty }.sorted {
      (tellers[$1].count, $0) < (tellers[$0].count, $1)
    }
    var sums = [SIMD16<Double>](repeating: .zero, count: Self.batchSize * stripCount)
    var place = 0
    while place < order.count {
      let ubiquity = tellers[order[place]].count
      let group = order[place...].prefix { tellers[$0].count == ubiquity }
      for start in stride(from: group.startIndex, to: group.endIndex, by: Self.batchSize) {
        let batch = group[start..<min(start + Self.batchSize, group.endIndex)]
        for strip in 0..<stripCount {
          for (line, link) in batch.enumerated() {
            var sum = SIMD16<Double>.zero
            for region in tellers[link] { sum += table[strip * regionCount + Int(region)] }
            sums[line * stripCount + strip] = sum
          }
        }
        for (line, link) in batch.enumerated() {
          write(link, sums: sums[line * stripCount..<(line + 1) * stripCount], to: &densities)
        }
      }
      let step = SIMD2(-1, 1 / Double(ubiquity))
      for link in group { add(step, toPairsOf: link, in: &table) }
      place = group.endIndex
    }
    return (0..<rowCount).map { row in
      (0..<linkCount).map { link in
        let density = densities[link * rowCount + row]
        return density.isNaN ? nil : density
      }
    }
  }

  /// Writes a link's densities from its sums over the regions that have it; they stay no number
  /// where nothing is near the link.
  private func write(
    _ link: Int, sums: ArraySlice<SIMD16<Double>>, to densities: inout [Double]
  ) {
    let ubiquity = Double(tellers[link].count)
    // The link itself is among its own sums; whole numbers, so that nothing else stays behind.
    let own = selfProximity == .none ? ubiquity : 0
    func sum(_ row: Int, less own: Double) -> Double {
      let lane = 2 * (row % Self.pairCount)
      let vector = sums[sums.startIndex + row / Self.pairCount]
      return (vector[lane] - own) / ubiquity + vector[lane + 1]
    }
    let total = sum(rowCount, less: own)
    guard total > 0 else { return }
    var owned = owners[link]
    for row in 0..<rowCount {
      let isOwner = owned.first == Int32(row)
      if isOwner { owned.removeFirst() }
      densities[link * rowCount + row] = sum(row, less: isOwner ? own : 0) / total
    }
  }

  /// Adds to the pair of numbers of each region that has a link with each row that has it.
  private func add(
    _ step: SIMD2<Double>, toPairsOf link: Int, in table: inout [SIMD16<Double>]
  ) {
    // Plain numbers, since changing one lane would copy the whole vector.
    table.withUnsafeMutableBytes { bytes in
      let pairs = bytes.assumingMemoryBound(to: SIMD2<Double>.self)
      func addStep(of row: Int) {
        let start = row / Self.pairCount * regionCount * Self.pairCount + row % Self.pairCount
        for region in tellers[link] { pairs[start + Int(region) * Self.pairCount] += step }
      }
      for row in owners[link] { addStep(of: Int(row)) }
      addStep(of: rowCount)
    }
  }
}

extension DensityKernel {
  /// For each column of a matrix the rows that have it, ascending, in one array.
  fileprivate struct Lists {
    private var rows: [Int32] = []
    private var offsets: [Int] = [0]

    init(of matrix: PresenceMatrix, linkCount: Int) {
      offsets.reserveCapacity(linkCount + 1)
      for link in 0..<linkCount {
        for (row, values) in matrix.rows.enumerated() where values[link] {
          rows.append(Int32(row))
        }
        offsets.append(rows.count)
      }
    }

    subscript(link: Int) -> ArraySlice<Int32> { rows[offsets[link]..<offsets[link + 1]] }
  }
}
