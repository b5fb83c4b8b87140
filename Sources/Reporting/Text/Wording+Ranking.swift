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
      switch (basis.usesDefaultWeights, basis.replacesStatedWeights) {
      case (false, _): say("权重由本区域设定", "the region's own weights")
      case (true, false): say("采用默认权重", "our default weights")
      case (true, true):
        say(
          "本区域只给没有数据的标准设了权重，改用默认权重",
          "our default weights, since the region's own name only criteria without data")
      }
    let breach =
      basis.breaksStatedBounds
      ? say(
        "注意：该权重超出本区域设定的权重区间或次序，名次区间按设定的区间和次序抽取。",
        " Take care: these weights do not keep the ranges or the order that the region states, within"
          + " which the robustness of ranks is drawn.") : ""
    return say(
      "综合得分（满分100）= 各项评分 × 权重之和；\(whose)：\(axes.joined(separator: "；"))。"
        + "链上价值、带动面、贯通作用以清单中最高者为100分，其余各项按比例折算。" + breach,
      "The score (of 100) is the sum of weight × mark, by \(whose): \(axes.joined(separator: "; "))."
        + " In chain value, reach and bridging the best of the lists has 100; the other marks are the"
        + " shares themselves." + breach)
  }

  /// Which criteria have no say here and why, and that their weight is shared; empty where all have.
  func leftOut(_ basis: RankingBasis) -> String {
    let absent = Criterion.allCases.compactMap { criterion in
      basis.leftOut[criterion].map { text(criterion.word) + aside(text($0.reason)) }
    }
    let unweighed = basis.unweighed.map { text($0.word) }
    let sentences = [
      absent.isEmpty
        ? ""
        : say(
          "未计入：\(list(absent))；其权重由其余各项按比例分担，不按0分计，个别环节缺某项数据时同样处理。",
          "Left out: \(list(absent)); the weight is shared among the others in proportion, never counted"
            + " as zero, and so it is for a single link that lacks a figure."),
      unweighed.isEmpty
        ? ""
        : say(
          "本区域未给权重、不计分：\(list(unweighed))。",
          "The region gives no weight to \(list(unweighed))."),
    ]
    return sentences.filter { !$0.isEmpty }.joined(separator: say("", " "))
  }

  /// What the draws vary.
  enum Variation {
    case weights, figures
  }

  /// How far a rank holds: `87%的权重组合下居第1至第3位`, `first to third under 87% of weightings`.
  func rankBand(_ distribution: RankDistribution, over variation: Variation = .weights) -> String {
    let draws =
      switch variation {
      case .weights: say("的权重组合下", "weightings")
      case .figures: say("的数据波动情形下", "draws of the figures")
      }
    guard let ranks = distribution.band(holding: 0.8) else {
      let counted = distribution.rankCount
      let share = percent(1 - distribution.share(ofRanksTo: counted))
      return say(
        "\(share)\(draws)在第\(counted)位之后", "below place \(counted) under \(share) of \(draws)")
    }
    let share = percent(distribution.share(ofRanks: ranks))
    let (first, last) = (ranks.lowerBound, ranks.upperBound)
    let places =
      switch ranks.count {
      case 1: say("第\(first)位", ordinal(first))
      case 2: say("第\(first)或第\(last)位", "\(ordinal(first)) or \(ordinal(last))")
      default: say("第\(first)至第\(last)位", "\(ordinal(first)) to \(ordinal(last))")
      }
    return say("\(share)\(draws)居\(places)", "\(places) under \(share) of \(draws)")
  }

  /// The same for a table's cell: `1–3 (87%)`.
  func briefRankBand(_ distribution: RankDistribution) -> String {
    guard let ranks = distribution.band(holding: 0.8) else { return "> \(distribution.rankCount)" }
    let run = ranks.count == 1 ? "\(ranks.lowerBound)" : "\(ranks.lowerBound)–\(ranks.upperBound)"
    return run + aside(percent(distribution.share(ofRanks: ranks)))
  }

  /// What simpler rules would go by, beside the score.
  func baselines(_ values: [Baseline: Double]) -> String {
    list(
      Baseline.allCases.compactMap { baseline in
        values[baseline].map { value in
          text(baseline.word) + say("", " ")
            + (baseline == .leakage ? money(value) + say("/年", " a year") : number(value))
        }
      })
  }

  /// How the robustness was drawn and how sure its shares are.
  func robustnessNote(_ drawn: Robustness, in region: Region) -> String {
    guard drawn.criterionCount > 1 else {
      return say(
        "只有一项标准有权重，没有别的权重组合可供检验。",
        "Only one criterion has a weight, so no other weighting can be tried.")
    }
    let count = drawn.criterionCount
    let isFree = region.ranking.weightOrder.isEmpty && region.ranking.weightRanges.isEmpty
    let space =
      switch (isFree, drawn.keepsStatedBounds) {
      case (true, _):
        say(
          "已计入的\(count)项标准的全部可能权重", "all weights that the \(count) weighed criteria can have")
      case (false, true):
        say(
          "本区域给定的权重区间和次序（适用于已计入的标准）",
          "all weights of the weighed criteria within the stated ranges and order")
      case (false, false):
        say(
          "已计入的\(count)项标准的全部可能权重（因部分标准未计入，无法满足给定的区间和次序）",
          "all weights that the \(count) weighed criteria can have (with criteria left out, the stated"
            + " ranges and order cannot be kept)")
      }
    let points = NumberFormat.digits(drawn.largestStandardError * 100, significant: 2) ?? "0"
    let (weightings, draws) = (digits(drawn.drawCount), digits(drawn.figureDrawCount))
    return say(
      "名次区间：在\(space)中均匀抽取\(weightings)组，至少80%的抽取落在该区间，括号内为实际比例"
        + "（标准误不超过\(points)个百分点）；另按各数据的误差范围抽取\(draws)组，"
        + "各名次的比例见清单的CSV和JSON格式。",
      "Rank holds: the narrowest run of ranks for at least 80% of \(weightings) weightings drawn evenly"
        + " from \(space), with its share (standard error at most \(points) points); the figures were"
        + " also drawn \(draws) times within their bands, the list as CSV or JSON has the shares of"
        + " ranks.")
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
