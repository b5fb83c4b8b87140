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

  @OptionGroup var drawing: DrawingOptions

  @OptionGroup var robustness: RobustnessOptions

  @OptionGroup var wording: LanguageOption

  func run() throws {
    if let output, options.holds(output) {
      throw Failure(
        "\"\(output)\" is in the workspace \"\(options.workspace)\"",
        help: "write the report beside it: --output Reports/<region>")
    }
    let room = drawing.room()
    let workspace = try options.loadedWorkspace()
    let analysis = options.analysis(of: try options.chosenRegion(in: workspace), in: workspace)
    let otherRegions = workspace.regions.filter { $0.id != analysis.region.id }
      .map { RegionProfile.region(options.analysis(of: $0, in: workspace)) }
    DrawingRoom.warnAboutFonts()
    let drawn = robustness.robustness(of: analysis)
    let findings = ReportFindings(
      on: analysis, robustness: drawn, comparedWith: otherRegions)
    var files = try ReportFiles(findings: findings, room: room).made()
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
}
