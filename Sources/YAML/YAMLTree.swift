/// A YAML text as a tree in one flat table: each value is a row, and its children are the rows that
/// follow.
///
/// Texts are stretches of bytes until somebody asks for them.
public final class YAMLTree: Sendable {
  /// What a value is.
  public enum Kind: UInt8, Sendable {
    /// A text without quotes.
    case plain
    /// A text in quotes or after `|` or `>`.
    case quoted
    /// A map; its keys and values follow in turn.
    case mapping
    /// A list; its items follow.
    case sequence
  }

  @usableFromInline struct Row: Sendable {
    @usableFromInline var kind: Kind
    /// The first byte of a text.
    @usableFromInline var offset: UInt32
    /// The number of bytes of a text.
    @usableFromInline var length: UInt32
    /// The row after the value and everything in it.
    @usableFromInline var next: UInt32
    @usableFromInline var line: UInt32
    @usableFromInline var column: UInt32
    @usableFromInline var endLine: UInt32
    @usableFromInline var endColumn: UInt32

    init(_ kind: Kind, offset: Int = 0, length: Int = 0, line: Int, column: Int) {
      self.kind = kind
      self.offset = UInt32(clamping: offset)
      self.length = UInt32(clamping: length)
      next = 0
      self.line = UInt32(clamping: line)
      self.column = UInt32(clamping: column)
      endLine = self.line
      endColumn = self.column
    }
  }

  /// The bytes of the source, then those of texts that do not stand there as they are.
  @usableFromInline let bytes: [UInt8]
  @usableFromInline let rows: [Row]

  init(bytes: [UInt8], rows: [Row]) {
    self.bytes = bytes
    self.rows = rows
  }

  /// The outermost value; an empty map where the text holds nothing.
  public var root: YAMLNode { YAMLNode(tree: self, index: 0) }
}

/// A value of a YAML text and the place where it stands.
public struct YAMLNode: Sendable {
  @usableFromInline let tree: YAMLTree
  @usableFromInline let index: Int

  @inlinable init(tree: YAMLTree, index: Int) {
    self.tree = tree
    self.index = index
  }

  @usableFromInline var row: YAMLTree.Row {
    @inlinable get { tree.rows[index] }
  }

  /// What it is.
  @inlinable public var kind: YAMLTree.Kind { row.kind }
  /// The line where it begins, from 1.
  @inlinable public var line: Int { Int(row.line) }
  /// The column where it begins, from 1, in Unicode scalars.
  @inlinable public var column: Int { Int(row.column) }
  /// The line where it ends; for maps and lists where they begin.
  @inlinable public var endLine: Int { Int(row.endLine) }
  /// The column after its last character; for maps and lists that after their first.
  @inlinable public var endColumn: Int { Int(row.endColumn) }

  /// The text of a scalar; empty for maps and lists.
  ///
  /// O(length).
  @inlinable public var text: String {
    unsafe withUTF8 { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// Hands the bytes of a scalar's text to a function; none for maps and lists.
  @inlinable public func withUTF8<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let row = row
    return unsafe try tree.bytes.withUnsafeBufferPointer { bytes in
      let start = Int(row.offset)
      let text = unsafe UnsafeBufferPointer(rebasing: bytes[start..<start + Int(row.length)])
      return try unsafe body(text)
    }
  }

  /// Whether nothing is written: blank, `~` or `null`.
  @inlinable public var isBlank: Bool {
    let row = row
    guard row.kind == .plain, row.length <= 4 else { return false }
    if row.length == 0 { return true }
    return unsafe withUTF8 { bytes in
      unsafe bytes.elementsEqual([UInt8(ascii: "~")]) || bytes.elementsEqual("null".utf8)
    }
  }

  /// The number of values that begin before it in the text; 0 is the outermost.
  @inlinable public var position: Int { index }

  /// The value at a position in the same text.
  @inlinable public func node(at position: Int) -> YAMLNode {
    YAMLNode(tree: tree, index: position)
  }

  /// The value after it and everything in it: of a key, what stands under it.
  @inlinable public var following: YAMLNode { node(at: Int(row.next)) }

  /// The items of a list; empty for anything else.
  @inlinable public var items: Children { Children(self, .sequence) }

  /// The keys and values of a map in turn; empty for anything else.
  ///
  /// A key may occur twice.
  @inlinable public var keysAndValues: Children { Children(self, .mapping) }

  /// The values right inside another, in the order of the text.
  public struct Children: Sequence, IteratorProtocol, Sendable {
    @usableFromInline let tree: YAMLTree
    @usableFromInline var position: Int
    @usableFromInline let end: Int

    @inlinable init(_ node: YAMLNode, _ kind: YAMLTree.Kind) {
      tree = node.tree
      let row = node.row
      position = node.index + 1
      end = row.kind == kind ? Int(row.next) : position
    }

    /// The next value, `nil` after the last.
    @inlinable public mutating func next() -> YAMLNode? {
      guard position < end else { return nil }
      defer { position = Int(tree.rows[position].next) }
      return YAMLNode(tree: tree, index: position)
    }
  }
}
