import GapAnalysis
import IndustryChain

extension RegionReport {
  /// The summary for a leader and the table of chains.
  func glance() -> [Page.Block] {
    [.paragraph(Prose(situation))]
      + [priorities, nextSteps, caution].filter { !$0.isEmpty }.map { .paragraph(Prose($0)) }
      + [chainTable] + (responsibilities.isEmpty ? [] : [.points(responsibilities)])
  }

  /// What a leader must know before quoting a number, and who answers for each chain.
  func cautions() -> [String] { [caution].filter { !$0.isEmpty } + responsibilities }

  private func total(_ coverage: Coverage) -> Int {
    glances.reduce(0) { $0 + $1.count(coverage) }
  }

  private var situation: String {
    let links = glances.reduce(0) { $0 + $1.linkCount }
    let counts = Coverage.allCases.map { coverage in
      wording.say(
        "\(text(coverage.word))\(wording.digits(total(coverage)))个",
        "\(wording.digits(total(coverage))) \(text(coverage.word))")
    }.joined(separator: wording.say("，", ", "))
    let rate = analysis.supportRate.map { wording.supportRate($0) }
    return wording.say(
      "\(text(analysis.region.name))共梳理\(glances.count)条产业链、\(wording.digits(links))个环节：\(counts)。"
        + (rate.map { "本地企业的采购，由本地配套的\($0)。" } ?? ""),
      "\(text(analysis.region.name)) was held against \(wording.count(glances.count, "", "chain"))"
        + " with \(wording.count(links, "", "link")): \(counts)."
        + (rate.map { " Of what local firms buy, the share met here is \($0)." } ?? ""))
  }

  private var priorities: String {
    let first = telling.prefix(Self.summaryTargetCount)
    guard !first.isEmpty else { return "" }
    let names = first.map { row in
      let points = wording.points(row.opportunity.assessment.score)
      return text(row.name)
        + wording.aside(
          text(row.opportunity.kind.word)
            + wording.say("，\(points)分", ", \(points) points"))
    }
    // A recruiter plans for next year: say which of these lose their place by then.
    let falls = first.compactMap { row -> String? in
      guard let next = row.opportunity.committedRank else {
        return text(row.name) + wording.aside(wording.say("不再是目标", "no target then"))
      }
      guard next > row.opportunity.rank + 2 else { return nil }
      return text(row.name) + wording.aside(wording.say("降至第\(next)位", "falls to no. \(next)"))
    }
    let later =
      falls.isEmpty
      ? ""
      : wording.say(
        "已签约、在建项目投产后：\(wording.list(falls))。",
        " Once signed projects operate: \(wording.list(falls)).")
    return wording.say(
      "建议优先招引：\(wording.list(names))。得分满分100，由带动效益和落地可行性加权而成。\(later)",
      "Recruit first: \(wording.list(names)). Points are of 100, from impact and feasibility.\(later)"
    )
  }

  private var nextSteps: String {
    let leads = list.targets.filter { !$0.opportunity.leads.isEmpty }.map { row in
      text(row.name)
        + wording.aside(
          wording.list(row.opportunity.leads.map { wording.firm($0.firm) }, limit: 3))
    }
    let commitments = list.bringToProduction.map { text($0.name) }
    let parts = [
      leads.isEmpty
        ? "" : wording.say("可立即联系：\(wording.list(leads))", "call now: \(wording.list(leads))"),
      commitments.isEmpty
        ? ""
        : wording.say(
          "促投产：\(wording.list(commitments))", "bring to production: \(wording.list(commitments))"),
    ]
    return wording.sentence(parts)
  }

  /// What a leader must know before quoting a number.
  private var caution: String {
    // The many of no value rest on little that could be assumed, and would water the share down.
    let valued = list.targets.filter { wording.isMoney($0.opportunity.chainValue.millionCNY) }
    let assumed = valued.count { $0.explanation.weakestGrade == .assumed }
    let unknown = total(.unknown)
    return wording.sentence([
      assumed == 0
        ? ""
        : wording.say(
          "注意：有链上价值的\(wording.digits(valued.count))个目标中，\(wording.digits(assumed))个的测算含假设数据，金额只宜比较先后",
          "take care: the figures of \(wording.digits(assumed)) of the \(wording.count(valued.count, "", "target"))"
            + " with a chain value rest in part on assumptions and serve to compare"),
      unknown == 0
        ? ""
        : wording.say(
          "\(wording.digits(unknown))个环节尚未调查，不计为缺失",
          "\(wording.count(unknown, "", "link")) \(unknown == 1 ? "is" : "are") unsurveyed and not counted as missing"
        ),
    ])
  }

  private var chainTable: Page.Block {
    let columns =
      [Table.Column(wording.say("产业链", "Chain"))]
      + [Table.Column(wording.say("环节", "Links"), .right)]
      + Coverage.allCases.map { Table.Column(text($0.word), .right) }
      + [Table.Column(wording.say("本地配套率", "Met by local firms"))]
    let rows = glances.map { glance in
      [Prose(text(glance.chain.name)), Prose(String(glance.linkCount))]
        + Coverage.allCases.map { Prose(String(glance.count($0))) }
        + [Prose(wording.supportRate(glance.supportRate))]
    }
    return .table(Table(columns: columns, rows: rows))
  }

  /// Who leads and who answers for each chain, where the region's file says so.
  private var responsibilities: [String] {
    analysis.graph.chains.compactMap { chain -> String? in
      let region = analysis.region
      let chief = region.chiefFirms[chain.id].map { id in
        wording.say("链主企业", "chief firm ")
          + (region.firms.first { $0.id == id }.map { wording.firm($0) } ?? id.rawValue)
      }
      let lead = region.chainLeads[chain.id].map { wording.say("链长", "chain lead ") + text($0) }
      let parts = [chief, lead].compactMap { $0 }
      guard !parts.isEmpty else { return nil }
      return text(chain.name) + wording.say("：", ": ")
        + parts.joined(separator: wording.say("，", ", "))
    }
  }
}
