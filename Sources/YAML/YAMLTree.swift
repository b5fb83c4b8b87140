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
  }

  /// The bytes of the source where texts stand there as they are, then those of other texts.
  @usableFromInline let bytes: [UInt8]
  @usableFromInline let rows: [Row]

  init(bytes: [UInt8], rows: [Row]) {
    self.bytes = bytes
    self.rows = rows
  }

  /// Hands the outermost value to a function, an empty map where the text holds nothing.
  ///
  /// The value, and all that it leads to, must not leave the function.
  public func withRoot<Result, Failure: Error>(
    _ body: (YAMLNode) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // Values point into the tables, so that walking over them counts no references.
    try unsafe rows.withUnsafeBufferPointer { rows throws(Failure) in
      try unsafe bytes.withUnsafeBufferPointer { bytes throws(Failure) in
        try body(unsafe YAMLNode(rows: rows, bytes: bytes, index: 0))
      }
    }
  }
}

/// A value of a YAML text and the place where it stands, to be used inside `YAMLTree.withRoot`.
@safe public struct YAMLNode {
  @usableFromInline let rows: UnsafeBufferPointer<YAMLTree.Row>
  @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
  @usableFromInline let index: Int

  @inlinable init(
    rows: UnsafeBufferPointer<YAMLTree.Row>, bytes: UnsafeBufferPointer<UInt8>, index: Int
  ) {
    unsafe self.rows = unsafe rows
    unsafe self.bytes = unsafe bytes
    self.index = index
  }

  @usableFromInline var row: YAMLTree.Row {
    @inlinable get { unsafe rows[index] }
  }

  /// What it is.
  @inlinable public var kind: YAMLTree.Kind { unsafe rows[index].kind }
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
    let start = unsafe Int(rows[index].offset)
    let end = unsafe start + Int(rows[index].length)
    return try unsafe body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
  }

  /// Whether nothing is written: blank, `~` or `null`.
  @inlinable public var isBlank: Bool {
    let length = unsafe rows[index].length
    guard length <= 4, kind == .plain else { return false }
    if length == 0 { return true }
    return unsafe withUTF8 { bytes in
      switch unsafe bytes[0] {
      case UInt8(ascii: "~"): length == 1
      case UInt8(ascii: "n"): unsafe bytes.elementsEqual("null".utf8)
      default: false
      }
    }
  }

  /// The number of values that begin before it in the text; 0 is the outermost.
  @inlinable public var position: Int { index }

  /// The value at a position in the same text.
  @inlinable public func node(at position: Int) -> YAMLNode {
    unsafe YAMLNode(rows: rows, bytes: bytes, index: position)
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
  public struct Children: Sequence, IteratorProtocol {
    @usableFromInline let parent: YAMLNode
    @usableFromInline var position: Int
    @usableFromInline let end: Int

    @inlinable init(_ node: YAMLNode, _ kind: YAMLTree.Kind) {
      parent = node
      position = node.index + 1
      end = node.kind == kind ? Int(node.row.next) : position
    }

    /// The next value, `nil` after the last.
    @inlinable public mutating func next() -> YAMLNode? {
      guard position < end else { return nil }
      let node = parent.node(at: position)
      position = Int(node.row.next)
      return node
    }
  }
}
