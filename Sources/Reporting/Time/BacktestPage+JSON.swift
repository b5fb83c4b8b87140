import GapAnalysis
import IndustryChain

extension BacktestPage {
  /// The name and version of the JSON format.
  public static let jsonSchema = "chaingap.backtest/1"

  /// Every candidate, event and result as JSON, the same in each language.
  ///
  /// Keys are sorted, and what cannot be told is null.
  public func json() -> String {
    JSONValue.document(
      schema: Self.jsonSchema, on: backtest.lastDay, about: backtest.analysis.region,
      [
        "from": .string(backtest.firstDay.description),
        "to": .string(backtest.lastDay.description),
        "outcome": .string(backtest.outcome.rawValue),
        "events": .integer(backtest.eventCount),
        "leastPValue": backtest.outcome == .comparable ? .number(backtest.leastPValue) : .null,
        "candidates": .array(backtest.candidates.map(candidate)),
        "results": .array(backtest.results.map(\.json)),
        "otherSignings": .array(
          backtest.otherSignings.map { signing in
            .object([
              "link": .string(backtest.analysis.graph.links[signing.link].id.description),
              "reason": .string(signing.reason.rawValue),
            ])
          }),
        "unplacedSigningRows": .integer(backtest.unplacedSigningCount),
      ]
    ).text()
  }

  private func candidate(_ candidate: Backtest.Candidate) -> JSONValue {
    .object([
      "link": .string(candidate.opportunity.link.id.description),
      "rank": .integer(candidate.opportunity.rank),
      "baselines": .object(
        Dictionary(
          uniqueKeysWithValues: zip(Baseline.allCases, candidate.baselineValues).map {
            ($0.rawValue, .optional($1))
          })),
      "isEvent": .bool(candidate.isEvent),
      "firms": .array(candidate.signings.map { .string($0.firm.id.rawValue) }),
    ])
  }
}

extension RankingResult {
  fileprivate var json: JSONValue {
    let name =
      switch ranking {
      case .method: "method"
      case .baseline(let baseline): baseline.rawValue
      case .lot: "lot"
      }
    let basis: (String, Int?)? = pValue.map { value in
      switch value.basis {
      case .exact: ("exact", nil)
      case .sampled(let count): ("sampled", count)
      }
    }
    return .object([
      "ranking": .string(name),
      "precision": .array(
        precisions.map { .object(["k": .integer($0.count), "value": .optional($0.value)]) }),
      "meanReciprocalRank": .optional(meanReciprocalRank),
      "areaUnderCurve": .optional(areaUnderCurve),
      "pValue": .optional(pValue?.value),
      "pValueBasis": .optional(basis?.0),
      "pValueDraws": (basis?.1).map { .integer($0) } ?? .null,
      "pValueStandardError": .optional(pValue?.standardError),
    ])
  }
}
