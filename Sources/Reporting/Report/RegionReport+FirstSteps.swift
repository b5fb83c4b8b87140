import GapAnalysis
import IndustryChain

extension RegionReport {
  /// So many targets are named at the top.
  private static let firstCount = 3

  /// What to do first, for a leader with five minutes: recruit, follow up, survey.
  func firstSteps() -> String {
    let steps = [recruitStep(), talksStep(), productionStep(), surveyStep()].filter { !$0.isEmpty }
    guard !steps.isEmpty else { return "" }
    return "### \(say("先做什么", "What to do first"))\n\n" + steps.joined()
  }

  private func step(_ title: String, _ text: String) -> String {
    "- \(language.colon("**\(title)**", text))\n"
  }

  private func recruitStep() -> String {
    let first = worthwhile.prefix(Self.firstCount)
    guard !first.isEmpty else { return "" }
    let title = say("招引", "Recruit")
    let lines = first.map { row in
      let value = Numbers.money(row.opportunity.chainValue.millionCNY, in: language)
      let head = language.clauses([
        say("第\(row.opportunity.rank)位 ", "no. \(row.opportunity.rank) ") + row.name(in: language),
        row.opportunity.kind.name(in: language),
      ])
      return "  - "
        + escaped(
          language.colon(
            head,
            say("链上增加值约\(value)/年", "chain value about \(value) a year")
              + say("；", "; ") + contact(for: row))) + "\n"
    }
    return "- **\(title)**\n" + lines.joined()
  }

  private func contact(for row: TargetRow) -> String {
    let leads = row.leads(in: language)
    let hosts = row.introducers(in: language)
    let call =
      leads.isEmpty
      ? say("暂无线索企业", "no firm to call yet")
      : say("联系", "call ") + language.list(leads)
    guard !hosts.isEmpty else { return call }
    return language.clauses([call, say("可请引荐：", "ask to introduce: ") + language.list(hosts)])
  }

  private func talksStep() -> String {
    var seen: Set<FirmID> = []
    let talks = list.targets.flatMap { row in
      row.opportunity.leads.filter { $0.stage == .negotiating }.compactMap { lead in
        seen.insert(lead.firm.id).inserted
          ? lead.firm.name.text(in: language) + " → " + row.opportunity.link.name.text(in: language)
          : nil
      }
    }
    guard !talks.isEmpty else { return "" }
    return step(say("促签约", "Bring to signature"), escaped(language.list(talks)))
  }

  private func productionStep() -> String {
    let links = list.commitments.map { $0.name(in: language) }
    guard !links.isEmpty else { return "" }
    return step(say("促投产", "Bring to production"), escaped(language.list(links)))
  }

  private func surveyStep() -> String {
    let counts = analysis.graph.chains.indices.compactMap { chain -> String? in
      let count = analysis.graph.links.indices.count { link in
        analysis.graph.chainIndex[link] == chain && analysis.today.coverage[link] == .unknown
      }
      guard count > 0 else { return nil }
      let name = analysis.graph.chains[chain].name.text(in: language)
      return say("\(name)\(count)个环节", "\(name) (\(language.count(count, "", "link")))")
    }
    guard !counts.isEmpty else { return "" }
    return step(say("先调查", "Survey"), escaped(language.list(counts)))
  }
}
