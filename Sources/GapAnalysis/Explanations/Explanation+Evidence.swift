public import IndustryChain

extension Explanation {
  /// Where the figures that this link's chain value is worked out from are from, term by term; an
  /// assumed one without a source for each default that stands in.
  ///
  /// These are the link's own figures and those of the links next to it: shares that carry money,
  /// the outputs of the firms that buy or make it or supply it, its value added, its typical plant.
  public var evidence: [Provenance] {
    let fallback = Provenance(grade: .assumed, source: nil)
    var evidence: [Provenance] = []
    for term in demand {
      evidence.append(term.provenance ?? fallback)
      evidence += term.firms.map { $0.project.outputMillionCNY?.provenance ?? fallback }
    }
    evidence += supply.map { $0.presence.project.outputMillionCNY?.provenance ?? fallback }
    evidence += [finalDemand, statedRatio].compactMap { $0?.provenance }
    for term in content where term.added > 0 {
      evidence.append(term.provenance ?? fallback)
      // That a supplier can deliver rests on what its firms make.
      evidence += term.firms.map { $0.project.outputMillionCNY?.provenance ?? fallback }
    }
    evidence.append(valueAddedProvenance ?? fallback)
    evidence.append(link.plant.outputMillionCNY?.provenance ?? fallback)
    return evidence
  }

  /// The weakest grade among `evidence`.
  public var weakestGrade: Grade {
    let grades = Set(evidence.map(\.grade))
    return [Grade.assumed, .estimate, .reported].first { grades.contains($0) } ?? .assumed
  }
}
