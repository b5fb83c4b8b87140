import ArgumentParser
import FoundationEssentials
import GapAnalysis
import Graphviz
import IndustryChain
import Reporting

/// Runs `chaingap report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write target lists, the report in both languages and all diagrams.",
    discussion: """
      Examples:
        chaingap report                          Chains/ into Reports/<region>/
        chaingap report --workspace my-chains
        chaingap report --pdf                    with the project book to hand out
        chaingap report --as-of 2019-12-31 --output Reports/dalong-2019

      Writes targets.xlsx (for offices: targets, scores, firms, projects),
      targets.csv, targets.json (for programs), report.md (Chinese), report.en.md
      (English), workspace.svg and chains/<chain>.svg with their DOT, report.html:
      all of it in one page for browser and printer, both languages, no network,
      and the project book (项目册), a page for each of the top targets:
      project-book.html (Chinese), project-book.en.html. With --pdf a browser
      prints both books. Files are replaced only when all are complete.
      """)

  @OptionGroup var options: AnalysisOptions

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The folder to write. Default: Reports/<region>.", valueName: "dir"))
  var output: String?

  @Flag(help: "Print the project book to PDF with an installed browser.")
  var pdf = false

  @OptionGroup var robustness: RobustnessOptions

  @OptionGroup var wording: LanguageOption

  func run() throws {
    if let output, options.holds(output) {
      throw Failure(
        "\"\(output)\" is in the workspace \"\(options.workspace)\"",
        help: "write the report beside it: --output Reports/<region>")
    }
    let workspace = try options.loadedWorkspace()
    let analysis = options.analysis(of: try options.chosenRegion(in: workspace), in: workspace)
    let otherRegions = workspace.regions.filter { $0.id != analysis.region.id }
      .map { RegionProfile.region(options.analysis(of: $0, in: workspace)) }
    Picture.warnAboutFonts()
    let drawn = robustness.robustness(of: analysis)
    var files = try Self.files(
      of: analysis, robustness: drawn, comparedWith: otherRegions)
    if pdf {
      files.merge(try ProjectBookFiles.printed(files, on: analysis.day)) { $1 }
    }
    let folder = OutputFolder(path: output ?? "Reports/\(analysis.region.id)")
    try folder.write(files)

    Console.show(
      TargetList(of: analysis, robustness: drawn, filter: TargetFilter(limit: 5)).page(
        in: wording.language))
    Console.write("\n")
    for name in files.keys.sorted() { Console.write("\(folder.path)/\(name)\n") }
    let others = folder.others(than: files.keys)
    if !others.isEmpty {
      Console.error(
        "note: left alone, not of this report: \(others.joined(separator: ", "))")
    }
  }

  /// Every file of the report by its path in the folder.
  private static func files(
    of analysis: Analysis, robustness: Robustness?, comparedWith others: [RegionProfile]
  ) throws -> [String: [UInt8]] {
    let list = TargetList(of: analysis, robustness: robustness)
    let chains = analysis.graph.chains
    var files: [String: [UInt8]] = [
      "targets.csv": Array(list.csv().utf8),
      "targets.json": Array(list.json().utf8),
    ]
    let pictures = ReportPictures(
      overview: "workspace.svg",
      chains: Dictionary(uniqueKeysWithValues: chains.map { ($0.id, "chains/\($0.id).svg") }))
    files["targets.xlsx"] = try SpreadsheetFile.bytes(
      of: TargetWorkbook(of: list, pictures: pictures))
    for (language, name) in [(Language.chinese, "report.md"), (.english, "report.en.md")] {
      let report = RegionReport(
        on: analysis, in: language, robustness: robustness, pictures: pictures,
        comparedWith: others)
      files[name] = Array(report.page().markdown().utf8)
    }
    let diagrams: [(String, DiagramScope)] =
      [("workspace", .workspace)] + chains.map { ("chains/\($0.id)", .chains([$0.id])) }
    for (name, scope) in diagrams {
      let diagram = ChainDiagram(of: analysis, showing: scope, in: .both).digraph()
      files[name + ".dot"] = DOTSource(diagram).bytes
      files[name + ".svg"] = try Picture.draw(diagram, as: .svg)
    }
    let page = WebReport(
      on: analysis, robustness: robustness, diagrams: try webDiagrams(of: analysis),
      comparedWith: others)
    files["report.html"] = Array(try page.html().utf8)
    files.merge(try ProjectBookFiles.pages(of: analysis)) { $1 }
    return files
  }

  /// The diagrams of the page, drawn once in each language.
  private static func webDiagrams(of analysis: Analysis) throws -> [WebDiagram] {
    let overview = (
      key: "overview", title: LocalizedText(english: "All chains", chinese: "产业链全景"),
      scope: DiagramScope.workspace
    )
    let chains = analysis.graph.chains.map { chain in
      (key: chain.id.rawValue, title: chain.name, scope: DiagramScope.chains([chain.id]))
    }
    return try ([overview] + chains).map { diagram in
      var pictures: [Language: [UInt8]] = [:]
      for (language, drawn) in [(Language.chinese, DiagramLanguage.chinese), (.english, .english)] {
        pictures[language] = try Picture.draw(
          ChainDiagram(of: analysis, showing: diagram.scope, in: drawn).digraph(), as: .svg)
      }
      return WebDiagram(key: diagram.key, title: diagram.title, pictures: pictures)
    }
  }
}
