public import IndustryChain

/// Whether a ranking of missing links made on one day foresaw which of them firms signed for by
/// another.
///
/// Only stages are carried back to the first day: chain files, surveys, final demand and the amounts
/// in the tables are those of the files, so a link that was put into a chain because it was being
/// recruited flatters every ranking alike.
public struct Backtest: Sendable {
  /// A link that was missing on the first day, and what came of it.
  public struct Candidate: Sendable {
    /// The link as the method saw it on the first day.
    public let opportunity: Opportunity
    /// Its value by each baseline, in the order of `Baseline.allCases`.
    public let baselineValues: [Double?]
    /// The projects in it that were signed, began to be built or went into operation between the
    /// days and had not been signed by the first, at their stage on the second.
    public let signings: [Presence]

    /// Whether it was signed for by the second day.
    public var isEvent: Bool { !signings.isEmpty }
  }

  /// A link that was signed for between the days without having been a candidate.
  public struct OtherSigning: Hashable, Sendable {
    /// Why it was none.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
      /// An umbrella, for which its variants stand.
      case umbrella
      /// Firms were there or signed already.
      case notMissing
      /// Nobody has surveyed it.
      case unknown
    }

    /// The place of the link in `ChainGraph.links`.
    public let link: Int
    /// Why it was no candidate.
    public let reason: Reason
  }

  /// What can be judged.
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    /// Some candidates were signed for and some were not: rankings can be told apart.
    case comparable
    /// No link was missing on the first day.
    case noCandidates
    /// None of the missing links was signed for.
    case noEvents
    /// Every missing link was signed for, so every order foresaw as much.
    case onlyEvents
  }

  /// The region as it was known on the first day.
  public let analysis: Analysis
  /// The second day.
  public let lastDay: CalendarDate
  /// Links that were missing on the first day, umbrellas left to their variants, in the order of
  /// the method.
  public let candidates: [Candidate]
  /// Links signed for in the meantime that were no candidates, by index.
  public let otherSignings: [OtherSigning]
  /// Rows signed in the meantime of which no source says in which link they work.
  public let unplacedSigningCount: Int
  /// The method, each baseline and a ranking by lot, in this order; empty unless the outcome is
  /// `comparable`.
  public let results: [RankingResult]

  /// The first day.
  public var firstDay: CalendarDate { analysis.day }
  /// The candidates that were signed for.
  public var eventCount: Int { candidates.count(where: \.isEvent) }
  /// What can be judged.
  public var outcome: Outcome {
    switch eventCount {
    case _ where candidates.isEmpty: .noCandidates
    case 0: .noEvents
    case candidates.count: .onlyEvents
    default: .comparable
    }
  }
  /// The least p-value that any ranking could have reached with so few events; 1 where none could
  /// be told from another.
  public var leastPValue: Double {
    PermutationPValue.leastPossible(events: eventCount, candidates: candidates.count)
  }

  /// Ranks the missing links as of one day and looks who signed by another.
  ///
  /// Costs one analysis, and the permutation tests (see `PermutationPValue`). Where the second day
  /// is not after the first nothing can have been signed between them.
  ///
  /// - Parameters:
  ///   - region: The region.
  ///   - workspace: Its chains.
  ///   - first: The day of the ranking.
  ///   - last: The day on which its truth is seen.
  public init(
    of region: Region, in workspace: Workspace, from first: CalendarDate, to last: CalendarDate
  ) {
    self.init(of: Analysis(of: region, in: workspace, on: first), until: last)
  }

  /// The same from an analysis on the first day.
  public init(of analysis: Analysis, until last: CalendarDate) {
    self.analysis = analysis
    lastDay = last
    let (signings, unplaced) = analysis.signings(until: last)
    unplacedSigningCount = unplaced
    candidates = analysis.targets.filter { $0.coverage == .missing }.map { opportunity in
      Candidate(
        opportunity: opportunity,
        baselineValues: Baseline.allCases.map { $0.value(of: opportunity.index, in: analysis) },
        signings: signings[opportunity.index, default: []])
    }
    let places = Set(candidates.map(\.opportunity.index))
    otherSignings = signings.keys.filter { !places.contains($0) }.sorted().map { link in
      let reason: OtherSigning.Reason =
        switch analysis.today.coverage[link] {
        case .unknown: .unknown
        case .missing: .umbrella
        case .covered, .thin, .planned: .notMissing
        }
      return OtherSigning(link: link, reason: reason)
    }
    results = RankingResult.results(for: candidates)
  }
}

extension Analysis {
  /// The projects first signed after the analysis's day and by another, by link, and the number of
  /// those without a link.
  fileprivate func signings(
    until last: CalendarDate
  ) -> (byLink: [Int: [Presence]], unplacedCount: Int) {
    var byLink: [Int: [Presence]] = [:]
    var unplaced = 0
    for firm in region.firms.sorted(by: { $0.id < $1.id }) {
      for project in firm.projects
      where project.hasReached(.signed, by: last) && !project.hasReached(.signed, by: day) {
        guard let link = project.link.flatMap({ graph.index(of: $0) }) else {
          unplaced += 1
          continue
        }
        byLink[link, default: []].append(
          Presence(firm: firm, project: project, stage: project.stage(on: last)))
      }
    }
    return (byLink, unplaced)
  }
}
