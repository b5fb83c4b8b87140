import Diagnostics
import IndustryChain

/// How many entries one version of a file has that another has not, or has otherwise.
public struct FileChanges: Hashable, Sendable {
  /// The counts of one kind of entry.
  public struct Count: Hashable, Sendable {
    /// The kind: a key of the file, or `rows`.
    public let key: String
    /// Entries that only the new version has.
    public var added = 0
    /// Entries that only the old version has.
    public var removed = 0
    /// Entries that both have, with different values.
    public var changed = 0
  }

  /// The kinds that differ, in the order of their names.
  public let counts: [Count]
  /// The entries that differ; comments are only counted.
  public let details: [Detail]
  /// What the file is about, `nil` of a table.
  let kind: FileTree.Kind?

  /// Whether both say the same, comments included.
  public var isEmpty: Bool { counts.isEmpty }

  /// Compares two versions of a chain or region file.
  public init(from old: FileTree, to new: FileTree) {
    let (before, after) = (FileValues(of: old), FileValues(of: new))
    let (olds, news) = (before.entries ?? [:], after.entries ?? [:])
    var counts: [Count] = []
    for key in Set(olds.keys).union(news.keys).sorted() where olds[key] != news[key] {
      var count = Count(key: key)
      if case .map? = olds[key] ?? news[key] {
        count.add(from: olds[key], to: news[key])
      } else if case .ordered? = olds[key] ?? news[key] {
        count.add(from: olds[key], to: news[key])
        // Only the order differs.
        if count.added + count.removed + count.changed == 0 { count.changed = 1 }
      } else {
        count.changed = 1
      }
      counts.append(count)
    }
    if old.comments != new.comments {
      let common = old.comments.commonCount(with: new.comments)
      counts.append(
        Count(
          key: "comments", added: new.comments.count - common,
          removed: old.comments.count - common))
    }
    self.counts = counts
    kind = new.kind
    details = Self.details(from: before, to: after, at: [])
  }

  /// Compares two versions of a table by its rows.
  public init(fromTable old: String, to new: String) {
    kind = nil
    let rows = [old, new].map { text in
      let table = CSVTable(SourceFile(path: "", text: text)).rows.map { $0.map(\.value) }
      let header = table.first ?? []
      return table.dropFirst().map { TableRow(header, $0) }
    }
    guard rows[0] != rows[1] else {
      (counts, details) = ([], [])
      return
    }
    let lines = rows.map { rows in
      rows.map { row in row.cells.map { "\($0)\t\($1)" }.sorted().joined(separator: "\n") }.sorted()
    }
    let common = lines[0].commonCount(with: lines[1])
    let changedCount: Int
    (details, changedCount) = Self.details(from: rows[0], to: rows[1])
    var count = Count(
      key: "rows", added: rows[1].count - common - changedCount,
      removed: rows[0].count - common - changedCount, changed: changedCount)
    // Only the order differs.
    if count.added + count.removed + count.changed == 0 { count.changed = 1 }
    counts = [count]
  }
}

extension FileChanges.Count {
  fileprivate mutating func add(from old: FileValues?, to new: FileValues?) {
    let (olds, news) = (old?.entries ?? [:], new?.entries ?? [:])
    for key in Set(olds.keys).union(news.keys) {
      switch (olds[key], news[key]) {
      case (nil, _?): added += 1
      case (_?, nil): removed += 1
      case (let old?, let new?): if old != new { changed += 1 }
      case (nil, nil): break
      }
    }
  }
}

extension [String] {
  /// How many elements two sorted lists have in common, repeated ones as often as both have them.
  fileprivate func commonCount(with other: [String]) -> Int {
    var (mine, theirs, common) = (0, 0, 0)
    while mine < count, theirs < other.count {
      if self[mine] == other[theirs] {
        (mine, theirs, common) = (mine + 1, theirs + 1, common + 1)
      } else if self[mine] < other[theirs] {
        mine += 1
      } else {
        theirs += 1
      }
    }
    return common
  }
}

extension FileTree {
  /// The tree with its figures spelled as an older version spells them where they are the same
  /// numbers: a spreadsheet makes 0.3 of 0.30.
  ///
  /// O(entries²) in the largest map at worst.
  public func keepingSpellings(of old: FileTree) -> FileTree {
    var tree = self
    tree.root = Self.merged(root, old.root)
    return tree
  }

  private static func merged(_ map: TreeMap, _ old: TreeMap) -> TreeMap {
    var map = map
    let olds = Dictionary(old.entries.map { ($0.key, $0.value) }) { first, _ in first }
    for (index, entry) in map.entries.enumerated() {
      guard let value = olds[entry.key] else { continue }
      map.entries[index].value = merged(entry.value, value)
    }
    return map
  }

  private static func merged(_ value: TreeValue, _ old: TreeValue) -> TreeValue {
    switch (value, old) {
    case (.map(let map), .map(let old)): return .map(merged(map, old))
    case (.scalar(let scalar), .scalar(let old)):
      guard scalar.style == .plain, old.style == .plain, scalar.text != old.text,
        let number = Double(scalar.text), number == Double(old.text)
      else { return value }
      return .scalar(old)
    default: return value
    }
  }
}
