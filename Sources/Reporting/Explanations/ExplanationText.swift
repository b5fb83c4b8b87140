public import GapAnalysis
public import IndustryChain

/// How the figures of one link came about, as a page: term by term, down to firms and sources.
public struct ExplanationText: Sendable {
  let analysis: Analysis
  let explanation: Explanation
  let robustness: Robustness?
  let wording: Wording

  /// Explains the link at a place of `Analysis.graph.links`; without `robustness` it does not say how
  /// far the rank holds.
  public init(
    of link: Int, in analysis: Analysis, robustness: Robustness? = nil, language: Language
  ) {
    self.init(
      analysis.explanation(of: link), in: analysis, robustness: robustness, Wording(language))
  }

  init(
    _ explanation: Explanation, in analysis: Analysis, robustness: Robustness? = nil,
    _ wording: Wording
  ) {
    self.analysis = analysis
    self.robustness = robustness
    self.explanation = explanation
    self.wording = wording
  }

  /// The page, for a terminal or as Markdown.
  public func page() -> Page {
    var blocks = [Page.Block.heading(1, Prose(title)), .paragraph(verdict)]
    func section(_ chinese: String, _ english: String, _ content: [Page.Block]) {
      guard !content.isEmpty else { return }
      blocks.append(.heading(2, Prose(wording.say(chinese, english))))
      blocks += content
    }
    section("本地需求", "Local demand", demand())
    section("本地供给", "Local supply", supply())
    section("本地含量", "Local content", content())
    section("自需求", "Self-demand", selfDemand())
    section("链上价值", "Chain value", chainValue())
    section("综合得分", "Score", score())
    section("名次稳健性", "How far the rank holds", standing())
    section("类型判断", "Kind", kind())
    section("目标与在谈企业", "Leads", leads())
    section("签约、在建项目", "Signed and building", commitments())
    section("落地条件", "Needs", needs())
    section("假设", "Assumptions", assumptions())
    section("来源", "Sources", sources())
    return Page(blocks)
  }

  private var title: String {
    let name = text(analysis.graph.displayName(of: explanation.index))
    let chain = analysis.graph.chains[analysis.graph.chainIndex[explanation.index]]
    return name
      + wording.aside(
        wording.say("\(text(chain.name))产业链，", "\(text(chain.name)) chain, ")
          + explanation.link.id.description)
  }

  /// Coverage, kind and rank in one line.
  private var verdict: Prose {
    let coverage = explanation.coverage
    var words = [text(analysis.region.name), wording.date(analysis.day)]
    words.append(coverageWord)
    if let kind = explanation.kind, coverage != .unknown { words.append(text(kind.word)) }
    if let opportunity = explanation.opportunity {
      words.append(
        coverage == .planned
          ? wording.say("促投产第\(opportunity.rank)位", "bring to production no. \(opportunity.rank)")
          : wording.say("招商目标第\(opportunity.rank)位", "target no. \(opportunity.rank)"))
      if let next = opportunity.committedRank, next != opportunity.rank {
        words.append(
          wording.say("签约项目投产后第\(next)位", "no. \(next) once signed projects operate"))
      }
    }
    return Prose(words.joined(separator: " · "), as: coverage == .missing ? .alert : .strong)
  }

  private var coverageWord: String {
    let reasons = wording.thinReasons(explanation)
    let word = text(explanation.coverage.word)
    return explanation.coverage == .unknown
      ? wording.say("未调查（不等于缺失）", "unknown: nobody has surveyed it, which is not missing")
      : word + wording.aside(reasons)
  }

  func text(_ text: LocalizedText) -> String { wording.text(text) }

  private func leads() -> [Page.Block] {
    guard let opportunity = explanation.opportunity else { return [] }
    guard !opportunity.leads.isEmpty else {
      return [.paragraph(Prose(wording.say("暂无目标企业线索。", "No lead is known yet.")))]
    }
    return [.bullets(opportunity.leads.map { wording.project($0) })]
  }

  private func commitments() -> [Page.Block] {
    guard let opportunity = explanation.opportunity, !opportunity.commitments.isEmpty else {
      return []
    }
    return [.bullets(opportunity.commitments.map { wording.project($0) })]
  }

  private func needs() -> [Page.Block] {
    let needs = explanation.link.needs.map { id in
      wording.need(TargetRow.RowNeed(id, in: analysis))
    }
    return needs.isEmpty ? [] : [.points(needs)]
  }

  private func assumptions() -> [Page.Block] {
    let lines = explanation.assumptions.map { wording.assumption($0, in: analysis) }
    return lines.isEmpty ? [] : [.points(lines)]
  }

  private func sources() -> [Page.Block] {
    let projects = explanation.presences.map(\.project.provenance)
    let sources = Set((explanation.evidence + projects).compactMap { $0.source.map(text) }).sorted()
    return sources.isEmpty ? [] : [.points(sources)]
  }
}

extension Wording {
  /// A project with everything its source says of it: stage, figures, source, the very sentence.
  func project(_ presence: Presence) -> Page.Bullet {
    let project = presence.project
    let home = presence.firm.home.map { say("所在地\($0)", "from \($0)") }
    let facts = ([home].compactMap { $0 } + projectFigures(project))
      .map { say("，", ", ") + $0 }.joined()
    var points = [
      Page.Bullet(Prose(source(project.provenance, location: project.location), as: .faint))
    ]
    if let quotation = project.quotation {
      points.append(Page.Bullet(Prose("“\(quotation)”", as: .faint)))
    }
    return Page.Bullet(
      .strong(firm(presence.firm)) + Prose(say("：", ": ") + stage(presence) + facts),
      points: points)
  }
}
