public import IndustryChain

/// How far a group of projects had come by a day.
///
/// Projects are counted as the tables count firms: a row that stands for several firms is several
/// projects, and one that stands for a group which no source counts is in no count and no rate but
/// those that are named after rows.
public struct ProjectProgress: Hashable, Sendable {
  /// The rows in sight by the day.
  public let rowCount: Int
  /// Those whose stage has no date and counts on every day.
  public let undatedRowCount: Int
  /// Introduced projects (引进): signed or later, not closed.
  public let introducedCount: Int
  /// Closed projects (退出) that had been introduced.
  public let closedAfterIntroductionCount: Int
  /// The steps from contract to production, in the order of `StageConversion.Step.allCases`.
  public let conversions: [StageConversion]
  /// Money in place against contracts.
  public let funds: FundsInPlace
  /// The fit with the lead industries; `nil` where no chain of the region has a chief firm.
  public let leadFit: LeadIndustryFit?
  private let counts: [Int]
  private let uncountedRows: [Int]

  /// The rows in sight that stand for a group which no source counts.
  ///
  /// Where a number of projects is 0 beside such rows it is unknown and no zero.
  public var uncountedRowCount: Int { uncountedRows.reduce(0, +) }

  /// The rows in a stage that stand for a group which no source counts.
  public func uncountedRowCount(_ stage: ProjectStage) -> Int { uncountedRows[stage.rawValue] }

  /// The same for introduced projects.
  public var uncountedIntroducedRowCount: Int {
    [.signed, .building, .operating].reduce(0) { $0 + uncountedRowCount($1) }
  }

  /// The projects in a stage.
  public func count(_ stage: ProjectStage) -> Int { counts[stage.rawValue] }

  /// The production rate (投产率), 0…1: projects operating / projects introduced; `nil` where none
  /// is introduced.
  public var productionRate: Double? {
    introducedCount > 0 ? Double(count(.operating)) / Double(introducedCount) : nil
  }

  /// The conversion of a step.
  public func conversion(_ step: StageConversion.Step) -> StageConversion? {
    conversions.first { $0.step == step }
  }
}

extension ProjectProgress {
  /// Counts some rows of a day; linear but for the medians' sorts.
  init(over records: [ProjectRecord], leadChains: Set<ChainID>) {
    var counts = [Int](repeating: 0, count: ProjectStage.allCases.count)
    var uncountedRows = counts
    var closed = 0
    for record in records {
      guard let count = record.count else {
        uncountedRows[record.stage.rawValue] += 1
        continue
      }
      counts[record.stage.rawValue] += count
      if record.stage == .closed, record.project.hasReached(.signed, by: record.day) {
        closed += count
      }
    }
    let introduced = records.filter(\.isIntroduced)
    self.counts = counts
    self.uncountedRows = uncountedRows
    rowCount = records.count
    undatedRowCount = records.count { $0.isUndated }
    introducedCount = introduced.reduce(0) { $0 + ($1.count ?? 0) }
    closedAfterIntroductionCount = closed
    conversions = StageConversion.Step.allCases.map { StageConversion($0, over: records) }
    funds = FundsInPlace(over: introduced)
    leadFit =
      leadChains.isEmpty ? nil : LeadIndustryFit(over: introduced, leadChains: leadChains)
  }
}
