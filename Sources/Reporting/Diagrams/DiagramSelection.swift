import GapAnalysis

/// Which links of a scope a diagram keeps.
public enum DiagramSelection: Hashable, Sendable {
  /// All of them.
  case everyLink
  /// Those that somebody could be brought in for: thin, planned and missing ones. A link that
  /// nobody has looked at is no gap.
  case gaps

  func keeps(_ coverage: Coverage) -> Bool {
    switch self {
    case .everyLink: true
    case .gaps: coverage != .covered && coverage != .unknown
    }
  }
}
