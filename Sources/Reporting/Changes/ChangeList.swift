import GapAnalysis
import IndustryChain

/// Changes as a list of lines with signs, the parts of an item under it.
struct ChangeList {
  private let names: ChangeNames
  private let changes: [WorkspaceItem: ItemChange]
  private let renames: [WorkspaceItem: Rename]
  private var parts: [WorkspaceItem: [WorkspaceItem]] = [:]
  private var roots: [WorkspaceItem] = []

  /// Puts the items that changes name, and those that own them, into a tree.
  init(of changes: WorkspaceChanges, names: ChangeNames) {
    self.names = names
    self.changes = Dictionary(changes.changes.map { ($0.item, $0) }) { first, _ in first }
    renames = Dictionary(changes.renames.map { ($0.after, $0) }) { first, _ in first }
    var seen: Set<WorkspaceItem> = []
    for item in (changes.changes.map(\.item) + changes.renames.map(\.after)).sorted() {
      var item = item
      while seen.insert(item).inserted {
        guard let owner = item.owner else {
          roots.append(item)
          break
        }
        parts[owner, default: []].append(item)
        item = owner
      }
    }
    roots.sort()
  }

  private var wording: Wording { names.wording }

  /// A group for each chain, need and region, its parts under it.
  var groups: [Page.Group] {
    roots.map { root in
      let bullet = bullet(root)
      let isShort = bullet.lineCount <= ChangeReport.openPointCount
      return Page.Group(title: bullet, fold: isShort ? .open : .closed)
    }
  }

  /// The line of an item, and under it what is said of it otherwise and its parts.
  private func bullet(_ item: WorkspaceItem) -> Page.Bullet {
    let change = changes[item]
    let rename = renames[item]
    let kind = change?.kind ?? .changed
    let own = kind == .changed ? factBullets(item, change) : []
    let parts = (parts[item] ?? []).sorted().filter { kind == .changed || $0.kind.isListedInNew }
    return Page.Bullet(
      line(item, change, rename), points: own + parts.map(bullet),
      mark: rename == nil ? kind.mark : .renamed)
  }

  private func factBullets(_ item: WorkspaceItem, _ change: ItemChange?) -> [Page.Bullet] {
    guard let change, !isOneLine(change) else { return [] }
    let text = text(of: item)
    return change.facts.map(text.bullet)
  }

  /// An input of which only the share is another says so in its own line.
  private func isOneLine(_ change: ItemChange) -> Bool { change.isOfShare }

  private func text(of item: WorkspaceItem) -> FactText {
    guard case .region(let region) = item.root else { return FactText(names: names) }
    return FactText(names: names, region: region)
  }

  private func line(_ item: WorkspaceItem, _ change: ItemChange?, _ rename: Rename?) -> Prose {
    if let rename {
      return title(item)
        + Prose(
          wording.say("：", ": ") + names.id(of: rename.before) + " → " + names.id(of: rename.after))
        + Prose(wording.aside(wording.list(rename.clues.map(said))), as: .faint)
    }
    guard let change else { return title(item) }
    let more = brief(change)
    return more.isEmpty ? title(item) : title(item) + Prose(wording.say("：", ": ") + more)
  }

  /// What sort of thing it is and its name, its id behind where a name can hide it.
  private func title(_ item: WorkspaceItem) -> Prose {
    let noun: String? =
      switch item {
      case .chain: wording.say("产业链 ", "chain ")
      case .need: wording.say("条件 ", "need ")
      case .region: wording.say("区域 ", "region ")
      case .peer: wording.say("对比地区 ", "peer region ")
      case .input: wording.say("投入 ", "input ")
      case .project: wording.say("项目：", "project in ")
      case .link, .firm: nil
      }
    let (name, id) = (names(item), names.id(of: item))
    let isKnown = item.kind == .project || renames[item] != nil || name == id
    return Prose(noun ?? "") + .strong(name)
      + Prose(isKnown ? "" : wording.aside(id), as: .faint)
  }

  /// What a line says besides the name.
  private func brief(_ change: ItemChange) -> String {
    let text = text(of: change.item)
    func fact(_ kind: Aspect.Kind) -> String? {
      change.facts.first { $0.aspect.kind == kind }.map { text.said($0) }
    }
    if isOneLine(change) {
      return change.facts.map { change in
        let source = change.isOfSourceOnly ? wording.say("来源 ", "source ") : ""
        return wording.say("投入系数 ", "share ") + source + text.said(change)
      }.joined()
    }
    guard change.kind != .changed else { return "" }
    switch change.item {
    case .chain: return partCount(of: change.item, .link, "个环节", "link")
    case .link:
      return wording.list(
        [fact(.stage) ?? "", partCount(of: change.item, .input, "项投入", "input")]
          .filter { !$0.isEmpty })
    case .input:
      // Where it is from would hide the number; JSON has it.
      let share = change.facts.compactMap { ($0.after ?? $0.before)?.figure }.first.map {
        wording.say("投入系数 ", "share ") + text.number($0)
          + wording.aside(wording.text($0.provenance.grade.word))
      }
      let route = change.facts.compactMap { $0.after ?? $0.before }.first {
        if case .route(let route) = $0 { route != .purchase } else { false }
      }
      return wording.list(
        [share, route.map { text.full($0, .route) }].compactMap { $0 })
    case .region: return partCount(of: change.item, .firm, "家企业", "firm")
    case .firm:
      return wording.list((parts[change.item] ?? []).map { project($0) }, limit: 4)
    case .project: return stages(of: change, text)
    case .peer:
      return wording.count(change.facts.count { $0.aspect.kind == .listing }, "个环节", "link")
    case .need: return ""
    }
  }

  private func partCount(
    of item: WorkspaceItem, _ kind: WorkspaceItem.Kind, _ unit: String, _ noun: String
  ) -> String {
    let count = (parts[item] ?? []).count { $0.kind == kind }
    return count == 0 ? "" : wording.count(count, unit, noun)
  }

  /// A project of a firm that has come or gone: its link and how far it is.
  private func project(_ item: WorkspaceItem) -> String {
    guard let change = changes[item] else { return names(item) }
    return names(item) + wording.aside(stages(of: change, text(of: item)))
  }

  private func stages(of change: ItemChange, _ text: FactText) -> String {
    let reached = change.facts.last { $0.aspect.kind == .reached }
    guard let reached, let key = reached.aspect.key else { return "" }
    return names(key) + wording.say("，", ", ") + text.said(reached)
  }

  private func said(_ clue: Clue) -> String {
    switch clue {
    case .englishName: wording.say("英文名相同", "same English name")
    case .chineseName: wording.say("中文名相同", "same Chinese name")
    case .key: wording.say("键名相同", "same key")
    case .code(let classification, let code):
      wording.say("代码相同：", "same code: ") + "\(classification) \(code)"
    case .inputs: wording.say("投入相同", "same inputs")
    case .buyers: wording.say("采购方相同", "same buyers")
    case .links: wording.say("环节相同", "same links")
    case .creditCode: wording.say("信用代码相同", "same credit code")
    }
  }
}

extension ItemChange.Kind {
  fileprivate var mark: Page.Mark {
    switch self {
    case .added: .added
    case .removed: .removed
    case .changed: .changed
    }
  }
}

extension WorkspaceItem.Kind {
  /// Whether it is listed under an owner that has itself come or gone.
  fileprivate var isListedInNew: Bool { self == .link || self == .firm }
}

extension Page.Bullet {
  /// The lines that it takes, its points included.
  fileprivate var lineCount: Int { points.reduce(1) { $0 + $1.lineCount } }
}
