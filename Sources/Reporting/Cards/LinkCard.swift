public import GapAnalysis
public import IndustryChain

/// What an author of files wants to see of a link at a glance: names, coverage, figures, sources.
public struct LinkCard: Sendable {
  private let link: Link
  private let chain: LocalizedText
  private let analyses: [Analysis]?
  private let share: Figure?

  /// A card of a link.
  ///
  /// - Parameters:
  ///   - link: The link as its file gives it.
  ///   - chain: The name of its chain.
  ///   - share: The figure at the place that names the link, such as the share of an input.
  ///   - analyses: One a region; `nil` while the files have errors, which hides who is where.
  public init(
    of link: Link, chain: LocalizedText, share: Figure? = nil, analyses: [Analysis]?
  ) {
    self.link = link
    self.chain = chain
    self.share = share
    self.analyses = analyses
  }

  /// The card in a language.
  public func page(in language: Language) -> Page {
    let wording = Wording(language)
    let other = Wording(language == .chinese ? .english : .chinese)
    let name = wording.text(link.name)
    let names = name + (other.text(link.name) == name ? "" : " · " + other.text(link.name))
    let place = [wording.text(chain), wording.text(link.stage.word), link.id.description]
    var blocks: [Page.Block] = [
      .paragraph(.strong(names)),
      .paragraph(Prose(place.filter { !$0.isEmpty }.joined(separator: " · "))),
    ]
    if let share {
      blocks.append(.paragraph(.strong(wording.say("此处：", "Here: ")) + figure(share, wording)))
    }
    blocks.append(coverage(wording))
    let figures = self.figures(wording)
    if !figures.isEmpty { blocks.append(.bullets(figures)) }
    if let note = link.note { blocks.append(.paragraph(Prose(wording.text(note)))) }
    return Page(blocks)
  }

  private func coverage(_ wording: Wording) -> Page.Block {
    guard let analyses else {
      return .paragraph(
        Prose(
          wording.say(
            "覆盖情况：文件有错误，暂时无法判断。",
            "Coverage: not known while the files have errors.")))
    }
    let rows = analyses.compactMap { analysis -> Page.Bullet? in
      guard let index = analysis.graph.index(of: link.id) else { return nil }
      let region = wording.text(analysis.region.name)
      let coverage = analysis.today.coverage[index]
      let firms = analysis.presences[index].filter { $0.firm.residence == .resident }
      let ratio =
        coverage.isPresent
        ? wording.say("，本地配套率", ", local supply ratio ")
          + wording.percent(analysis.today.localSupplyRatio[index]) : ""
      return Page.Bullet(
        Prose(region + wording.say("：", ": ")) + .strong(wording.text(coverage.word))
          + Prose(ratio),
        points: firms.map { Page.Bullet(Prose(wording.presence($0))) })
    }
    guard !rows.isEmpty else {
      return .paragraph(Prose(wording.say("没有区域文件。", "There is no region file.")))
    }
    return .bullets(rows)
  }

  private func figures(_ wording: Wording) -> [Page.Bullet] {
    let money = { (figure: Figure) in wording.money(figure.value) }
    let number = { (figure: Figure) in wording.number(figure.value) }
    let plant = link.plant
    let rows: [(String, Figure?, (Figure) -> String)] = [
      (
        wording.say("增加值率", "value added"), link.valueAdded,
        { wording.percent($0.value) }
      ),
      (wording.say("典型工厂年产值", "output of a typical plant"), plant.outputMillionCNY, money),
      (wording.say("投资", "investment"), plant.investmentMillionCNY, money),
      (wording.say("用地（亩）", "land (mu)"), plant.landMu, number),
      (wording.say("就业（人）", "jobs"), plant.jobs, number),
      (wording.say("用电负荷（兆瓦）", "electrical load (MW)"), plant.powerMW, number),
      (
        wording.say("废水排放（吨/日）", "waste water (t/day)"), plant.dischargeTonnesPerDay, number
      ),
    ]
    return rows.compactMap { title, figure, text in
      figure.map { figure in
        Page.Bullet(
          Prose(title + wording.say("：", ": ")) + .strong(text(figure))
            + Prose(wording.aside(wording.source(figure.provenance))))
      }
    }
  }

  private func figure(_ figure: Figure, _ wording: Wording) -> Prose {
    .strong(wording.number(figure.value))
      + Prose(wording.aside(wording.source(figure.provenance)))
  }
}
