import IndustryChain

/// How good the figures behind each link's risk are.
struct FigureGrades {
  /// The weakest among a link's own figures and those of the links next to it: outputs of its firms
  /// and of its buyers', shares that carry money, value added, final demand, a stated ratio.
  private(set) var weakest: [Grade]

  /// The grades of a region in today's light; linear in links, inputs and projects.
  init(of analysis: Analysis) {
    let graph = analysis.graph
    let figures = analysis.today
    let outputs = analysis.presences.map { presences in
      Grade.weakest(
        presences.filter(\.isOperating).map { $0.project.outputMillionCNY.grade })
    }
    weakest = graph.links.indices.map { index in
      let link = graph.links[index]
      let isMixture = link.inputs.isEmpty && !graph.variants.successors(of: index).isEmpty
      let stated = [
        analysis.region.finalDemandMillionCNY[link.id],
        analysis.region.localSupplyRatios[link.id],
      ].compactMap { $0?.provenance.grade }
      return Grade.weakest(
        [outputs[index], isMixture ? .reported : link.valueAdded.grade] + stated)
    }
    for buyer in graph.links.indices {
      let shares = graph.resolvedShares(of: buyer)
      for (edge, share) in zip(graph.inputs(of: buyer), shares) where share > 0 {
        let supplier = Int(edge.1)
        let grade = edge.0.share.grade
        // What is bought here counts for the buyer's content, the buyer's output for demand.
        if figures.localSupplyRatio[supplier] > 0 {
          weakest[buyer] = Grade.weakest([weakest[buyer], grade])
        }
        if figures.outputMillionCNY[buyer] > 0 {
          weakest[supplier] = Grade.weakest([weakest[supplier], grade, outputs[buyer]])
        }
      }
    }
  }
}

extension Grade {
  /// The weakest of some grades; reported for none.
  static func weakest(_ grades: some Sequence<Grade>) -> Grade {
    let found = Set(grades)
    return [.assumed, .estimate].first { found.contains($0) } ?? .reported
  }
}

extension Figure? {
  /// The grade of a figure; assumed where a default stands in for it.
  fileprivate var grade: Grade { self?.provenance.grade ?? .assumed }
}
