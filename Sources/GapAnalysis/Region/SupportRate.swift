/// How much of what a link, or a whole region, buys on the listed inputs is met locally, 0…1.
public struct SupportRate: Hashable, Sendable {
  /// The share that local firms are known to meet: Σ a r / Σ a.
  public let met: Double
  /// The share bought of links that nobody has surveyed; the true rate lies between `met` and
  /// `met` + `unknown`.
  public let unknown: Double
}

extension RegionFigures {
  /// The share of a link's listed inputs that is met here, Σ a r / Σ a, 0…1; `nil` where it buys
  /// nothing.
  func metShare(ofInputsOf link: Int) -> Double? {
    var (total, met) = (0.0, 0.0)
    for edge in technology.inputRange(of: link) {
      total += technology.shares[edge]
      met += technology.shares[edge] * localSupplyRatio[Int(technology.suppliers[edge])]
    }
    return total > 0 ? met / total : nil
  }

  /// The support rate of one link, `nil` where it buys nothing.
  public func supportRate(of link: Int) -> SupportRate? {
    guard let met = metShare(ofInputsOf: link) else { return nil }
    var (total, unknown) = (0.0, 0.0)
    for edge in technology.inputRange(of: link) {
      let supplier = Int(technology.suppliers[edge])
      total += technology.shares[edge]
      if coverage[supplier] == .unknown {
        unknown += technology.shares[edge] * (1 - localSupplyRatio[supplier])
      }
    }
    return SupportRate(met: met, unknown: unknown / total)
  }

  /// The mean over some links, weighted by what their own firms make here; `nil` where none of
  /// them makes anything from listed inputs.
  public func supportRate(of links: some Sequence<Int>) -> SupportRate? {
    var (weight, met, unknown) = (0.0, 0.0, 0.0)
    for link in links where outputMillionCNY[link] > 0 {
      guard let rate = supportRate(of: link) else { continue }
      weight += outputMillionCNY[link]
      met += outputMillionCNY[link] * rate.met
      unknown += outputMillionCNY[link] * rate.unknown
    }
    guard weight > 0 else { return nil }
    return SupportRate(met: met / weight, unknown: unknown / weight)
  }
}
