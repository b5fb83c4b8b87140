public import IndustryChain

/// The name of a kind of problem, kebab case, after the bad pattern: `unknown-link`.
public struct DiagnosticID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The name as people see it and as documentation lists it.
  public let rawValue: String

  /// Wraps a name; names are never reused for another problem.
  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }

  /// The name as people see it.
  public var description: String { rawValue }

  /// Orders by the bytes of the name.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// How much a problem matters.
public enum Severity: String, CaseIterable, Hashable, Sendable, Comparable {
  /// The file means nothing sure; what needs it does not run.
  case error
  /// The file can be used, and probably does not say what its author means.
  case warning
  /// Worth knowing.
  case note

  /// Orders the gravest first.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  /// The word for it: "error", "错误".
  public func word(in language: Language) -> String {
    switch (self, language) {
    case (_, .english): rawValue
    case (.error, .chinese): "错误"
    case (.warning, .chinese): "警告"
    case (.note, .chinese): "提示"
    }
  }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}

/// One thing that a person should know about a place in a file.
public struct Diagnostic: Hashable, Sendable {
  /// A place in a file.
  public struct Location: Hashable, Sendable {
    /// The file.
    public let file: SourceFile
    /// The stretch of its text, `nil` for the file as a whole.
    public let range: SourceRange?

    /// Joins a file and a stretch of its text.
    public init(file: SourceFile, range: SourceRange? = nil) {
      self.file = file
      self.range = range
    }
  }

  /// Something that belongs to the problem, with the place where it stands.
  public struct Note: Hashable, Sendable {
    /// What there is to say; starts lower-case, ends without a full stop.
    public let message: LocalizedText
    /// Where it stands, `nil` where it stands nowhere in particular.
    public let location: Location?

    /// Joins a message and a place.
    public init(_ message: LocalizedText, at location: Location? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// What kind of problem it is.
  public let id: DiagnosticID
  /// How much it matters.
  public let severity: Severity
  /// Where it is, `nil` where no file can be blamed.
  public let location: Location?
  /// What is wrong; starts lower-case, quotes names, ends without a full stop.
  public let message: LocalizedText
  /// What belongs to it.
  public let notes: [Note]
  /// What to do about it; starts with a verb.
  public let help: LocalizedText?
  /// The change of text that does it, `nil` where a person has to decide.
  public let fix: Fix?

  /// Joins the parts of a finding.
  public init(
    id: DiagnosticID, severity: Severity, location: Location?, message: LocalizedText,
    notes: [Note] = [], help: LocalizedText? = nil, fix: Fix? = nil
  ) {
    self.id = id
    self.severity = severity
    self.location = location
    self.message = message
    self.notes = notes
    self.help = help
    self.fix = fix
  }
}

extension Diagnostic {
  /// Nobody reads more notes of one finding than this; formats for programs list all.
  public static let mostShownNotes = 20

  /// The notes as people are shown them: the first ones, and one that counts the rest.
  public var shownNotes: [Note] {
    let rest = notes.count - Self.mostShownNotes
    guard rest > 0 else { return notes }
    let more = LocalizedText(english: "and \(rest) more", chinese: "另有 \(rest) 处")
    return notes.prefix(Self.mostShownNotes) + [Note(more)]
  }
}

extension Diagnostic: Comparable {
  /// Orders by file, place, id and message, so that every listing is stable.
  ///
  /// What no file can be blamed for comes first.
  public static func < (left: Self, right: Self) -> Bool { left.order < right.order }

  private var order: (String, SourcePosition, DiagnosticID, String) {
    (
      location?.file.path ?? "",
      location?.range?.start ?? SourcePosition(line: 0, column: 0),
      id, message.english ?? message.chinese ?? ""
    )
  }
}
