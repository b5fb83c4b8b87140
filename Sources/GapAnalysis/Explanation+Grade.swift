public import IndustryChain

extension Explanation {
  /// The weakest grade among the figures behind the link's chain value.
  ///
  /// Looks at the typical plant, value added, the shares of its buyers and inputs that are here, and
  /// what the buyers' firms make.
  public var weakestGrade: Grade {
    var grades = [
      plantOutputBasis == .given
        ? link.plant.outputMillionCNY?.provenance.grade ?? .assumed : .assumed,
      valueAddedProvenance?.grade ?? .assumed,
    ]
    for term in demand {
      grades.append(term.provenance?.grade ?? .assumed)
      grades += term.firms.map { $0.project.outputMillionCNY?.provenance.grade ?? .assumed }
    }
    for term in content where term.localSupplyRatio > 0 {
      grades.append(term.provenance?.grade ?? .assumed)
    }
    return grades.max { $0.weakness < $1.weakness } ?? .assumed
  }
}

extension Grade {
  fileprivate var weakness: Int {
    switch self {
    case .reported: 0
    case .estimate: 1
    case .assumed: 2
    }
  }
}
