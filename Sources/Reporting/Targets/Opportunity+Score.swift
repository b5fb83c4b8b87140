import IndustryChain
import GapAnalysis

extension Opportunity {
  /// Whether its score reads as more than 0 of 100: all others share the last rank, which says nothing.
  var isScored: Bool { Wording(.english).points(assessment.score) != "0" }
}

extension Analysis {
  /// The target that a link is, where its rank tells it from others.
  func scoredTarget(for link: Int) -> Opportunity? {
    target(for: link).flatMap { $0.isScored ? $0 : nil }
  }

  /// The first of such targets among links.
  func bestScoredTarget(among links: [Int]) -> Opportunity? {
    links.compactMap { scoredTarget(for: $0) }.min { $0.rank < $1.rank }
  }
}
