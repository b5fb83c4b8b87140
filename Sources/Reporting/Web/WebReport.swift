import GapAnalysis
import IndustryChain
import WebPages

/// The report on a region as one page that needs no network: both languages, lists to sort and
/// filter, plots, and the chains' diagrams, all readable without a script and on paper.
///
/// It says what the Markdown report says, from the same sections.
public struct WebReport: Sendable {
  let findings: ReportFindings
  let diagrams: [WebDiagram]
  let chinese: RegionReport
  let english: RegionReport

  var analysis: Analysis { findings.analysis }
  var robustness: Robustness? { findings.robustness }
  var list: TargetList { findings.list }

  /// A report on what was found.
  ///
  /// - Parameters:
  ///   - findings: What the page tells, in both languages.
  ///   - diagrams: The drawings to show, in order.
  public init(on findings: ReportFindings, diagrams: [WebDiagram] = []) {
    self.findings = findings
    self.diagrams = diagrams
    chinese = RegionReport(on: findings, in: .chinese)
    english = RegionReport(on: findings, in: .english)
  }

  /// The sections that the page words as the Markdown report does, by their keys; the others stand
  /// in parts of their own.
  private static let ownSections: Set<String> = [
    "At a glance", "Target list", "The chains",
  ]

  /// The section that only paper needs.
  private static let explanations = "The first targets, one by one"

  /// The page as HTML; the same for the same input.
  ///
  /// - Throws: Only where a template of ours is wrong, which the tests rule out.
  public func html() throws -> String {
    let (script, style) = (WebResources.script, WebResources.style)
    let policy = ContentSecurityPolicy(script: script, style: style)
    let sections = zip(chinese.sections(), english.sections()).map { ($0, $1) }
    let chapters = sections.filter { !Self.ownSections.contains($0.0.key) }.enumerated().map {
      chapter(number: $0.offset + 1, chinese: $0.element.0, english: $0.element.1)
    }
    var values: [String: PageValue] = [
      "policy": .text(policy.text), "script": .markup(script), "style": .markup(style),
      "title": .say(LocalizedText(english: english.title, chinese: chinese.title)),
      "documentTitle": .text(chinese.title), "englishTitle": .text(english.title),
      "region": .say(analysis.region.name),
      "basis": basis.map { .say($0) } ?? .flag(false),
      "chapters": .list(chapters),
      "diagrams": .list(diagrams.map(\.web)), "firstDiagram": .text(firstDiagram),
      "areFew": .flag(diagrams.count <= Self.tabCount),
      "hasDiagrams": .flag(!diagrams.isEmpty),
      "labels": WebLabels.values,
    ]
    values.merge(glance()) { $1 }
    values.merge(targets()) { $1 }
    values.merge(charts()) { $1 }
    return try WebResources.template().html(.object(values).singleLined)
  }

  /// More diagrams than so many are chosen from a list.
  private static let tabCount = 9

  /// The diagram that shows at first: that of the first target's chain, whose letters can be read,
  /// else the first.
  private var firstDiagram: String {
    let chain = list.targets.first?.opportunity.link.id.chain.rawValue
    return (diagrams.first { $0.key == chain } ?? diagrams.first)?.key ?? ""
  }

  private func chapter(
    number: Int, chinese: RegionReport.Section, english: RegionReport.Section
  ) -> PageValue {
    .object([
      "id": .text("s\(number)"),
      // On a screen they stand under the rows of the list.
      "place": .text(chinese.key == Self.explanations ? "print-only" : "anywhere"),
      "heading": .say(LocalizedText(english: english.title, chinese: chinese.title)),
      "languages": .list(
        bilingual(chinese.content, english.content)),
    ])
  }

  /// Blocks in each language, one after the other, for the style sheet to show one.
  func bilingual(_ chinese: [Page.Block], _ english: [Page.Block]) -> [PageValue] {
    [(Language.chinese, chinese), (.english, english)].map { language, blocks in
      .object([
        "code": .text(language.rawValue), "lang": .text(language.htmlCode),
        "blocks": .list(blocks.map(\.web)),
      ])
    }
  }
}
