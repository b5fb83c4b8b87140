import GapAnalysis
import IndustryChain

extension ScenarioReport {
  /// The name and version of the JSON format; `Docs/schema/what-if.schema.json` describes it.
  public static let jsonSchema = "chaingap.what-if/1"

  /// The changes and every difference as JSON: keys sorted, units in their names, null for what is
  /// unknown or absent.
  public func json() -> String {
    let value = difference.valueAdded
    return before.document(
      schema: Self.jsonSchema,
      [
        "changes": .array(scenario.changes.map(json)),
        "valueAdded": .object([
          "beforeMillionCNY": .number(value.beforeMillionCNY),
          "firmsAsTheyAreMillionCNY": .number(value.firmsAsTheyAreMillionCNY),
          "suppliersKeepingPaceMillionCNY": .number(value.suppliersKeepingPaceMillionCNY),
          "chainValueMillionCNY": .number(value.chainValueMillionCNY),
          "earnedAnywhereMillionCNY": .number(value.earnedAnywhereMillionCNY),
        ]),
        "supportRate": beforeAndAfter { json($0.supportRate) },
        "chains": .array(
          difference.chainsWithOtherSupportRate.map { chain in
            .object([
              "chain": .string(before.graph.chains[chain].id.rawValue),
              "supportRate": beforeAndAfter { json($0.supportRate(ofChain: chain)) },
            ])
          }),
        "leakage": beforeAndAfter { analysis in
          .object([
            "millionCNY": .number(analysis.today.leakage.millionCNY),
            "unknownMillionCNY": .number(analysis.today.leakage.unknownMillionCNY),
          ])
        },
        "links": .array(
          Set(difference.coverageChanges + difference.kindChanges).sorted().map { link in
            .object([
              "link": before.linkJSON(link),
              "name": before.graph.displayName(of: link).json,
              "coverage": beforeAndAfter { .string($0.today.coverage[link].rawValue) },
              "kind": beforeAndAfter { .optional($0.knownKind(of: link)?.rawValue) },
            ])
          }),
        "ranking": .array(difference.rankMoves.map(rankJSON)),
        "firms": .array(difference.tieChanges.map(json)),
        "statedRatios": .array(
          difference.statedRatioChanges.map { link in
            let id = before.graph.links[link].id
            return .object([
              "link": before.linkJSON(link),
              "ratio": beforeAndAfter { .optional($0.region.localSupplyRatios[id]?.value) },
            ])
          }),
        "assumedOutputs": .array(difference.newlyAssumedOutputs.compactMap(json)),
      ]
    ).text()
  }

  private func beforeAndAfter(_ value: (Analysis) -> JSONValue) -> JSONValue {
    .object(["before": value(before), "after": value(after)])
  }

  private func json(_ rate: SupportRate?) -> JSONValue {
    rate.map { .object(["met": .number($0.met), "unknown": .number($0.unknown)]) } ?? .null
  }

  private func json(_ change: Scenario.Change) -> JSONValue {
    var json: [String: JSONValue] = [
      "link": .null, "firm": .null, "outputMillionCNY": .null, "stage": .null,
    ]
    switch change {
    case .add(let link, let output):
      json["change"] = .string("add")
      json["link"] = .string(link.description)
      json["outputMillionCNY"] = .number(output ?? typicalOutput(of: link))
    case .removeFirm(let firm):
      json["change"] = .string("remove-firm")
      json["firm"] = .string(firm.rawValue)
    case .removeLink(let link):
      json["change"] = .string("remove-link")
      json["link"] = .string(link.description)
    case .stage(let firm, let link, let stage):
      json["change"] = .string("stage")
      json["firm"] = .string(firm.rawValue)
      json["link"] = .optional(link?.description)
      json["stage"] = .string(stage.code)
    }
    return .object(json)
  }

  private func json(_ assumption: Assumption) -> JSONValue? {
    guard case .firmOutput(let firm, let link, let plantCount, let millionCNY) = assumption
    else { return nil }
    return .object([
      "firm": .string(firm.rawValue),
      "link": .string(link.description),
      "plantCount": .integer(plantCount),
      "outputMillionCNY": .number(millionCNY),
    ])
  }

  private func rankJSON(_ link: Int) -> JSONValue {
    let move = RankMove(before.target(for: link), after.target(for: link))
    return .object([
      "link": before.linkJSON(link),
      "name": before.graph.displayName(of: link).json,
      "move": .string(move.rawValue),
      "rank": beforeAndAfter { $0.target(for: link).map { .integer($0.rank) } ?? .null },
      "chainValueMillionCNY": beforeAndAfter {
        .optional($0.target(for: link)?.chainValue.millionCNY)
      },
    ])
  }

  private func json(_ change: TieChange) -> JSONValue {
    .object([
      "firm": .string(change.firm.id.rawValue),
      "name": change.firm.name.json,
      "link": before.linkJSON(change.link),
      "gainedSuppliers": before.linksJSON(change.gainedSuppliers),
      "lostSuppliers": before.linksJSON(change.lostSuppliers),
      "gainedCustomers": before.linksJSON(change.gainedCustomers),
      "lostCustomers": before.linksJSON(change.lostCustomers),
    ])
  }
}
