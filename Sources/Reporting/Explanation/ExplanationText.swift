public import GapAnalysis
import IndustryChain
import TerminalText

/// An explanation in words: how a link's figures came about, term by term.
public struct ExplanationText: Sendable {
  typealias Statement = ExplanationSection.Statement

  let explanation: Explanation
  let analysis: Analysis
  let language: Language

  /// The words for one link.
  public init(of link: Int, in analysis: Analysis, language: Language) {
    self.init(explanation: analysis.explanation(of: link), analysis: analysis, language: language)
  }

  init(explanation: Explanation, analysis: Analysis, language: Language) {
    self.explanation = explanation
    self.analysis = analysis
    self.language = language
  }

  /// The whole explanation for a terminal or a file, a section after the other.
  public func text(style: TerminalTable.Style = .plain) -> String {
    let name = explanation.link.name.text(in: language)
    let title =
      language.remark(name, explanation.link.id.description)
      + " — \(explanation.coverage.name(in: language))"
    let parts = sections().map { section in
      style.heading(section.title) + "\n"
        + section.statements.map { statement in
          "  " + statement.text.terminalSafe + "\n"
            + statement.details.map { "      " + $0.terminalSafe + "\n" }.joined()
        }.joined()
    }
    return ([style.heading(title.terminalSafe) + "\n"] + parts).joined(separator: "\n")
  }

  /// All sections that have something to say.
  func sections() -> [ExplanationSection] {
    [
      presenceSection(), demandSection(), contentSection(), valueSection(), positionSection(),
      callSection(), plantSection(), assumptionSection(),
    ].filter { !$0.statements.isEmpty }
  }

  func say(_ chinese: String, _ english: String) -> String { language.say(chinese, english) }

  func money(_ millionCNY: Double) -> String { Numbers.money(millionCNY, in: language) }

  func name(_ link: Link) -> String { link.name.text(in: language) }

  /// The grade of a figure with its source or basis.
  func provenance(_ provenance: Provenance?) -> String {
    guard let provenance else { return Grade.assumed.name(in: language) }
    let grade = provenance.grade.name(in: language)
    guard let source = provenance.source?.text(in: language) else { return grade }
    return language.colon(grade, source)
  }

  func evidence(_ presence: Presence) -> String { presence.evidence(in: language) }
}

extension Presence {
  /// The firm and its stage, with the source, the place in the file and the words it is from.
  func evidence(in language: Language) -> String {
    let source = [project.provenance.source?.text(in: language), project.location].compactMap { $0 }
    let words = project.quotation.map { "“\($0)”" }
    let rest = [language.clauses(source), words ?? ""].filter { !$0.isEmpty }
    return ([text(in: language)] + [rest.joined(separator: " ")].filter { !$0.isEmpty })
      .joined(separator: " — ")
  }
}
