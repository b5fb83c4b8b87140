/// A place in a text: line and column count from 1, columns count Unicode scalars.
public struct SourcePosition: Hashable, Sendable, Comparable {
  // Half the width: a large workspace keeps millions of places.
  private let shortLine: Int32
  private let shortColumn: Int32

  /// The line, from 1.
  public var line: Int { Int(shortLine) }
  /// The column, from 1, in Unicode scalars.
  public var column: Int { Int(shortColumn) }

  /// Joins a line and a column.
  public init(line: Int, column: Int) {
    shortLine = Int32(clamping: line)
    shortColumn = Int32(clamping: column)
  }

  /// Orders by line, then by column.
  public static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A stretch of a text; `end` stands after its last scalar.
public struct SourceRange: Hashable, Sendable {
  /// Where it begins.
  public let start: SourcePosition
  /// Where it ends, never before its start.
  public let end: SourcePosition

  /// A stretch; an `end` before `start` makes it empty.
  public init(_ start: SourcePosition, to end: SourcePosition) {
    self.start = start
    self.end = max(start, end)
  }

  /// A stretch of one line, `length` scalars long.
  public init(line: Int, column: Int, length: Int = 0) {
    let start = SourcePosition(line: line, column: column)
    self.init(start, to: SourcePosition(line: line, column: column + length))
  }
}
