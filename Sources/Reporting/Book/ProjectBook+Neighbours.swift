import GapAnalysis
import IndustryChain
import TerminalText
import WebPages

extension ProjectBook {
  /// Who next door buys it, with the figures that say how much.
  func market(_ row: TargetRow) -> [String: PageValue] {
    let terms = row.explanation.demand.filter { $0.millionCNY > 0 }
    let unmet = row.opportunity.chainValue.unmetDemandMillionCNY
    let shown = terms.prefix(Self.rowCount).map { term -> PageValue in
      let (share, output) = (
        wording.percent(term.share), wording.money(term.buyerOutputMillionCNY)
      )
      return .object([
        "name": .text(brief(term.buyer.name, 60)),
        "firms": firms(term.firms),
        "amount": .text(wording.money(term.millionCNY)),
        "formula": .text(wording.say("年产值\(output) × \(share)", "\(share) of \(output)")),
        "basis": .text(brief(wording.basis(term.provenance))),
      ])
    }
    let more = terms.count - shown.count
    let outside = row.explanation.finalDemand.map { figure in
      wording.say("产业链以外的本地需求每年", "demand here from outside all chains: ")
        + wording.money(figure.value) + wording.say("", " a year")
        + wording.aside(wording.basis(figure.provenance))
    }
    let total =
      terms.isEmpty && outside == nil
      ? wording.say("已知的本地企业暂无采购，产品主要外销", "no firm known here buys it yet; it would sell outside")
      : wording.say(
        "目前每年向区外采购\(wording.money(unmet))", "\(wording.money(unmet)) a year is bought outside today"
      )
    return [
      "hasMarket": .flag(!terms.isEmpty), "market": .list(shown),
      "marketNote": .text(
        wording.sentence([
          more > 0 ? wording.say("另有\(more)个买家环节", "\(more) more links buy it") : "",
          outside ?? "", total,
        ])),
    ]
  }

  /// What it buys, and how much of that is made here.
  func inputs(_ row: TargetRow) -> [String: PageValue] {
    let terms = row.explanation.content
    let shown = terms.prefix(Self.rowCount).map { term -> PageValue in
      let makers = analysis.graph.index(of: term.supplier.id).map {
        analysis.explanation(of: $0).supply.map(\.presence)
      }
      return .object([
        "name": .text(brief(term.supplier.name, 60)),
        "coverage": .text(text(term.coverage.word)), "state": .text(term.coverage.rawValue),
        "firms": firms(makers ?? []),
        "share": .text(wording.percent(term.share)),
        "ratio": .text(
          term.coverage == .unknown ? Wording.blank : wording.percent(term.localSupplyRatio)),
      ])
    }
    let more = terms.count - shown.count
    let rate = row.explanation.supportRate
    return [
      "hasInputs": .flag(!terms.isEmpty), "inputs": .list(shown),
      "inputNote": .text(
        wording.sentence([
          terms.isEmpty ? wording.say("未列明投入品", "its inputs are not listed") : "",
          more > 0 ? wording.say("另有\(more)种投入品", "\(more) more inputs") : "",
          rate.map { rate in
            wording.say("投入品本地配套率", "share of its inputs met by local firms: ")
              + wording.supportRate(rate)
          } ?? "",
        ])),
    ]
  }

  /// Firms to call, with what their sources say.
  func leads(_ row: TargetRow) -> [String: PageValue] {
    let leads = row.opportunity.leads
    return [
      "moreLeads": .optional(
        leads.count > Self.rowCount
          ? wording.say(
            "另有\(leads.count - Self.rowCount)家，见清单。",
            "\(leads.count - Self.rowCount) more stand in the list.") : nil),
      "hasLeads": .flag(!leads.isEmpty),
      "leads": .list(
        leads.prefix(Self.rowCount).map { lead in
          let home = lead.firm.home.map { wording.say("所在地\($0)", "from \($0)") }
          let facts =
            [wording.stage(lead), home].compactMap { $0 }
            + wording.projectFigures(lead.project)
          return .object([
            "name": .text(wording.firm(lead.firm).truncated(toWidth: 60)),
            "stage": .text(wording.list(facts).truncated(toWidth: 80)),
            "basis": .text(brief(wording.source(lead.project.provenance))),
          ])
        }),
    ]
  }

  private func firms(_ presences: [Presence]) -> PageValue {
    guard !presences.isEmpty else { return .flag(false) }
    return .text(
      wording.list(
        presences.map { wording.firm($0.firm).truncated(toWidth: 50) }, limit: 2))
  }

  /// A source or basis cut to what two lines of a column hold; the workbook has all of it.
  private func brief(_ text: String) -> String { text.truncated(toWidth: 120) }

  /// A name cut to what its place holds.
  func brief(_ name: LocalizedText, _ width: Int) -> String {
    text(name).truncated(toWidth: width)
  }
}
