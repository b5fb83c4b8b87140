/// How many findings there are, in how many files.
public struct DiagnosticSummary: Hashable, Sendable, CustomStringConvertible {
  /// The number of errors.
  public let errorCount: Int
  /// The number of warnings.
  public let warningCount: Int
  /// The number of files that were read, with or without findings.
  public let fileCount: Int

  /// Counts findings; `fileCount` is the number of files that were read.
  public init(of diagnostics: [Diagnostic], fileCount: Int) {
    errorCount = diagnostics.count { $0.severity == .error }
    warningCount = diagnostics.count { $0.severity == .warning }
    self.fileCount = fileCount
  }

  /// `2 errors, 1 warning in 7 files`, or `no problems in 7 files`.
  public var description: String {
    let counts = [(errorCount, "error"), (warningCount, "warning")].filter { $0.0 > 0 }
    let findings = counts.map(Self.counted).joined(separator: ", ")
    return (findings.isEmpty ? "no problems" : findings) + " in "
      + Self.counted((fileCount, "file"))
  }

  private static func counted(_ item: (count: Int, noun: String)) -> String {
    "\(item.count) \(item.noun)\(item.count == 1 ? "" : "s")"
  }
}
