public import GapAnalysis
public import IndustryChain

/// What a region depends on (断链风险): the loss if a covered link, or a firm, were to leave.
public struct RiskReport: PageDocument {
  /// What it is drawn from.
  public let analysis: Analysis
  let risk: Risk
  /// No more rows than this in each list; `nil` for all.
  let limit: Int?

  /// Works out the risk of an analysed region.
  ///
  /// - Parameters:
  ///   - analysis: The region on its day, seen in today's light.
  ///   - limit: No more rows than this in each list; `nil` for all.
  public init(of analysis: Analysis, limit: Int? = nil) {
    self.analysis = analysis
    self.limit = limit.map { max(0, $0) }
    risk = Risk(of: analysis)
  }

  /// Both lists as tables under headings, for a terminal or as Markdown.
  public func page(in language: Language) -> Page {
    let wording = Wording(language)
    let region = wording.text(analysis.region.name)
    let day = wording.date(analysis.day)
    let title = wording.say("\(region)断链风险（\(day)）", "What \(region) depends on, \(day)")
    let content = blocks(wording, headingLevel: 2)
    return Page(
      [.heading(1, Prose(title))]
        + (content.isEmpty
          ? [.paragraph(Prose(wording.say("没有投产企业，无从断链。", "No firm operates here yet.")))]
          : content))
  }

  /// The notes, the single points of failure and both tables; nothing where no firm operates.
  func blocks(_ wording: Wording, headingLevel: Int) -> [Page.Block] {
    guard !risk.links.isEmpty else { return [] }
    func heading(_ chinese: String, _ english: String) -> Page.Block {
      .heading(headingLevel, Prose(wording.say(chinese, english)))
    }
    return notes(wording) + [heading("独家供应", "Single points of failure")]
      + singlePoints(wording) + [heading("环节", "Links")] + linkTable(wording)
      + [heading("企业", "Firms")] + firmTable(wording)
  }

  private func notes(_ wording: Wording) -> [Page.Block] {
    var notes = [
      wording.say(
        "损失：该环节的全部投产企业（或该企业的全部投产项目）退出后，本地每年减少的增加值，"
          + "含本地供应商因此少卖的部分；买家留在本地，改从外地采购。"
          + "“因链而有”是其中因产业链在本地才有的部分，其余是企业到哪里都能得到的。"
          + "各行按已知企业单独测算，不能相加。金额单位：万元/年。",
        "The loss is the value added a year that goes if all firms of the link, or all projects of"
          + " the firm, leave: their own and what local suppliers then sell less. Their buyers stay"
          + " and buy elsewhere. The part owed to the chain exists only because the chain is here;"
          + " the rest the firm would earn anywhere. Each row stands alone, as far as firms are known;"
          + " rows do not add up. Money is in million CNY a year.")
    ]
    if risk.firms.contains(where: { !$0.isSingleFirm }) {
      notes.append(
        wording.say(
          "注明“若干家”或家数的是一组企业，不是一家企业：数字为整组退出的损失，不计为独家供应。",
          "Rows that say how many firms, or several firms, are groups and not one firm: the figure is"
            + " for the whole group, and a group is no single point of failure."))
    }
    return notes.map { .paragraph(Prose($0)) }
  }

  private func singlePoints(_ wording: Wording) -> [Page.Block] {
    let surveyed = dependencies(wording) { $0.isSurveyed }
    let others = dependencies(wording) { !$0.isSurveyed }
    var blocks: [Page.Block] = []
    if !surveyed.isEmpty {
      let note = wording.say(
        "以下产品本地只有一家企业供应，该企业一旦退出，本地买家在本地断供：",
        "These firms alone make here what others here buy; if one leaves, its buyers are cut off"
          + " from supply here:")
      blocks += [.paragraph(Prose(note)), .points(shown(surveyed))]
      blocks += leftOut(surveyed.count, wording)
    }
    if !others.isEmpty {
      let note = wording.say(
        "以下产品目前只知道一家本地供应商，但没有人调查过本地还有无其他企业，先摸底再下结论：",
        "Of these products one local maker is known, and nobody has surveyed who else makes them;"
          + " survey first:")
      blocks += [.paragraph(Prose(note)), .points(shown(others))]
      blocks += leftOut(others.count, wording)
    }
    let none = wording.say(
      "按现有数据，没有哪一家企业退出会使本地买家在本地断供。",
      "As far as is known, no one firm's leaving would cut a local buyer off from supply here.")
    return blocks.isEmpty ? [.paragraph(Prose(none))] : blocks
  }

  /// Who depends on which single firm, a sentence each, for some of the inputs.
  private func dependencies(
    _ wording: Wording, where isWanted: (Extraction.LostInput) -> Bool
  ) -> [String] {
    risk.firms.filter(\.isSingleFirm).compactMap { row in
      let lost = row.extraction.lostInputs.filter(isWanted)
      let parts = Set(lost.map(\.input)).sorted().map { input in
        let buyers = wording.list(
          lost.filter { $0.input == input }.map { name($0.buyer, wording) }, limit: 5)
        return wording.say(
          "\(buyers)在本地再无\(name(input, wording))供应",
          "\(buyers) would find no \(name(input, wording)) here")
      }
      guard !parts.isEmpty else { return nil }
      return wording.firm(row.firm) + wording.say("：", ": ") + wording.sentence(parts)
    }
  }

  func name(_ link: Int, _ wording: Wording) -> String {
    wording.text(analysis.graph.displayName(of: link))
  }

  func shown<Row>(_ rows: [Row]) -> [Row] { limit.map { Array(rows.prefix($0)) } ?? rows }

  func leftOut(_ count: Int, _ wording: Wording) -> [Page.Block] {
    guard let limit, count > limit else { return [] }
    let rest = count - limit
    return [.paragraph(Prose(wording.notShown(rest)))]
  }
}
