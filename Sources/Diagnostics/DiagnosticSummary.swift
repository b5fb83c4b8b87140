public import IndustryChain

/// How many findings there are, in how many files.
public struct DiagnosticSummary: Hashable, Sendable, CustomStringConvertible {
  /// The number of errors.
  public let errorCount: Int
  /// The number of warnings.
  public let warningCount: Int
  /// The number of notes.
  public let noteCount: Int
  /// The number of files that were read, with or without findings.
  public let fileCount: Int

  /// Counts findings; `fileCount` is the number of files that were read.
  public init(of diagnostics: [Diagnostic], fileCount: Int) {
    errorCount = diagnostics.count { $0.severity == .error }
    warningCount = diagnostics.count { $0.severity == .warning }
    noteCount = diagnostics.count { $0.severity == .note }
    self.fileCount = fileCount
  }

  /// Whether anything needs mending; notes do not.
  public var hasProblems: Bool { errorCount + warningCount > 0 }

  /// `2 errors, 1 warning in 7 files`, or `no problems in 7 files`.
  public var description: String { text(in: .english) }

  /// The counts in words: `2 errors, 1 warning in 7 files`, `7 个文件：2 个错误，1 个警告`.
  public func text(in language: Language) -> String {
    let counts = [(errorCount, Severity.error), (warningCount, .warning), (noteCount, .note)]
      .filter { $0.0 > 0 }
    switch language {
    case .english:
      var findings = counts.map { Self.counted($0, $1.rawValue) }
      if !hasProblems { findings.insert("no problems", at: 0) }
      return findings.joined(separator: ", ") + " in " + Self.counted(fileCount, "file")
    case .chinese:
      var findings = counts.map { "\($0) 个\($1.word(in: .chinese))" }
      if !hasProblems { findings.insert("没有问题", at: 0) }
      return "\(fileCount) 个文件：" + findings.joined(separator: "，")
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
