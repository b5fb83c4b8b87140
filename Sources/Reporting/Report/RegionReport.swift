import GapAnalysis
public import IndustryChain

/// The report on a region that a leader reads before a meeting, complete in one language.
public struct RegionReport: Sendable {
  /// So many targets have a section of their own.
  static let detailedTargetCount = 10
  /// So many stand in the table.
  static let listedTargetCount = 20
  /// So many are named in the summary.
  static let summaryTargetCount = 5

  let findings: ReportFindings
  let pictures: ReportPictures
  let wording: Wording

  var analysis: Analysis { findings.analysis }
  var list: TargetList { findings.list }
  var glances: [ChainGlance] { findings.glances }

  /// A report on what was found.
  ///
  /// - Parameters:
  ///   - findings: What the report tells, the same for every language.
  ///   - language: The language of every word but names and quotations without a translation.
  ///   - pictures: The diagrams' files; those that are not named are left out.
  public init(
    on findings: ReportFindings, in language: Language,
    pictures: ReportPictures = ReportPictures()
  ) {
    self.findings = findings
    self.pictures = pictures
    wording = Wording(language)
  }

  /// One section of the report under its heading.
  struct Section: Hashable, Sendable {
    /// The English heading, by which other formats tell sections apart in every language.
    let key: String
    let title: String
    let content: [Page.Block]
  }

  /// Every section that has something to say, in order.
  func sections() -> [Section] {
    let sections: [(chinese: String, english: String, content: [Page.Block])] = [
      ("总体情况", "At a glance", glance()),
      ("招商目标清单", "Target list", targetTable()),
      ("产业链图", "The chains", chainPictures()),
      ("重点目标", "The first targets, one by one", detailedTargets()),
      ("捆绑招商", "What only pays together", bundles()),
      ("招商组合", "The best set to recruit", portfolio()),
      ("招商路线图", "In which order to recruit", roadmap()),
      ("促投产", "Bring to production", bringToProduction()),
      ("断链风险", "Risk", risk()),
      ("建议考察的地区", "Which regions to visit", regionsToVisit()),
      ("项目推进情况", "From contract to production, over time", pipeline()),
      ("未调查的环节", "Links that nobody has surveyed", unknownLinks()),
      ("未归入环节的项目", "Projects whose link no source tells", unplaced()),
      ("方法回测", "Was the method right", backtest()),
      ("数据可靠性", "How sure this is", reliability()),
      ("来源", "Sources", sources()),
      ("方法说明", "Method", method() + missingPeers()),
    ]
    return sections.filter { !$0.content.isEmpty }.map {
      Section(
        key: $0.english, title: wording.say($0.chinese, $0.english), content: $0.content)
    }
  }

  var title: String {
    let region = text(analysis.region.name)
    let day = wording.date(analysis.day)
    return wording.say("\(region)产业链招商报告（\(day)）", "\(region): whom to recruit, \(day)")
  }

  /// The whole report.
  public func page() -> Page { page(of: sections()) }

  /// The report of sections that are already there.
  func page(of sections: [Section]) -> Page {
    var blocks: [Page.Block] = [.heading(1, Prose(title))]
    for (place, section) in sections.enumerated() {
      let number = Self.chineseNumerals[min(place, Self.chineseNumerals.count - 1)] + "、"
      blocks.append(.heading(2, Prose(wording.say(number, "") + section.title)))
      blocks += section.content
    }
    return Page(blocks)
  }

  private static let chineseNumerals = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六",
    "十七", "十八", "十九", "二十",
  ]

  func text(_ text: LocalizedText) -> String { wording.text(text) }

  func name(_ link: Int) -> String { text(analysis.graph.displayName(of: link)) }

  private func chainPictures() -> [Page.Block] {
    let chains = analysis.graph.chains.compactMap { chain in
      pictures.chains[chain.id].map { file in
        Page.Block.picture(
          file: file, caption: wording.say("\(text(chain.name))产业链", "\(text(chain.name)) chain"))
      }
    }
    let overview = pictures.overview.map {
      Page.Block.picture(file: $0, caption: wording.say("产业链全景", "All chains"))
    }
    return [overview].compactMap { $0 } + chains
  }
}
