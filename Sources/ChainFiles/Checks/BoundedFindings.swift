public import Diagnostics
import IndustryChain

/// Findings of which the first of each kind are told one by one and the rest counted: a hostile file
/// can hold millions, and nobody reads more.
public struct BoundedFindings {
  /// How many of a kind are told one by one.
  static let mostOfAKind = 10_000

  private var told: [Diagnostic] = []
  private var counts: [DiagnosticID: Int] = [:]
  /// The first of each kind that is not told.
  private var firstUntold: [DiagnosticID: Diagnostic] = [:]

  /// No findings.
  public init() {}

  /// What there is to tell, in the order of coming; what is only counted stands at its end.
  public var all: [Diagnostic] {
    told
      + firstUntold.values.sorted().map {
        .further((counts[$0.id] ?? 0) - Self.mostOfAKind, like: $0)
      }
  }

  /// Takes the next finding.
  public mutating func append(_ finding: Diagnostic) {
    let count = counts[finding.id, default: 0]
    counts[finding.id] = count + 1
    if count < Self.mostOfAKind {
      told.append(finding)
    } else if count == Self.mostOfAKind {
      firstUntold[finding.id] = finding
    }
  }
}

extension Diagnostic {
  /// Stands for findings of one kind that are not told one by one; the first of them begins at the
  /// place.
  fileprivate static func further(_ count: Int, like first: Self) -> Self {
    let location = first.location.map { location in
      Location(
        file: location.file, range: location.range.map { SourceRange($0.start, to: $0.start) })
    }
    return Self(
      id: first.id, severity: first.severity, location: location,
      message: LocalizedText(
        "\(count) more findings of this kind are not listed", "另有 \(count) 处同类问题未列出"),
      help: LocalizedText(
        "mend those that are listed first; the next are listed then",
        "先改正已列出的，之后会列出其余"))
  }
}

extension LinkNetwork {
  /// What is to be said of links one by one, in the order of `links`, as far as anybody reads it.
  func boundedFindings(
    about finding: (_ place: Int, _ item: ResolvedLink) -> Diagnostic?
  ) -> [Diagnostic] {
    var findings = BoundedFindings()
    for (place, item) in links.enumerated() {
      if let finding = finding(place, item) { findings.append(finding) }
    }
    return findings.all
  }
}
