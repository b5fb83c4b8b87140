/// One typical plant of a link; every figure is optional, since a blank is never a zero.
public struct Plant: Hashable, Sendable {
  /// Yearly output at full production, million CNY.
  public var outputMillionCNY: Optional<Figure>
  /// Investment to build it, million CNY.
  public var investmentMillionCNY: Optional<Figure>
  /// Land it stands on, mu (1 mu = 1/15 hectare).
  public var landMu: Optional<Figure>
  /// People it employs.
  public var jobs: Optional<Figure>
  /// Electrical load, MW.
  public var powerMW: Optional<Figure>
  /// Waste water it discharges, tonnes a day.
  public var dischargeTonnesPerDay: Optional<Figure>

  /// A plant of which nothing else is known.
  public init(
    outputMillionCNY: Figure? = nil, investmentMillionCNY: Figure? = nil, landMu: Figure? = nil,
    jobs: Figure? = nil, powerMW: Figure? = nil, dischargeTonnesPerDay: Figure? = nil
  ) {
    self.outputMillionCNY = outputMillionCNY
    self.investmentMillionCNY = investmentMillionCNY
    self.landMu = landMu
    self.jobs = jobs
    self.powerMW = powerMW
    self.dischargeTonnesPerDay = dischargeTonnesPerDay
  }
}
