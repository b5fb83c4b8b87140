import GapAnalysis
import IndustryChain

extension RegionReport {
  /// Who has looked at what, and which figures are assumptions.
  func confidence() -> String {
    section(
      say("数据有多可靠", "How sure this is"),
      surveyTable() + "\n" + assumptionLines())
  }

  private func surveyTable() -> String {
    let rows = analysis.region.surveys.map { survey -> [String] in
      let scope =
        switch survey.scope {
        case .chain(let id):
          analysis.graph.chains.first { $0.id == id }?.name.text(in: language) ?? id.rawValue
        case .link(let id):
          analysis.graph.index(of: id).map { analysis.graph.links[$0].name.text(in: language) }
            ?? id.description
        }
      return [
        scope, survey.provenance.grade.name(in: language),
        survey.provenance.source?.text(in: language) ?? "",
      ]
    }.sorted { $0.lexicographicallyPrecedes($1) }
    guard !rows.isEmpty else {
      return say("没有任何产业链做过调查。\n", "No chain has been surveyed.\n")
    }
    return Markdown.table(
      header: [
        (say("已调查", "surveyed"), false), (say("等级", "grade"), false),
        (say("依据", "basis"), false),
      ], rows: rows)
  }

  private func assumptionLines() -> String {
    let all = analysis.graph.links.indices.flatMap { analysis.assumptions(about: $0) }
    func listed(_ title: String, _ isWanted: (Assumption) -> Bool) -> String {
      let chosen = all.filter(isWanted)
      guard !chosen.isEmpty else { return "" }
      return "- \(language.colon(title, say("\(chosen.count)项", "\(chosen.count)")))\n"
        + chosen.map { "  - \(escaped($0.text(in: language, analysis: analysis)))\n" }.joined()
    }
    return [
      listed(say("企业产值未公布，按典型工厂计", "firms without an output, counted as typical plants")) {
        if case .firmOutput = $0 { true } else { false }
      },
      listed(say("阶段日期不详", "stages without a date")) {
        if case .undatedStage = $0 { true } else { false }
      },
      listed(say("投入份额无数据", "inputs without a share")) {
        if case .share = $0 { true } else { false }
      },
      listed(say("增加值率无数据", "links without value added")) {
        if case .valueAdded = $0 { true } else { false }
      },
      listed(say("典型工厂无数据", "links without a typical plant")) {
        if case .plantOutput = $0 { true } else { false }
      },
    ].joined()
  }

  func method() -> String {
    section(
      say("排名怎么算", "How the ranking is made"),
      say(
        """
        按“链上增加值”排名：引进一个典型工厂后，仅仅因为产业链在本地而每年多出来的增加值。读作：本地未满足的需求 × 本地含量 × 循环系数；\
        卖到外地的部分只计本地供应商所得。公式、出处和算例见项目文档 Docs/Method.md。

        """,
        """
        Targets are ranked by chain value: the value added a year that one typical plant brings only because \
        the chain is here. Read aloud: unmet demand × local content × loop factor; what is sold outside counts \
        only with what local suppliers earn from it. Formulas, sources and worked examples stand in the \
        project's Docs/Method.md.

        """))
  }
}
