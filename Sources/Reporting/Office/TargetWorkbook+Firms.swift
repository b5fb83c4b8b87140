import GapAnalysis
import IndustryChain
import Spreadsheet

extension TargetWorkbook {
  /// Everybody in the tables on the day: who, where, how far, from which source.
  func firms() -> Sheet {
    Sheet(
      name: "企业 Firms",
      columns: [
        "企业 Firm", "本地/目标 Here or outside", "环节 Link", "产业链 Chain", "阶段 Stage", "起始 Since",
        "所在地 Home", "年产值（百万元/年） Output (million CNY a year)", "就业 Jobs", "产能 Capacity",
        "合作企业 Partners here", "统一社会信用代码 Credit code", "最弱数据 Grade", "来源 Source",
        "表格位置 Table line", "来源原文 Quotation", "企业编号 Firm id",
      ],
      rows: everybody.map { place, presence in
        let (firm, project) = (presence.firm, presence.project)
        return [firmName(presence), .text(firm.residence.word.bilingual)] + self.place(place) + [
          stage(presence), since(presence), .text(firm.home ?? ""),
          .figure(project.outputMillionCNY?.value, .money),
          .figure(project.jobs?.value, .count), .text(project.capacity ?? ""),
          .text(firm.partners.map(name(of:)).joined(separator: "; ")),
          .text(firm.creditCode?.rawValue ?? ""),
          .text(project.provenance.grade.word.bilingual),
          .text(project.provenance.source?.bilingual ?? ""), .text(project.location ?? ""),
          .text(project.quotation ?? ""), .text(firm.id.rawValue),
        ]
      },
      frozenColumnCount: 1, printedColumnCount: 9)
  }

  /// Projects on their way from talks to production, with the day of each step.
  func pipeline() -> Sheet {
    let steps: [ProjectStage] = [.negotiating, .signed, .building]
    return Sheet(
      name: "在谈在建项目 Pipeline",
      columns: ["企业 Firm", "环节 Link", "产业链 Chain", "阶段 Stage"]
        + steps.map { $0.word.bilingual } + [
          "合同投资额（百万元） Contract (million CNY)", "到位资金（百万元） In place (million CNY)",
          "到位率 Share in place", "年产值（百万元/年） Output (million CNY a year)", "就业 Jobs",
          "招商团队 Team", "落地条件 Needs", "来源 Source", "表格位置 Table line", "来源原文 Quotation",
        ],
      rows: everybody.filter { steps.contains($0.1.stage ?? .closed) }
        .sorted { left, right in
          // Nearest to production first; the order of the links breaks ties.
          (left.1.stage ?? .closed) > (right.1.stage ?? .closed)
        }
        .map { place, presence in
          let project = presence.project
          let (contract, arrived) = (
            project.investmentMillionCNY?.value, project.fundsInPlaceMillionCNY?.value
          )
          let share = contract.flatMap { total in arrived.map { total > 0 ? $0 / total : nil } }
          return [firmName(presence)] + self.place(place) + [stage(presence)]
            + steps.map { step in
              .text(project.milestones.last { $0.stage == step }?.date?.description ?? "")
            } + [
              .figure(contract, .money), .figure(arrived, .money), .figure(share ?? nil, .percent),
              .figure(project.outputMillionCNY?.value, .money),
              .figure(project.jobs?.value, .count), .text(project.team ?? ""),
              .text(needs(of: place)), .text(project.provenance.source?.bilingual ?? ""),
              .text(project.location ?? ""), .text(project.quotation ?? ""),
            ]
        },
      frozenColumnCount: 1, printedColumnCount: 14)
  }

  /// All presences by link, then those of no known link.
  private var everybody: [(Int?, Presence)] {
    list.analysis.presences.enumerated().flatMap { link, presences in
      presences.map { (link, $0) }
    } + list.analysis.unplaced.map { (nil, $0) }
  }

  private func firmName(_ presence: Presence) -> Sheet.Value {
    .text(LocalizedText { $0.firm(presence.firm) }.bilingual)
  }

  private func stage(_ presence: Presence) -> Sheet.Value {
    .text(
      presence.stage?.word.bilingual
        ?? LocalizedText(english: "not yet contacted", chinese: "尚未接洽").bilingual)
  }

  private func since(_ presence: Presence) -> Sheet.Value {
    .text(
      presence.project.milestones.last { $0.stage == presence.stage }?.date?.description ?? "")
  }

  private func name(of id: FirmID) -> String {
    list.analysis.region.firms.first { $0.id == id }?.name.bilingual ?? id.rawValue
  }

  private func needs(of link: Int?) -> String {
    guard let link else { return "" }
    return list.analysis.graph.links[link].needs.map { id in
      LocalizedText { $0.need(TargetRow.RowNeed(id, in: list.analysis)) }.bilingual
    }.joined(separator: "; ")
  }
}

extension Firm.Residence {
  /// Whether a firm is here, in a word.
  var word: LocalizedText {
    switch self {
    case .resident: LocalizedText(english: "here", chinese: "本地企业")
    case .prospect: LocalizedText(english: "outside", chinese: "目标企业")
    }
  }
}
