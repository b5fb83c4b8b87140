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
    help: ArgumentHelp(
      "The folder of chain files and regions.", "工作区，即产业链文件和区域所在的文件夹。", valueName: "dir"))
  var workspace = "Chains"

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The region; needed where there are several.", "区域；有多个区域时必须指定。", valueName: "id"))
  var region: String?

  @Option(
    help: ArgumentHelp(
      "See the region as it was on a day: 2020-12-31, or 2020-12 or 2020 for the last day of it."
        + " Default: the day its file describes.",
      "查看某日的情况，如 2020-12-31；只写 2020-12 或 2020 即其最后一日。默认为区域文件所载日期。",
      valueName: "date"),
    transform: CalendarDate.init(typed:))
  var asOf: CalendarDate?

  /// Whether a folder is the workspace's or lies in it, where a report has no place.
  func holds(_ folder: String) -> Bool { OutputFolder(path: folder).isIn(workspace) }

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
    Console.tell(
      .note,
      Phrase(
        "the tables of \(region.id) end on \(region.date), before \(day)",
        "\(region.id) 的数据截至 \(region.date)，早于 \(day)"))
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
      let language = Language.ofMessages
      let renderer = TerminalRenderer(palette: colours ? .ansi : .plain, language: language)
      Console.error(renderer.render(errors))
      let summary = DiagnosticSummary(of: result.diagnostics, fileCount: sources.fileCount)
      let outcome = language == .english ? "; nothing was written" : "；没有写入任何文件"
      Console.error(summary.text(in: language) + outcome)
      throw ExitCode.findings
    }
    let warnings = result.diagnostics.count { $0.severity == .warning }
    if warnings > 0 {
      let command = "chaingap check \(self.workspace)"
      Console.tell(
        .note,
        Phrase(
          "\(warnings) warning\(warnings == 1 ? "" : "s") in the files; see them with: \(command)",
          "文件中有 \(warnings) 个警告，可用 \(command) 查看"))
    }
    return workspace
  }

  func chosenRegion(in workspace: Workspace) throws -> Region {
    let ids = workspace.regions.map(\.id.rawValue)
    if let region {
      if let found = workspace.regions.first(where: { $0.id.rawValue == region }) { return found }
      let folder = "\(self.workspace)/regions/"
      throw Failure(
        "there is no region \"\(region)\" in \(self.workspace)",
        "\(self.workspace) 中没有区域“\(region)”",
        help: ids.isEmpty
          ? .init("add one in \(folder)", "请在 \(folder) 中新建") : .oneOf(ids))
    }
    guard let first = workspace.regions.first else {
      let folder = "\(self.workspace)/regions/<region>/"
      throw Failure(
        "\(self.workspace) has no region", "\(self.workspace) 中没有区域",
        help: .init("add one in \(folder)", "请在 \(folder) 中新建"))
    }
    guard workspace.regions.count == 1 else {
      let list = Phrase.list(ids)
      throw Failure(
        "\(self.workspace) has \(ids.count) regions", "\(self.workspace) 中有 \(ids.count) 个区域",
        help: .init(
          "choose one with --region: \(list.english)", "请用 --region 指定其一：\(list.chinese)"))
    }
    return first
  }
}
