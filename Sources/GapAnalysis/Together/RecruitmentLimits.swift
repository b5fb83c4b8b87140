public import IndustryChain

/// What a region can give recruits no more of.
public enum LimitKind: String, CaseIterable, Hashable, Sendable {
  /// The number of links recruited.
  case count
  /// Land, mu.
  case land
  /// Investment to be found, million CNY.
  case investment
  /// Electrical load, MW.
  case power
  /// Waste water, tonnes a day.
  case discharge

  /// What one typical plant takes of it; `nil` where nobody has said, which is not zero.
  public func use(by plant: Plant) -> Double? {
    switch self {
    case .count: 1
    case .land: plant.landMu?.value
    case .investment: plant.investmentMillionCNY?.value
    case .power: plant.powerMW?.value
    case .discharge: plant.dischargeTonnesPerDay?.value
    }
  }
}

/// The limits of a portfolio, each in the unit of its kind; a kind that is absent does not limit.
public struct RecruitmentLimits: Hashable, Sendable {
  /// The most of each kind, from 0.
  public var amounts: [LimitKind: Double]

  /// Joins limits; without any every candidate may be recruited.
  public init(_ amounts: [LimitKind: Double] = [:]) {
    self.amounts = amounts
  }

  /// The kinds that limit, in the order of `LimitKind`.
  public var kinds: [LimitKind] { LimitKind.allCases.filter { amounts[$0] != nil } }
}

/// Which candidates to choose: an instance, what each uses of some limited things, and how much of
/// them there is.
public struct SelectionProblem: Sendable {
  /// What the candidates are worth together.
  public let model: JointModel
  /// For each limit what each candidate uses, from 0.
  public let uses: [[Double]]
  /// How much there is of each, from 0.
  public let capacities: [Double]

  /// Joins the numbers of a problem.
  public init(model: JointModel, uses: [[Double]], capacities: [Double]) {
    precondition(uses.count == capacities.count && uses.allSatisfy { $0.count == model.count })
    self.model = model
    self.uses = uses
    self.capacities = capacities
  }

  /// Whether so much of a limit is within it, the rounding of sums allowed for.
  func fits(_ use: Double, in limit: Int) -> Bool {
    use <= capacities[limit] + Self.tolerance(of: capacities[limit])
  }

  static func tolerance(of amount: Double) -> Double { 1e-9 * max(1, amount) }
}

/// The best choice that a search has found, and what it has proven.
public struct SelectionOutcome: Hashable, Sendable {
  /// The chosen candidates, ascending.
  public var members: [Int]
  /// Their joint value, million CNY a year.
  public var valueMillionCNY: Double
  /// No choice within the limits is worth more, million CNY a year.
  public var upperBoundMillionCNY: Double
  /// The parts of the search that were looked at: nodes of the tree, or subsets.
  public var nodeCount: Int

  /// Joins a choice, its value and what is proven about it.
  public init(
    members: [Int], valueMillionCNY: Double, upperBoundMillionCNY: Double, nodeCount: Int
  ) {
    self.members = members
    self.valueMillionCNY = valueMillionCNY
    self.upperBoundMillionCNY = upperBoundMillionCNY
    self.nodeCount = nodeCount
  }

  /// How much better a choice might still be, as a share of the bound; 0 where the choice is proven
  /// to be the best.
  public var gap: Double {
    upperBoundMillionCNY > valueMillionCNY
      ? (upperBoundMillionCNY - valueMillionCNY) / upperBoundMillionCNY : 0
  }

  /// Whether the choice is proven to be the best.
  public var isProven: Bool { gap == 0 }
}
