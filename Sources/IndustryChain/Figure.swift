/// How good a figure is.
public enum Grade: String, CaseIterable, Hashable, Sendable {
  /// A named source and its date.
  case reported
  /// A judgement with a stated basis.
  case estimate
  /// A default of this project, and every report says so.
  case assumed
}

/// Where a figure or a statement is from.
public struct Provenance: Hashable, Sendable {
  /// How good it is.
  public let grade: Grade
  /// The source of a reported figure, the basis of an estimate, the rule of an assumption.
  public let source: LocalizedText?
  /// The time that it speaks of, where given; a source often names it too.
  public let asOf: PartialDate?

  /// Joins a grade, its source or basis, and the time that it speaks of.
  public init(grade: Grade, source: LocalizedText?, asOf: PartialDate? = nil) {
    self.grade = grade
    self.source = source
    self.asOf = asOf
  }
}

/// A number that knows where it is from; its unit stands in the name of the property it fills.
public struct Figure: Hashable, Sendable {
  /// The number itself.
  public let value: Double
  /// Where it is from and how good it is.
  public let provenance: Provenance

  /// Joins a number and where it is from.
  public init(_ value: Double, provenance: Provenance) {
    self.value = value
    self.provenance = provenance
  }
}
