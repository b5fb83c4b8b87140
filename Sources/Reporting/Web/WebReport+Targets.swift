import GapAnalysis
import IndustryChain
import WebPages

extension WebReport {
  /// The columns of the list, by their keys in `TargetColumn.all`.
  private static let columnKeys = [
    "rank", "name", "kind", "stage", "coverage", "score", "impact", "feasibility",
    "rankByWeights", "chainValueMillionCNY", "unmetDemandMillionCNY", "leads", "grade",
  ]

  private var columns: [TargetColumn] {
    Self.columnKeys.compactMap { key in TargetColumn.all.first { $0.key == key } }
      .filter { robustness != nil || $0.key != "rankByWeights" }
  }

  /// The target list with an explanation under each row, what its filters offer, and every link.
  func targets() -> [String: PageValue] {
    let rows = list.targets
    let columns = columns
    let telling = Set(chinese.telling.map(\.opportunity.index))
    let graph = analysis.graph
    func options(_ values: [(code: String, word: LocalizedText)]) -> PageValue {
      .list(
        values.map { value in
          .object([
            "code": .text(value.code), "zh": .text(Language.chinese.text(value.word)),
            "en": .text(Language.english.text(value.word)),
          ])
        })
    }
    let chains = graph.chains.filter { chain in
      rows.contains { $0.opportunity.link.id.chain == chain.id }
    }
    let kinds = OpportunityKind.allCases.filter { kind in
      rows.contains { $0.opportunity.kind == kind }
    }
    let stages = Stage.allCases.filter { stage in
      rows.contains { $0.opportunity.link.stage == stage }
    }
    return [
      "columns": .list(
        columns.map { column in
          .object([
            "key": .text(column.key), "title": .say(column.title),
            "unit": column.unit == .moneyAYear ? .say(moneyUnit) : .flag(false),
            "isFigure": .flag(column.alignment == .right),
          ])
        }),
      "columnCount": .text(String(columns.count)),
      "targetCount": .text(String(rows.count)),
      "targetNotes": .list(
        bilingual(list.notes(Wording(.chinese)), list.notes(Wording(.english)))),
      "blockedNotes": .list(
        bilingual(
          list.blockedBlocks(Wording(.chinese)), list.blockedBlocks(Wording(.english)))),
      "targetRows": .list(
        rows.map { row in
          web(row, columns, isTelling: telling.contains(row.opportunity.index))
        }),
      "hasTargets": .flag(!rows.isEmpty),
      "hasQuiet": .flag(telling.count < rows.count),
      "otherTargets": .list(bilingual(chinese.otherTargets(), english.otherTargets())),
      "chainOptions": options(chains.map { ($0.id.rawValue, $0.name) }),
      "kindOptions": options(kinds.map { ($0.rawValue, $0.word) }),
      "stageOptions": options(stages.map { ($0.rawValue, $0.word) }),
      "everyLink": .list(graph.links.indices.map(web)),
    ]
  }

  /// The unit of money that the cells of each language are in.
  private var moneyUnit: LocalizedText {
    LocalizedText(english: "million CNY/yr", chinese: "万元/年")
  }

  private func web(_ row: TargetRow, _ columns: [TargetColumn], isTelling: Bool) -> PageValue {
    let link = row.opportunity.link
    return .object([
      "link": .text(link.id.description), "chain": .text(link.id.chain.rawValue),
      "kind": .text(row.opportunity.kind.rawValue), "stage": .text(link.stage.rawValue),
      "isQuiet": .flag(!isTelling),
      "name": .say(row.name), "chainName": .say(row.chainName),
      "reason": .say(row.reason),
      "cells": .list(columns.map { cell($0, row) }),
      "suppliers": chips(row.suppliers), "buyers": chips(row.buyers),
      "languages": .list(
        [(Language.chinese, chinese), (.english, english)].map { language, report in
          .object([
            "code": .text(language.rawValue), "lang": .text(language.htmlCode),
            // The sentence stands above them.
            "terms": .list(report.explanation(of: row).dropFirst().flatMap(\.terms)),
          ])
        }),
    ])
  }

  private func cell(_ column: TargetColumn, _ row: TargetRow) -> PageValue {
    let cell = column.cell(row)
    return .object([
      "key": .text(column.key),
      "content": .say { cell.prose(in: $0).plainText },
      // What stands before the figure where the list has no heads: on a phone.
      "heading": .say {
        $0.text(column.title)
          + (column.unit == .moneyAYear ? $0.aside($0.text(moneyUnit)) : "")
      },
      "isName": .flag(column.key == "name"),
      "isFigure": .flag(column.alignment == .right),
      "order": cell.order.map { .text($0) } ?? .flag(false),
    ])
  }

  /// Links to select, or a section that does not show for none.
  private func chips(_ links: [(id: LinkID, name: LocalizedText)]) -> PageValue {
    guard !links.isEmpty else { return .flag(false) }
    return .object([
      "chips": .list(
        links.map { .object(["link": .text($0.id.description), "label": .say($0.name)]) })
    ])
  }

  /// One link of the graph with who is there.
  private func web(_ link: Int) -> PageValue {
    let graph = analysis.graph
    let coverage = analysis.today.coverage[link]
    return .object([
      "link": .text(graph.links[link].id.description),
      "name": .say(graph.displayName(of: link)),
      "chainName": .say(graph.chains[graph.chainIndex[link]].name),
      "stage": .say(graph.links[link].stage.word),
      "coverage": .say(coverage.word), "coverageCode": .text(coverage.rawValue),
      "rank": analysis.target(for: link).map { .text(String($0.rank)) } ?? .flag(false),
      "firms": .say { wording in
        let firms = analysis.presences[link].map { wording.presence($0) }
        return firms.isEmpty ? Wording.blank : wording.list(firms)
      },
    ])
  }
}

extension Cell {
  /// What the cell sorts by, as digits; `nil` where its words are what sorts it, or it is blank.
  fileprivate var order: String? {
    switch self {
    case .count(let count): String(count)
    case .money(let value), .ratio(let value), .score(let value), .quantity(let value):
      NumberFormat.digits(value, significant: 9)
    case .list(let items): String(items.count)
    case .blank, .flag, .id, .word, .text, .phrase: nil
    }
  }
}
