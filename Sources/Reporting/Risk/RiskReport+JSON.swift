import GapAnalysis
import IndustryChain

extension RiskReport {
  /// The name and version of the JSON format; `Docs/schema/risk.schema.json` describes it.
  public static let jsonSchema = "chaingap.risk/1"

  /// Both lists as JSON: keys sorted, units in their names, null for what is unknown.
  public func json() -> String {
    analysis.document(
      schema: Self.jsonSchema,
      [
        "links": .array(shown(risk.links).map(json)),
        "firms": .array(shown(risk.firms).map(json)),
      ]
    ).text()
  }

  private func json(_ row: Risk.LinkRisk) -> JSONValue {
    var json = json(row.extraction, grade: row.grade)
    json["link"] = analysis.linkJSON(row.index)
    json["name"] = analysis.graph.displayName(of: row.index).json
    json["firms"] = .array(row.firms.map { .string($0.id.rawValue) })
    json["firmCount"] = .integer(row.firms.reduce(0) { $0 + $1.count.atLeast })
    json["isSinglePointOfFailure"] = .bool(row.isSinglePointOfFailure)
    json["largestFirm"] =
      row.largest.map {
        .object(["firm": .string($0.firm.rawValue), "share": .number($0.share)])
      } ?? .null
    return .object(json)
  }

  private func json(_ row: Risk.FirmRisk) -> JSONValue {
    var json = json(row.extraction, grade: row.grade)
    json["firm"] = .string(row.firm.id.rawValue)
    json["name"] = row.firm.name.json
    json["isGroup"] = .bool(!row.isSingleFirm)
    json["links"] = analysis.linksJSON(row.links)
    json["isSinglePointOfFailure"] = .bool(row.isSinglePointOfFailure)
    return .object(json)
  }

  private func json(_ extraction: Extraction, grade: Grade) -> [String: JSONValue] {
    [
      "outputMillionCNY": .number(extraction.outputMillionCNY),
      "valueAddedLostMillionCNY": .number(extraction.valueAddedLostMillionCNY),
      "chainValueLostMillionCNY": .number(extraction.chainValueLostMillionCNY),
      "earnedAnywhereMillionCNY": .number(extraction.earnedAnywhereMillionCNY),
      "lostInputs": .array(
        extraction.lostInputs.map {
          .object([
            "buyer": analysis.linkJSON($0.buyer), "input": analysis.linkJSON($0.input),
            "inputIsSurveyed": .bool($0.isSurveyed),
          ])
        }),
      "linksWithoutBuyer": analysis.linksJSON(extraction.linksWithoutBuyer),
      "grade": .string(grade.rawValue),
    ]
  }
}
