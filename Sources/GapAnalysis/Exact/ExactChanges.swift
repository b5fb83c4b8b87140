/// What the region's value added gains when a gap is filled and loses when a covered link leaves,
/// exactly, for every link at once.
///
/// Moving the local supply ratio r_k by δ, with plants as large as demand asks, changes value added
/// by G(δ) = δ m_k c_k / (1 − δ σ_k). One pass gives c and σ of all links, so every gain (δ = 1 − r)
/// and every loss (δ = −r) follows in constant time.
///
/// Source: Sherman–Morrison on I − R A; the loss is hypothetical extraction (R. Miller, P. Blair,
/// Input–Output Analysis, 2009, ch. 12), the gain its mirror.
public struct ExactChanges: Sendable {
  /// Value added inside the region per unit of output c, 0…1.
  public let localContent: [Double]
  /// Demand for a link that one unit of its own output causes σ, from 0; a variant's counts its
  /// umbrella's demand too.
  public let selfDemand: [Double]
  /// What filling the link up to all local demand adds, million CNY a year; 0 where r is 1.
  public let gainMillionCNY: [Double]
  /// What the link's leaving changes, million CNY a year: 0 or negative; 0 where r is 0.
  public let lossMillionCNY: [Double]

  /// Works out every link; without links all arrays are empty.
  ///
  /// Linear in links and inputs but for components of links that supply each other locally, see
  /// `LocalSolution`.
  ///
  /// - Parameters:
  ///   - technology: The coefficients; every closed group of links must add value somewhere.
  ///   - localSupplyRatio: r of each link, 0…1; 0 is a missing link.
  ///   - demandMillionCNY: Local demand m of each link, million CNY a year.
  public init(
    _ technology: Technology, localSupplyRatio: [Double], demandMillionCNY: [Double]
  ) {
    precondition(demandMillionCNY.count == localSupplyRatio.count)
    let solution = LocalSolution(technology, localSupplyRatio: localSupplyRatio)
    let content = solution.localContent
    let own = solution.selfDemand
    localContent = content
    selfDemand = own
    gainMillionCNY = content.indices.map { link in
      Self.valueAddedChange(
        movingRatioBy: 1 - localSupplyRatio[link], demandMillionCNY: demandMillionCNY[link],
        localContent: content[link], selfDemand: own[link])
    }
    lossMillionCNY = content.indices.map { link in
      Self.valueAddedChange(
        movingRatioBy: -localSupplyRatio[link], demandMillionCNY: demandMillionCNY[link],
        localContent: content[link], selfDemand: own[link])
    }
  }

  /// G(δ) = δ m c / (1 − δ σ), million CNY a year; negative where δ is.
  static func valueAddedChange(
    movingRatioBy delta: Double, demandMillionCNY: Double, localContent: Double,
    selfDemand: Double
  ) -> Double {
    delta * demandMillionCNY * localContent / (1 - delta * selfDemand)
  }
}
