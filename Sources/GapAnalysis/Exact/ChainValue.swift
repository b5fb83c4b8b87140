/// What recruiting one typical plant of a link would add, and the parts that this is made of.
///
/// G = c D + (c − v) E: a sale inside the region keeps the plant's whole local content, a sale
/// outside credits the chain only with what local suppliers earn from it. Source: the exact change
/// under a rank-one insertion (Sherman–Morrison; the mirror of hypothetical extraction, Miller &
/// Blair 2009, ch. 12), for a plant of finite size.
public struct ChainValue: Hashable, Sendable {
  /// Yearly output P of one typical plant, million CNY.
  public let plantOutputMillionCNY: Double
  /// Demand that nobody here meets, ℓ, million CNY a year; for a variant with its umbrella's.
  public let unmetDemandMillionCNY: Double
  /// Self-demand σ: what one unit of output causes to be bought of the link itself.
  public let selfDemand: Double
  /// Local content c, 0…1.
  public let localContent: Double
  /// The plant's own value added per unit of output v, 0…1.
  public let valueAdded: Double

  /// The share of the demand that nobody here meets, 1 − r, 0…1; 1 for a missing link.
  ///
  /// Of what the plant itself causes to be bought of the link, firms that are here meet the rest.
  public let unmetShare: Double

  /// What the plant would sell inside the region, D = min(P, ℓ + (1 − r) σ P), million CNY a year.
  public var soldInsideMillionCNY: Double {
    min(
      plantOutputMillionCNY,
      unmetDemandMillionCNY + unmetShare * selfDemand * plantOutputMillionCNY)
  }

  /// What it would sell outside, E = P − D, million CNY a year.
  public var soldOutsideMillionCNY: Double { plantOutputMillionCNY - soldInsideMillionCNY }

  /// Value added a year that exists only because the chain is here, G, million CNY.
  public var millionCNY: Double {
    localContent * soldInsideMillionCNY + (localContent - valueAdded) * soldOutsideMillionCNY
  }

  /// What the plant would earn anywhere, E v, million CNY a year; shown apart, never ranked.
  public var earnedAnywhereMillionCNY: Double { soldOutsideMillionCNY * valueAdded }
}

extension RegionFigures {
  /// The chain value of one typical plant in a link.
  func chainValue(of link: Int, plantOutputMillionCNY: Double) -> ChainValue {
    let markets = markets(of: link)
    let unmet = markets.reduce(0) { $0 + leakageMillionCNY(of: $1) }
    let demand = markets.reduce(0) { $0 + demandMillionCNY[$1] }
    return ChainValue(
      plantOutputMillionCNY: plantOutputMillionCNY,
      unmetDemandMillionCNY: unmet,
      selfDemand: selfDemand[link],
      localContent: localContent[link],
      valueAdded: valueAdded[link],
      unmetShare: demand > 0 ? unmet / demand : 1 - localSupplyRatio[link])
  }

  /// The links whose demand a link's firms can meet: itself and its umbrellas.
  func markets(of link: Int) -> [Int] {
    var markets = [link]
    var next = technology.umbrella(of: link)
    while let whole = next, !markets.contains(whole) {
      markets.append(whole)
      next = technology.umbrella(of: whole)
    }
    return markets
  }

  /// The exact change of the region's value added when the local supply ratio of a link moves by
  /// δ, with plants as large as demand asks: δ m c / (1 − δ σ), million CNY a year.
  ///
  /// Source: Sherman–Morrison on I − A R. A link filled from nothing takes δ = ρ, a covered link
  /// that leaves δ = −r, and the result is then negative.
  public func valueAddedChange(of link: Int, movingRatioBy delta: Double) -> Double {
    ExactChanges.valueAddedChange(
      movingRatioBy: delta, demandMillionCNY: demandMillionCNY[link],
      localContent: localContent[link], selfDemand: selfDemand[link])
  }
}
