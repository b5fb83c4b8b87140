import GapAnalysis
import IndustryChain

extension RegionReport {
  /// What a leader reads: the sentence, the first targets, the chains in a table.
  func glance() -> String {
    let coverage = analysis.today.coverage
    let counts = Coverage.allCases.map { state in
      (state, coverage.count { $0 == state })
    }.filter { $0.1 > 0 }
    let summary = language.list(counts.map { "\($0.0.name(in: language)) \($0.1)" })
    let total = analysis.graph.linkCount
    let chains = analysis.graph.chains.count
    var paragraph = say(
      "\(chains)条产业链、\(total)个环节：\(summary)。",
      "\(chains) chains with \(total) links: \(summary). ")
    if let rate = analysis.supportRate {
      paragraph += say(
        "本地企业投入品的本地配套率\(rate.text(in: language))。",
        "Of what local firms buy along the chains, \(rate.text(in: language)) is met here. ")
    }
    let leakage = analysis.graph.links.indices.filter { coverage[$0] != .unknown }
      .reduce(0) { $0 + analysis.today.leakageMillionCNY(of: $1) }
    if leakage > 0 {
      paragraph += say(
        "已调查环节每年采购外流约\(Numbers.money(leakage, in: language))。",
        "In the surveyed links, about \(Numbers.money(leakage, in: language)) a year is bought outside. "
      )
    }
    let first = list.targets.prefix(3).map { escaped($0.name(in: language)) }
    if !first.isEmpty {
      paragraph += say(
        "建议首先招引：\(language.list(first))。", "Recruit first: \(language.list(first)).")
    }
    let warning = say(
      "> 请注意：多数企业产值未公布，表中金额按典型工厂估算，用于比较先后，不是统计数据；每个数字的来历见下文。\n",
      "> Mind: most firms publish no output, so amounts rest on typical plants. They serve to compare, "
        + "and are no statistics; where each comes from stands below.\n")
    return section(
      say("一页速览", "At a glance"),
      paragraph + "\n\n" + (restsOnAssumptions ? warning + "\n" : "") + chainTable())
  }

  private var restsOnAssumptions: Bool {
    analysis.graph.links.indices.contains { link in
      analysis.assumptions(about: link).contains {
        if case .firmOutput = $0 { true } else { false }
      }
    }
  }

  private func chainTable() -> String {
    let header =
      [(say("产业链", "chain"), false), (say("链主企业", "chief firm"), false)]
      + Coverage.allCases.map { ($0.name(in: language), true) }
      + [(say("本地配套率", "inputs met locally"), false)]
    let rows = analysis.graph.chains.enumerated().map { index, chain in
      let links = analysis.graph.links.indices.filter { analysis.graph.chainIndex[$0] == index }
      let chief = analysis.region.chiefFirms[chain.id].flatMap { id in
        analysis.region.firms.first { $0.id == id }?.name.text(in: language)
      }
      let counts = Coverage.allCases.map { state in
        String(links.count { analysis.today.coverage[$0] == state })
      }
      let rate = analysis.supportRate(ofChain: index)?.text(in: language)
      return [chain.name.text(in: language), chief ?? ""] + counts + [rate ?? ""]
    }
    return Markdown.table(header: header, rows: rows)
  }

  func diagrams() -> String {
    let names = analysis.graph.chains.map { escaped($0.name.text(in: language)) }
    let all = say("产业链全景", "All chains")
    let images = ([(all, files.workspaceDiagram)] + zip(names, files.chainDiagrams))
      .map { "![\($0.0)](\($0.1))\n" }
    return section(say("产业链图", "Diagrams"), images.joined(separator: "\n"))
  }
}
