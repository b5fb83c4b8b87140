import ArgumentParser
import ChainFiles
import Diagnostics
import FoundationEssentials
import GapAnalysis
import IndustryChain

/// What every command that analyses a region asks for.
struct AnalysisOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The folder of chain files and regions.", valueName: "dir"))
  var workspace = "Chains"

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The region; needed where there are several.", valueName: "id"))
  var region: String?

  @Option(
    help: ArgumentHelp(
      "See the region as it was on a day: 2020-12-31, or 2020-12 or 2020 for the last day of it."
        + " Default: the day its file describes.",
      valueName: "date"),
    transform: CalendarDate.init(typed:))
  var asOf: CalendarDate?

  /// Whether a folder is the workspace's or lies in it, where a report has no place.
  func holds(_ folder: String) -> Bool {
    let inside = URL(fileURLWithPath: folder).standardizedFileURL.pathComponents
    return inside.starts(with: URL(fileURLWithPath: workspace).standardizedFileURL.pathComponents)
  }

  /// Reads the workspace and analyses the region.
  ///
  /// - Throws: `ExitCode.findings` after printing what is wrong in the files, or `Failure`.
  func analysis() throws -> Analysis {
    let workspace = try loadedWorkspace()
    return analysis(of: try chosenRegion(in: workspace), in: workspace)
  }

  /// Analyses a region on the day that the user asked for, telling where its tables end before.
  func analysis(of region: Region, in workspace: Workspace) -> Analysis {
    if let asOf { noteIfUnknown(asOf, of: region) }
    return Analysis(of: region, in: workspace, on: asOf)
  }

  /// Tells the user where a day lies after all that the tables can know.
  func noteIfUnknown(_ day: CalendarDate, of region: Region) {
    guard day > region.date else { return }
    Console.error("note: the tables of \(region.id) end on \(region.date), before \(day)")
  }

  /// Reads the workspace, telling what is wrong in it.
  ///
  /// - Throws: `ExitCode.findings` where a file has an error, so that nothing is made of half a
  ///   workspace.
  func loadedWorkspace() throws -> Workspace {
    let sources = try WorkspaceFolder(path: workspace).sources()
    let result = loadWorkspace(sources)
    guard let workspace = result.workspace else {
      let colours = Console.hasColours(onTerminal: Console.errorIsTerminal)
      let errors = result.diagnostics.filter { $0.severity == .error }
      let language = Language.ofEnvironment
      let renderer = TerminalRenderer(palette: colours ? .ansi : .plain, language: language)
      Console.error(renderer.render(errors))
      let summary = DiagnosticSummary(of: result.diagnostics, fileCount: sources.fileCount)
      let outcome = language == .english ? "; nothing was written" : "；没有写入任何文件"
      Console.error(summary.text(in: language) + outcome)
      throw ExitCode.findings
    }
    let warnings = result.diagnostics.count { $0.severity == .warning }
    if warnings > 0 {
      Console.error(
        "note: \(warnings) warning\(warnings == 1 ? "" : "s") in the files; "
          + "see them with: chaingap check \(self.workspace)")
    }
    return workspace
  }

  func chosenRegion(in workspace: Workspace) throws -> Region {
    let ids = workspace.regions.map(\.id.rawValue)
    if let region {
      if let found = workspace.regions.first(where: { $0.id.rawValue == region }) { return found }
      throw Failure(
        "there is no region \"\(region)\" in \(self.workspace)",
        help: ids.isEmpty
          ? "add one in \(self.workspace)/regions/" : "choose one of \(ids.joined(separator: ", "))"
      )
    }
    guard let first = workspace.regions.first else {
      throw Failure(
        "\(self.workspace) has no region", help: "add one in \(self.workspace)/regions/<region>/")
    }
    guard workspace.regions.count == 1 else {
      throw Failure(
        "\(self.workspace) has \(ids.count) regions",
        help: "choose one with --region: \(ids.joined(separator: ", "))")
    }
    return first
  }
}
