import GapAnalysis
import IndustryChain

extension RegionReport {
  /// So many regions to visit are named.
  private static let visitCount = 10

  /// The region held against others: those given, else the peers of its table; `nil` for none.
  static func comparison(
    of analysis: Analysis, with others: [RegionProfile]
  ) -> ComparisonTable? {
    let known = Set(others.map(\.id))
    let peers = analysis.region.peers.filter { !known.contains($0.id) }
    let members = (others + peers.map { .peer($0) }).sorted { $0.id < $1.id }
    guard !members.isEmpty else { return nil }
    return ComparisonTable(of: Comparison(of: analysis, with: members))
  }

  /// Where to go and whom to see there, where other regions are known.
  func regionsToVisit() -> [Page.Block] {
    guard let comparison else { return [] }
    let telling = Set(telling.map(\.opportunity.index))
    return comparison.visits(wording, limit: Self.visitCount)
      + comparison.targets(wording) { telling.contains($0.index) }
      + comparison.notes(wording)
  }

  /// That nothing is known of other regions, where so.
  func missingPeers() -> [Page.Block] {
    comparison == nil ? [.paragraph(Prose(wording.noPeersNote))] : []
  }
}
