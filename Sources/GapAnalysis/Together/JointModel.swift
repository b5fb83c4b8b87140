/// What candidates for recruitment ask of each other, in numbers only: the instance behind joint
/// values, bundles, portfolios and roadmaps.
///
/// A plant of candidate k makes z_k = s_k + Σ_j w_kj z_j over the recruits j: s_k is what it sells
/// with nobody else recruited, its sales outside included, less what it asks of itself; w_kj is
/// what one unit of j's output brings it, directly and through what the region already supplies. A
/// set S is worth
///
///     F(S) = Σ_{k∈S} (u_k z_k − x_k)
///
/// with u_k the local content of a unit of k and x_k what the plant would earn anywhere. Source: R.
/// Miller, P. Blair, Input–Output Analysis (2009), ch. 12, hypothetical insertion of several links
/// at once, everything that is already here eliminated.
public struct JointModel: Sendable {
  /// What one unit of another's output brings a candidate.
  public struct Response: Hashable, Sendable {
    /// The candidate whose output it is.
    public let candidate: Int
    /// Sales per unit of that output, from 0.
    public let perUnit: Double

    /// Joins a candidate and the sales per unit of its output.
    public init(candidate: Int, perUnit: Double) {
      self.candidate = candidate
      self.perUnit = perUnit
    }
  }

  /// A market that several candidates, its variants, could serve and only one of a set does: the
  /// first of them in the order of the candidates.
  public struct ContestedMarket: Hashable, Sendable {
    /// Demand with nobody recruited, million CNY a year.
    public let demandMillionCNY: Double
    /// Demand per unit of each candidate's output.
    public let responses: [Response]
    /// The share of the demand that each competing candidate would serve, 0…1.
    public let shares: [Response]

    /// Joins demand, what adds to it, and who would serve which share of it.
    public init(demandMillionCNY: Double, responses: [Response], shares: [Response]) {
      self.demandMillionCNY = demandMillionCNY
      self.responses = responses
      self.shares = shares
    }
  }

  /// The number of candidates; their order decides who serves a contested market.
  public let count: Int
  /// s: sales with nobody else recruited, contested markets not counted, million CNY a year.
  public let ownSalesMillionCNY: [Double]
  /// u: local content of a unit of output, 0…1.
  public let localContent: [Double]
  /// x: what the plant would earn anywhere, million CNY a year.
  public let earnedAnywhereMillionCNY: [Double]
  /// w by candidate: only what is not zero, by ascending candidate.
  public let responses: [[Response]]
  /// The markets for which candidates compete.
  public let contestedMarkets: [ContestedMarket]
  /// The contested markets that each candidate could serve, and the share it would take.
  let contests: [[(market: Int, share: Double)]]

  /// An instance from its numbers; the arrays are indexed alike.
  ///
  /// The instance must be productive: of each candidate's output less than one unit comes back to
  /// the recruits of any set, as it does where inputs and value added sum to 1.
  public init(
    ownSalesMillionCNY: [Double], localContent: [Double], earnedAnywhereMillionCNY: [Double],
    responses: [[Response]], contestedMarkets: [ContestedMarket] = []
  ) {
    count = localContent.count
    precondition(
      ownSalesMillionCNY.count == count && earnedAnywhereMillionCNY.count == count
        && responses.count == count)
    self.ownSalesMillionCNY = ownSalesMillionCNY
    self.localContent = localContent
    self.earnedAnywhereMillionCNY = earnedAnywhereMillionCNY
    self.responses = responses.map { row in row.sorted { $0.candidate < $1.candidate } }
    self.contestedMarkets = contestedMarkets
    var contests = [[(market: Int, share: Double)]](repeating: [], count: count)
    for (market, contested) in contestedMarkets.enumerated() {
      for share in contested.shares { contests[share.candidate].append((market, share.perUnit)) }
    }
    self.contests = contests
  }

  /// The same instance with some candidates only, given ascending; a market that only one of them
  /// could serve is contested no longer.
  func restricted(to kept: [Int]) -> JointModel {
    var place = [Int](repeating: -1, count: count)
    for (new, old) in kept.enumerated() { place[old] = new }
    func moved(_ row: [Response]) -> [Response] {
      row.compactMap { response in
        let new = place[response.candidate]
        return new < 0 ? nil : Response(candidate: new, perUnit: response.perUnit)
      }
    }
    var sales = kept.map { ownSalesMillionCNY[$0] }
    var rows = kept.map { moved(responses[$0]) }
    var contested: [ContestedMarket] = []
    for market in contestedMarkets {
      let shares = moved(market.shares)
      let answers = moved(market.responses)
      if let only = shares.first, shares.count == 1 {
        sales[only.candidate] += only.perUnit * market.demandMillionCNY
        rows[only.candidate] = Self.sum(rows[only.candidate], answers, times: only.perUnit)
      } else if !shares.isEmpty {
        contested.append(
          ContestedMarket(
            demandMillionCNY: market.demandMillionCNY, responses: answers, shares: shares))
      }
    }
    return JointModel(
      ownSalesMillionCNY: sales, localContent: kept.map { localContent[$0] },
      earnedAnywhereMillionCNY: kept.map { earnedAnywhereMillionCNY[$0] }, responses: rows,
      contestedMarkets: contested)
  }

  /// The same instance without competition: every variant serves its umbrella's whole market.
  ///
  /// No set is worth less in it, and its values are supermodular; it may ask for more than there is
  /// and is for bounds alone.
  func withoutCompetition() -> JointModel {
    guard !contestedMarkets.isEmpty else { return self }
    var sales = ownSalesMillionCNY
    var rows = responses
    for market in contestedMarkets {
      for share in market.shares {
        sales[share.candidate] += share.perUnit * market.demandMillionCNY
        rows[share.candidate] = Self.sum(
          rows[share.candidate], market.responses, times: share.perUnit)
      }
    }
    return JointModel(
      ownSalesMillionCNY: sales, localContent: localContent,
      earnedAnywhereMillionCNY: earnedAnywhereMillionCNY, responses: rows)
  }

  /// One row plus a multiple of another.
  static func sum(_ left: [Response], _ right: [Response], times factor: Double) -> [Response] {
    var sums: [Int: Double] = [:]
    for response in left { sums[response.candidate, default: 0] += response.perUnit }
    for response in right { sums[response.candidate, default: 0] += factor * response.perUnit }
    return sums.filter { $0.value != 0 }.map { Response(candidate: $0.key, perUnit: $0.value) }
      .sorted { $0.candidate < $1.candidate }
  }
}
