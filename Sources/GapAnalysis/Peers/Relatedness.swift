/// How near links are to each other, told from the regions that have both.
///
/// The proximity of two links is φ_qk = min(P(q | k), P(k | q)), which is the number of regions that
/// have both over the larger of the numbers that have each; 0 where no region has either. The density
/// of a region around a link is ω_k = Σ_q M_q φ_qk / Σ_q φ_qk: how much of what goes together with
/// the link is there, 0…1. Source: C. Hidalgo, B. Klinger, A.-L. Barabási, R. Hausmann, *The Product
/// Space Conditions the Development of Nations*, Science 317 (2007), 482–487.
public struct Relatedness: Sendable {
  /// What a link's proximity to itself counts as.
  public enum SelfProximity: Hashable, Sendable {
    /// φ_kk = 0: having a link is no sign that it fits.
    case none
    /// φ_kk = 1, as the Python package `ecomplexity` has it, for comparisons with it.
    case one
  }

  /// The regions that tell what goes together.
  public let regions: PresenceMatrix
  /// What a link's proximity to itself counts as.
  public let selfProximity: SelfProximity

  /// Relatedness as some regions show it.
  public init(from regions: PresenceMatrix, selfProximity: SelfProximity = .none) {
    self.regions = regions
    self.selfProximity = selfProximity
  }

  /// The proximity of two links, 0…1; linear in regions.
  public func proximity(of first: Int, to second: Int) -> Double {
    if first == second, selfProximity == .none { return 0 }
    let larger = max(regions.ubiquity(of: first), regions.ubiquity(of: second))
    guard larger > 0 else { return 0 }
    return Double(regions.rows.count { $0[first] && $0[second] }) / Double(larger)
  }

  /// The densities of some regions around every link, 0…1, a row a region.
  ///
  /// `nil` where no proximity of a link is above 0, as where no region is given, none has the link,
  /// or none has another one beside it. The rows need not be among `regions`.
  ///
  /// Linear in the matrices, plus the number of ones in `regions` times the number of rows: no
  /// proximity of links by links is made. Memory is that of the matrices, the result and 16 bytes a
  /// pair of a region and a row.
  public func densities(of rows: PresenceMatrix) -> [[Double?]] {
    DensityKernel(regions: regions, rows: rows, selfProximity: selfProximity).densities()
  }
}
