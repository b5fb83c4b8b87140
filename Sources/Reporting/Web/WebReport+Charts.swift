import GapAnalysis
import IndustryChain
import WebPages

extension WebReport {
  /// So many targets stand in the plot of ranks.
  private static let acceptabilityCount = 12
  /// So many links stand in the plot of leakage.
  private static let leakageCount = 12
  /// The runs of ranks that the plot tells apart; all beyond is one more.
  private static let rankRuns = [1...1, 2...2, 3...3, 4...5, 6...10]

  /// The plots; one that has nothing to show is left out.
  func charts() -> [String: PageValue] {
    let scatter = ScatterChart(targets: list.targets).web
    let roadmap = findings.portfolio.map {
      CurveChart(
        roadmap: Roadmap(of: $0.pool, members: $0.best.members), analysis: analysis)
    }
    let charts: [String: PageValue?] = [
      "scatter": scatter, "curve": roadmap?.web, "acceptability": acceptability?.web,
      "leakage": leakage?.web, "funnel": funnel?.web,
    ]
    var values = charts.mapValues { $0 ?? .flag(false) }
    values["hasCharts"] = .flag(charts.values.contains { $0 != nil })
    return values
  }

  /// How often each of the first targets comes at which rank, over drawn weights.
  private var acceptability: BarChart? {
    guard let robustness else { return nil }
    let scored = list.targets.filter(\.opportunity.isScored)
    let rows = scored.prefix(Self.acceptabilityCount).compactMap { row -> BarChart.Row? in
      guard let ranks = row.standing?.byWeights else { return nil }
      var segments = Self.rankRuns.enumerated().map { place, run in
        segment(ranks.share(ofRanks: run), "rank-\(place)") { Self.run(run, $0) }
      }
      segments.append(
        segment(1 - ranks.share(ofRanksTo: Self.lastRank), "rank-beyond") {
          $0.say("第\(Self.lastRank)位之后", "below no. \(Self.lastRank)")
        })
      return BarChart.Row(
        link: row.opportunity.link.id,
        label: LocalizedText { "\(row.opportunity.rank). " + $0.text(row.name) },
        value: LocalizedText { $0.briefRankBand(ranks) }, segments: segments)
    }
    guard !rows.isEmpty else { return nil }
    return BarChart(
      title: LocalizedText { $0.say("名次可能性", "How often at which rank") },
      note: LocalizedText {
        $0.say(
          "按\($0.digits(robustness.drawCount))组权重抽取；右侧为至少80%的抽取所在的名次区间。",
          "Over \($0.digits(robustness.drawCount)) drawn weightings; at the right the ranks that hold at least"
            + " 80% of them.")
      },
      rows: rows,
      keys: Self.rankRuns.enumerated().map { place, run in
        BarChart.Key(
          style: "rank-\(place)", label: LocalizedText { Self.run(run, $0) })
      } + [
        BarChart.Key(
          style: "rank-beyond",
          label: LocalizedText { $0.say("第\(Self.lastRank)位之后", "below no. \(Self.lastRank)") })
      ])
  }

  private static var lastRank: Int { rankRuns.last?.upperBound ?? 0 }

  private static func run(_ run: ClosedRange<Int>, _ wording: Wording) -> String {
    let ranks =
      run.count == 1 ? "\(run.lowerBound)" : "\(run.lowerBound)–\(run.upperBound)"
    return wording.say("第\(ranks)位", "no. \(ranks)")
  }

  private func segment(
    _ share: Double, _ style: String, _ label: (Wording) -> String
  ) -> BarChart.Segment {
    BarChart.Segment(
      share: max(0, share), style: style,
      title: LocalizedText { label($0) + " " + $0.percent(share) },
      mark: share >= 0.1 ? Wording(.english).percent(share) : "")
  }

