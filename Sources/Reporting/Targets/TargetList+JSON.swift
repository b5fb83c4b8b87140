import GapAnalysis
import IndustryChain

extension TargetList {
  /// The name and version of the JSON format; `Docs/schema/targets.schema.json` describes it.
  public static let jsonSchema = "chaingap.targets/2"

  /// Both lists, the links that nobody has surveyed and every assumption as JSON.
  ///
  /// Keys are sorted, units stand in their names, and what is unknown is null.
  public func json() -> String {
    analysis.document(
      schema: Self.jsonSchema,
      [
        "ranking": ranking,
        "targets": .array(targets.map(\.json)),
        "blocked": .array(blocked),
        "bringToProduction": .array(bringToProduction.map(\.json)),
        "unknown": .array(unknownLinks),
        "assumptions": .array(assumptions.map(\.json)),
      ]
    ).text()
  }

  /// The weights, what is left out of them, and how the robustness was drawn.
  private var ranking: JSONValue {
    let basis = analysis.basis
    return .object([
      "usesDefaultWeights": .bool(basis.usesDefaultWeights),
      "replacesStatedWeights": .bool(basis.replacesStatedWeights),
      "breaksStatedBounds": .bool(basis.breaksStatedBounds),
      "weights": .array(
        Criterion.allCases.map { criterion in
          .object([
            "criterion": .string(criterion.code), "axis": .string(criterion.axis.rawValue),
            "weight": .number(basis.weight(of: criterion)),
            "leftOut": .optional(basis.leftOut[criterion]?.rawValue),
          ])
        }),
      "draws": robustness.map(\.json) ?? .null,
    ])
  }

  private var blocked: [JSONValue] {
    analysis.blocked.filter { filter.admits($0.opportunity) }.map { blocked in
      .object([
        "link": .string(blocked.opportunity.link.id.description),
        "name": analysis.graph.displayName(of: blocked.opportunity.index).json,
        "vetoes": .array(
          blocked.vetoes.map { veto in
            .object([
              "need": .string(veto.need.rawValue),
              "name": TargetRow.RowNeed(veto.need, in: analysis).name.json,
              "grade": .string(veto.provenance.grade.rawValue),
              "source": veto.provenance.source.map(\.json) ?? .null,
            ])
          }),
      ])
    }
  }

  private var unknownLinks: [JSONValue] {
    analysis.graph.links.indices.filter { link in
      analysis.today.coverage[link] == .unknown
        && (filter.chains.isEmpty || filter.chains.contains(analysis.graph.links[link].id.chain))
    }.map { link in
      .object([
        "link": .string(analysis.graph.links[link].id.description),
        "name": analysis.graph.displayName(of: link).json,
      ])
    }
  }

  /// The assumptions about the listed links, in the order of the lists.
  private var assumptions: [Assumption] {
    (targets + bringToProduction).flatMap(\.explanation.assumptions)
  }
}

extension Robustness {
  fileprivate var json: JSONValue {
    .object([
      "weightDraws": .integer(drawCount),
      "figureDraws": .integer(figureDrawCount),
      "seed": .string(String(seed)),
      "largestStandardError": .number(largestStandardError),
      "keepsStatedBounds": .bool(keepsStatedBounds),
    ])
  }
}

extension TargetRow {
  fileprivate var json: JSONValue {
    .object(
      Dictionary(uniqueKeysWithValues: TargetColumn.all.map { ($0.key, $0.cell(self).json) }))
  }
}

extension Assumption {
  /// Every sort has the same keys; what does not apply is null.
  fileprivate var json: JSONValue {
    var json: [String: JSONValue] = [
      "sort": .string(sort.rawValue), "link": .null, "supplier": .null,
      "firm": .null, "stage": .null, "share": .null, "valueAdded": .null,
      "outputMillionCNY": .null, "plantCount": .null,
    ]
    switch self {
    case .share(let buyer, let supplier, let share):
      json["link"] = .string(buyer.description)
      json["supplier"] = .string(supplier.description)
      json["share"] = .number(share)
    case .valueAdded(let link, let value):
      json["link"] = .string(link.description)
      json["valueAdded"] = .number(value)
    case .plantOutput(let link, let millionCNY, _):
      json["link"] = .string(link.description)
      json["outputMillionCNY"] = .number(millionCNY)
    case .firmOutput(let firm, let link, let plantCount, let millionCNY):
      json["firm"] = .string(firm.rawValue)
      json["link"] = .string(link.description)
      json["plantCount"] = .integer(plantCount)
      json["outputMillionCNY"] = .number(millionCNY)
    case .undatedStage(let firm, let link, let stage):
      json["firm"] = .string(firm.rawValue)
      json["link"] = .string(link.description)
      json["stage"] = .string(stage.code)
    }
    return .object(json)
  }
}
