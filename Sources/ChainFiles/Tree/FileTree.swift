/// A chain file or a region file as a tree that keeps the comments and blank lines of its author.
///
/// `canonicalText(of:)` writes it. A tree can be read from a text, or built from values:
///
///     let link: TreeMap = ["name": .text(english: "Flint", chinese: "打火石"), "stage": "upstream"]
public struct FileTree: Hashable, Sendable {
  /// What a file is about, which decides on the order of its keys.
  public enum Kind: Hashable, Sendable {
    /// A chain definition.
    case chain
    /// A region.
    case region
    /// What a workspace wants of the check.
    case workspace
    /// Anything else; its keys keep their order.
    case other
  }

  /// What stands above the first key and belongs to the file as a whole.
  public var head: [TreeLine]
  /// The keys and values.
  public var root: TreeMap

  /// Joins a head and a tree.
  public init(_ root: TreeMap, head: [TreeLine] = []) {
    self.head = head
    self.root = root
  }

  /// What the file is about, by its keys.
  ///
  /// O(keys of the root).
  public var kind: Kind {
    if root["chain"] != nil { return .chain }
    if root["region"] != nil { return .region }
    let keys = root.entries.map(\.key)
    let settings = ObjectSchema.settings.keys.map(\.key)
    let areSettings = keys.allSatisfy { settings.contains($0) }
    return areSettings && !keys.isEmpty ? .workspace : .other
  }

  /// The id of the chain or the region, `nil` where none is written.
  public var id: String? {
    guard case .scalar(let scalar)? = root["chain"] ?? root["region"] else { return nil }
    return scalar.text
  }
}

/// A line that holds no value.
public enum TreeLine: Hashable, Sendable {
  /// A line with nothing on it.
  case blank
  /// A comment, from its `#` to the end of the line.
  case comment(String)
}

/// What an author wrote around an entry of a map or a list.
public struct TreeNotes: Hashable, Sendable {
  /// The lines above the entry.
  public var above: [TreeLine]
  /// The comment at the end of the entry's line, from its `#`.
  public var beside: String?

  /// Joins lines above and a comment at the end.
  public init(above: [TreeLine] = [], beside: String? = nil) {
    self.above = above
    self.beside = beside
  }

  /// Whether nothing was written.
  public var isEmpty: Bool { above.isEmpty && beside == nil }

  /// Whether there is a comment.
  var hasComment: Bool { beside != nil || above.hasComment }
}

extension [TreeLine] {
  /// Whether a line of them is a comment.
  var hasComment: Bool { contains { $0 != .blank } }
}

/// A value of a file.
public enum TreeValue: Hashable, Sendable {
  /// Nothing; counts as not given.
  case blank
  /// A text or a figure.
  case scalar(TreeScalar)
  /// Keys with values.
  case map(TreeMap)
  /// Values in a row.
  case list(TreeList)
}

/// A text or a figure as a file has it.
public struct TreeScalar: Hashable, Sendable {
  /// How it stands in the file, where the schema does not say what it is.
  public enum Style: Hashable, Sendable {
    /// Bare: `true` is the flag.
    case plain
    /// In quotation marks or as a block of lines: `"true"` is a word.
    case quoted
  }

  /// The text that it stands for, without quotation marks.
  public var text: String
  /// Bare or quoted.
  public var style: Style

  /// Joins a text and a style.
  public init(_ text: String, _ style: Style) {
    self.text = text
    self.style = style
  }

  /// Whether a parser takes it for nothing.
  var isBlank: Bool { style == .plain && (text.isEmpty || text == "~" || text == "null") }
}

/// A key and its value.
public struct TreeEntry: Hashable, Sendable {
  /// The key.
  public var key: String
  /// What it holds.
  public var value: TreeValue
  /// What stands around it.
  public var notes: TreeNotes

  /// Joins a key, a value and what stands around them.
  public init(_ key: String, _ value: TreeValue, notes: TreeNotes = TreeNotes()) {
    self.key = key
    self.value = value
    self.notes = notes
  }
}

/// One value of a list.
public struct TreeItem: Hashable, Sendable {
  /// The value.
  public var value: TreeValue
  /// What stands around it.
  public var notes: TreeNotes

  /// Joins a value and what stands around it.
  public init(_ value: TreeValue, notes: TreeNotes = TreeNotes()) {
    self.value = value
    self.notes = notes
  }
}

/// Keys with values, in an order; no key occurs twice.
public struct TreeMap: Hashable, Sendable {
  /// The keys and values.
  public var entries: [TreeEntry]
  /// The lines after the last of them.
  public var below: [TreeLine]

  /// Joins entries and the lines after them.
  public init(_ entries: [TreeEntry], below: [TreeLine] = []) {
    self.entries = entries
    self.below = below
  }

  /// The value of a key; setting it keeps the place of a key that is there, adds one that is not,
  /// and removes it where it is set to `nil`.
  ///
  /// O(entries).
  public subscript(key: String) -> TreeValue? {
    get { entries.first { $0.key == key }?.value }
    set {
      let place = entries.firstIndex { $0.key == key }
      switch (place, newValue) {
      case (let place?, let value?): entries[place].value = value
      case (let place?, nil): entries.remove(at: place)
      case (nil, let value?): entries.append(TreeEntry(key, value))
      case (nil, nil): break
      }
    }
  }
}

/// Values in a row.
public struct TreeList: Hashable, Sendable {
  /// The values.
  public var items: [TreeItem]
  /// The lines after the last of them.
  public var below: [TreeLine]

  /// Joins items and the lines after them.
  public init(_ items: [TreeItem] = [], below: [TreeLine] = []) {
    self.items = items
    self.below = below
  }
}
