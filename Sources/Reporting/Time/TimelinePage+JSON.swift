import GapAnalysis
import IndustryChain

extension TimelinePage {
  /// The name and version of the JSON format.
  public static let jsonSchema = "chaingap.timeline/1"

  /// Every figure of every day as JSON, the same in each language.
  ///
  /// Keys are sorted, units stand in their names, and what is unknown is null.
  public func json() -> String {
    JSONValue.document(
      schema: Self.jsonSchema, on: timeline.moments.last?.day ?? timeline.region.date,
      about: timeline.region,
      [
        "rowsWithoutTeam": .integer(timeline.rowCountWithoutTeam),
        "days": .array(timeline.moments.map(day)),
      ]
    ).text()
  }

  private func day(_ moment: Timeline.Moment) -> JSONValue {
    .object([
      "date": .string(moment.day.description),
      "coverage": moment.region.json,
      "chains": .array(
        zip(timeline.graph.chains, moment.chains).map { chain, count in
          .object(["chain": .string(chain.id.rawValue), "coverage": count.json])
        }),
      "projects": .array(
        zip(timeline.groups, moment.progress).map { group, progress in
          .object(["group": group.json, "progress": progress.json])
        }),
    ])
  }
}

extension CoverageCount {
  fileprivate var json: JSONValue {
    .object([
      "links": .object(
        Dictionary(
          uniqueKeysWithValues: Coverage.allCases.map { ($0.rawValue, .integer(count($0))) })),
      "supportRateMet": .optional(supportRate?.met),
      "supportRateUnknown": .optional(supportRate?.unknown),
      "leakageMillionCNY": .number(leakageMillionCNY),
      "unknownSourceMillionCNY": .number(unknownSourceMillionCNY),
    ])
  }
}

extension ProjectGroup {
  fileprivate var json: JSONValue {
    let (sort, id): (String, String?) =
      switch self {
      case .region: ("region", nil)
      case .signedSince(let day): ("signedSince", day.description)
      case .chain(let id): ("chain", id.rawValue)
      case .team(let name): ("team", name)
      }
    return .object(["sort": .string(sort), "id": .optional(id)])
  }
}

extension ProjectProgress {
  fileprivate var json: JSONValue {
    func number(_ count: Int, uncounted: Int) -> JSONValue {
      count == 0 && uncounted > 0 ? .null : .integer(count)
    }
    return .object([
      "rows": .integer(rowCount),
      "uncountedRows": .integer(uncountedRowCount),
      "undatedRows": .integer(undatedRowCount),
      "stages": .object(
        Dictionary(
          uniqueKeysWithValues: ProjectStage.allCases.map {
            ($0.code, number(count($0), uncounted: uncountedRowCount($0)))
          })),
      "introduced": number(introducedCount, uncounted: uncountedIntroducedRowCount),
      "closedAfterIntroduction": number(
        closedAfterIntroductionCount, uncounted: uncountedRowCount(.closed)),
      "productionRate": .optional(productionRate),
      "conversions": .array(conversions.map(\.json)),
      "fundsInPlace": .object([
        "contractMillionCNY": funds.rowCount > 0 ? .number(funds.contractMillionCNY) : .null,
        "inPlaceMillionCNY": funds.rowCount > 0 ? .number(funds.inPlaceMillionCNY) : .null,
        "ratio": .optional(funds.ratio),
        "rows": .integer(funds.rowCount),
        "introducedRows": .integer(funds.introducedRowCount),
      ]),
      "leadIndustryFit": leadFit?.json ?? .null,
    ])
  }
}

extension StageConversion {
  fileprivate var json: JSONValue {
    .object([
      "step": .string(step.rawValue),
      "reached": .integer(reachedCount),
      "wentOn": .integer(wentOnCount),
      "share": .optional(share),
      "dated": .integer(datedCount),
      "medianDaysLeast": .optional(medianDays?.lowerBound),
      "medianDaysMost": .optional(medianDays?.upperBound),
    ])
  }
}

extension LeadIndustryFit {
  fileprivate var json: JSONValue {
    func amount(_ amount: Amount) -> JSONValue {
      .object([
        "projects": .integer(amount.count),
        "contractMillionCNY": amount.contractRowCount > 0
          ? .number(amount.contractMillionCNY) : .null,
        "contractRows": .integer(amount.contractRowCount),
      ])
    }
    return .object([
      "lead": amount(lead), "other": amount(other), "unknown": amount(unknown),
      "shareByProjects": .optional(shareByCount),
      "shareByContract": .optional(shareByContract),
    ])
  }
}
