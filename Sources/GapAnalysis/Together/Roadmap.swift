import IndustryChain

/// A set of links in the order in which to recruit them (招商路线图), with the cumulative curve.
///
/// Links whose needs the region provides, or that need nothing, come before those that wait for a
/// need; among them each step is the one that adds most given the steps before, ties in the order of
/// the links.
public struct Roadmap: Sendable {
  /// One recruitment.
  public struct Step: Hashable, Sendable {
    /// The place of the link in `RecruitmentPool.candidates`.
    public let candidate: Int
    /// What it adds to the steps before, million CNY a year.
    public let gainMillionCNY: Double
    /// What all steps so far are worth together, million CNY a year.
    public let cumulativeMillionCNY: Double
  }

  /// The candidates.
  public let pool: RecruitmentPool
  /// The steps, first to last.
  public let steps: [Step]

  /// Orders some candidates, given as places in the pool; cubic in them.
  ///
  /// The curve ends at their joint value. A market for which several compete is kept, from the first
  /// step on, for the one that serves it in the end. No candidates have no steps.
  public init(of pool: RecruitmentPool, members: [Int]) {
    self.pool = pool
    let members = members.sorted()
    var elimination = JointElimination(pool.model, members: members)
    var rest = Array(members.indices)
    var steps: [Step] = []
    var sum = 0.0
    while !rest.isEmpty {
      let ready = rest.filter { !pool.candidates[members[$0]].waits }
      let open = ready.isEmpty ? rest : ready
      let ranked = open.map { place in
        (
          place: place, link: pool.candidates[members[place]].index,
          step: OneYuan.steps(millionCNY: elimination.gain(of: place))
        )
      }
      let next = ranked.min { left, right in
        left.step == right.step ? left.link < right.link : left.step > right.step
      }
      guard let next else { break }
      let gain = elimination.recruit(next.place)
      sum += gain
      steps.append(
        Step(candidate: members[next.place], gainMillionCNY: gain, cumulativeMillionCNY: sum))
      rest.removeAll { $0 == next.place }
    }
    self.steps = steps
  }

  /// The number of steps, from the first on, that wait for no need.
  public var readyCount: Int {
    steps.prefix { !pool.candidates[$0.candidate].waits }.count
  }
}
