import GapAnalysis
import IndustryChain

/// How much has changed, in one line.
struct ChangeSummary {
  /// What is counted: a sort of item and what has become of it.
  enum Tally: Hashable, CaseIterable {
    case added, removed, renamed, changed
  }

  private let counts: [WorkspaceItem.Kind: [Tally: Int]]
  /// Inputs whose share is another.
  private let shareCount: Int
  private let coverageCount: Int
  private let rankCount: Int

  /// Counts; parts of what has itself come or gone are not counted again, links of a chain apart.
  init(of changes: WorkspaceChanges, in regions: [RegionChanges]) {
    var counts: [WorkspaceItem.Kind: [Tally: Int]] = [:]
    var shareCount = 0
    let kinds = Dictionary(changes.changes.map { ($0.item, $0.kind) }) { first, _ in first }
    for change in changes.changes {
      if let owner = change.item.owner, change.item.kind != .link, kinds[owner] == change.kind,
        change.kind != .changed
      {
        continue
      }
      if change.isOfShare {
        shareCount += 1
        continue
      }
      let tally: Tally =
        switch change.kind {
        case .added: .added
        case .removed: .removed
        case .changed: .changed
        }
      counts[change.item.kind, default: [:]][tally, default: 0] += 1
    }
    for rename in changes.renames {
      counts[rename.after.kind, default: [:]][.renamed, default: 0] += 1
    }
    self.counts = counts
    self.shareCount = shareCount
    coverageCount = regions.reduce(0) { $0 + $1.moves.count(where: \.changesCoverage) }
    rankCount = regions.reduce(0) { $0 + $1.moves.count(where: \.changesRank) }
  }

  /// `2 links added, 1 renamed, 3 shares changed; 4 ranks move`.
  func text(in wording: Wording) -> String {
    var parts: [String] = []
    for kind in WorkspaceItem.Kind.allCases {
      for tally in Tally.allCases {
        if let count = counts[kind]?[tally] { parts.append(said(count, kind, tally, wording)) }
      }
      if kind == .input, shareCount > 0 {
        parts.append(
          wording.say(
            "调整\(wording.digits(shareCount))项投入系数",
            wording.count(shareCount, "", "share") + " changed"))
      }
    }
    guard !parts.isEmpty else { return wording.say("没有实质变化", "nothing changes in meaning") }
    let effects = [
      coverageCount == 0
        ? ""
        : wording.say(
          "\(wording.digits(coverageCount))个环节覆盖或类型变化",
          "coverage or kind of \(wording.count(coverageCount, "", "link")) changes"),
      rankCount == 0
        ? ""
        : wording.say(
          "\(wording.digits(rankCount))个名次变动",
          rankCount == 1 ? "1 rank moves" : "\(wording.digits(rankCount)) ranks move"),
    ].filter { !$0.isEmpty }
    return ([parts.joined(separator: wording.say("，", ", "))] + effects)
      .joined(separator: wording.say("；", "; "))
  }

  private func said(
    _ count: Int, _ kind: WorkspaceItem.Kind, _ tally: Tally, _ wording: Wording
  ) -> String {
    let (unit, noun) =
      switch kind {
      case .chain: ("条产业链", "chain")
      case .link: ("个环节", "link")
      case .input: ("项投入", "input")
      case .need: ("项条件", "need")
      case .region: ("个区域", "region")
      case .firm: ("家企业", "firm")
      case .project: ("个项目", "project")
      case .peer: ("个对比地区", "peer region")
      }
    let (verb, done) =
      switch tally {
      case .added: ("新增", "added")
      case .removed: ("删除", "removed")
      case .renamed: ("更名", "renamed")
      case .changed: ("修改", "changed")
      }
    return wording.say(
      verb + wording.digits(count) + unit, wording.count(count, "", noun) + " " + done)
  }
}

extension ItemChange {
  /// Whether it is an input that is there before and after with another share, or another source of it.
  var isOfShare: Bool {
    item.kind == .input && kind == .changed && facts.allSatisfy { $0.aspect.kind == .share }
  }
}
