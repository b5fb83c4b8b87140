public import GapAnalysis
public import IndustryChain

/// Several regions on the same chains, as tables for people and for programs.
public struct ComparisonTable: SheetDocument {
  /// So many regions stand side by side on a page; data formats have all.
  static let columnLimit = 8
  /// So many regions are named in one cell or list.
  static let nameLimit = 6

  /// What is compared.
  public let comparison: Comparison
  /// The relatedness densities of each member, by graph index; `nil` for a peer of a table.
  let densities: [[RelatednessDensity?]?]

  /// Tables of a comparison; what each whole region's densities cost, and links times regions.
  public init(of comparison: Comparison) {
    self.comparison = comparison
    densities = comparison.members.map { $0.analysis?.relatedness() }
  }

  var graph: ChainGraph { comparison.graph }

  /// The comparison for a terminal or as Markdown.
  public func page(in language: Language) -> Page {
    let wording = Wording(language)
    let names = comparison.members.map { wording.text($0.displayName) }
    let others = wording.list(Array(names.dropFirst()), limit: Self.nameLimit)
    let title =
      others.isEmpty
      ? wording.say("\(names[0])产业链现状", "The chains of \(names[0])")
      : wording.say("\(names[0])与\(others)产业链对比", "\(names[0]) beside \(others)")
    var blocks: [Page.Block] = [
      .heading(1, Prose(title)), .table(regionTable(wording)),
      .heading(2, Prose(wording.say("各产业链有企业的环节数", "Links with firms, chain by chain"))),
      .table(chainTable(wording)),
    ]
    blocks += notes(wording)
    if names.count > 1 {
      blocks.append(.heading(2, Prose(wording.say("建议考察的地区", "Which regions to visit"))))
      blocks += visits(wording)
      blocks.append(
        .heading(
          2,
          Prose(
            wording.say(
              "\(names[0])的招商目标，谁有", "The targets of \(names[0]), and who has them"))))
      blocks += targets(wording)
    }
    blocks.append(.heading(2, Prose(wording.say("逐环节对比", "Link by link"))))
    blocks += sideBySide(wording)
    return Page(blocks)
  }

  /// What the tables do not say.
  func notes(_ wording: Wording) -> [Page.Block] {
    let hasTables = comparison.members.contains { $0.analysis == nil }
    let peerCount = comparison.focus.region.peers.count
    return [
      hasTables ? wording.peerTableNote : "",
      peerCount > 0 ? wording.densityNote(peerCount: peerCount) : wording.noPeersNote,
    ].filter { !$0.isEmpty }.map { .paragraph(Prose($0)) }
  }

  // MARK: Tables

  private func regionTable(_ wording: Wording) -> Table {
    let columns =
      [
        Table.Column(wording.say("地区", "Region")), Table.Column(wording.say("依据", "Known from")),
        Table.Column(wording.say("数据日期", "As of")),
        Table.Column(wording.say("有企业的环节", "With firms"), .right),
        Table.Column(wording.say("其中薄弱", "Of these thin"), .right),
      ]
      + [RegionProfile.Standing.coverage(.planned), .coverage(.missing), .coverage(.unknown)].map {
        Table.Column(wording.text($0.word), .right)
      } + [
        Table.Column(wording.text(RegionProfile.Standing.foundNone.word), .right),
        Table.Column(wording.text(RegionProfile.Standing.notListed.word), .right),
        Table.Column(wording.say("本地配套率", "Met by local firms")),
      ]
    let rows = comparison.members.indices.map { member -> [Prose] in
      let region = comparison.members[member]
      let isTable = region.analysis == nil
      let counts = comparison.counts(of: member, inChains: comparison.chains)
      func count(_ standing: RegionProfile.Standing) -> Prose {
        Prose(
          standing.isOfTables == isTable
            ? String(counts[standing, default: 0]) : Wording.blank)
      }
      let present = counts.filter { $0.key.isPresent }.values.reduce(0, +)
      return [
        Prose(wording.text(region.displayName)),
        Prose(isTable ? "peers.csv" : wording.say("该地区数据文件", "its own files")),
        Prose(region.day.map { wording.date($0) } ?? Wording.blank), Prose(String(present)),
        count(.coverage(.thin)), count(.coverage(.planned)), count(.coverage(.missing)),
        count(.coverage(.unknown)), count(.foundNone), count(.notListed),
        Prose(isTable ? Wording.blank : wording.supportRate(rate(of: region))),
      ]
    }
    return Table(columns: columns, rows: rows)
  }

  /// The support rate over the compared chains.
  func rate(of region: RegionProfile) -> SupportRate? {
    region.analysis.flatMap { $0.today.supportRate(of: comparison.links) }
  }

  private func chainTable(_ wording: Wording) -> Table {
    let chains = comparison.chains
    let columns =
      [Table.Column(wording.say("地区", "Region"))]
      + chains.map { chain in
        let count = comparison.countedLinks(ofChain: chain).count
        return Table.Column(
          wording.text(graph.chains[chain].name)
            + wording.aside(wording.say("共\(wording.digits(count))", "of \(wording.digits(count))")),
          .right)
      }
    let rows = comparison.members.indices.map { member in
      [Prose(wording.text(comparison.members[member].displayName))]
        + chains.map { chain in
          let counts = comparison.counts(of: member, inChains: [chain])
          let present = counts.filter { $0.key.isPresent }.values.reduce(0, +)
          let unknown = counts[.coverage(.unknown), default: 0]
          return Prose(
            String(present)
              + (unknown == 0
                ? "" : wording.aside(wording.say("\(unknown)未调查", "\(unknown) unknown"))))
        }
    }
    return Table(columns: columns, rows: rows)
  }

  private func sideBySide(_ wording: Wording) -> [Page.Block] {
    // The focus, then those worth a visit, then the rest, as far as a page is wide.
    let order =
      [0] + comparison.visits.map(\.member)
      + comparison.members.indices.dropFirst().filter { member in
        !comparison.visits.contains { $0.member == member }
      }
    let shown = order.prefix(Self.columnLimit).sorted()
    let columns =
      [Table.Column(wording.say("环节", "Link")), Table.Column(wording.say("产业链", "Chain"))]
      + shown.map { Table.Column(wording.text(comparison.members[$0].displayName)) }
    let rows = comparison.links.map { link in
      [
        Prose(wording.text(graph.displayName(of: link))),
        Prose(wording.text(graph.chains[graph.chainIndex[link]].name)),
      ]
        + shown.map { Prose(wording.standing(of: link, in: comparison.members[$0], graph)) }
    }
    let leftOut = comparison.members.count - shown.count
    guard leftOut > 0 else { return [.table(Table(columns: columns, rows: rows))] }
    return [
      .table(Table(columns: columns, rows: rows)),
      .paragraph(
        Prose(
          wording.say(
            "另有\(leftOut)个地区未并列；CSV 和 JSON 含全部地区。",
            "\(wording.count(leftOut, "", "more region")) would not fit; CSV and JSON have all."))),
    ]
  }
}
