import GapAnalysis
import IndustryChain

extension RegionReport {
  /// The links that nobody has looked at, chain by chain.
  func unknownLinks() -> [Page.Block] {
    let graph = analysis.graph
    let lines = graph.chains.indices.compactMap { chain -> String? in
      let links = graph.links.indices.filter {
        graph.chainIndex[$0] == chain && analysis.today.coverage[$0] == .unknown
          && graph.variants.successors(of: $0).isEmpty
      }
      guard !links.isEmpty else { return nil }
      return text(graph.chains[chain].name)
        + wording.aside(wording.count(links.count, "个", "link")) + wording.say("：", ": ")
        + wording.list(links.map(name))
    }
    guard !lines.isEmpty else { return [] }
    let note = wording.say(
      "以下环节没有人调查过本地有无企业，请先摸底；既不算已有，也不算缺失。",
      "Nobody has looked whether firms here do this. Survey these links first: they count neither"
        + " as covered nor as missing.")
    return [.paragraph(Prose(note)), .points(lines)]
  }

  /// Projects that the sources name without saying what is made.
  func unplaced() -> [Page.Block] {
    guard !analysis.unplaced.isEmpty else { return [] }
    let note = wording.say(
      "来源提到以下项目，但没有说明属于哪个环节，只计入项目推进情况，不计入其他任何数字。",
      "The sources name these projects but not what they make; only the projects over time count"
        + " them, no other figure does.")
    return [.paragraph(Prose(note)), .bullets(analysis.unplaced.map { wording.project($0) })]
  }

  /// What is assumed, and who looked at what.
  func reliability() -> [Page.Block] {
    let assumptions = analysis.graph.links.indices.flatMap { analysis.assumptions(about: $0) }
    let bySort = Dictionary(grouping: assumptions, by: \.sort)
    let assumed = Assumption.Sort.allCases.compactMap { sort -> Page.Bullet? in
      guard let group = bySort[sort] else { return nil }
      return Page.Bullet(
        .strong(wording.assumptions(sort))
          + Prose(wording.aside(wording.count(group.count, "项", "figure"))),
        points: group.map { Page.Bullet(Prose(wording.assumption($0, in: analysis))) })
    }
    let grades = Dictionary(grouping: list.targets, by: \.explanation.weakestGrade)
    let counts = Grade.allCases.compactMap { grade in
      grades[grade].map {
        wording.say("“\(text(grade.word))”\($0.count)个", "\($0.count) \(text(grade.word))")
      }
    }
    var blocks: [Page.Block] = []
    if !counts.isEmpty {
      blocks.append(
        .paragraph(
          Prose(
            wording.say(
              "招商目标按所依据的最弱数据分：\(wording.list(counts))。"
                + "“报道”有具名来源和日期，“估算”有说明依据，“假设”为系统默认值。",
              "The targets by the weakest figure behind them: \(wording.list(counts))."
                + " Reported figures have a named source and date, estimates a stated basis,"
                + " assumed ones are our defaults."))))
    }
    blocks.append(
      .paragraph(.strong(wording.say("谁调查了什么", "Who surveyed what"))))
    blocks.append(surveys)
    blocks.append(.paragraph(.strong(wording.say("采用的假设", "What was assumed"))))
    blocks.append(
      assumed.isEmpty
        ? .paragraph(Prose(wording.say("无。", "Nothing."))) : .bullets(assumed))
    return blocks
  }

  private var surveys: Page.Block {
    let lines = analysis.region.surveys.map { survey in
      let scope =
        switch survey.scope {
        case .chain(let id):
          analysis.graph.chains.first { $0.id == id }.map { text($0.name) } ?? id.rawValue
        case .link(let id): text(analysis.graph.displayName(of: id))
        }
      return scope + wording.say("：", ": ") + wording.source(survey.provenance)
    }
    return lines.isEmpty
      ? .paragraph(Prose(wording.say("无人调查。", "Nobody has surveyed anything.")))
      : .points(lines)
  }

  /// The named sources, and apart from them what the estimates behind the lists rest on.
  func sources() -> [Page.Block] {
    let rows = telling + list.bringToProduction
    let stated =
      (analysis.presences.flatMap { $0 } + analysis.unplaced).map(\.project.provenance)
      + analysis.region.surveys.map(\.provenance)
    let named = rows.flatMap(\.reportedSources) + stated.compactMap(\.source)
    let sources = Set(named.map(text)).sorted()
    let bases = Set(rows.flatMap(\.sources).map(text)).subtracting(sources).sorted()
    var blocks: [Page.Block] = [
      sources.isEmpty
        ? .paragraph(Prose(wording.say("无具名来源。", "No source is named."))) : .points(sources)
    ]
    if !bases.isEmpty {
      let title = wording.say("上列目标和促投产项目的估算依据", "What the estimates above rest on")
      blocks += [.paragraph(.strong(title)), .points(bases)]
    }
    return blocks
  }

  /// The formula read aloud.
  func method() -> [Page.Block] {
    [
      .paragraph(
        Prose(
          wording.say(
            "链上价值 = 区内销售 × 本地含量 + 区外销售 ×（本地含量 − 自身增加值率）。"
              + "区内销售以本地企业现在向外采购的量为限；本地含量指每1元产值中，"
              + "由项目自身和本地供应商留在本地的增加值。项目在任何地方都能得到的部分不计入排名。",
            "Chain value = sold inside × local content + sold outside × (local content − own value"
              + " added). What is sold inside is limited to what local firms now buy outside;"
              + " local content is the value added that stays here per CNY of output, the plant's"
              + " own and its local suppliers'. What a plant would earn anywhere does not"
              + " rank."))),
      .paragraph(
        Prose(
          wording.say(
            "环节数不含大类，以其细分环节计。公式、来源和默认值见 Docs/Method.md。",
            "Umbrella links are not counted; their variants stand for them. Formulas, sources and"
              + " defaults: Docs/Method.md."))),
    ]
  }
}
