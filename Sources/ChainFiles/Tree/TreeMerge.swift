/// Two versions of one file joined.
///
/// Links and keys of both are kept. What both say differently is a conflict; where a common ancestor
/// is given, only what both changed is. Figures are compared as figures (`0.10` is `0.1`), a
/// text in one language and one in the other make a text in both, and lists of ids are joined.
/// Comments of both are kept. New links of the second stand after the link that they follow there,
/// those that follow none before the first that both have.
public struct TreeMerge: Sendable {
  /// One of the two versions.
  public enum Side: String, CaseIterable, Hashable, Sendable {
    /// The first.
    case a
    /// The second.
    case b
  }

  /// A key that the two give different values.
  public struct Conflict: Hashable, Sendable {
    /// The keys on the way to it: `links`, `flint`, `stage`.
    public let path: [String]
    /// What the first says, `nil` where it has removed the key.
    public let a: TreeValue?
    /// What the second says, `nil` where it has removed the key.
    public let b: TreeValue?
  }

  /// The file of both; where they are in conflict it says what the preferred one does, else the first.
  public private(set) var tree: FileTree
  /// What they are in conflict about, in the order of the merged file.
  public private(set) var conflicts: [Conflict] = []

  private let preferred: Side

  /// Joins two versions, with their common ancestor where there is one.
  ///
  /// O(n) in the number of entries, n log n where entries of both must be interleaved.
  public init(_ a: FileTree, _ b: FileTree, base: FileTree? = nil, preferring side: Side = .a) {
    preferred = side
    tree = a
    tree.head = a.head.joined(with: b.head)
    tree.root = merged(a.root, b.root, base: base?.root, at: [], in: TreePlace(rootOf: a.kind))
  }

  private mutating func merged(
    _ a: TreeMap, _ b: TreeMap, base: TreeMap?, at path: [String], in place: TreePlace
  ) -> TreeMap {
    let (inA, inB, inBase) = (a.entriesByKey, b.entriesByKey, base?.entriesByKey ?? [:])
    let entries = Self.keys(of: a, and: b).compactMap { key in
      merged(
        inA[key], inB[key], base: inBase[key]?.value, at: path + [key], in: place.value(of: key))
    }
    return TreeMap(entries, below: a.below.joined(with: b.below))
  }

  /// The keys of the first, each followed by what follows it only in the second; what follows none
  /// there stands before the first that both have, after what is only the first's.
  private static func keys(of a: TreeMap, and b: TreeMap) -> [String] {
    let inA = Set(a.entries.map(\.key))
    var leading: [String] = []
    var following: [String: [String]] = [:]
    var last: String?
    for key in b.entries.map(\.key) {
      if inA.contains(key) {
        last = key
      } else if let last {
        following[last, default: []].append(key)
      } else {
        leading.append(key)
      }
    }
    let keys = a.entries.map(\.key)
    let inB = Set(b.entries.map(\.key))
    let place = keys.firstIndex(where: inB.contains) ?? keys.endIndex
    return keys[..<place] + leading
      + keys[place...].flatMap { [$0] + following[$0, default: []] }
  }

  /// One entry of both, `nil` where it is removed.
  private mutating func merged(
    _ a: TreeEntry?, _ b: TreeEntry?, base: TreeValue?, at path: [String], in place: TreePlace
  ) -> TreeEntry? {
    guard let a, let b else {
      // What the ancestor has and one of the two has not was removed; that holds where the other
      // has left it alone.
      guard let only = a ?? b, let base else { return a ?? b }
      if place.isSame(only.value, base) { return nil }
      conflicts.append(Conflict(path: path, a: a?.value, b: b?.value))
      return preferred == .a ? a : b
    }
    var result = a
    result.notes = a.notes.joined(with: b.notes)
    result.value = merged(a.value, b.value, base: base, at: path, in: place, notes: &result.notes)
    return result
  }

  private mutating func merged(
    _ a: TreeValue, _ b: TreeValue, base: TreeValue?, at path: [String], in place: TreePlace,
    notes: inout TreeNotes
  ) -> TreeValue {
    if base == nil, a == .blank || b == .blank { return a == .blank ? b : a }
    if case .list(let a) = a, case .list(let b) = b, place.isSet {
      return .list(Self.merged(a, b, base: base))
    }
    if let mapA = place.writtenOut(a), let mapB = place.writtenOut(b),
      !(a.isScalar && b.isScalar) || mapA.entries.map(\.key) != mapB.entries.map(\.key)
    {
      let mapBase = base.flatMap { place.writtenOut($0) }
      return .map(merged(mapA, mapB, base: mapBase, at: path, in: place))
    }
    let side = side(a, b, base: base, in: place)
    if side == nil { conflicts.append(Conflict(path: path, a: a, b: b)) }
    let takesA = (side ?? preferred) == .a
    notes.add((takesA ? b : a).comments)
    return takesA ? a : b
  }

  /// Which of two values holds, `nil` where nothing says so.
  private func side(_ a: TreeValue, _ b: TreeValue, base: TreeValue?, in place: TreePlace) -> Side?
  {
    if place.isSame(a, b) { return .a }
    guard let base else { return nil }
    if place.isSame(a, base) { return .b }
    return place.isSame(b, base) ? .a : nil
  }

  /// The items of both; what one of them has removed from the ancestor's stays removed.
  private static func merged(_ a: TreeList, _ b: TreeList, base: TreeValue?) -> TreeList {
    var old: Set<TreeValue> = []
    if case .list(let list)? = base { old = Set(list.items.map(\.value)) }
    let inA = Set(a.items.map(\.value))
    let inB = Dictionary(b.items.map { ($0.value, $0.notes) }) { first, _ in first }
    var items: [TreeItem] = a.items.compactMap { item in
      guard let other = inB[item.value] else { return old.contains(item.value) ? nil : item }
      return TreeItem(item.value, notes: item.notes.joined(with: other))
    }
    items += b.items.filter { !inA.contains($0.value) && !old.contains($0.value) }
    return TreeList(items, below: a.below.joined(with: b.below))
  }
}

extension TreeMap {
  /// The entries by key.
  fileprivate var entriesByKey: [String: TreeEntry] {
    Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
  }
}

extension TreeValue {
  fileprivate var isScalar: Bool {
    if case .scalar = self { true } else { false }
  }
}

extension TreePlace {
  /// Whether two values here say the same.
  ///
  /// O(n).
  fileprivate func isSame(_ a: TreeValue, _ b: TreeValue) -> Bool {
    switch (a, b) {
    case (.blank, .blank): return true
    case (.scalar(let a), .scalar(let b)):
      if let first = amount(a.text), let second = amount(b.text) { return first == second }
      return a.text == b.text
    case (.list(let a), .list(let b)):
      if isSet { return Set(a.items.map(\.value)) == Set(b.items.map(\.value)) }
      return a.items.count == b.items.count
        && zip(a.items, b.items).allSatisfy { item.isSame($0.value, $1.value) }
    default:
      guard let a = writtenOut(a), let b = writtenOut(b), a.entries.count == b.entries.count else {
        return false
      }
      let others = b.entriesByKey
      return a.entries.allSatisfy { entry in
        others[entry.key].map { value(of: entry.key).isSame(entry.value, $0.value) } ?? false
      }
    }
  }
}
