extension YAMLTree {
  /// What keeps a text from being a tree.
  public enum Obstacle: Error, Hashable, Sendable {
    /// It is no YAML.
    case problem(YAMLProblem)
    /// Anchors and aliases, which are not read: a few of them can stand for billions of values.
    case aliases([Place])
    /// Keys that are maps or lists.
    case complexKeys([Place])
    /// Values inside values inside values, deeper than is read.
    case tooDeep(Place)
    /// A second document.
    case secondDocument(Place)
    /// More values than `mostValues` for a text of its length; the place is that of the first too many.
    case tooManyValues(Place, most: Int)
  }

  /// A stretch of the text.
  public struct Place: Hashable, Sendable {
    /// Where it begins.
    public let start: YAMLMark
    /// Where it ends.
    public let end: YAMLMark
  }

  /// Deeper values are refused; what is less deep can be walked recursively.
  static let deepest = 33

  /// The most values that a text of some bytes may hold.
  ///
  /// A value takes some hundred bytes on its way, and `[a,a,…]` would bring one every other byte. What
  /// people write has ten bytes or more for each; only of small texts nothing is asked.
  static func mostValues(byteCount: Int) -> Int { 250_000 + byteCount / 8 }

  /// Reads a text.
  ///
  /// What is laid out plainly is read by a scanner of our own, which takes a fraction of libyaml's time;
  /// it gives up at the first thing that it is not sure of, and libyaml reads the text.
  /// O(length).
  ///
  /// - Throws: `Obstacle`.
  public static func reading(_ text: String) throws(Obstacle) -> YAMLTree {
    if let tree = PlainLayoutScanner.tree(of: text) { return tree }
    return try readingWithLibYAML(text)
  }

  /// Reads a text with libyaml alone.
  ///
  /// - Throws: `Obstacle`.
  static func readingWithLibYAML(_ text: String) throws(Obstacle) -> YAMLTree {
    var gatherer = EventGatherer(byteCount: text.utf8.count)
    do {
      try YAMLReader.read(text) { gatherer.take($0) }
    } catch {
      // An anchor out of place makes the rest invalid; it is told for itself.
      if gatherer.obstacle == nil { throw .problem(error) }
    }
    if let obstacle = gatherer.obstacle { throw obstacle }
    return gatherer.builder.tree()
  }
}

/// Makes a tree of libyaml's events.
private struct EventGatherer {
  private(set) var builder: YAMLTreeBuilder
  private var aliases: [YAMLTree.Place] = []
  private var complexKeys: [YAMLTree.Place] = []
  private var stop: YAMLTree.Obstacle?
  /// For each open map or list, whether the next value is a key.
  private var expectsKey: [Bool?] = []
  private var isDocumentRead = false

  var obstacle: YAMLTree.Obstacle? {
    if !aliases.isEmpty { return .aliases(aliases) }
    if let stop { return stop }
    return complexKeys.isEmpty ? nil : .complexKeys(complexKeys)
  }

  init(byteCount: Int) {
    builder = YAMLTreeBuilder(byteCount: byteCount)
  }

  mutating func take(_ event: borrowing YAMLEvent) -> YAMLReader.Continuation {
    let place = YAMLTree.Place(start: event.start, end: event.end)
    if builder.isFull, event.isValue {
      stop = .tooManyValues(place, most: builder.mostValues)
      return .stop
    }
    if event.hasAnchor { aliases.append(place) }
    switch event.kind {
    case .scalar:
      builder.scalar(
        event.style == .plain ? .plain : .quoted, text: event.text, from: event.start,
        to: event.end)
      tookValue()
    case .alias:
      aliases.append(place)
      builder.scalar(.plain, text: "", from: event.start, to: event.end)
      tookValue()
    case .mappingStart, .sequenceStart:
      guard builder.depth < YAMLTree.deepest else {
        stop = .tooDeep(place)
        return .stop
      }
      if expectsKey.last == true { complexKeys.append(place) }
      let isMapping = event.kind == .mappingStart
      builder.begin(
        isMapping ? .mapping : .sequence, line: event.start.line, column: event.start.column)
      expectsKey.append(isMapping ? true : nil)
    case .mappingEnd, .sequenceEnd:
      builder.end()
      expectsKey.removeLast()
      tookValue()
    case .documentStart:
      if isDocumentRead {
        stop = .secondDocument(place)
        return .stop
      }
      isDocumentRead = true
    case .documentEnd: break
    }
    return .goOn
  }

  private mutating func tookValue() {
    guard let last = expectsKey.last, let isKey = last else { return }
    expectsKey[expectsKey.count - 1] = !isKey
  }
}

extension YAMLEvent {
  /// Whether a value stands or begins there.
  fileprivate var isValue: Bool {
    switch kind {
    case .scalar, .alias, .mappingStart, .sequenceStart: true
    case .mappingEnd, .sequenceEnd, .documentStart, .documentEnd: false
    }
  }
}
