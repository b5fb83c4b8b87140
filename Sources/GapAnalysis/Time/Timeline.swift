public import IndustryChain

/// A region as it was on several days: its coverage, and its projects on the way from contract to
/// production.
///
/// Only stages are carried back: chain files, surveys, final demand and the amounts in the tables
/// are those of the files on every day.
public struct Timeline: Sendable {
  /// The links and their ties.
  public let graph: ChainGraph
  /// The region.
  public let region: Region
  /// The groups that are counted apart: the region, the newly signed where there are several days,
  /// chains that have a project, teams by name.
  public let groups: [ProjectGroup]
  /// The days, ascending.
  public let moments: [Moment]
  /// The rows of the tables, whatever the day, that name no team.
  public let rowCountWithoutTeam: Int

  /// The region on one day.
  public struct Moment: Sendable {
    /// The day.
    public let day: CalendarDate
    /// All links together.
    public let region: CoverageCount
    /// The links of each chain, in the order of `ChainGraph.chains`.
    public let chains: [CoverageCount]
    /// How far the projects of each group had come, in the order of `Timeline.groups`.
    public let progress: [ProjectProgress]
  }

  /// Looks at a region on some days.
  ///
  /// Linear in links, inputs and projects for each day, but for components of the graph that are
  /// cycles (see `LocalSolution`). Without days there are no moments; without projects every count
  /// is 0 and every rate `nil`.
  ///
  /// - Parameters:
  ///   - region: The region.
  ///   - graph: The links and their ties.
  ///   - days: The days, in any order; see `days(in:from:to:every:)`.
  public init(of region: Region, over graph: ChainGraph, on days: [CalendarDate]) {
    self.graph = graph
    self.region = region
    let days = Set(days).sorted()
    let rows = region.firms.sorted { $0.id < $1.id }.flatMap { firm in
      firm.projects.map { (firm: firm, project: $0) }
    }
    let groups = Self.groups(of: rows.map(\.project), since: days.count > 1 ? days.first : nil)
    // The places in `groups` that each row belongs to.
    let places = groups.enumerated().reduce(into: [ProjectGroup: Int]()) {
      $0[$1.element] = $1.offset
    }
    let memberships = rows.map { row in
      Self.groups(of: [row.project], since: days.first).compactMap { places[$0] }
    }
    let leadChains = Set(region.chiefFirms.keys)
    let outputs = graph.plantOutputs().map(\.millionCNY)
    self.groups = groups
    rowCountWithoutTeam = rows.count { $0.project.team == nil }
    moments = days.map { day in
      let figures = RegionFigures(
        graph: graph, region: region, presences: graph.presences(in: region, on: day),
        plantOutputs: outputs, light: .today)
      var members = [[ProjectRecord]](repeating: [], count: groups.count)
      for (row, memberships) in zip(rows, memberships) {
        guard let record = ProjectRecord(firm: row.firm, project: row.project, on: day) else {
          continue
        }
        for place in memberships { members[place].append(record) }
      }
      return Moment(
        day: day,
        region: CoverageCount(of: Array(graph.links.indices), in: graph, figures: figures),
        chains: CoverageCount.byChain(in: graph, figures: figures),
        progress: members.map { ProjectProgress(over: $0, leadChains: leadChains) })
    }
  }

  /// How far a group had come on the last day; `nil` without days or such a group.
  public func progress(of group: ProjectGroup) -> ProjectProgress? {
    groups.firstIndex(of: group).flatMap { moments.last?.progress[$0] }
  }

  /// The groups that some projects belong to: the region, the newly signed, chains, teams.
  private static func groups(of projects: [Project], since first: CalendarDate?) -> [ProjectGroup] {
    let newlySigned = first.flatMap { first in
      projects.contains { $0.isSigned(after: first) } ? ProjectGroup.signedSince(first) : nil
    }
    return [.region] + [newlySigned].compactMap { $0 }
      + Set(projects.compactMap { $0.link?.chain }).sorted().map { .chain($0) }
      + Set(projects.compactMap(\.team)).sorted().map { .team($0) }
  }
}

extension Project {
  /// Whether it is known to have been signed after a day; a year that holds the day is no such
  /// knowledge.
  fileprivate func isSigned(after day: CalendarDate) -> Bool {
    milestone(.signed)?.date.map { $0.earliest > day } ?? false
  }
}
