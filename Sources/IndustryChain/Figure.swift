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
///
/// Most figures of a file share one, so it stands in one place and a figure only points there.
public struct Provenance: Hashable, Sendable {
  private final class Contents: Sendable {
    let grade: Grade
    let source: LocalizedText?
    let asOf: PartialDate?

    init(grade: Grade, source: LocalizedText?, asOf: PartialDate?) {
      self.grade = grade
      self.source = source
      self.asOf = asOf
    }
  }

  private let contents: Contents

  /// How good it is.
  public var grade: Grade { contents.grade }
  /// The source of a reported figure, the basis of an estimate, the rule of an assumption.
  public var source: LocalizedText? { contents.source }
  /// The time that it speaks of, where given; a source often names it too.
  public var asOf: PartialDate? { contents.asOf }

  /// Joins a grade, its source or basis, and the time that it speaks of.
  public init(grade: Grade, source: LocalizedText?, asOf: PartialDate? = nil) {
    contents = Contents(grade: grade, source: source, asOf: asOf)
  }

  /// Whether both say the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.contents === right.contents
      || (left.grade == right.grade && left.source == right.source && left.asOf == right.asOf)
  }

  /// Feeds what it says into a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(grade)
    hasher.combine(source)
    hasher.combine(asOf)
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
