public import GapAnalysis
import IndustryChain

/// The report on a region for people to read, as Markdown.
public struct RegionReport: Sendable {
  /// Where the report's other files lie, relative to it.
  public struct Files: Hashable, Sendable {
    /// The same report in the other language.
    public var otherLanguage: String
    /// The diagram of all chains.
    public var workspaceDiagram: String
    /// The diagram of each chain, by the order of `Analysis.graph.chains`.
    public var chainDiagrams: [String]

    /// Paths that a browser follows from the report.
    public init(otherLanguage: String, workspaceDiagram: String, chainDiagrams: [String]) {
      self.otherLanguage = otherLanguage
      self.workspaceDiagram = workspaceDiagram
      self.chainDiagrams = chainDiagrams
    }
  }

  /// So many targets of some chain value are explained one by one; the others stand in the table.
  static let explainedCount = 10

  let analysis: Analysis
  let list: TargetList
  let language: Language
  let files: Files

  /// The targets that earn something because the chain is here.
  var worthwhile: [TargetRow] { list.targets.filter(\.hasChainValue) }

  /// A report on a region.
  public init(of analysis: Analysis, in language: Language, files: Files) {
    self.analysis = analysis
    self.language = language
    self.files = files
    list = TargetList(of: analysis)
  }

  /// The whole report.
  public func markdown() -> String {
    [
      heading(), glance(), targets(), commitments(), details(), unknownLinks(), unplaced(),
      confidence(), method(), diagrams(),
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  func say(_ chinese: String, _ english: String) -> String { language.say(chinese, english) }

  func section(_ title: String, _ body: String) -> String { "## \(title)\n\n\(body)" }

  func escaped(_ text: String) -> String { Markdown.escaped(text) }

  private func heading() -> String {
    let region = escaped(analysis.region.name.text(in: language))
    let title = say("\(region)产业链招商报告", "\(region): recruitment along the industry chains")
    let other = say("English", "中文")
    return """
      # \(title)

      \(say("截至", "As of")) \(analysis.day) · [\(other)](\(files.otherLanguage))

      """
  }
}
