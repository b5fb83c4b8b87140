public import IndustryChain

/// A firm's project in a link, at the stage it has on the day of the analysis.
public struct Presence: Hashable, Sendable {
  /// The firm.
  public let firm: Firm
  /// Its work in the link.
  public let project: Project
  /// The stage in force; `nil` for a prospect that has not begun to talk.
  public let stage: ProjectStage?

  /// Joins a firm, its project and the stage in force.
  public init(firm: Firm, project: Project, stage: ProjectStage?) {
    self.firm = firm
    self.project = project
    self.stage = stage
  }
}

extension ChainGraph {
  /// The presences in each link on a day, by stage downwards, then by firm and by what is said of the
  /// project, so that the order of rows in a table counts for nothing.
  ///
  /// Closed projects are left out; so are residents whose work has not begun by then. Linear in
  /// links and projects but for the sort.
  func presences(in region: Region, on day: CalendarDate) -> [[Presence]] {
    var presences = [[Presence]](repeating: [], count: linkCount)
    for firm in region.firms {
      for project in firm.projects {
        guard let id = project.link, let link = index(of: id) else { continue }
        let stage = project.stage(on: day)
        guard stage != .closed, stage != nil || firm.residence == .prospect else { continue }
        // A prospect whose milestones all lie after the day was not in sight then.
        guard stage != nil || project.milestones.isEmpty else { continue }
        presences[link].append(Presence(firm: firm, project: project, stage: stage))
      }
    }
    for link in presences.indices where presences[link].count > 1 {
      presences[link].sort { left, right in
        let (a, b) = (left.stage?.rawValue ?? -1, right.stage?.rawValue ?? -1)
        guard a == b else { return a > b }
        return left.firm.id == right.firm.id
          ? left.project.orderingKey.lexicographicallyPrecedes(right.project.orderingKey)
          : left.firm.id < right.firm.id
      }
    }
    return presences
  }
}

extension Project {
  /// What tells the projects of one firm in one link apart: when it began, how large it is, what is said.
  ///
  /// Not its place in the file.
  fileprivate var orderingKey: [String] {
    let dates = milestones.map { $0.date?.description ?? "" }
    let figures = [
      outputMillionCNY, investmentMillionCNY, fundsInPlaceMillionCNY, jobs,
    ].map { $0.map { String($0.value) } ?? "" }
    let source = provenance.source
    return dates + figures
      + [capacity, team, quotation, source?.chinese, source?.english].map { $0 ?? "" }
  }
}
