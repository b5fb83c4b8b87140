/// One step of reading a YAML text: a value begins, ends or stands there whole.
public struct YAMLEvent: Hashable, Sendable {
  /// What happens.
  public enum Kind: Hashable, Sendable {
    /// A text.
    case scalar
    /// A list begins.
    case sequenceStart
    /// The innermost list ends.
    case sequenceEnd
    /// A map begins; its keys and values follow in turn.
    case mappingStart
    /// The innermost map ends.
    case mappingEnd
    /// A reference to an anchor.
    case alias
    /// A document begins; `isImplicit` says whether without `---`.
    case documentStart
    /// A document ends.
    case documentEnd
  }

  /// How a value is written.
  public enum Style: Hashable, Sendable {
    /// A text without quotes.
    case plain
    /// A text in `'…'`.
    case singleQuoted
    /// A text in `"…"`.
    case doubleQuoted
    /// A text after `|`.
    case literal
    /// A text after `>`.
    case folded
    /// A list or map by indentation, and whatever has no style.
    case block
    /// A list or map in brackets.
    case flow
  }

  /// What happens.
  public let kind: Kind
  /// The value of a scalar, empty otherwise.
  public let text: String
  /// How it is written.
  public let style: Style
  /// Whether it is given a name to refer to.
  public let hasAnchor: Bool
  /// Whether it is given a type by `!`.
  public let hasTag: Bool
  /// Whether a document starts or ends without a mark of its own.
  public let isImplicit: Bool
  /// Where it begins, its anchor and its tag included.
  public let start: YAMLMark
  /// Where it ends.
  public let end: YAMLMark
}

/// A place in a YAML text.
public struct YAMLMark: Hashable, Sendable {
  /// The number of Unicode scalars before it.
  public let index: Int
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int

  init(index: Int, line: Int, column: Int) {
    self.index = index
    self.line = line
    self.column = column
  }
}

/// Why a text is no YAML.
public struct YAMLProblem: Error, Hashable, Sendable {
  /// What is wrong, in the parser's English words.
  public let problem: String
  /// Where.
  public let mark: YAMLMark
  /// What was being read meanwhile, and where it began.
  public let context: Context?

  /// What was being read when a problem came up.
  public struct Context: Hashable, Sendable {
    /// What was being read, in the parser's English words.
    public let text: String
    /// Where it began.
    public let mark: YAMLMark
  }
}
