import GapAnalysis
import IndustryChain

extension RiskReport {
  /// The covered links, the largest loss first.
  func linkTable(_ wording: Wording) -> [Page.Block] {
    let columns =
      [Table.Column(wording.say("环节", "Link")), .init(wording.say("产业链", "Chain"))]
      + [.init(wording.say("企业", "Firms")), .init(wording.say("最大一家占比", "Largest firm"), .right)]
      + lossColumns(wording)
    let graph = analysis.graph
    let rows = shown(risk.links).map { row in
      [
        Prose(name(row.index, wording)),
        Prose(wording.text(graph.chains[graph.chainIndex[row.index]].name)),
        Prose(wording.list(row.firms.map { wording.firm($0) }, limit: 3)),
        Prose(row.largest.map { wording.percent($0.share) } ?? Wording.blank),
      ] + lossCells(row.extraction, row.grade, wording)
    }
    return [
      .table(Table(columns: columns, rows: rows)), .paragraph(Prose(wording.blankAndNoneNote)),
    ] + leftOut(risk.links.count, wording)
  }

  /// The firms and groups, the largest loss first.
  func firmTable(_ wording: Wording) -> [Page.Block] {
    let columns =
      [Table.Column(wording.say("企业", "Firm")), .init(wording.say("环节", "Links"))]
      + lossColumns(wording)
    let rows = shown(risk.firms).map { row in
      [
        Prose(wording.firm(row.firm)),
        Prose(wording.list(row.links.map { name($0, wording) }, limit: 3)),
      ] + lossCells(row.extraction, row.grade, wording)
    }
    return [.table(Table(columns: columns, rows: rows))] + leftOut(risk.firms.count, wording)
  }

  private func lossColumns(_ wording: Wording) -> [Table.Column] {
    [
      .init(wording.say("损失", "Loss"), .right),
      .init(wording.say("因链而有", "Owed to the chain"), .right),
      .init(wording.say("本地断供的买家", "Buyers cut off here")),
      .init(wording.say("本地失去买家的环节", "Left without a buyer here")),
      .init(wording.say("最弱数据", "Grade")),
    ]
  }

  private func lossCells(
    _ extraction: Extraction, _ grade: Grade, _ wording: Wording
  ) -> [Prose] {
    func links(_ links: [Int]) -> Prose {
      guard !links.isEmpty else { return Prose(wording.none) }
      return Prose(wording.list(links.map { name($0, wording) }, limit: 3))
    }
    return [
      Prose(wording.tableMoney(extraction.valueAddedLostMillionCNY)),
      Prose(wording.tableMoney(extraction.chainValueLostMillionCNY)),
      links(Set(extraction.lostInputs.map(\.buyer)).sorted()),
      links(extraction.linksWithoutBuyer),
      Prose(wording.text(grade.word)),
    ]
  }
}
