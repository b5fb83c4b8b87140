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
      "\(language.count(chains, "", "chain")) with \(language.count(total, "", "link")): \(summary). "
    )
    if let rate = analysis.supportRate {
      paragraph += say(
        "本地企业投入品的本地配套率\(rate.text(in: language))。",
        "Met here of what local firms buy along the chains: \(rate.text(in: language)). ")
    }
    let leakage = analysis.graph.links.indices.filter { coverage[$0] != .unknown }
      .reduce(0) { $0 + analysis.today.leakageMillionCNY(of: $1) }
    if leakage > 0 {
      paragraph += say(
        "已调查环节每年采购外流约\(Numbers.money(leakage, in: language))。",
        "In the surveyed links, about \(Numbers.money(leakage, in: language)) a year is bought outside. "
      )
    }
    while paragraph.last == " " { paragraph.removeLast() }
    let parts = [paragraph + "\n", firstSteps(), warning(), chainTable()]
    return section(
      say("一页速览", "At a glance"),
      parts.filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  /// How many of the projects behind the amounts have no output of their own; empty for none.
  private func warning() -> String {
    let projects = analysis.presences.joined().filter { presence in
      presence.stage.map(Light.committed.shows) ?? false
    }
    let unpublished = projects.count { $0.project.outputMillionCNY == nil }
    guard unpublished > 0 else { return "" }
    return say(
      "> 请注意：清单所依据的\(projects.count)个企业项目\(unpublished == projects.count ? "均" : "中，\(unpublished)个")未公布产值，按典型工厂估算。金额用于比较先后，不是统计数据；每个数字的来历见下文。\n",
      "> Mind: \(unpublished == projects.count ? "all" : "\(unpublished) of the") "
        + "\(language.count(projects.count, "", "project")) behind these lists have no published "
        + "output and count as typical plants. Amounts serve to compare and are no "
        + "statistics; where each comes from stands below.\n")
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
      let rate = analysis.supportRate(ofChain: index)?.shortText(in: language)
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
