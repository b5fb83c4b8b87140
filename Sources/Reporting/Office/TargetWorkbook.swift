import GapAnalysis
import IndustryChain
public import Spreadsheet

/// The target list with everything behind it as sheets, headings and words in both languages: what
/// is handed on in offices.
public struct TargetWorkbook: Sendable {
  let list: TargetList
  let pictures: ReportPictures

  /// A workbook of a list.
  ///
  /// - Parameters:
  ///   - list: The list; the sheets of firms, projects and assumptions are those of its whole region.
  ///   - pictures: The diagrams that chains lead to, named from the workbook's folder.
  public init(of list: TargetList, pictures: ReportPictures = ReportPictures()) {
    self.list = list
    self.pictures = pictures
  }

  /// The sheets: targets, why each of them, scores, local buyers, firms, projects under way,
  /// assumptions.
  public func workbook() -> Workbook {
    let region = list.analysis.region.name.bilingual
    let day = list.analysis.day
    let start = CalendarDate(year: 1970, month: 1, day: 1)
    return Workbook(
      title: "\(region) 招商目标 Recruitment targets \(day)",
      day: Workbook.Day(daysSince1970: start.map { day.dayCount(since: $0) } ?? 1),
      sheets: [targets(), explanation(), scores(), buyers(), firms(), pipeline(), assumptions()])
  }

  /// What a printed target list shows; everything else stands at its right.
  private static let printedColumns: Set<String> = [
    "rank", "name", "chain", "kind", "score", "impact", "feasibility", "chainValueMillionCNY",
    "unmetDemandMillionCNY", "leads", "commitments", "grade",
  ]

  /// All columns of the list, those that are printed at the left.
  private func targets() -> Sheet {
    let all = TargetColumn.all
    let shown = all.filter { Self.printedColumns.contains($0.key) }
    let columns = shown + all.filter { !Self.printedColumns.contains($0.key) }
    return Sheet(
      name: "招商目标 Targets", columns: columns.map(\.bilingualTitle),
      rows: rows.map { row in
        columns.map { column in
          let value = column.cell(row).value
          guard column.key == "chain", case .text(let text) = value else { return value }
          return chain(text, row.opportunity.link.id.chain)
        }
      },
      frozenColumnCount: 2, printedColumnCount: shown.count)
  }

  /// Why each target that has a score, in words: the sentence, who could introduce, what it needs,
  /// from which sources.
  private func explanation() -> Sheet {
    let keys = ["introductions", "needs", "grade", "sources"]
    let columns = keys.compactMap { key in TargetColumn.all.first { $0.key == key } }
    return Sheet(
      name: "招商理由 Explanation",
      columns: ["清单 List", "名次 Rank", "环节 Link", "产业链 Chain", "招商理由", "Reason"]
        + columns.map(\.bilingualTitle),
      rows: scoredRows.map { row in
        identity(of: row) + [
          .text(Wording(.chinese).text(row.reason)), .text(Wording(.english).text(row.reason)),
        ] + columns.map { $0.cell(row).value }
      },
      frozenColumnCount: 3, printedColumnCount: 6 + columns.count - 1)
  }

  /// What each score above 0 is made of, a row for each criterion that weighs or has a figure.
  private func scores() -> Sheet {
    Sheet(
      name: "得分构成 Scores",
      columns: [
        "清单 List", "名次 Rank", "环节 Link", "产业链 Chain", "方面 Axis", "标准 Criterion", "数值 Value",
        "数值说明 Value in words", "评分 Mark", "权重 Weight", "得分贡献 Points",
      ],
      rows: scoredRows.flatMap { row in
        row.opportunity.assessment.parts.filter { $0.weight > 0 || $0.value != nil }.map { part in
          identity(of: row) + [
            .text(part.criterion.axis.word.bilingual), .text(part.criterion.word.bilingual),
            .figure(part.value, .plain),
            .text(
              part.value.map { value in
                LocalizedText { $0.value(value, of: part.criterion) }.bilingual
              } ?? ""),
            .figure(part.utility.map { $0 * 100 }, .points), .figure(part.weight, .percent),
            .figure(part.contribution * 100, .points),
          ]
        }
      },
      frozenColumnCount: 3)
  }

