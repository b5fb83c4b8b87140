public import IndustryChain

/// What is said otherwise of one item than before, or of an item that has come or gone.
public struct ItemChange: Hashable, Sendable {
  /// What has become of the item.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case added, removed, changed
  }

  /// One respect in which something else is said than before.
  public struct FactChange: Hashable, Sendable {
    /// The respect.
    public let aspect: Aspect
    /// What was said; `nil` where nothing was.
    public let before: Fact?
    /// What is said now; `nil` where nothing is.
    public let after: Fact?

    /// Whether a figure is as it was and only its grade or source is another.
    public var isOfSourceOnly: Bool {
      guard let before = before?.figure, let after = after?.figure else { return false }
      return before.value == after.value
    }
  }

  /// The item, under its new ids where anything is renamed.
  public let item: WorkspaceItem
  /// What has become of it.
  public let kind: Kind
  /// What is said otherwise, by respect; of an item that has come or gone, all that is or was said.
  public let facts: [FactChange]
}

/// What differs in meaning between two states of a workspace: layout, comments and the order of files,
/// links and rows are no difference.
public struct WorkspaceChanges: Hashable, Sendable {
  /// What goes under another id, by the new id.
  public let renames: [Rename]
  /// Items that came, went or are described otherwise, each part as an item of its own, in order.
  public let changes: [ItemChange]
  /// What only follows from a renaming: the ids of before that are others after.
  let renaming: Renames

  /// Whether both states mean the same.
  public var isEmpty: Bool { renames.isEmpty && changes.isEmpty }

  /// Compares two states; of two equal ones nothing is listed.
  ///
  /// The way back has the same renamings the other way, and what was added is removed. Linear in the
  /// workspaces, with facts compared only of what is not equal at first sight.
  public init(from before: Workspace, to after: Workspace) {
    renaming = Renames(from: before, to: after)
    renames = renaming.list
    var comparison = WorkspaceComparison(
      chainsBefore: Set(before.chains.map { [renaming] in renaming($0.id) }))
    comparison.compare(before.renamed(by: renaming), after)
    changes = comparison.changes.sorted { $0.item < $1.item }
  }

  /// The chains that are new, gone or described otherwise, they themselves or their links.
  public var chains: Set<ChainID> {
    Set((changes.map(\.item) + renames.map(\.after)).compactMap { $0.chain })
  }

  /// The id that a link of before has after.
  public func id(after link: LinkID) -> LinkID { renaming(link) }

  /// The id that a region of before has after.
  public func id(after region: RegionID) -> RegionID { renaming.regions[region] ?? region }
}

/// Walks two workspaces of common ids side by side.
private struct WorkspaceComparison {
  /// The chains that were there, by their new ids: not those that renamed links alone have moved to.
  let chainsBefore: Set<ChainID>
  private(set) var changes: [ItemChange] = []

  init(chainsBefore: Set<ChainID>) { self.chainsBefore = chainsBefore }

  mutating func compare(_ before: Workspace, _ after: Workspace) {
    pair(before.chains, after.chains, by: \.id) { walk, id, before, after in
      walk.note(
        .chain(id), walk.chainsBefore.contains(id) ? before?.facts : nil, after?.facts)
      walk.compare(before?.links ?? [], after?.links ?? [])
    }
    pair(before.needs, after.needs, by: \.id) { walk, id, before, after in
      walk.note(.need(id), before?.facts, after?.facts)
    }
    pair(before.regions, after.regions, by: \.id) { walk, id, before, after in
      walk.note(.region(id), before?.facts, after?.facts)
      walk.compare(before?.firms ?? [], after?.firms ?? [], in: id)
      walk.pair(before?.peers ?? [], after?.peers ?? [], by: \.id) { walk, peer, before, after in
        walk.note(.peer(peer, of: id), before?.facts, after?.facts)
      }
    }
  }

  private mutating func compare(_ before: [Link], _ after: [Link]) {
    pair(before, after, by: \.id) { walk, id, before, after in
      walk.note(.link(id), before?.facts, after?.facts)
      walk.note(before?.inputItems ?? [:], after?.inputItems ?? [:])
    }
  }

  private mutating func compare(_ before: [Firm], _ after: [Firm], in region: RegionID) {
    pair(before, after, by: \.id) { walk, id, before, after in
      walk.note(.firm(id, in: region), before?.facts, after?.facts)
      walk.note(
        before: before?.projectItems(in: region) ?? [:],
        after: after?.projectItems(in: region) ?? [:])
    }
  }

  /// Visits what differs, by id; what is the same on both sides is not looked into.
  private mutating func pair<Part: Equatable, ID: Hashable>(
    _ before: [Part], _ after: [Part], by id: (Part) -> ID,
    _ visit: (inout Self, ID, Part?, Part?) -> Void
  ) {
    guard before != after else { return }
    var gone = Dictionary(before.map { (id($0), $0) }) { first, _ in first }
    for part in after {
      let other = gone.removeValue(forKey: id(part))
      if other != part { visit(&self, id(part), other, part) }
    }
    for (id, part) in gone { visit(&self, id, part, nil) }
  }

  private mutating func note(_ before: [WorkspaceItem: Facts], _ after: [WorkspaceItem: Facts]) {
    for item in Set(before.keys).union(after.keys) { note(item, before[item], after[item]) }
  }

  /// A firm's only project that goes and its only one that comes are one that went to another link.
  private mutating func note(
    before: [WorkspaceItem: Facts], after: [WorkspaceItem: Facts]
  ) {
    var before = before
    let gone = before.keys.filter { after[$0] == nil }
    let come = after.keys.filter { before[$0] == nil }
    if gone.count == 1, come.count == 1, let facts = before.removeValue(forKey: gone[0]) {
      before[come[0]] = facts
    }
    note(before, after)
  }

  private mutating func note(_ item: WorkspaceItem, _ before: Facts?, _ after: Facts?) {
    let (had, has) = (before ?? [:], after ?? [:])
    let aspects = Set(had.keys).union(has.keys).filter { had[$0] != has[$0] }.sorted()
    guard before == nil || after == nil || !aspects.isEmpty else { return }
    changes.append(
      ItemChange(
        item: item, kind: before == nil ? .added : after == nil ? .removed : .changed,
        facts: aspects.map {
          ItemChange.FactChange(aspect: $0, before: had[$0], after: has[$0])
        }))
  }
}
