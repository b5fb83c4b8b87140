import GapAnalysis
import IndustryChain

extension RegionReport {
  private var none: String { say("无。\n", "None.\n") }

  func targets() -> String {
    section(
      say("招商目标清单", "Recruitment targets"),
      list.targets.isEmpty ? none : list.markdownTable(of: list.targets, in: language))
  }

  /// The first targets, each on what would be half a page.
  func details() -> String {
    list.targets.prefix(Self.explainedCount).map { row in
      let name = escaped(row.name(in: language))
      let kind = row.opportunity.kind.name(in: language)
      return "### \(row.opportunity.rank). \(name) — \(kind)\n\n"
        + escaped(row.reason(in: language)) + "\n\n" + explanation(of: row)
    }.joined(separator: "\n")
  }

  private func explanation(of row: TargetRow) -> String {
    let text = ExplanationText(
      explanation: row.explanation, analysis: analysis, language: language)
    let sections = [
      text.demandSection(), text.contentSection(), text.valueSection(), text.callSection(),
      text.plantSection(), text.assumptionSection(),
    ]
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
      "以下环节已有签约或在建项目，尚无投产企业：任务是促投产，不是再招商。\n\n",
      "Projects are signed or building in these links and nothing operates yet: the task is to bring them to production.\n\n"
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
      return "- \(title)\(say("：", ": "))\(language.list(names))\n"
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
