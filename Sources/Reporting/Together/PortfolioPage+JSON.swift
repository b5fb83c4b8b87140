import GapAnalysis
import IndustryChain

extension PortfolioPage {
  /// The name and version of the JSON format; `Docs/schema/portfolio.schema.json` describes it.
  public static let jsonSchema = "chaingap.portfolio/1"

  /// The whole answer as JSON: keys sorted, units in their names, null for what is unknown.
  public func json() -> String {
    let names = TogetherNames(
      pool: portfolio.pool, analysis: analysis, wording: Wording(.english))
    return analysis.document(
      schema: Self.jsonSchema,
      [
        "limits": limits(portfolio.limits.amounts),
        "method": .string(portfolio.method.rawValue),
        "best": outcome(portfolio.best, names),
        "uses": limits(
          LimitKind.allCases.reduce(into: [:]) { $0[$1] = portfolio.use(of: $1) }),
        "members": .array(
          portfolio.best.members.enumerated().map { place, member in
            .object([
              "link": .string(names.id(member)),
              "name": analysis.graph.displayName(of: portfolio.pool.candidates[member].index).json,
              "aloneMillionCNY": .number(names.alone(member)),
              "shareMillionCNY": .optional(portfolio.shares?[place]),
              "lackingNeeds": .array(
                portfolio.pool.candidates[member].readiness.lacking.map {
                  .string($0.need.rawValue)
                }),
              "unstatedNeeds": .array(
                portfolio.pool.candidates[member].readiness.unstated.map { .string($0.rawValue) }),
            ])
          }),
        "bySize": .array(portfolio.bySize.map { outcome($0, names) }),
        "fronts": .object(
          portfolio.fronts.reduce(into: [:]) { fronts, front in
            fronts[front.key.key] = .array(
              front.value.map { point in
                .object([
                  "use": .number(point.use),
                  "valueMillionCNY": .number(point.valueMillionCNY),
                  "links": links(point.members, names),
                ])
              })
          }),
        "frontsAreWhole": .bool(portfolio.hasWholeFronts),
        "limitWorths": .array(
          portfolio.worths.map { worth in
            .object([
              "limit": .string(worth.kind.key), "step": .number(worth.step),
              "less": outcome(worth.less, names), "more": outcome(worth.more, names),
            ])
          }),
        "leftOut": .array(
          portfolio.leftOut.map { leftOut in
            .object([
              "link": .string(names.id(leftOut.candidate)),
              "limits": .array(leftOut.kinds.map { .string($0.key) }),
            ])
          }),
        "candidateCount": .integer(portfolio.pool.candidates.count),
        "withoutValueCount": .integer(portfolio.pool.withoutValueCount),
        "beyondSizeCount": .integer(portfolio.pool.beyondSizeCount),
      ]
    ).text()
  }

  private func limits(_ amounts: [LimitKind: Double]) -> JSONValue {
    .object(
      LimitKind.allCases.reduce(into: [:]) { $0[$1.key] = .optional(amounts[$1]) })
  }

  private func links(_ members: [Int], _ names: TogetherNames) -> JSONValue {
    .array(members.map { .string(names.id($0)) })
  }

  private func outcome(_ outcome: SelectionOutcome, _ names: TogetherNames) -> JSONValue {
    .object([
      "links": links(outcome.members, names),
      "valueMillionCNY": .number(outcome.valueMillionCNY),
      "upperBoundMillionCNY": .number(outcome.upperBoundMillionCNY),
      "gap": .number(outcome.gap),
      "proven": .bool(outcome.isProven),
      "nodeCount": .integer(outcome.nodeCount),
    ])
  }
}
