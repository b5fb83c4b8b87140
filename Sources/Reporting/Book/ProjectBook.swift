public import GapAnalysis
public import IndustryChain
import TerminalText
import WebPages

/// 项目册: a page of A4 for each of the first targets, to hand to a firm, in one language.
public struct ProjectBook: Sendable {
  /// So many targets have a page.
  static let pageCount = 10
  /// So many rows of a table, needs and cells of the sentence below the name fit on a page.
  static let (rowCount, needCount, reasonWidth) = (4, 8, 320)
  /// So many targets leave room on the cover to say of each why.
  static let reasonedPageCount = 6

  let analysis: Analysis
  let wording: Wording
  let rows: [TargetRow]
  let pictures: [LinkID: [UInt8]]
  let otherFile: String?

  /// A book on an analysis.
  ///
  /// - Parameters:
  ///   - analysis: The region on its day.
  ///   - language: The language of every word but names without a translation.
  ///   - pictures: Graphviz's SVG of what lies around each of `links(in:)`; a page whose link has
  ///     none goes without.
  ///   - otherFile: The book in the other language, named from this one's folder.
  public init(
    on analysis: Analysis, in language: Language, pictures: [LinkID: [UInt8]] = [:],
    otherFile: String? = nil
  ) {
    self.analysis = analysis
    wording = Wording(language)
    rows = Self.targets(in: analysis).map { TargetRow($0, in: .target, of: analysis) }
    self.pictures = pictures
    self.otherFile = otherFile
  }

  /// The links that have a page, best first.
  ///
  /// The first targets by score, none of which has a score of 0; empty where nothing speaks for any.
  public static func links(in analysis: Analysis) -> [LinkID] {
    targets(in: analysis).map(\.link.id)
  }

  private static func targets(in analysis: Analysis) -> [Opportunity] {
    let scored = analysis.targets.filter(\.isScored)
    return Array(scored.prefix(pageCount))
  }

  /// The book as a page for browsers and printers that needs nothing but itself.
  ///
  /// - Throws: An error of the templates, which are ours: the tests read them.
  public func html() throws -> String {
    try BookResources.template().html(
      .object([
        "lang": .text(wording.language.htmlCode),
        "policy": .text(ContentSecurityPolicy(style: BookResources.style).text),
        "style": .markup(BookResources.style),
        "title": .text(region + wording.say("", " · ") + bookName),
        "region": .text(region), "bookName": .text(bookName),
        "date": .text(wording.date(analysis.day)),
        "summary": .text(summary), "notes": .list(notes.map { .text($0) }),
        "words": words, "overview": pairs(overview),
        "hasReasons": .flag(rows.count <= Self.reasonedPageCount),
        "hasProjects": .flag(!rows.isEmpty),
        "projects": .list(rows.enumerated().map { project($0.element, place: $0.offset) }),
        "otherLanguage": otherLanguage,
      ]).singleLined)
  }

  private var region: String { text(analysis.region.name) }

  private var bookName: String { wording.say("招商项目册", "Investment project book") }

  func text(_ text: LocalizedText) -> String { wording.text(text) }

  /// What the chains here have and lack, in figures.
  private var overview: [(label: String, value: String)] {
    let graph = analysis.graph
    let count = CoverageCount(
      of: Array(graph.links.indices), in: graph, figures: analysis.today)
    func links(_ number: Int) -> String { wording.count(number, "个", "link") }
    return [
      (
        wording.say("产业链", "Chains"),
        wording.count(graph.chains.count, "条", "chain")
      ),
      (
        wording.say("有企业的环节", "Made here"), links(count.count(.covered) + count.count(.thin))
      ),
      (wording.say("在建/签约", "Planned"), links(count.count(.planned))),
      (wording.say("缺失环节", "Missing"), links(count.count(.missing))),
      (wording.say("每年采购外流", "Bought outside a year"), wording.money(count.leakageMillionCNY)),
    ]
  }

  /// Labels and their values for a template.
  func pairs(_ pairs: [(label: String, value: String)]) -> PageValue {
    .list(pairs.map { .object(["label": .text($0.label), "value": .text($0.value)]) })
  }

  private var summary: String {
    guard !rows.isEmpty else {
      return wording.say(
        "按现有数据，没有一个缺失或薄弱环节能从本地产业链获得支撑，因此没有可推介的项目。",
        "As far as is known, the local chains speak for no missing or thin link, so there is no project"
          + " to present.")
    }
    return wording.say(
      "本册推介\(rows.count)个项目：均为本地产业链缺失或薄弱、且本地已有买家或原料的环节，按综合得分排序，每个项目一页。",
      "\(wording.count(rows.count, "", "project")), a page each: links that the local chains lack or"
        + " have too little of, and for which buyers or inputs are here already, best first.")
  }

  private var notes: [String] {
    [
      wording.weights(analysis.basis),
      wording.say(
        "链上价值：一个典型项目仅因产业链在本地而每年新增的增加值。市场数字为本地企业现有采购的测算，不是订单。",
        "Chain value is the value added a year that one typical plant brings only because the chain is"
          + " here. Market figures are worked out from what local firms make; they are no orders."),
      wording.say(
        "“报道”有具名来源和日期，“估算”有说明依据，“假设”为系统默认值；典型项目为行业常见规模，以实际方案为准。",
        "Reported figures have a named source and date, estimates a stated basis, assumed ones are our"
          + " defaults. Typical plants are of a size usual in their trade; a real plan may differ."),
    ]
  }

  private var otherLanguage: PageValue {
    guard let otherFile else { return .flag(false) }
    let isChinese = wording.language == .chinese
    return .object([
      "file": .text(otherFile),
      "code": .text((isChinese ? Language.english : .chinese).htmlCode),
      "name": .text(isChinese ? "English version" : "中文版"),
    ])
  }

  private var words: PageValue {
    let words: [String: (String, String)] = [
      "rank": ("名次", "Rank"), "project": ("项目", "Project"), "page": ("页", "Page"),
      "score": ("综合得分", "Score"), "chainValue": ("链上价值/年", "Chain value a year"),
      "investment": ("典型投资", "Investment"), "jobs": ("就业", "Jobs"),
      "whyHere": ("缺什么，为什么在这里", "What is missing, and why here"),
      "market": ("本地市场", "The market next door"),
      "buyer": ("买家环节和企业", "Who buys"), "buys": ("每年采购额", "Buys a year"),
      "inputs": ("原料配套", "Inputs at hand"), "input": ("投入品", "Input"),
      "share": ("占产值", "Of output"), "localRatio": ("本地配套率", "Made here"),
      "plant": ("典型项目", "A typical plant"),
      "needs": ("落地条件与园区条件", "Needs, and what the zone provides"),
      "noNeeds": ("未列明落地条件。", "No need is listed."),
      "call": ("找谁谈", "Whom to call"),
      "noLeads": ("暂无目标企业线索。", "No lead is known yet."),
      "introduce": ("可牵线的本地企业", "Who could introduce"),
      "place": ("在产业链中的位置", "Its place in the chain"),
      "key": (
        "蓝底：已有；半蓝：薄弱；虚框：在建/签约；红框：缺失；点框：未调查；红色箭头：目前向区外采购",
        "Blue: here; half blue: thin; dashed: planned; red: missing; dotted: not surveyed; red arrow:"
          + " bought outside"
      ),
      "data": ("数据：", "Data:"), "sources": ("来源：", "Sources:"),
    ]
    return .object(words.mapValues { .text(wording.say($0.0, $0.1)) })
  }
}
