import IndustryChain

/// How much of what was introduced belongs to the region's lead industries (产业契合度): the chains
/// that have a chief firm (链主) here.
public struct LeadIndustryFit: Hashable, Sendable {
  /// Projects, and the money under contract of those whose row gives it.
  public struct Amount: Hashable, Sendable {
    /// Projects; groups that no source counts are left out.
    public fileprivate(set) var count = 0
    /// Investment under contract, million CNY.
    public fileprivate(set) var contractMillionCNY = 0.0
    /// The rows that give it.
    public fileprivate(set) var contractRowCount = 0
  }

  /// Introduced projects in links of a chain with a chief firm.
  public private(set) var lead = Amount()
  /// Introduced projects in links of the other chains.
  public private(set) var other = Amount()
  /// Introduced projects of which no source says what they make: neither a fit nor a misfit.
  public private(set) var unknown = Amount()

  /// The fit by number, 0…1; `nil` where the link of no introduced project is known.
  public var shareByCount: Double? {
    let known = lead.count + other.count
    return known > 0 ? Double(lead.count) / Double(known) : nil
  }

  /// The fit by money under contract, 0…1; `nil` where no row with a known link gives any.
  public var shareByContract: Double? {
    let known = lead.contractMillionCNY + other.contractMillionCNY
    return known > 0 ? lead.contractMillionCNY / known : nil
  }
}

extension LeadIndustryFit {
  /// Sorts introduced projects by whether their chain leads.
  init(over introduced: [ProjectRecord], leadChains: Set<ChainID>) {
    for record in introduced {
      let amount: WritableKeyPath<Self, Amount> =
        switch record.project.link {
        case nil: \.unknown
        case .some(let link): leadChains.contains(link.chain) ? \.lead : \.other
        }
      self[keyPath: amount].count += record.count ?? 0
      guard let contract = record.project.investmentMillionCNY?.value else { continue }
      self[keyPath: amount].contractMillionCNY += contract
      self[keyPath: amount].contractRowCount += 1
    }
  }
}
