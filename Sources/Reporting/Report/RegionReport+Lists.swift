import GapAnalysis
import IndustryChain

extension RegionReport {
  private var none: String { say("无。\n", "None.\n") }

  /// Those of some chain value in a table, the many of none in a list after it.
  func targets() -> String {
    let rows = worthwhile
    let meaning = say(
      "链上增加值：引进一个典型工厂后，仅因产业链在本地而每年多出来的增加值。本地外购：本地企业每年向外地采购该环节的金额。\n\n",
      "Chain value: the value added a year that one typical plant brings only because the chain is here. Bought outside: what local firms buy of the link from elsewhere.\n\n"
    )
    let table = rows.isEmpty ? "" : meaning + list.markdownTable(of: rows, in: language)
    let parts = [table, restOfTargets()].filter { !$0.isEmpty }
    return section(
      say("招商目标清单", "Recruitment targets"),
      parts.isEmpty ? none : parts.joined(separator: "\n"))
  }

  private func restOfTargets() -> String {
    let rows = list.targets.filter { !$0.hasChainValue }
    guard let rank = rows.first?.opportunity.rank else { return "" }
    let title = say("暂无链上增加值的环节", "Links without chain value yet")
    let lead = say(
      "以下\(rows.count)个环节同列第\(rank)位：本地没有已知的未满足需求，也没有已知可供货的企业。有线索的仍可洽谈。",
      "\(language.count(rows.count, "", "link")) at rank \(rank): no unmet local demand for them is known, and no local firm that would supply them. Where a firm is named, talks are worth while."
    )
    let groups = analysis.graph.chains.indices.map { chain -> String in
      let inChain = rows.filter { analysis.graph.chainIndex[$0.opportunity.index] == chain }
      guard !inChain.isEmpty else { return "" }
      let name = analysis.graph.chains[chain].name.text(in: language)
      let kinds = OpportunityKind.allCases.map { kind -> String in
        let ofKind = inChain.filter { $0.opportunity.kind == kind }
        guard !ofKind.isEmpty else { return "" }
        let links = ofKind.map(nameAndLeads).joined(separator: say("、", "; "))
        return "  - \(escaped(language.colon(kind.name(in: language), links)))\n"
      }
      return "- **\(escaped(name))**\n" + kinds.joined()
    }
    return "### \(title)\n\n\(lead)\n\n" + groups.joined()
  }

  private func nameAndLeads(_ row: TargetRow) -> String {
    let name = row.opportunity.link.name.text(in: language)
    let leads = row.opportunity.leads.map { lead in
      "\(lead.firm.name.text(in: language)) \(lead.stage.name(in: language))"
    }
    return leads.isEmpty ? name : language.remark(name, language.list(leads))
  }

  /// The first targets, each on what would be half a page.
  func details() -> String {
    let rows = worthwhile.prefix(Self.explainedCount)
    guard !rows.isEmpty else { return "" }
    return section(
      say("重点目标详解", "The first targets explained"),
      rows.map { row in
        let name = escaped(row.name(in: language))
        let kind = row.opportunity.kind.name(in: language)
        return "### \(row.opportunity.rank). \(name) — \(kind)\n\n"
          + escaped(row.reason(in: language)) + "\n\n" + explanation(of: row)
      }.joined(separator: "\n"))
  }

  private func explanation(of row: TargetRow) -> String {
    let text = ExplanationText(
      explanation: row.explanation, analysis: analysis, language: language)
    let sections = [
      // The sentence above has said where nobody buys.
      row.explanation.hasDemand ? text.demandSection() : nil, text.contentSection(),
      text.valueSection(), text.callSection(), text.plantSection(), text.assumptionSection(),
    ].compactMap { $0 }
    return sections.filter { !$0.statements.isEmpty }.map { section in
      "- **\(escaped(section.title))**\n"
        + section.statements.map { statement in
          "  - \(escaped(statement.text))\n"
            + statement.details.map { "    - \(escaped($0))\n" }.joined()
        }.joined()
    }.joined()
  }

  func commitments() -> String {
    let lead = say(
      "以下环节已有签约或在建项目，尚无投产企业：任务是促投产，不是再招商。有细分的大类由其细分代表。\n\n",
      "Projects are signed or building in these links and nothing operates yet: the task is to bring them to production. Variants stand for their umbrella link.\n\n"
    )
    let table = list.markdownTable(
      of: list.commitments, TargetColumn.shortForCommitments, in: language)
    return section(
      say("促投产清单", "Bring to production"), list.commitments.isEmpty ? none : lead + table)
  }

  func unknownLinks() -> String {
    let unknown = analysis.graph.links.indices.filter { analysis.today.coverage[$0] == .unknown }
    guard !unknown.isEmpty else { return "" }
    let lead = say(
      "这些环节没有人调查过有没有企业，既不算已有也不算缺失，不参与排名。计算中按本地无供给处理，所以本地含量和配套率是下限。\n\n",
      "Nobody has looked who is in these links: they count neither as covered nor as missing and are not ranked. The arithmetic takes them as not supplied here, so local content and support rates are lower bounds.\n\n"
    )
    let lines = analysis.graph.chains.indices.compactMap { chain -> String? in
      let names = unknown.filter { analysis.graph.chainIndex[$0] == chain }
        .map { escaped(analysis.graph.links[$0].name.text(in: language)) }
      guard !names.isEmpty else { return nil }
      let title = escaped(analysis.graph.chains[chain].name.text(in: language))
      return "- \(language.colon(title, language.list(names)))\n"
    }
    return section(say("未调查的环节", "Links to survey"), lead + lines.joined())
  }

  func unplaced() -> String {
    guard !analysis.unplaced.isEmpty else { return "" }
    let lead = say(
      "来源没有说明这些项目生产什么，因此不归入任何环节。\n\n",
      "The sources do not say what these projects make, so they stand in no link.\n\n")
    return section(
      say("未归入环节的项目", "Projects in no link"),
      lead + analysis.unplaced.map(evidence).map { "- \(escaped($0))\n" }.joined())
  }

  private func evidence(_ presence: Presence) -> String { presence.evidence(in: language) }
}
