import GapAnalysis
import IndustryChain

extension TargetColumn {
  /// The score and its two axes.
  static let score: [TargetColumn] = [
    TargetColumn(
      key: "score", title: named("综合得分", "Score"), alignment: .right,
      audience: [.targetTable, .commitmentTable]
    ) { row in
      let assessment = row.opportunity.assessment
      return assessment.isScored ? .score(assessment.score) : .blank
    },
    TargetColumn(
      key: "impact", title: named("带动效益", "Impact"), alignment: .right,
      audience: [.targetTable], dispensability: 4
    ) { .score($0.opportunity.assessment.value(of: .impact)) },
    TargetColumn(
      key: "feasibility", title: named("落地可行性", "Feasibility"), alignment: .right,
      audience: [.targetTable], dispensability: 5
    ) { .score($0.opportunity.assessment.value(of: .feasibility)) },
    TargetColumn(
      key: "dominated", title: named("被占优", "Dominated"), audience: [.targetTable],
      dispensability: 11
    ) { .flag($0.opportunity.assessment.isDominated) },
  ]

  /// What the score is made of: all parts in one cell, then a column for each criterion's mark.
  static let marks: [TargetColumn] =
    [
      TargetColumn(key: "criteria", title: named("得分构成", "What the score is made of")) {
        .list($0.opportunity.assessment.parts.map { Cell.Item($0) })
      }
    ]
    + Criterion.allCases.map { criterion in
      TargetColumn(
        key: "utility" + criterion.camelCase,
        title: LocalizedText { wording in
          wording.say("评分：", "Mark: ") + wording.text(criterion.word)
        },
        alignment: .right
      ) { .score($0.opportunity.assessment.part(of: criterion)?.utility) }
    }

  /// How far the rank holds.
  static let robustness: [TargetColumn] = [
    TargetColumn(
      key: "rankByWeights", title: named("名次区间", "Rank holds"),
      audience: [.targetTable], dispensability: 3
    ) { row in
      row.standing.map { standing in
        .phrase(
          LocalizedText { $0.rankBand(standing.byWeights) },
          brief: LocalizedText { $0.briefRankBand(standing.byWeights) })
      } ?? .blank
    },
    TargetColumn(
      key: "firstShareByWeights", title: named("居首的权重比例", "First under so many weightings"),
      alignment: .right
    ) { .share($0.standing?.byWeights.share(ofRank: 1)) },
    TargetColumn(
      key: "topThreeShareByWeights", title: named("居前三的权重比例", "In the first three so often"),
      alignment: .right
    ) { .share($0.standing?.byWeights.share(ofRanksTo: 3)) },
    TargetColumn(
      key: "topThreeShareByFigures",
      title: named("数据波动下居前三的比例", "In the first three as figures vary"), alignment: .right
    ) { .share($0.standing?.byFigures.share(ofRanksTo: 3)) },
    TargetColumn(
      key: "rankAcceptability", title: named("各名次的可能性", "How often at each rank")
    ) { .list($0.standing?.acceptabilityItems ?? []) },
    TargetColumn(
      key: "centralWeights", title: named("居首时的典型权重", "Typical weights that put it first")
    ) { .list($0.standing?.centralWeightItems ?? []) },
    TargetColumn(
      key: "confidenceFactor", title: named("置信因子", "Confidence factor"), alignment: .right
    ) { .share($0.standing?.confidence) },
  ]

  /// What simpler rules would go by.
  static let baselines: [TargetColumn] = [
    TargetColumn(
      key: "baselineLinkCount", title: named("关联环节数", "Links it touches"), alignment: .right,
      audience: [.targetTable], dispensability: 12
    ) { $0.baselines[.neighbours].map { .count(Int($0)) } ?? .blank },
    TargetColumn(
      key: "baselinePeerRegionCount", title: named("拥有该环节的对比地区数", "Peer regions that have it"),
      alignment: .right
    ) { $0.baselines[.peerRegions].map { .count(Int($0)) } ?? .blank },
  ]
}

extension Criterion {
  /// The name at the end of a key: `ChainValue`.
  var camelCase: String {
    rawValue.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// The name that data formats use: `chainValue`.
  var code: String { camelCase.prefix(1).lowercased() + camelCase.dropFirst() }
}

extension Cell.Item {
  /// A part of a score: `链上价值 100分 × 35%`.
  init(_ part: Assessment.Part) {
    self.init(
      text: LocalizedText { wording in
        wording.text(part.criterion.word) + " "
          + (part.utility.map {
            wording.say("\(wording.points($0))分", wording.points($0)) + " × "
              + wording.percent(part.weight)
          } ?? Wording.blank)
      },
      json: .object([
        "criterion": .string(part.criterion.code),
        "axis": .string(part.criterion.axis.rawValue),
        "value": .optional(part.value),
        "utility": .optional(part.utility),
        "weight": .number(part.weight),
        "contribution": .number(part.contribution),
      ]))
  }
}

extension Robustness.Standing {
  /// Each rank that it ever took, with how often under drawn weights and under drawn figures.
  fileprivate var acceptabilityItems: [Cell.Item] {
    let ranks = max(byWeights.rankCount, byFigures.rankCount)
    return (0..<ranks).map { $0 + 1 }.compactMap { rank in
      let (weights, figures) = (byWeights.share(ofRank: rank), byFigures.share(ofRank: rank))
      guard weights > 0 || figures > 0 else { return nil }
      return Cell.Item(
        text: LocalizedText { wording in
          wording.say("第\(rank)位", "no. \(rank)")
            + wording.say("：权重", ": weights ") + wording.percent(weights)
            + wording.say("，数据", ", figures ") + wording.percent(figures)
        },
        json: .object([
          "rank": .integer(rank),
          "byWeights": .number(weights),
          "byWeightsStandardError": .number(byWeights.standardError(of: weights)),
          "byFigures": .number(figures),
          "byFiguresStandardError": .number(byFigures.standardError(of: figures)),
        ]))
    }
  }

  fileprivate var centralWeightItems: [Cell.Item] {
    Criterion.allCases.compactMap { criterion in
      centralWeights?[criterion].map { weight in
        Cell.Item(
          text: LocalizedText { $0.text(criterion.word) + " " + $0.percent(weight) },
          json: .object(["criterion": .string(criterion.code), "weight": .number(weight)]))
      }
    }
  }
}
