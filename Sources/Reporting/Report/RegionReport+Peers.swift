import GapAnalysis
import IndustryChain

extension RegionReport {
  /// So many regions to visit are named.
  private static let visitCount = 10

  /// Where to go and whom to see there, where other regions are known.
  func regionsToVisit() -> [Page.Block] {
    guard let comparison = findings.comparison else { return [] }
    let telling = Set(telling.map(\.opportunity.index))
    return comparison.visits(wording, limit: Self.visitCount)
      + comparison.targets(wording) { telling.contains($0.index) }
      + comparison.notes(wording)
  }

  /// That nothing is known of other regions, where so.
  func missingPeers() -> [Page.Block] {
    findings.comparison == nil ? [.paragraph(Prose(wording.noPeersNote))] : []
  }
}
