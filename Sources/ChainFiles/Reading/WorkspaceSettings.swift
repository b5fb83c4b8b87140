import Diagnostics
import IndustryChain

/// What a workspace wants of the check.
struct WorkspaceSettings {
  /// The name of the file that holds it, which is no chain file.
  static let fileName = "workspace.yaml"

  /// How much the rules matter that it names; `nil` for those that are off.
  var severities: [DiagnosticID: Severity?] = [:]
  /// How many years older than the region's data an estimate may be.
  var oldestEstimateYears = 5

  /// Findings as the workspace weighs them, without those that it wants off.
  ///
  /// O(findings).
  func weighed(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    severities.isEmpty
      ? diagnostics
      : diagnostics.compactMap { finding in
        guard let severity = severities[finding.id] else { return finding }
        return severity.map { finding.with($0) }
      }
  }
}

extension FileReader {
  /// Reads the workspace's own file; what it does not say stays as it is.
  mutating func settings(_ root: YAMLNode) -> WorkspaceSettings {
    var settings = WorkspaceSettings()
    guard let object = object(root, .settings) else { return settings }
    for pair in entries(object, "severities") {
      guard let choice = choice(pair.value, SeverityChoice.self) else { continue }
      guard let rule = Rule(rawValue: pair.key.value) else {
        report(.unknownRule(pair.key, in: file))
        continue
      }
      if rule.severity == .error, choice != .error {
        report(.loweredError(rule, in: file, at: pair.key.range))
      } else {
        settings.severities[rule.id] = .some(choice.severity)
      }
    }
    if let years = object["oldest_estimate_years"].flatMap({ amount($0, in: .number) }) {
      settings.oldestEstimateYears = Int(min(years, 1000).rounded(.down))
    }
    return settings
  }
}

extension Diagnostic {
  fileprivate func with(_ severity: Severity) -> Self {
    Self(
      id: id, severity: severity, location: location, message: message, notes: notes, help: help,
      fix: fix)
  }
}
