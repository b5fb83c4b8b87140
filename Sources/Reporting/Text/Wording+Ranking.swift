import GapAnalysis
import IndustryChain

extension Wording {
  /// A score 0…1 in points of 100, one decimal at most below ten: `43`, `8.5`.
  func points(_ score: Double) -> String {
    NumberFormat.digits(score * 100, significant: score >= 0.1 ? 3 : 2) ?? Self.blank
  }

  /// A criterion's value in its own unit.
  func value(_ value: Double, of criterion: Criterion) -> String {
    switch criterion {
    case .chainValue: say(money(value) + "/年", money(value) + " a year")
    case .reach: count(Int(value), "个环节", "link")
    case .bridging: say(number(value) + "对", value == 1 ? "1 pair" : number(value) + " pairs")
    case .priority, .localMarket, .inputReadiness, .relatedness, .leads, .readiness:
      percent(value)
    }
  }

  /// The weights in one sentence, and what is left out of them.
  func weights(_ basis: RankingBasis) -> String {
    let axes = Criterion.Axis.allCases.map { axis in
      let parts = basis.criteria.filter { $0.axis == axis }.map {
        text($0.word) + " " + percent(basis.weight(of: $0))
      }
      return text(axis.word) + " " + percent(basis.weight(of: axis)) + aside(list(parts))
    }
    let whose =
      basis.usesDefaultWeights
      ? say("采用默认权重", "our default weights") : say("权重由本区域设定", "the region's own weights")
    return say(
      "综合得分（满分100）= 各项评分 × 权重之和；\(whose)：\(axes.joined(separator: "；"))。",
      "The score (of 100) is the sum of weight × mark, by \(whose): \(axes.joined(separator: "; "))."
    )
  }

  /// Which criteria have nothing to say here, and that their weight is shared; empty where all have.
  func leftOut(_ basis: RankingBasis) -> String {
    let parts = Criterion.allCases.compactMap { criterion in
      basis.leftOut[criterion].map { text(criterion.word) + aside(text($0.reason)) }
    }
    guard !parts.isEmpty else { return "" }
    return say(
      "未计入：\(list(parts))；其权重由其余各项按比例分担，不按0分计。",
      "Left out: \(list(parts)); the weight is shared among the others in proportion, never counted as"
        + " zero.")
  }

  /// How far a rank holds: `第1至3位（87%的权重取法）`, `first to third under 87% of weightings`.
  func rankBand(_ distribution: RankDistribution) -> String {
    guard let ranks = distribution.band(holding: 0.8) else {
      let counted = distribution.rankCount
      let share = percent(1 - distribution.share(ofRanksTo: counted))
      return say(
        "\(share)的权重取法下在第\(counted)位之后", "below place \(counted) under \(share) of weightings")
    }
    let share = percent(distribution.share(ofRanks: ranks))
    return say(
      ranks.count == 1
        ? "\(share)的权重取法下居第\(ranks.lowerBound)位"
        : "\(share)的权重取法下居第\(ranks.lowerBound)至\(ranks.upperBound)位",
      ranks.count == 1
        ? "\(ordinal(ranks.lowerBound)) under \(share) of weightings"
        : "\(ordinal(ranks.lowerBound)) to \(ordinal(ranks.upperBound)) under \(share) of weightings"
    )
  }

  /// The same for a table's cell: `1–3 (87%)`.
  func briefRankBand(_ distribution: RankDistribution) -> String {
    guard let ranks = distribution.band(holding: 0.8) else { return "> \(distribution.rankCount)" }
    let run = ranks.count == 1 ? "\(ranks.lowerBound)" : "\(ranks.lowerBound)–\(ranks.upperBound)"
    return run + aside(percent(distribution.share(ofRanks: ranks)))
  }

  /// How the robustness was drawn and how sure its shares are.
  func robustnessNote(_ drawn: Robustness, in region: Region) -> String {
    let error = percent(drawn.largestStandardError)
    let isFree = region.ranking.weightOrder.isEmpty && region.ranking.weightRanges.isEmpty
    let space =
      switch (isFree, drawn.keepsStatedBounds) {
      case (true, _): say("全部可能的权重", "all weights there can be")
      case (false, true):
        say("本区域给定的权重区间和次序", "all weights within the stated ranges and order")
      case (false, false):
        say(
          "全部可能的权重（因部分标准未计入，无法满足给定的区间和次序）",
          "all weights there can be (with criteria left out, the stated ranges and order cannot be"
            + " kept)")
      }
    return say(
      "名次区间：在\(space)中均匀抽取\(drawn.drawCount)组，至少80%的抽取落在该区间，括号内为实际比例"
        + "（标准误不超过\(error)）；另按各数据的误差范围抽取\(drawn.figureDrawCount)组，结果见清单文件。",
      "Rank holds: the narrowest run of ranks for at least 80% of \(drawn.drawCount) weightings drawn"
        + " evenly from \(space), with its share (standard error at most \(error)); ranks over"
        + " \(drawn.figureDrawCount) draws of the figures within their bands stand in the list's"
        + " files.")
  }

  /// `first`, `second`, … `tenth`, `11th`; English only.
  private func ordinal(_ rank: Int) -> String {
    let words = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]
    if words.indices.contains(rank - 1) { return words[rank - 1] }
    let ending =
      switch (rank % 100, rank % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(rank)\(ending)"
  }
}
