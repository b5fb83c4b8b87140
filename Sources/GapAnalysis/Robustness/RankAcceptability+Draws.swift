extension RankAcceptability {
  /// The rank acceptability of a table's opportunities under drawn weights.
  ///
  /// - Parameters:
  ///   - table: The opportunities in the order of their ids.
  ///   - draws: Weights for as many criteria as the table has.
  ///   - rankCount: How many ranks to count, 1 or more; by default 20.
  ///   - progress: Told now and then how many draws are done.
  /// - Complexity: draws · opportunities · criteria at worst; far less for the first few ranks of
  ///   many opportunities.
  public init(
    of table: UtilityTable, under draws: WeightDraws, rankCount: Int = 20,
    progress: (Int) -> Void = { _ in }
  ) {
    precondition(draws.criterionCount == table.criterionCount)
    self.init(
      opportunityCount: table.opportunityCount, criterionCount: table.criterionCount,
      rankCount: rankCount)
    let groups = UtilityGroup.groups(of: table)
    let ranks = self.rankCount
    // Batches bound the memory: half a million keys.
    let batchSize = max(256, (1 << 19) / max(1, ranks))
    for start in stride(from: 0, to: draws.count, by: batchSize) {
      let batch = start..<min(start + batchSize, draws.count)
      let leading = LeadingRanks(of: groups, under: draws, in: batch, rankCount: ranks)
      for draw in batch {
        let first = (draw - start) * ranks
        add(keys: leading.keys[first..<first + ranks], weights: draws[draw])
      }
      progress(batch.upperBound)
    }
  }

  /// The rank acceptability of a table's opportunities under weights drawn from a space.
  ///
  /// - Parameters:
  ///   - table: The opportunities in the order of their ids.
  ///   - weights: A space of as many criteria as the table has.
  ///   - draws: How many draws, 0 or more.
  ///   - seed: Any number; the same one gives the same result.
  ///   - rankCount: How many ranks to count, 1 or more; by default 20.
  ///   - progress: Told now and then how many draws are done.
  public init(
    of table: UtilityTable, weights: WeightSpace, draws: Int, seed: UInt64, rankCount: Int = 20,
    progress: (Int) -> Void = { _ in }
  ) {
    self.init(
      of: table, under: weights.draws(draws, seed: seed), rankCount: rankCount, progress: progress)
  }
}
