import GapAnalysis
import IndustryChain

extension TimelineText {
  private typealias Row = (group: ProjectGroup, name: String, progress: ProjectProgress)

  /// The groups with their progress on the last day, those with rows in sight only.
  private var groups: [Row] {
    guard let last = timeline.moments.last else { return [] }
    return zip(timeline.groups, last.progress).compactMap { group, progress in
      guard progress.rowCount > 0 else { return nil }
      return (group, wording.group(group, in: timeline.graph), progress)
    }
  }

  private func sentence(_ chinese: String, _ english: String) -> [Page.Block] {
    [.paragraph(Prose(wording.say(chinese, english)))]
  }

  /// A table with the group in its first column; figures stand right.
  private func table(_ titles: [String], of rows: [Row], cells: (Row) -> [String]) -> Page.Block {
    let columns =
      [Table.Column(wording.say("范围", "Group"))] + titles.map { Table.Column($0, .right) }
    return .table(
      Table(columns: columns, rows: rows.map { row in ([row.name] + cells(row)).map { Prose($0) } })
    )
  }

  /// How many went on from stage to stage, and how long it took.
  var productionBlocks: [Page.Block] {
    let groups = groups
    guard !groups.isEmpty else { return sentence("表中没有项目。", "The tables hold no project.") }
    let counts = table(
      [
        wording.say("引进", "Introduced"), wording.say("其中投产", "Operating"),
        wording.say("投产率", "Production rate"), wording.say("引进后退出", "Closed since"),
        uncountedColumn.title,
      ], of: groups
    ) { row in
      let progress = row.progress
      return [
        wording.introduced(progress), wording.projects(.operating, of: progress),
        wording.rate(progress.productionRate), String(progress.closedAfterIntroductionCount),
        String(progress.uncountedRowCount),
      ]
    }
    return [counts] + conversionBlocks(of: groups)
  }

  /// The steps of the groups that have begun one.
  private func conversionBlocks(of groups: [Row]) -> [Page.Block] {
    let groups = groups.filter { $0.progress.conversions.contains { $0.share != nil } }
    guard !groups.isEmpty else { return [] }
    let steps = StageConversion.Step.allCases
    let rates = table(steps.map(wording.step), of: groups) { row in
      row.progress.conversions.map(conversion)
    }
    let dated = groups.filter { $0.progress.conversions.contains { $0.medianDays != nil } }
    guard !dated.isEmpty else {
      return [rates]
        + sentence(
          "没有项目同时注明前后两个阶段的日期，间隔天数无从计算。",
          "No project has a date for two stages, so the days between cannot be told.")
    }
    return [
      rates,
      table(
        steps.map { wording.step($0) + wording.say("（中位天数）", " (median days)") }, of: dated
      ) { row in
        row.progress.conversions.map { step in
          guard step.medianDays != nil else { return Wording.blank }
          return wording.days(step.medianDays)
            + wording.aside(
              wording.say(
                "\(step.wentOnCount)个中\(step.datedCount)个",
                "\(step.datedCount) of \(step.wentOnCount)"))
        }
      },
    ]
  }

  private func conversion(_ step: StageConversion) -> String {
    step.share == nil
      ? Wording.blank
      : wording.rate(step.share) + wording.aside("\(step.wentOnCount)/\(step.reachedCount)")
  }

  /// Money in place against contracts, of the groups where some row gives both.
  var fundBlocks: [Page.Block] {
    let rows = groups.filter { $0.progress.funds.rowCount > 0 }
    guard !rows.isEmpty else {
      return sentence(
        "没有引进项目同时注明合同投资额和到位资金，到位率无从计算。",
        "No introduced project gives both the investment under contract and the money in place, so"
          + " there is no rate to tell.")
    }
    let money = wording.aside(wording.say("万元", "million CNY"))
    return [
      table(
        [
          wording.say("合同投资额", "Under contract") + money,
          wording.say("到位资金", "In place") + money, wording.say("到位率", "Rate in place"),
          wording.say("两项齐全的项目", "Rows with both amounts"),
        ], of: rows
      ) { row in
        let funds = row.progress.funds
        return [
          wording.tableMoney(funds.contractMillionCNY), wording.tableMoney(funds.inPlaceMillionCNY),
          wording.rate(funds.ratio),
          wording.say(
            "\(funds.introducedRowCount)条中\(funds.rowCount)条",
            "\(funds.rowCount) of \(funds.introducedRowCount)"),
        ]
      }
    ]
  }

  /// The fit with lead industries, of all groups but chains, which fit wholly or not at all.
  var fitBlocks: [Page.Block] {
    let rows = groups.filter { row in
      if case .chain = row.group { false } else { true }
    }
    guard rows.contains(where: { $0.progress.leadFit != nil }) else {
      return sentence(
        "本区域未列明链主企业，产业契合度无从计算。",
        "No chain of the region names a chief firm, so there is no fit to tell.")
    }
    let leading = timeline.graph.chains.filter { timeline.region.chiefFirms[$0.id] != nil }
      .map { wording.text($0.name) }
    return sentence(
      "有链主企业的产业链：\(wording.list(leading))。",
      "Chains with a chief firm: \(wording.list(leading)).")
      + [
        table(
          [
            wording.say("契合度（按项目数）", "Fit by number"),
            wording.say("契合度（按合同额）", "Fit by contract"),
            wording.say("环节不详", "Unknown link"), uncountedColumn.title,
          ], of: rows
        ) { row in
          guard let fit = row.progress.leadFit else {
            return [String](repeating: Wording.blank, count: 4)
          }
          let known = fit.lead.count + fit.other.count
          return [
            known > 0
              ? wording.rate(fit.shareByCount) + wording.aside("\(fit.lead.count)/\(known)")
              : Wording.blank,
            wording.rate(fit.shareByContract),
            String(fit.unknown.count),
            String(row.progress.uncountedRowCount),
          ]
        }
      ]
  }
}

extension Wording {
  /// The projects of a group in a stage.
  func projects(_ stage: ProjectStage, of progress: ProjectProgress) -> String {
    projects(progress.count(stage), uncountedRows: progress.uncountedRowCount(stage))
  }

  func introduced(_ progress: ProjectProgress) -> String {
    projects(progress.introducedCount, uncountedRows: progress.uncountedIntroducedRowCount)
  }

  /// A number of projects; blank where all there is are groups that no source counts.
  private func projects(_ count: Int, uncountedRows: Int) -> String {
    count == 0 && uncountedRows > 0 ? Self.blank : String(count)
  }
}
