public import IndustryChain

/// The links that could be recruited together, and what they ask of each other (招商备选).
///
/// Each is one typical plant, as the ranking counts it: recruited alone, a candidate is worth
/// exactly its chain value. Together, each plant keeps its sales outside and grows by what the other
/// recruits ask of it.
public struct RecruitmentPool: Sendable {
  /// One candidate.
  public struct Candidate: Hashable, Sendable {
    /// The place of the link in `ChainGraph.links`.
    public let index: Int
    /// The link.
    public let link: Link
    /// What one typical plant adds with nobody else recruited.
    public let chainValue: ChainValue
    /// Which of its needs the region meets.
    public let readiness: Readiness

    /// Whether the region says that it cannot meet one of its needs; what it says nothing of is
    /// unknown and holds nothing up.
    public var waits: Bool { !readiness.lacking.isEmpty }
  }

  /// The candidates, by local content today downwards, then by id: of several variants of one
  /// umbrella in a set, the first serves the umbrella's market.
  public let candidates: [Candidate]
  /// The numbers, in the order of `candidates`.
  public let model: JointModel
  /// The number of targets that add nothing even with all others recruited.
  public let withoutValueCount: Int
  /// The number of targets left out because the pool takes no more.
  public let beyondSizeCount: Int

  /// Joins candidates and their numbers, for instances that are no workspace.
  init(
    candidates: [Candidate], model: JointModel, withoutValueCount: Int = 0,
    beyondSizeCount: Int = 0
  ) {
    self.candidates = candidates
    self.model = model
    self.withoutValueCount = withoutValueCount
    self.beyondSizeCount = beyondSizeCount
  }
}

extension RecruitmentPool {
  /// So many candidates are taken at most: the search keeps a dense table of them for each link of a
  /// choice.
  ///
  /// Those of the least chain value are left out first, among equals those that would keep the least
  /// value here if all they make were sold inside.
  public static let defaultSize = 600

  /// The pool of an analysis, in today's light.
  ///
  /// One sparse solve a candidate over the present links that it reaches, then linear in the ties
  /// among candidates. A region without targets has an empty pool.
  ///
  /// - Parameters:
  ///   - analysis: The region; its targets are the candidates.
  ///   - links: Only targets among these links, as graph indices; `nil` for all.
  ///   - size: The most candidates taken.
  public init(of analysis: Analysis, among links: Set<Int>? = nil, size: Int = Self.defaultSize) {
    let figures = analysis.today
    let wanted = analysis.targets.filter { links?.contains($0.index) ?? true }
      .sorted { left, right in
        let (a, b) = (left.chainValue, right.chainValue)
        if a.millionCNY != b.millionCNY { return a.millionCNY > b.millionCNY }
        let (most, other) = (
          a.localContent * a.plantOutputMillionCNY, b.localContent * b.plantOutputMillionCNY
        )
        return most == other ? left.index < right.index : most > other
      }
    let taken = wanted.prefix(max(0, size)).sorted { left, right in
      let (a, b) = (left.chainValue.localContent, right.chainValue.localContent)
      return a == b ? left.index < right.index : a > b
    }
    let assembly = JointAssembly(of: taken, figures: figures)
    let kept = taken.indices.filter { assembly.hasValue[$0] }
    self.init(
      candidates: kept.map { place in
        let target = taken[place]
        return Candidate(
          index: target.index, link: target.link, chainValue: target.chainValue,
          readiness: target.readiness)
      },
      model: assembly.model.restricted(to: kept),
      withoutValueCount: taken.count - kept.count,
      beyondSizeCount: wanted.count - taken.count)
  }
}

/// Puts the numbers of a pool together.
private struct JointAssembly {
  let model: JointModel
  /// Whether a target is worth anything alone, or is tied to another one.
  private(set) var hasValue: [Bool]

