public import IndustryChain

/// Which projects of a region are looked at together.
public enum ProjectGroup: Hashable, Sendable {
  /// Every project.
  case region
  /// Those whose signing is known to lie after a day (新引进).
  case signedSince(CalendarDate)
  /// Those in links of one chain.
  case chain(ChainID)
  /// Those that one recruiting team (招商队伍) brings, by its name in the tables.
  case team(String)
}

/// A row of the firm tables as it stood on a day.
struct ProjectRecord {
  let firm: Firm
  let project: Project
  /// The stage in force.
  let stage: ProjectStage
  let day: CalendarDate

  /// `nil` where the project was not in sight yet.
  init?(firm: Firm, project: Project, on day: CalendarDate) {
    guard let stage = project.stage(on: day) else { return nil }
    self.firm = firm
    self.project = project
    self.stage = stage
    self.day = day
  }

  /// How many projects the row stands for; `nil` for a group that the source does not count.
  var count: Int? {
    switch firm.count {
    case .exactly(let count): count
    case .several: nil
    }
  }

  /// Whether the stage in force has no date.
  var isUndated: Bool { project.milestone(stage)?.date == nil }

  /// Signed or later (引进) and not closed.
  var isIntroduced: Bool { stage != .closed && project.hasReached(.signed, by: day) }
}

extension Project {
  /// The milestone of a stage.
  func milestone(_ stage: ProjectStage) -> Milestone? { milestones.last { $0.stage == stage } }

  /// Whether a stage, or a later one that is no closure, was reached by a day: whoever operates has
  /// signed and built, whatever the table leaves out.
  func hasReached(_ stage: ProjectStage, by day: CalendarDate) -> Bool {
    milestones.contains { milestone in
      milestone.stage >= stage && milestone.stage != .closed
        && (milestone.date.map { $0.latest <= day } ?? true)
    }
  }
}
