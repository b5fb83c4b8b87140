import GapAnalysis
import IndustryChain

extension ComparisonTable {
  /// The name and version of the JSON format; `Docs/schema/compare.schema.json` describes it.
  public static let jsonSchema = "chaingap.compare/1"

  /// The comparison as JSON: regions, links, targets with who has them, and visits.
  ///
  /// Keys are sorted; what is unknown, or what a table of peers cannot tell, is null.
  public func json() -> String {
    comparison.focus.document(
      schema: Self.jsonSchema,
      [
        "regions": .array(comparison.members.indices.map(regionJSON)),
        "links": .array(comparison.links.map(linkJSON)),
        "targets": .array(
          comparison.targets.map { target in
            .object([
              "link": .string(target.opportunity.link.id.description),
              "rank": .integer(target.opportunity.rank),
              "kind": .string(target.opportunity.kind.rawValue),
              "relatednessDensity": .optional(target.relatedness?.here),
              "relatednessDensityUnknown": .optional(target.relatedness?.unknown),
              "regions": .array(target.holders.map(id)),
            ])
          }),
        "visits": .array(
          comparison.visits.map { visit in
            .object([
              "region": id(visit.member),
              "targets": .array(
                visit.targets.map {
                  .string(comparison.targets[$0].opportunity.link.id.description)
                }),
              "valuedTargetCount": .integer(visit.valuedTargetCount),
            ])
          }),
      ]
    ).text()
  }

  private func id(_ member: Int) -> JSONValue {
    .string(comparison.members[member].id.rawValue)
  }

  private func regionJSON(_ member: Int) -> JSONValue {
    let region = comparison.members[member]
    let isTable = region.analysis == nil
    let rate = rate(of: region)
    let counts = comparison.counts(of: member, inChains: comparison.chains)
    let standings = RegionProfile.Standing.all.map { standing in
      (
        standing.code,
        standing.isOfTables == isTable
          ? JSONValue.integer(counts[standing, default: 0]) : .null
      )
    }
    return .object([
      "id": id(member), "name": region.name.json,
      "knownFrom": .string(isTable ? "peers.csv" : "region"),
      "date": .optional(region.day?.description),
      "linkCounts": .object(Dictionary(uniqueKeysWithValues: standings)),
      "supportRate": .optional(rate?.met), "supportRateUnknown": .optional(rate?.unknown),
      "chains": .array(
        comparison.chains.map { chain in
          let counts = comparison.counts(of: member, inChains: [chain])
          return .object([
            "chain": .string(graph.chains[chain].id.rawValue),
            "linkCount": .integer(counts.values.reduce(0, +)),
            "linksWithFirms": .integer(
              counts.filter { $0.key.isPresent }.values.reduce(0, +)),
          ])
        }),
    ])
  }

  private func linkJSON(_ link: Int) -> JSONValue {
    .object([
      "link": .string(graph.links[link].id.description),
      "name": graph.displayName(of: link).json,
      "peerRegionCount": comparison.focus.peerRegionCount(of: link).map { .integer($0) } ?? .null,
      "regions": .array(
        comparison.members.indices.map { member in
          let region = comparison.members[member]
          let count = region.firmCount(in: link, of: graph)
          let density = densities[member].flatMap { $0[link] }
          let provenance = region.listing(of: link, in: graph)?.provenance
          return .object([
            "region": id(member),
            "standing": .string(region.standing(of: link, in: graph).code),
            "firmCountAtLeast": count.map { .integer($0.atLeast) } ?? .null,
            "isFirmCountExact": count.map { .bool($0 != .several) } ?? .null,
            "firms": region.analysis == nil
              ? .null
              : .array(
                region.operatingFirms(in: link, of: graph).map { firm in
                  .object(["id": .string(firm.id.rawValue), "name": firm.name.json])
                }),
            "relatednessDensity": .optional(density?.here),
            "relatednessDensityUnknown": .optional(density?.unknown),
            "grade": .optional(provenance?.grade.rawValue),
            "source": provenance?.source?.json ?? .null,
          ])
        }),
    ])
  }

  /// Comma-separated values for Excel: a row a link, two columns a region, in both languages.
  public func csv() -> String {
    func title(_ chinese: String, _ english: String) -> CSVText.Field {
      .text(LocalizedText(english: english, chinese: chinese).bilingual)
    }
    let focus = comparison.focus
    let head: [CSVText.Field] =
      [
        title("环节编号", "Link id"), title("环节", "Link"), title("产业链", "Chain"),
        title("招商目标名次", "Rank as target"), title("关联密度", "Relatedness density"),
        title("另有本地未调查的比重", "Besides, not surveyed here"),
        title("有该环节的其他地区数", "Other regions that have it"),
      ]
      + comparison.members.flatMap { region -> [CSVText.Field] in
        let name = region.displayName.bilingual
        return [.text(name), .text(name + " 企业数 firms")]
      }
    let rows = comparison.links.map { link -> [CSVText.Field] in
      let rank = focus.target(for: link)?.rank
      let density = densities[0].flatMap { $0[link] }
      return [
        .text(graph.links[link].id.description), .text(graph.displayName(of: link).bilingual),
        .text(graph.chains[graph.chainIndex[link]].name.bilingual),
        rank.map { .number(Double($0)) } ?? .blank,
        density.map { .number($0.here) } ?? .blank,
        density.map { .number($0.unknown) } ?? .blank,
        focus.peerRegionCount(of: link).map { .number(Double($0)) } ?? .blank,
      ]
        + comparison.members.flatMap { region -> [CSVText.Field] in
          let count: CSVText.Field =
            switch region.firmCount(in: link, of: graph) {
            case .exactly(let count): .number(Double(count))
            case .several: .text("若干 several")
            case nil: .blank
            }
          return [.text(region.standing(of: link, in: graph).word.bilingual), count]
        }
    }
    return CSVText.file([head] + rows)
  }
}
