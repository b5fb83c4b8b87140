import GapAnalysis
import IndustryChain

extension ChangeReport {
  /// The name and version of the JSON format; `Docs/schema/diff.schema.json` describes it.
  public static let jsonSchema = "chaingap.diff/1"

  /// Every change and what it does as JSON: keys sorted, units in their names, null for what is unknown
  /// or absent.
  public func json() -> String {
    JSONValue.object([
      "schema": .string(Self.jsonSchema),
      "before": .string(before.name),
      "after": .string(after.name),
      "same": .bool(changes.isEmpty),
      "renames": .array(changes.renames.map(json)),
      "changes": .array(changes.changes.map(json)),
      "regions": .array(regions.map(json)),
    ]).text()
  }

  private func json(_ rename: Rename) -> JSONValue {
    .object([
      "before": rename.before.json, "after": rename.after.json,
      "clues": .array(rename.clues.map { .string($0.code) }),
    ])
  }

  private func json(_ change: ItemChange) -> JSONValue {
    .object([
      "item": change.item.json,
      "change": .string(change.kind.rawValue),
      "facts": .array(
        change.facts.map { fact in
          .object([
            "aspect": .string(fact.aspect.kind.rawValue),
            "of": .optional(fact.aspect.key?.code),
            "before": fact.before?.json ?? .null,
            "after": fact.after?.json ?? .null,
          ])
        }),
    ])
  }

  private func json(_ region: RegionChanges) -> JSONValue {
    func both(_ value: (Analysis) -> JSONValue) -> JSONValue {
      .object(["before": value(region.before), "after": value(region.after)])
    }
    func json(_ rate: SupportRate?) -> JSONValue {
      rate.map { .object(["met": .number($0.met), "unknown": .number($0.unknown)]) } ?? .null
    }
    return .object([
      "region": .string(region.after.region.id.rawValue),
      "name": region.after.region.name.json,
      "date": both { .string($0.day.description) },
      "supportRate": both { json($0.supportRate) },
      "leakageMillionCNY": both { .number($0.today.leakage.millionCNY) },
      "chains": .array(
        region.chainsWithOtherSupportRate.map { chain in
          let rates = region.supportRates(ofChain: chain)
          return .object([
            "chain": .string(chain.rawValue),
            "supportRate": .object(["before": json(rates.before), "after": json(rates.after)]),
          ])
        }),
      "links": .array(
        region.moves.map { move in
          .object([
            "link": .string(move.link.description),
            "before": move.before?.json ?? .null, "after": move.after?.json ?? .null,
          ])
        }),
    ])
  }
}

extension RegionChanges.Standing {
  fileprivate var json: JSONValue {
    .object([
      "coverage": .string(coverage.rawValue), "kind": .optional(kind?.rawValue),
      "rank": rank.map { .integer($0) } ?? .null, "score": .optional(score),
    ])
  }
}

extension WorkspaceItem {
  /// What sort of item it is and the ids that name it, null for those that it does not have.
  fileprivate var json: JSONValue {
    var ids: [String: JSONValue] = [
      "kind": .string(kind.rawValue), "chain": .null, "link": .null, "supplier": .null,
      "need": .null, "region": .null, "firm": .null, "peer": .null,
    ]
    switch self {
    case .chain(let id): ids["chain"] = .string(id.rawValue)
    case .link(let id): ids["link"] = .string(id.description)
    case .input(let buyer, let supplier, _):
      ids["link"] = .string(buyer.description)
      ids["supplier"] = .string(supplier.description)
    case .need(let id): ids["need"] = .string(id.rawValue)
    case .region(let id): ids["region"] = .string(id.rawValue)
    case .firm(let id, let region):
      ids["region"] = .string(region.rawValue)
      ids["firm"] = .string(id.rawValue)
    case .project(let firm, let region, let link, _):
      ids["region"] = .string(region.rawValue)
      ids["firm"] = .string(firm.rawValue)
      ids["link"] = .optional(link?.description)
    case .peer(let id, let region):
      ids["region"] = .string(region.rawValue)
      ids["peer"] = .string(id.rawValue)
    }
    return .object(ids)
  }
}

extension Clue {
  fileprivate var code: String {
    switch self {
    case .englishName: "englishName"
    case .chineseName: "chineseName"
    case .key: "key"
    case .code: "code"
    case .inputs: "inputs"
    case .buyers: "buyers"
    case .links: "links"
    case .creditCode: "creditCode"
    }
  }
}

extension Fact {
  /// The value, and where it is from where that is said with it.
  fileprivate var json: JSONValue {
    switch self {
    case .figure(let figure): Self.sourced(.number(figure.value), figure.provenance)
    case .source(let provenance): Self.sourced(.null, provenance)
    case .lack(let isVeto, let provenance):
      Self.sourced(.string(isVeto ? "veto" : "lacking"), provenance)
    case .listing(let count, let provenance): Self.sourced(count.json, provenance)
    case .text(let text): Self.sourced(text.json)
    case .words(let words): Self.sourced(.string(words))
    case .number(let number): Self.sourced(.number(number))
    case .range(let range):
      Self.sourced(.array([.number(range.lowerBound), .number(range.upperBound)]))
    case .flag(let isTrue): Self.sourced(.bool(isTrue))
    case .stage(let stage): Self.sourced(.string(stage.rawValue))
    case .linkKind(let kind): Self.sourced(.string(kind.rawValue))
    case .route(let route): Self.sourced(.string(route.rawValue))
    case .residence(let residence): Self.sourced(.string(residence.rawValue))
    case .count(let count): Self.sourced(count.json)
    case .link(let id): Self.sourced(.string(id.description))
    case .firm(let id): Self.sourced(.string(id.rawValue))
    case .needs(let needs): Self.sourced(.array(needs.map { .string($0.rawValue) }))
    case .firms(let firms): Self.sourced(.array(firms.map { .string($0.rawValue) }))
    case .criteria(let criteria): Self.sourced(.array(criteria.map { .string($0.rawValue) }))
    case .day(let day): Self.sourced(.string(day.description))
    case .reached(let date): Self.sourced(.optional(date?.description))
    }
  }

  private static func sourced(_ value: JSONValue, _ provenance: Provenance? = nil) -> JSONValue {
    .object([
      "value": value,
      "grade": .optional(provenance?.grade.rawValue),
      "source": provenance?.source?.json ?? .null,
      "asOf": .optional(provenance?.asOf?.description),
    ])
  }
}

extension Firm.Count {
  fileprivate var json: JSONValue {
    switch self {
    case .exactly(let count): .integer(count)
    case .several: .string("several")
    }
  }
}
