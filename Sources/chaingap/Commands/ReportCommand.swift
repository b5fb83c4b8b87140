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

      Writes report.html: all of it in one page for browser and printer, both
      languages, no network; the project book (项目册), a page for each of the top
      targets: project-book.html (Chinese), project-book.en.html; targets.xlsx (for
      offices: targets, scores, firms, projects) and targets.csv; report.md
      (Chinese), report.en.md (English); one JSON file for each part (for
      programs); workspace.svg and chains/<chain>.svg with their DOT. With --pdf a
      browser prints both books. Files are replaced only when all are complete.
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
    let findings = ReportFindings(
      on: analysis, robustness: drawn, comparedWith: otherRegions)
    var files = try Self.files(of: findings)
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
  private static func files(of findings: ReportFindings) throws -> [String: [UInt8]] {
    let analysis = findings.analysis
    let chains = analysis.graph.chains
    var files = findings.dataFiles().mapValues { Array($0.utf8) }
    let diagrams: [(String, DiagramScope)] =
      [("workspace", .workspace)] + chains.map { ("chains/\($0.id)", .chains([$0.id])) }
    for (name, scope) in diagrams {
      let diagram = ChainDiagram(of: analysis, showing: scope, in: .both).digraph()
      files[name + ".dot"] = DOTSource(diagram).bytes
      // A picture that cannot be drawn, such as one of thousands of links, costs the report nothing
      // else.
      do {
        files[name + ".svg"] = try Picture.draw(diagram, as: .svg)
      } catch let failure as Failure {
        Console.error("note: \(failure.message); the report goes without it")
      }
    }
    let pictures = ReportPictures(
      overview: files["workspace.svg"] == nil ? nil : "workspace.svg",
      chains: chains.reduce(into: [:]) { pictures, chain in
        let name = "chains/\(chain.id).svg"
        if files[name] != nil { pictures[chain.id] = name }
      })
    for (language, name) in [(Language.chinese, "report.md"), (.english, "report.en.md")] {
      let report = RegionReport(on: findings, in: language, pictures: pictures)
      files[name] = Array(report.page().markdown().utf8)
    }
    files["targets.xlsx"] = try SpreadsheetFile.bytes(
      of: TargetWorkbook(of: findings.list, pictures: pictures))
    let page = WebReport(on: findings, diagrams: try webDiagrams(of: analysis))
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