  /// Who next door buys each target, term by term.
  private func buyers() -> Sheet {
    Sheet(
      name: "本地买家 Local buyers",
      columns: [
        "清单 List", "名次 Rank", "环节 Link", "产业链 Chain", "买家环节 Buyer", "买家企业 Buyer firms",
        "投入系数 Share of output", "买家年产值（百万元/年） Buyer output (million CNY a year)",
        "每年采购额（百万元/年） Buys a year (million CNY a year)", "依据 Basis",
      ],
      rows: rows.flatMap { row in
        row.explanation.demand.filter { $0.millionCNY > 0 }.map { term in
          identity(of: row) + [
            .text(term.buyer.name.bilingual),
            .text(
              term.firms.map { firm in LocalizedText { $0.firm(firm.firm) }.bilingual }
                .joined(separator: "; ")),
            .figure(term.share, .percent), .figure(term.buyerOutputMillionCNY, .money),
            .figure(term.millionCNY, .money),
            .text(LocalizedText { $0.basis(term.provenance) }.bilingual),
          ]
        }
      },
      frozenColumnCount: 3)
  }

  private func assumptions() -> Sheet {
    let analysis = list.analysis
    return Sheet(
      name: "假设 Assumptions",
      columns: ["类别 Sort", "环节编号 Link id", "环节 Link", "产业链 Chain", "假设", "Assumption"],
      rows: analysis.graph.links.indices.flatMap { link in
        analysis.assumptions(about: link).map { assumption in
          [
            .text(LocalizedText { $0.assumptions(assumption.sort) }.bilingual),
            .text(analysis.graph.links[link].id.description),
          ] + place(link) + [
            .text(Wording(.chinese).assumption(assumption, in: analysis)),
            .text(Wording(.english).assumption(assumption, in: analysis)),
          ]
        }
      },
      frozenColumnCount: 1)
  }
}

extension TargetWorkbook {
  /// Both lists, one after the other.
  private var rows: [TargetRow] { list.targets + list.bringToProduction }

  /// Those that anything speaks for.
  private var scoredRows: [TargetRow] { rows.filter { $0.opportunity.assessment.score > 0 } }

  private func identity(of row: TargetRow) -> [Sheet.Value] {
    [
      .text(row.list.word.bilingual), .number(Double(row.opportunity.rank), .count),
      .text(row.name.bilingual), chain(row.chainName.bilingual, row.opportunity.link.id.chain),
    ]
  }

  /// A link and its chain; blanks where no source says which.
  func place(_ link: Int?) -> [Sheet.Value] {
    guard let link else { return [.blank, .blank] }
    let graph = list.analysis.graph
    let chain = graph.chains[graph.chainIndex[link]]
    return [
      .text(graph.displayName(of: link).bilingual), self.chain(chain.name.bilingual, chain.id),
    ]
  }

  /// A chain's name, which opens its diagram where there is one.
  private func chain(_ name: String, _ id: ChainID) -> Sheet.Value {
    pictures.chains[id].map { .link(name, path: $0) } ?? .text(name)
  }
}

extension Sheet.Value {
  /// A figure of six significant digits, as in the list's other files; blank for none.
  static func figure(_ value: Double?, _ style: Sheet.NumberStyle) -> Sheet.Value {
    value.flatMap { NumberFormat.digits($0, significant: 6) }.flatMap(Double.init)
      .map { .number($0, style) } ?? .blank
  }
}

extension Cell {
  /// The cell in a sheet: scores in points of 100, as reports show them.
  var value: Sheet.Value {
    switch self {
    case .blank: .blank
    case .count(let count): .number(Double(count), .count)
    case .money(let value): .figure(value, .money)
    case .ratio(let value): .figure(value, .percent)
    case .score(let value): .figure(value * 100, .points)
    case .quantity(let value): .figure(value, .plain)
    case .flag(let isTrue):
      .text(LocalizedText(english: isTrue ? "yes" : "no", chinese: isTrue ? "是" : "否").bilingual)
    case .id(let id): .text(id)
    case .word(let word, _): .text(word.bilingual)
    case .text(let text), .phrase(_, brief: let text): .text(text.bilingual)
    case .list(let items): .text(items.map(\.text.bilingual).joined(separator: "; "))
    }
  }
}
