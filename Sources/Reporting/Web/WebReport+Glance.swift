import GapAnalysis
import IndustryChain
import WebPages

extension WebReport {
  /// So many of the last days are looked at for what changed.
  private static let dayCount = 2
  /// So many changes of links are named.
  private static let changeCount = 12

  /// The figures at the head of the page, coverage by stage and by chain, and what changed.
  func glance() -> [String: PageValue] {
    let days = Timeline.days(in: analysis.region, to: analysis.day).suffix(Self.dayCount)
    let timeline = Timeline(of: analysis.region, over: analysis.graph, on: Array(days))
    return [
      "tiles": .list(tiles(timeline)),
      "summary": .list(
        bilingual(chinese.glance().filter(\.isSaid), english.glance().filter(\.isSaid))),
      "coverageByStage": coverageByStage.web,
      "coverageByChain": coverageByChain.web,
      "changes": changes(timeline),
    ]
  }

  private func total(_ coverage: Coverage) -> Int {
    findings.glances.reduce(0) { $0 + $1.count(coverage) }
  }

  private func tiles(_ timeline: Timeline) -> [PageValue] {
    let now = timeline.moments.last
    let linkCount = findings.glances.reduce(0) { $0 + $1.linkCount }
    let progress = now?.progress.first
    func tile(
      _ label: (Wording) -> String, _ figure: (Wording) -> String, _ note: (Wording) -> String
    ) -> PageValue {
      .object(["label": .say(label), "figure": .say(figure), "note": .say(note)])
    }
    return [
      tile(
        { $0.say("产业链", "Chains") }, { _ in String(analysis.graph.chains.count) },
        { $0.count(linkCount, "个环节", "link") }),
      tile(
        { $0.say("已有环节", "Links with firms") },
        { _ in String(total(.covered) + total(.thin)) },
        {
          $0.say("其中薄弱\(total(.thin))个", "\(total(.thin)) of them thin")
        }),
      tile(
        { $0.say("缺失环节", "Missing links") }, { _ in String(total(.missing)) },
        {
          $0.say("另有\(total(.unknown))个未调查", "\(total(.unknown)) more not surveyed")
        }),
      tile(
        { $0.say("本地配套率", "Met by local firms") },
        { $0.range(of: analysis.supportRate) },
        { $0.say("占本地企业采购", "of what firms here buy") }),
      tile(
        { $0.say("采购外流", "Bought outside") },
        { wording in now.map { wording.money($0.region.leakageMillionCNY) } ?? Wording.blank },
        { $0.say("每年，已调查环节", "a year, surveyed links") }),
      tile(
        { $0.say("在建、签约环节", "Planned links") }, { _ in String(total(.planned)) },
        { wording in
          guard let progress else { return "" }
          return wording.say(
            "签约\(wording.projects(.signed, of: progress))个、在建\(wording.projects(.building, of: progress))个项目",
            "projects: \(wording.projects(.signed, of: progress)) signed,"
              + " \(wording.projects(.building, of: progress)) building")
        }),
    ]
  }

  // MARK: Coverage

  private var coverageByStage: BarChart {
    let graph = analysis.graph
    var rows: [BarChart.Row] = []
    for stage in [Stage.upstream, .midstream, .downstream, .supporting] {
      let links = graph.links.indices.filter {
        graph.links[$0].stage == stage && graph.variants.successors(of: $0).isEmpty
      }
      guard !links.isEmpty else { continue }
      let counts = Dictionary(grouping: links) { analysis.today.coverage[$0] }
      rows.append(coverageRow(stage.word) { counts[$0]?.count ?? 0 })
    }
    return BarChart(
      title: LocalizedText { $0.say("各位置的环节", "Links by stage") },
      note: LocalizedText(), rows: rows, keys: coverageKeys)
  }

  private var coverageByChain: BarChart {
    BarChart(
      title: LocalizedText { $0.say("各产业链的环节", "Links by chain") }, note: LocalizedText(),
      rows: findings.glances.map { glance in
        coverageRow(glance.chain.name) { glance.count($0) }
      }, keys: coverageKeys)
  }

  private var coverageKeys: [BarChart.Key] {
    Coverage.allCases.map { BarChart.Key(style: "is-\($0.rawValue)", label: $0.word) }
  }

  private func coverageRow(
    _ label: LocalizedText, count: (Coverage) -> Int
  ) -> BarChart.Row {
    let counts = Coverage.allCases.map { ($0, count($0)) }
    let all = counts.reduce(0) { $0 + $1.1 }
    return BarChart.Row(
      label: label, value: LocalizedText { $0.count(all, "个", "link") },
      segments: counts.map { coverage, count in
        BarChart.Segment(
          share: all > 0 ? Double(count) / Double(all) : 0, style: "is-\(coverage.rawValue)",
          title: LocalizedText { $0.text(coverage.word) + " \(count)" }, mark: String(count))
      })
  }

  // MARK: Changes

  /// What is different from the day before; a section that does not show where there is none.
  private func changes(_ timeline: Timeline) -> PageValue {
    guard timeline.moments.count > 1, let before = timeline.moments.first,
      let now = timeline.moments.last
    else { return .flag(false) }
    let then = Analysis(
      graph: analysis.graph, needs: analysis.needs, region: analysis.region, day: before.day)
    let graph = analysis.graph
    let changed = graph.links.indices.filter {
      then.today.coverage[$0] != analysis.today.coverage[$0]
    }
    let figures: [(LocalizedText, (Wording) -> String, (Wording) -> String)] = [
      (
        LocalizedText { $0.say("本地配套率", "Met by local firms") },
        { $0.range(of: before.region.supportRate) }, { $0.range(of: now.region.supportRate) }
      ),
      (
        LocalizedText { $0.say("采购外流", "Bought outside") },
        { $0.money(before.region.leakageMillionCNY) }, { $0.money(now.region.leakageMillionCNY) }
      ),
    ]
    let sums = figures.compactMap { label, old, new -> PageValue? in
      // What reads the same has not changed enough to tell.
      let isSame = old(Wording(.chinese)) == new(Wording(.chinese))
      guard !isSame else { return nil }
      return PageValue.object([
        "link": .flag(false), "what": .say(label),
        "before": .say(old), "after": .say(new),
      ])
    }
    let links = changed.prefix(Self.changeCount).map { link in
      PageValue.object([
        "link": .text(graph.links[link].id.description), "what": .say(graph.displayName(of: link)),
        "before": .say(then.today.coverage[link].word),
        "after": .say(analysis.today.coverage[link].word),
      ])
    }
    let hidden = changed.count - links.count
    return .object([
      "since": .say { $0.say("自\($0.date(before.day))以来", "Since \($0.date(before.day))") },
      "lines": .list(sums + links),
      "rest": hidden > 0
        ? .say {
          $0.say("另有\(hidden)个环节有变化。", "\($0.count(hidden, "", "link")) more changed.")
        } : .flag(false),
      "isQuiet": changed.isEmpty
        ? .say { $0.say("没有环节的现状变化。", "No link's coverage changed.") } : .flag(false),
    ])
  }
}

extension Page.Block {
  /// Whether it is words: the tables stand in the page as charts.
  fileprivate var isSaid: Bool {
    switch self {
    case .paragraph, .bullets: true
    case .heading, .table, .picture: false
    }
  }
}
