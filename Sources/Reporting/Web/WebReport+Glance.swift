import GapAnalysis
import IndustryChain
import WebPages

extension WebReport {
  /// So many of the last days are looked at for what changed.
  private static let dayCount = 2
  /// So many chains have a bar; of more, those with the most missing links.
  private static let chainCount = 12

  /// The figures at the head of the page, what to make of them, coverage by stage and by chain, and
  /// what changed.
  func glance() -> [String: PageValue] {
    let days = Timeline.days(in: analysis.region, to: analysis.day).suffix(Self.dayCount)
    let timeline = Timeline(of: analysis.region, over: analysis.graph, on: Array(days))
    let steps = nextSteps()
    return [
      "tiles": .list(tiles(timeline)),
      "conclusions": .list(conclusions()), "cautions": .list(cautions()),
      "nextSteps": .list(steps), "hasSteps": .flag(!steps.isEmpty),
      "coverageByStage": coverageByStage?.web ?? .flag(false),
      "coverageByChain": coverageByChain?.web ?? .flag(false),
      "changes": changes(timeline),
    ]
  }

  /// How many links of all chains stand so.
  func total(_ coverage: Coverage) -> Int {
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
        { $0.say("有企业的环节", "Links with firms") },
        { _ in String(total(.covered) + total(.thin)) },
        {
          $0.say("其中薄弱\(total(.thin))个", "\(total(.thin)) of them thin")
        }),
      tile(
        { $0.say("缺失环节", "Missing links") }, { _ in String(total(.missing)) },
        {
          let unknown = $0.digits(total(.unknown))
          let rest =
            total(.unknown) == 0
            ? $0.say("全部环节已调查", "every link was surveyed")
            : $0.say("另有\(unknown)个未调查", "\(unknown) more not surveyed")
          // That nobody was found is only as sure as the looking was.
          let isSure = analysis.region.surveys.allSatisfy { $0.provenance.grade == .reported }
          return isSure ? rest : $0.say("据估算，", "by estimate; ") + rest
        }),
      tile(
        { $0.say("本地配套率", "Met by local firms") },
        { $0.range(of: analysis.supportRate) },
        { $0.say("占本地企业采购", "of what firms here buy") }),
      tile(
        { $0.say("采购外流", "Bought outside") },
        { wording in
          // Of what nobody has surveyed, nothing is known to be bought outside, or not to be.
          guard let now, total(.unknown) < linkCount else { return Wording.blank }
          return wording.money(now.region.leakageMillionCNY)
        },
        { $0.say("每年，已调查环节", "a year, surveyed links") }),
      tile(
        { $0.say("在建、签约环节", "Planned links") }, { _ in String(total(.planned)) },
        { wording in
          guard let progress else { return "" }
          return wording.say(
            "签约项目\(wording.projects(.signed, of: progress))个，在建\(wording.projects(.building, of: progress))个",
            "projects: \(wording.projects(.signed, of: progress)) signed,"
              + " \(wording.projects(.building, of: progress)) building")
        }),
    ]
  }

  // MARK: Coverage

  /// `nil` for a region without links, as is the other.
  private var coverageByStage: BarChart? {
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
    guard !rows.isEmpty else { return nil }
    return BarChart(
      title: LocalizedText { $0.say("各位置的环节", "Links by stage") },
      note: LocalizedText(), rows: rows, keys: coverageKeys)
  }

  private var coverageByChain: BarChart? {
    let glances = findings.glances
    guard !glances.isEmpty else { return nil }
    let isLong = glances.count > Self.chainCount
    let shown =
      isLong
      ? Array(
        glances.sorted { $0.count(.missing) > $1.count(.missing) }.prefix(Self.chainCount))
      : glances
    return BarChart(
      title: LocalizedText { $0.say("各产业链的环节", "Links by chain") },
      note: LocalizedText {
        guard isLong else { return "" }
        return $0.say(
          "共\(glances.count)条链，列出缺失环节最多的\(shown.count)条。",
          "The \(shown.count) of \(glances.count) chains with the most missing links.")
      },
      rows: shown.map { glance in
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
}
