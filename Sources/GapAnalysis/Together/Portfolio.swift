import IndustryChain

/// The best set of links to recruit within limits (招商组合), how sure that is, and what the limits
/// cost.
public struct Portfolio: Sendable {
  /// A candidate that a limit leaves out because nobody has said how much of it a plant takes.
  public struct LeftOut: Hashable, Sendable {
    /// Its place in `pool.candidates`.
    public let candidate: Int
    /// The limits in which its plant has no figure.
    public let kinds: [LimitKind]
  }

  /// A choice that no other beats in a limit: none uses less and is worth as much.
  public struct FrontPoint: Hashable, Sendable {
    /// What it uses of the limit.
    public let use: Double
    /// Its joint value, million CNY a year.
    public let valueMillionCNY: Double
    /// Its members, as places in `pool.candidates`.
    public let members: [Int]
  }

  /// What a little less or more of a limit would change, all else as it is.
  public struct LimitWorth: Hashable, Sendable {
    /// The limit.
    public let kind: LimitKind
    /// The little: one link of `count`, a tenth of any other limit.
    public let step: Double
    /// The best choice with that much less.
    public let less: SelectionOutcome
    /// The best choice with that much more.
    public let more: SelectionOutcome
  }

  /// How much is worked out.
  public enum Detail: Hashable, Sendable {
    /// Everything.
    case whole
    /// The best choice alone: no sizes, fronts, worths or shares.
    case bestChoice
  }

  /// How the best choice was found.
  public enum Method: String, Hashable, Sendable {
    /// Every subset was looked at.
    case enumeration
    /// Parts that cannot hold a better choice were left unseen.
    case branchAndBound
  }

  /// The candidates.
  public let pool: RecruitmentPool
  /// The limits.
  public let limits: RecruitmentLimits
  /// The candidates that could not be held against every limit.
  public let leftOut: [LeftOut]
  /// How the best choice was found.
  public let method: Method
  /// The best choice, its members as places in `pool.candidates`.
  public let best: SelectionOutcome
  /// The best choice of at most 1, 2, … links within all limits.
  public let bySize: [SelectionOutcome]
  /// For each limit but `count` the choices that no other beats, by ascending use.
  public let fronts: [LimitKind: [FrontPoint]]
  /// Whether the fronts hold every such choice; else those at each tenth of the limit.
  public let hasWholeFronts: Bool
  /// What a little less or more of each limit would change, in the order of `LimitKind`.
  public let worths: [LimitWorth]
  /// How the best choice's value divides among its members (`JointModel.shapleyShares`), in their
  /// order; `nil` where they are too many.
  public let shares: [Double]?

  /// So many sizes are listed at most.
  static let largestSize = 50

  /// Chooses from a pool.
  ///
  /// Up to 24 candidates every subset is looked at; beyond, branch and bound. Ended early by the
  /// budget, every part tells how far it may be from the best. A pool without candidates, or limits
  /// of nothing, give the empty choice, worth 0.
  ///
  /// - Parameters:
  ///   - pool: The candidates.
  ///   - limits: How much there is.
  ///   - detail: How much is worked out.
  ///   - budget: When to end; its nodes are counted for each search by itself.
  ///   - onProgress: Called before each search with the number of searches done and to do.
  public init(
    of pool: RecruitmentPool, within limits: RecruitmentLimits, detail: Detail = .whole,
    budget: SelectionSearch.Budget = .init(), onProgress: (Int, Int) -> Void = { _, _ in }
  ) {
    self.pool = pool
    self.limits = limits
    let choice = LimitedChoice(of: pool, within: limits, budget: budget)
    leftOut = choice.leftOut
    let otherKinds = limits.kinds.filter { $0 != .count }
    let isSmall = choice.isSmall
    let listed = min(
      Self.largestSize, choice.candidates.count, limits.amounts[.count].map { Int($0) } ?? .max)
    let searchCount = 1 + listed + 2 * limits.kinds.count + (isSmall ? 0 : 10 * otherKinds.count)
    var done = 0
    func search(_ limits: RecruitmentLimits, from start: [Int] = []) -> SelectionOutcome {
      onProgress(done, searchCount)
      done += 1
      return choice.best(within: limits, from: start)
    }

    guard detail == .whole else {
      best = search(limits)
      method = .branchAndBound
      (bySize, fronts, hasWholeFronts, worths, shares) = ([], [:], false, [], nil)
      return
    }
    let all = isSmall ? choice.enumerated(sizes: listed) : nil
    let best = all?.best ?? search(limits)
    self.best = best
    method = all == nil ? .branchAndBound : .enumeration
    if let all {
      bySize = all.bySize
      fronts = all.fronts
    } else {
      // Beyond the best choice's own size nothing more is to be had.
      var bySize: [SelectionOutcome] = []
      for size in 0..<min(listed, best.members.count) {
        var smaller = limits
        smaller.amounts[.count] = Double(size + 1)
        bySize.append(
          size + 1 == best.members.count ? best : search(smaller, from: bySize.last?.members ?? []))
      }
      self.bySize = bySize
      fronts = otherKinds.reduce(into: [:]) { fronts, kind in
        var front: [FrontPoint] = []
        for tenth in 1...10 {
          var tighter = limits
          tighter.amounts[kind] = (limits.amounts[kind] ?? 0) * Double(tenth) / 10
          let outcome = tenth == 10 ? best : search(tighter, from: front.last?.members ?? [])
          let before = front.last?.valueMillionCNY ?? 0
          guard outcome.valueMillionCNY > before + OneYuan.millionCNY else { continue }
          front.append(
            FrontPoint(
              use: choice.use(of: kind, by: outcome.members),
              valueMillionCNY: outcome.valueMillionCNY, members: outcome.members))
        }
        fronts[kind] = front
      }
    }
    hasWholeFronts = all != nil
    worths = limits.kinds.map { kind in
      let amount = limits.amounts[kind] ?? 0
      let step = kind == .count ? 1 : amount / 10
      var (less, more) = (limits, limits)
      less.amounts[kind] = max(0, amount - step)
      more.amounts[kind] = amount + step
      return LimitWorth(
        kind: kind, step: step, less: search(less), more: search(more, from: best.members))
    }
    shares = pool.model.shapleyShares(of: best.members)
  }

  /// What the best choice uses of a limit; `nil` where a member has no figure.
  public func use(of kind: LimitKind) -> Double? {
    let uses = best.members.compactMap { kind.use(by: pool.candidates[$0].link.plant) }
    return uses.count == best.members.count ? uses.reduce(0, +) : nil
  }
}