  init(of targets: [Opportunity], figures: RegionFigures) {
    let market = JointMarket(of: targets, figures: figures)
    let sales = targets.indices.map { market.sales(of: targets[$0], at: $0) }
    var contenders: [Int: [JointModel.Response]] = [:]
    for (place, sale) in sales.enumerated() {
      for (market, taken) in sale.contested {
        contenders[market, default: []].append(.init(candidate: place, perUnit: taken))
      }
    }
    model = JointModel(
      ownSalesMillionCNY: sales.map(\.ownMillionCNY),
      localContent: targets.map { $0.chainValue.localContent },
      earnedAnywhereMillionCNY: targets.map { $0.chainValue.earnedAnywhereMillionCNY },
      responses: sales.map(\.responses),
      contestedMarkets: contenders.sorted { $0.key < $1.key }.map { link, shares in
        JointModel.ContestedMarket(
          demandMillionCNY: figures.demandMillionCNY[link], responses: market.asked[link] ?? [],
          shares: shares)
      })

    hasValue = targets.map { $0.chainValue.millionCNY > OneYuan.millionCNY }
    for (place, row) in model.withoutCompetition().responses.enumerated() {
      for response in row where response.candidate != place && response.perUnit > 0 {
        hasValue[place] = true
        hasValue[response.candidate] = true
      }
    }
  }
}

/// The links that some targets sell to, and what is asked of them.
private struct JointMarket {
  /// What one target sells.
  struct Sales {
    /// To whom no other target sells, and outside.
    let ownMillionCNY: Double
    /// What more it sells there per unit of each target's output.
    let responses: [JointModel.Response]
    /// Its share of each market that another target sells to, too.
    let contested: [(market: Int, taken: Double)]
  }

  /// What each market is asked for per unit of each target's output.
  let asked: [Int: [JointModel.Response]]
  private let figures: RegionFigures
  /// The markets of each target.
  private let markets: [[Int]]
  /// How many targets sell to each market.
  private let sellers: [Int: Int]

  init(of targets: [Opportunity], figures: RegionFigures) {
    self.figures = figures
    markets = targets.map { figures.markets(of: $0.index) }
    var sellers: [Int: Int] = [:]
    for market in markets.joined() { sellers[market, default: 0] += 1 }
    self.sellers = sellers
    var induced = InducedDemand(figures.technology, localSupplyRatio: figures.localSupplyRatio)
    var asked: [Int: [JointModel.Response]] = [:]
    for (place, target) in targets.enumerated() {
      for (link, perUnit) in induced.demand(perUnitOf: target.index) where sellers[link] != nil {
        asked[link, default: []].append(.init(candidate: place, perUnit: perUnit))
      }
    }
    self.asked = asked
  }

  /// What the target at a place sells.
  func sales(of target: Opportunity, at place: Int) -> Sales {
    let value = target.chainValue
    let plant = value.plantOutputMillionCNY
    let demand = markets[place].reduce(0) { $0 + figures.demandMillionCNY[$1] }
    let reached = demand + value.selfDemand * plant
    let share = reached > 0 ? value.soldInsideMillionCNY / reached : 1
    // With nobody else recruited the plant makes P; what of it no market's share explains, its
    // sales outside first of all, it keeps.
    var kept = plant
    var own = 0.0
    var row: [JointModel.Response] = []
    var contested: [(market: Int, taken: Double)] = []
    for market in markets[place] {
      // What local firms already meet is not there to be taken.
      let taken = min(share, 1 - figures.localSupplyRatio[market])
      guard taken > 0 else { continue }
      let responses = asked[market] ?? []
      let ownResponse = responses.first { $0.candidate == place }?.perUnit ?? 0
      let marketDemand = figures.demandMillionCNY[market]
      kept -= taken * (marketDemand + ownResponse * plant)
      if sellers[market] == 1 || market == target.index {
        own += taken * marketDemand
        row = JointModel.sum(row, responses, times: taken)
      } else {
        contested.append((market, taken))
      }
    }
    return Sales(ownMillionCNY: own + max(0, kept), responses: row, contested: contested)
  }
}
