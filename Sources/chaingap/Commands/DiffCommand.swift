import ArgumentParser
import ChainFiles
import Diagnostics
import GapAnalysis
import IndustryChain
import Reporting
import TerminalText

/// Runs `chaingap diff`.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: Phrase(
      "Tell what a change of files means, and what it does to coverage and ranking.",
      "说明文件的改动意味着什么，对覆盖和排名有何影响。"),
    discussion: Phrase(
      """
      Examples:
        chaingap diff                             the last commit against the files
        chaingap diff HEAD~1                      the commit before it
        chaingap diff main HEAD                   two revisions, branches or hashes
        chaingap diff main:Chains my-chains       a folder then, another now
        chaingap diff HEAD:Chains/lighter.yaml    one file, the others as they are
        chaingap diff old.yaml Chains/lighter.yaml
        chaingap diff main HEAD --format markdown for a merge request

      BEFORE and AFTER are folders, files, git revisions, or REVISION:PATH with the
      path as you would write it here. What lies here by a name comes before a
      revision of that name. A revision alone means --workspace as it was; without
      AFTER the files as they are now are meant. Of two files the first stands in
      the other's place, the rest of the workspace around it.

      Layout, comments and the order of files, links and rows are no difference.
      Signs: + new, - gone, ~ another, → under another name.
      Exit codes: 0 the same, 1 differences, 2 could not run, errors in the files.
      """,
      """
      示例：
        chaingap diff                             上次提交与现在的文件
        chaingap diff HEAD~1                      再往前一次提交
        chaingap diff main HEAD                   两个版本，可写分支或提交号
        chaingap diff main:Chains my-chains       当时的文件夹与现在的另一个
        chaingap diff HEAD:Chains/lighter.yaml    一个文件，其余按现状
        chaingap diff old.yaml Chains/lighter.yaml
        chaingap diff main HEAD --format markdown 用于合并请求

      前后两方可以是文件夹、文件、git 版本，或“版本:路径”（路径按当前位置书写）。
      本地已有的名称优先于同名版本。只写版本即当时的 --workspace；不写后一方
      即现在的文件。比较两个文件时，以前一个代替后一个，工作区其余部分不变。

      排版、注释以及文件、环节、行的次序不算差异。
      符号：+ 新增，- 删除，~ 修改，→ 改名。
      退出码：0 没有差异，1 有差异，2 无法运行或文件有错误。
      """))

  @Argument(
    help: ArgumentHelp(
      "A folder, a file or a revision.", "文件夹、文件或版本。", valueName: "before"))
  var before = "HEAD"

  @Argument(
    help: ArgumentHelp(
      "The same; without it the files as they are.", "同上；不写即现在的文件。", valueName: "after"))
  var after: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The folder of chain files and regions that a revision alone means.",
      "只写版本时所指的工作区。", valueName: "dir"))
  var workspace = "Chains"

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Show effects on this region only; all of them unless given.",
      "只显示对某个区域的影响；不写即全部。", valueName: "id"))
  var region: String?

  @Option(help: .init("table, json or markdown.", "table（表格）、json 或 markdown。"))
  var format = PageFormat.table

  @OptionGroup var wording: LanguageOption

  func run() throws {
    let old = try DiffOperand(before, workspace: workspace)
    let new =
      try after.map { try DiffOperand($0, workspace: workspace) }
      ?? .workTree(besides: before, workspace: workspace)
    let sources = try DiffOperand.sources(old, new)
    let states = (
      before: ChangeReport.State(
        name: old.name, workspace: try loaded(sources.before, as: old.name)),
      after: ChangeReport.State(name: new.name, workspace: try loaded(sources.after, as: new.name))
    )
    let changes = WorkspaceChanges(
      from: states.before.workspace, to: states.after.workspace)
    let regions = try chosenRegions(in: states.after.workspace)
    let effects =
      changes.isEmpty
      ? []
      : changes.effects(
        from: states.before.workspace, to: states.after.workspace, on: regions)
    format.write(
      ChangeReport(of: changes, from: states.before, to: states.after, in: effects),
      in: wording.language)
    if !changes.isEmpty { throw ExitCode.findings }
  }

  private func loaded(_ sources: WorkspaceSources, as name: String) throws -> Workspace {
    let result = loadWorkspace(sources)
    if let workspace = result.workspace { return workspace }
    let colours = Console.hasColours(onTerminal: Console.errorIsTerminal)
    let errors = result.diagnostics.filter { $0.severity == .error }
    Console.error(
      TerminalRenderer(palette: colours ? .ansi : .plain, language: wording.language).render(errors)
    )
    let summary = DiagnosticSummary(of: errors, fileCount: sources.fileCount)
    throw Failure(
      "\"\(name.terminalSafe)\" cannot be compared: \(summary)",
      "无法比较“\(name.terminalSafe)”：\(summary.text(in: .chinese))",
      help: .init("mend what stands above", "请先改正以上错误"))
  }

  private func chosenRegions(in workspace: Workspace) throws -> [Region] {
    guard let region else { return workspace.regions }
    let chosen = workspace.regions.filter { $0.id.rawValue == region }
    guard chosen.isEmpty else { return chosen }
    throw Failure(
      "there is no region \"\(region.terminalSafe)\"", "没有区域“\(region.terminalSafe)”",
      help: workspace.regions.isEmpty ? nil : .oneOf(workspace.regions.map(\.id.rawValue)))
  }
}

extension WorkspaceChanges {
  /// What the changes do to those of some regions of the later state that were there before.
  func effects(
    from before: Workspace, to after: Workspace, on regions: [Region]
  ) -> [RegionChanges] {
    regions.compactMap { region in
      before.regions.first { id(after: $0.id) == region.id }.map { old in
        RegionChanges(
          from: Analysis(of: old, in: before), to: Analysis(of: region, in: after), by: self)
      }
    }
  }
}
