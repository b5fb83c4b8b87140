public import GapAnalysis
public import IndustryChain

/// What a change of files means (变化), as a plan of changes shows it: what comes, goes, is renamed or
/// described otherwise, and what that does to coverage and ranking.
public struct ChangeReport: PageDocument {
  /// A state of a workspace and what people call it.
  public struct State: Sendable {
    /// The folder, file or revision.
    public let name: String
    /// What it says.
    public let workspace: Workspace

    /// Joins a name and a workspace.
    public init(name: String, workspace: Workspace) {
      self.name = name
      self.workspace = workspace
    }
  }

  /// So many rows of a table are shown to people.
  static let rowLimit = 30
  /// Markdown folds longer lists away.
  static let openPointCount = 12

  let before: State
  let after: State
  let changes: WorkspaceChanges
  let regions: [RegionChanges]

  /// Words for changes and what they do.
  ///
  /// - Parameters:
  ///   - changes: What differs between the states.
  ///   - before: The old state.
  ///   - after: The new state.
  ///   - regions: What that does to regions that are in both.
  public init(
    of changes: WorkspaceChanges, from before: State, to after: State, in regions: [RegionChanges]
  ) {
    self.changes = changes
    self.before = before
    self.after = after
    self.regions = regions
  }

  /// The change in one line: `2 links added, 1 link renamed; 4 ranks move`.
  public func summary(in language: Language) -> String {
    ChangeSummary(of: changes, in: regions).text(in: Wording(language))
  }

  /// The page, for a terminal or as Markdown.
  public func page(in language: Language) -> Page {
    let wording = Wording(language)
    let names = ChangeNames(of: [before.workspace, after.workspace], in: wording)
    var blocks: [Page.Block] = [
      .heading(
        1,
        Prose(
          wording.say(
            "变化：\(before.name) → \(after.name)", "What changes: \(before.name) → \(after.name)"))),
      .paragraph(
        .strong(
          changes.isEmpty
            ? wording.say("没有实质变化。", "Nothing changes in meaning.")
            : wording.say("合计：", "Plan: ") + summary(in: language) + wording.say("。", "."))),
    ]
    let items = ChangeList(of: changes, names: names).groups
    if !items.isEmpty {
      blocks.append(.heading(2, Prose(wording.say("改了什么", "Changes"))))
      blocks += items.map { .group($0) }
    }
    for region in regions where !region.isEmpty { blocks += effects(on: region, names) }
    return Page(blocks)
  }
}