  /// What firms here buy outside in a year, by link, the most first; no link that nobody surveyed.
  var leaks: [(link: Int, millionCNY: Double)] {
    analysis.graph.links.indices
      .map { (link: $0, millionCNY: analysis.today.leakageMillionCNY(of: $0)) }
      .filter { analysis.today.coverage[$0.link] != .unknown && $0.millionCNY >= 1e-6 }
      .sorted { ($1.millionCNY, $0.link) < ($0.millionCNY, $1.link) }
  }

  private var leakage: BarChart? {
    let graph = analysis.graph
    let leaks = leaks
    guard let most = leaks.first?.millionCNY else { return nil }
    let shown = leaks.prefix(Self.leakageCount)
    let rest = leaks.dropFirst(Self.leakageCount)
    return BarChart(
      title: LocalizedText { $0.say("各环节采购外流", "Bought outside, by link") },
      note: LocalizedText { wording in
        let rule = wording.say(
          "本地企业每年向区外采购的金额；未调查的环节不计。",
          "What firms here buy outside in a year; links that nobody has surveyed are left out.")
        guard !rest.isEmpty else { return rule }
        let sum = wording.money(rest.reduce(0) { $0 + $1.millionCNY })
        return rule
          + wording.say(
            "另有\(rest.count)个环节合计\(sum)。",
            " \(wording.count(rest.count, "", "link")) more: \(sum) together.")
      },
      rows: shown.map { leak in
        BarChart.Row(
          link: graph.links[leak.link].id, label: graph.displayName(of: leak.link),
          value: LocalizedText { $0.money(leak.millionCNY) },
          segments: [
            BarChart.Segment(
              share: leak.millionCNY / most, style: "is-leak",
              title: LocalizedText {
                $0.text(graph.displayName(of: leak.link)) + " " + $0.money(leak.millionCNY)
              })
          ])
      })
  }

  /// How many projects went from contract to production; `nil` where none has signed.
  private var funnel: BarChart? {
    let timeline = Timeline(of: analysis.region, over: analysis.graph, on: [analysis.day])
    guard let progress = timeline.progress(of: .region),
      let toBuilding = progress.conversion(.signedToBuilding),
      let toOperating = progress.conversion(.signedToOperating), toOperating.reachedCount > 0
    else { return nil }
    let signed = toOperating.reachedCount
    var stages: [(ProjectStage, Int, StageConversion?)] = [(.signed, signed, nil)]
    if toBuilding.share != nil { stages.append((.building, toBuilding.wentOnCount, toBuilding)) }
    if toOperating.share != nil {
      stages.append((.operating, toOperating.wentOnCount, toOperating))
    }
    return BarChart(
      title: LocalizedText { $0.say("从签约到投产", "From contract to production") },
      note: LocalizedText { wording in
        let days = wording.days(toOperating.medianDays)
        let uncounted = progress.uncountedRowCount
        return [
          wording.say(
            "到过各阶段的项目数，含后来退出的。",
            "Projects that reached each stage, those closed since among"
              + " them."),
          toOperating.medianDays == nil
            ? ""
            : wording.say(
              "签约到投产中位\(days)。", "The median from contract to production is \(days)."),
          uncounted == 0
            ? ""
            : wording.say(
              "\(uncounted)条来源未计数的企业群不在其中。",
              "\(wording.count(uncounted, "", "group")) that no source counts are left out."),
        ].filter { !$0.isEmpty }.joined(separator: wording.say("", " "))
      },
      rows: stages.map { stage, count, conversion in
        BarChart.Row(
          label: stage.word,
          value: LocalizedText { wording in
            wording.count(count, "个", "project")
              + wording.aside(conversion.map { wording.rate($0.share) } ?? "")
          },
          segments: [
            BarChart.Segment(
              share: Double(count) / Double(signed), style: "stage-\(stage.code)",
              title: LocalizedText { $0.text(stage.word) + " \(count)" })
          ], isCentred: true)
      })
  }
}
