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
    abstract: "Tell what a change of files means, and what it does to coverage and ranking.",
    discussion: """
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
      """)

  @Argument(help: ArgumentHelp("A folder, a file or a revision.", valueName: "before"))
  var before = "HEAD"

  @Argument(help: ArgumentHelp("The same; without it the files as they are.", valueName: "after"))
  var after: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The folder of chain files and regions that a revision alone means.", valueName: "dir"))
  var workspace = "Chains"

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Show effects on this region only; all of them unless given.", valueName: "id"))
  var region: String?

  @Option(help: "table, json or markdown.")
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
      "\"\(name.terminalSafe)\" cannot be compared: \(summary)", help: "mend what stands above")
  }

  private func chosenRegions(in workspace: Workspace) throws -> [Region] {
    guard let region else { return workspace.regions }
    let chosen = workspace.regions.filter { $0.id.rawValue == region }
    guard chosen.isEmpty else { return chosen }
    throw Failure(
      "there is no region \"\(region.terminalSafe)\"",
      help: workspace.regions.isEmpty
        ? nil : "choose one of \(workspace.regions.map(\.id.rawValue).joined(separator: ", "))")
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
