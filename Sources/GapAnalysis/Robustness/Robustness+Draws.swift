import IndustryChain

extension Robustness {
  /// Draws weights and figures for the targets of an analysis.
  ///
  /// Only criteria with a say are weighed. Equals share a rank. Without a target, or without a
  /// criterion, there are no standings.
  ///
  /// - Parameters:
  ///   - analysis: The region on its day.
  ///   - drawCount: How many weightings, 1 or more.
  ///   - figureDrawCount: How many times all figures are drawn, 1 or more; each costs a whole pass.
  ///   - seed: Any number; the same one gives the same result.
  ///   - rankCount: How many ranks are counted; the first so many.
  ///   - weightProgress: Told now and then how many weightings are done.
  ///   - progress: Told after each figure draw how many are done.
  /// - Complexity: drawCount · targets · criteria at worst, and figureDrawCount passes over links and
  ///   inputs with, for each target that ever ranks first, targets · criteria.
  public init(
    of analysis: Analysis, drawCount: Int = 10_000, figureDrawCount: Int = 1_000,
    seed: UInt64 = 1, rankCount: Int = 200, weightProgress: (Int) -> Void = { _ in },
    progress: (Int) -> Void = { _ in }
  ) {
    self.drawCount = drawCount
    self.figureDrawCount = figureDrawCount
    self.seed = seed
    let criteria = analysis.basis.criteria
    criterionCount = criteria.count
    let targets = analysis.targets.sorted { $0.index < $1.index }
    guard !targets.isEmpty, !criteria.isEmpty else {
      (keepsStatedBounds, standings, places) = (true, [], [:])
      return
    }
    let space: WeightSpace
    (space, keepsStatedBounds) = analysis.region.ranking.weightSpace(of: criteria)
    let columns = criteria.map { criterion in
      targets.map { $0.assessment.part(of: criterion)?.utility }
    }
    let byWeights = RankAcceptability(
      of: UtilityTable(byCriterion: columns), weights: space, draws: drawCount, seed: seed,
      rankCount: rankCount, progress: weightProgress)

    let rows = targets.enumerated().reduce(into: [:]) { $0[$1.element.index] = $1.offset }
    let central = targets.indices.map { byWeights.centralWeights(of: $0) }
    var confidence = ConfidenceFactors(centralWeights: central)
    let weights = criteria.map { analysis.basis.weight(of: $0) }
    var byFigures = RankAcceptability(
      opportunityCount: targets.count, criterionCount: criteria.count, rankCount: rankCount)
    let variation = FigureVariation(of: analysis)
    // Another stream than that of the weights, so that neither count moves the other's draws.
    var generator = SplitMix64(seed: seed ^ 0xF1C7_5EED)
    for draw in 0..<figureDrawCount {
      let drawn = variation.draw(using: &generator)
      let table = UtilityTable(
        byCriterion: analysis.utilities(
          of: targets, by: criteria, stated: columns, figures: drawn.figures,
          plantOutputsMillionCNY: drawn.plantOutputsMillionCNY))
      byFigures.add(scores: table.scores(under: weights), weights: weights)
      confidence.add(table)
      progress(draw + 1)
    }

    let standings = analysis.targets.compactMap { target -> Standing? in
      guard let place = rows[target.index] else { return nil }
      return Standing(
        index: target.index,
        byWeights: RankDistribution(of: place, in: byWeights),
        byFigures: RankDistribution(of: place, in: byFigures),
        centralWeights: central[place].map {
          Dictionary(uniqueKeysWithValues: zip(criteria, $0))
        },
        confidence: confidence.factor(of: place))
    }
    self.standings = standings
    places = standings.enumerated().reduce(into: [:]) { $0[$1.element.index] = $1.offset }
  }
}

extension Analysis {
  /// The utilities of some targets under drawn figures, criterion by criterion; those that no figure
  /// moves are as stated.
  fileprivate func utilities(
    of targets: [Opportunity], by criteria: [Criterion], stated: [[Double?]],
    figures: RegionFigures, plantOutputsMillionCNY: [Double]
  ) -> [[Double?]] {
    func value(of link: Int) -> ChainValue {
      figures.chainValue(of: link, plantOutputMillionCNY: plantOutputsMillionCNY[link])
    }
    let values = targets.map { value(of: $0.index) }
    let greatest = (values + commitments.map { value(of: $0.index) }).reduce(0) {
      max($0, $1.millionCNY)
    }
    return criteria.enumerated().map { place, criterion in
      switch criterion {
      case .chainValue: values.map { UtilityScale.share($0.millionCNY, of: greatest) }
      case .localMarket: values.map { $0.localMarketShare.map { min(1, max(0, $0)) } }
      case .inputReadiness:
        targets.map { figures.metShare(ofInputsOf: $0.index).map { min(1, $0) } }
      case .reach, .bridging, .priority, .relatedness, .leads, .readiness: stated[place]
      }
    }
  }
}

extension RankingPreferences {
  /// The weights that some criteria may have, and whether they keep what the region states; with
  /// criteria left out that can be impossible, and all weights are then admitted.
  fileprivate func weightSpace(
    of criteria: [Criterion]
  ) -> (space: WeightSpace, keepsStatedBounds: Bool) {
    let intervals = criteria.enumerated().reduce(into: [:]) {
      $0[$1.offset] = weightRanges[$1.element]
    }
    let order = weightOrder.compactMap { criteria.firstIndex(of: $0) }
    do {
      return (
        try WeightSpace(criterionCount: criteria.count, intervals: intervals, order: order), true
      )
    } catch {
      return (WeightSpace(criterionCount: criteria.count), false)
    }
  }
}

extension RankDistribution {
  fileprivate init(of place: Int, in acceptability: RankAcceptability) {
    counts = (0..<acceptability.rankCount).map { acceptability.count(of: place, onRank: $0 + 1) }
    drawCount = acceptability.drawCount
  }
}
