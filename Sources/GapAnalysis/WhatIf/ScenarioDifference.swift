import IndustryChain

/// What changes between a region as it is and as it would be.
public struct ScenarioDifference: Sendable {
  /// The region as it is.
  public let before: Analysis
  /// The region as it would be: the same links on the same day.
  public let after: Analysis
  /// What happens to value added.
  public let valueAdded: ValueAddedChange
  /// Links whose coverage changes, as graph indices, ascending.
  public let coverageChanges: [Int]
  /// Links whose kind of opportunity changes, as graph indices, ascending.
  public let kindChanges: [Int]
  /// Targets that appear, vanish, rise or fall, as graph indices, ascending.
  public let rankMoves: [Int]
  /// Chains whose support rate changes, as places in `ChainGraph.chains`, ascending.
  public let chainsWithOtherSupportRate: [Int]
  /// Links whose supply ratio the region file states and whose firms change, as graph indices,
  /// ascending: the ratio then follows their outputs, or goes with the last of them.
  public let statedRatioChanges: [Int]
  /// Outputs of firms that would operate newly and count as typical plants, by link.
  public let newlyAssumedOutputs: [Assumption]
  /// Firms that gain or lose customers or suppliers next door, by firm, then by link.
  public let tieChanges: [TieChange]

  /// Compares two analyses over one graph.
  ///
  /// Linear in links, inputs and projects but for two solves. Of equal analyses everything is empty
  /// or 0.
  public init(from before: Analysis, to after: Analysis) {
    self.before = before
    self.after = after
    let links = before.graph.links.indices
    valueAdded = ValueAddedChange(from: before, to: after)
    coverageChanges = links.filter { before.today.coverage[$0] != after.today.coverage[$0] }
    kindChanges = links.filter { before.knownKind(of: $0) != after.knownKind(of: $0) }
    rankMoves = links.filter { before.target(for: $0)?.rank != after.target(for: $0)?.rank }
    chainsWithOtherSupportRate = before.graph.chains.indices.filter {
      before.supportRate(ofChain: $0) != after.supportRate(ofChain: $0)
    }
    statedRatioChanges = links.filter { link in
      let id = before.graph.links[link].id
      return before.region.localSupplyRatios[id] != after.region.localSupplyRatios[id]
    }
    newlyAssumedOutputs = links.filter { before.presences[$0] != after.presences[$0] }
      .flatMap { link in
        let operating = [before, after].map { analysis in
          Set(analysis.presences[link].filter(\.isOperating).map(\.firm.id))
        }
        let new = operating[1].subtracting(operating[0])
        return after.assumptions(about: link).filter { assumption in
          if case .firmOutput(let firm, _, _, _) = assumption { new.contains(firm) } else { false }
        }
      }
    tieChanges = TieChange.changes(from: before, to: after)
  }
}

extension Analysis {
  /// The kind of opportunity that a link is; `nil` where it is covered or nobody has looked.
  public func knownKind(of link: Int) -> OpportunityKind? {
    today.coverage[link] == .unknown ? nil : kinds[link]
  }
}

/// What local firms buy from outside, over all links.
public struct LeakageSum: Hashable, Sendable {
  /// Bought outside of links that somebody has surveyed, million CNY a year.
  public let millionCNY: Double
  /// Bought of links that nobody has surveyed, here or outside, million CNY a year.
  public let unknownMillionCNY: Double
}

extension RegionFigures {
  /// The leakage of all links, those that nobody has surveyed apart; 0 without links.
  public var leakage: LeakageSum {
    var (known, unknown) = (0.0, 0.0)
    for link in coverage.indices {
      if coverage[link] == .unknown {
        unknown += leakageMillionCNY(of: link)
      } else {
        known += leakageMillionCNY(of: link)
      }
    }
    return LeakageSum(millionCNY: known, unknownMillionCNY: unknown)
  }
}
