import GapAnalysis
import IndustryChain

/// A region over time in words: its coverage day by day, and its projects on the way from contract
/// to production.
struct TimelineText {
  let timeline: Timeline
  let wording: Wording

  /// A timeline worded in one language.
  init(of timeline: Timeline, in language: Language) {
    self.timeline = timeline
    wording = Wording(language)
  }

  /// The whole page: coverage, projects, the way to production, money, fit, and what is left out.
  func page() -> Page {
    let region = wording.text(timeline.region.name)
    let title = wording.say("\(region)项目推进情况", "\(region) over time")
    let parts: [(String, String, [Page.Block])] = [
      ("环节覆盖变化", "Coverage", [coverageTable, chainTable]),
      ("项目阶段变化", "Projects by stage", [stageTable]),
      ("从签约到投产", "From contract to production", productionBlocks),
      ("资金到位率", "Money in place", fundBlocks),
      ("产业契合度", "Fit with lead industries", fitBlocks),
      ("口径说明", "How to read this", [.points(notes)]),
    ]
    return Page(
      [.heading(1, Prose(title))]
        + parts.flatMap { chinese, english, blocks in
          [.heading(2, Prose(wording.say(chinese, english)))] + blocks
        })
  }

  /// The same for a section of a report, without a title.
  func section() -> [Page.Block] {
    func part(_ chinese: String, _ english: String) -> Page.Block {
      .paragraph(.strong(wording.say(chinese, english)))
    }
    return [part("环节覆盖变化", "Coverage"), coverageTable, chainTable]
      + [part("项目阶段变化", "Projects by stage"), stageTable]
      + [part("从签约到投产", "From contract to production")] + productionBlocks
      + [part("资金到位率", "Money in place")] + fundBlocks
      + [part("产业契合度", "Fit with lead industries")] + fitBlocks
      + [part("口径说明", "How to read this"), .points(notes)]
  }

  private var coverageTable: Page.Block {
    let columns =
      [dayColumn]
      + Coverage.allCases.map { Table.Column(wording.text($0.word), .right) }
      + [
        Table.Column(wording.say("本地配套率", "Met by local firms"), .right),
        Table.Column(wording.say("采购外流", "Bought outside"), .right),
      ]
    let rows = timeline.moments.map { moment in
      [Prose(wording.date(moment.day))]
        + Coverage.allCases.map { Prose(String(moment.region.count($0))) }
        + [
          Prose(wording.range(of: moment.region.supportRate)),
          Prose(wording.tableMoney(moment.region.leakageMillionCNY)),
        ]
    }
    return .table(Table(columns: columns, rows: rows))
  }

  /// Each chain on the first and on the last day.
  private var chainTable: Page.Block {
    let columns =
      [
        Table.Column(wording.say("产业链", "Chain")),
        Table.Column(wording.say("环节", "Links"), .right),
      ]
      + Coverage.allCases.map { Table.Column(wording.text($0.word), .right) }
      + [Table.Column(wording.say("本地配套率", "Met by local firms"), .right)]
    let (first, last) = (timeline.moments.first, timeline.moments.last)
    let rows = timeline.graph.chains.enumerated().compactMap { place, chain -> [Prose]? in
      guard let then = first?.chains[place], let now = last?.chains[place] else { return nil }
      func change(_ old: String, _ new: String) -> Prose {
        Prose(old == new ? new : old + " → " + new)
      }
      return [Prose(wording.text(chain.name)), Prose(String(now.linkCount))]
        + Coverage.allCases.map { change(String(then.count($0)), String(now.count($0))) }
        + [change(wording.range(of: then.supportRate), wording.range(of: now.supportRate))]
    }
    return .table(Table(columns: columns, rows: rows))
  }

  private var stageTable: Page.Block {
    let columns =
      [dayColumn]
      + ProjectStage.allCases.map { Table.Column(wording.text($0.word), .right) }
      + [
        Table.Column(wording.say("引进", "Introduced"), .right),
        Table.Column(wording.say("投产率", "Production rate"), .right),
        uncountedColumn,
      ]
    let rows = timeline.moments.compactMap { moment -> [Prose]? in
      guard let all = moment.progress.first else { return nil }
      let cells =
        [wording.date(moment.day)]
        + ProjectStage.allCases.map { wording.projects($0, of: all) }
        + [
          wording.introduced(all), wording.rate(all.productionRate),
          String(all.uncountedRowCount),
        ]
      return cells.map { Prose($0) }
    }
    return .table(Table(columns: columns, rows: rows))
  }

  /// Days stand right, like figures, since a narrow terminal cuts words first.
  private var dayColumn: Table.Column { Table.Column(wording.say("日期", "Day"), .right) }

  var uncountedColumn: Table.Column {
    Table.Column(wording.say("未计数企业群", "Uncounted groups"), .right)
  }
}
