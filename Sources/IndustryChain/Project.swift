/// How far a firm's work in one link has come.
public enum ProjectStage: Int, CaseIterable, Hashable, Sendable, Comparable {
  /// 在谈
  case negotiating
  /// 签约
  case signed
  /// 在建
  case building
  /// 投产
  case operating
  /// 退出
  case closed

  /// Orders by progress.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A firm's work in one link of one region.
public struct Project: Hashable, Sendable {
  /// The day on which a stage was reached.
  public struct Milestone: Hashable, Sendable {
    /// The stage that was reached.
    public let stage: ProjectStage
    /// When; `nil` where the stage is known and its date is not.
    public let date: PartialDate?

    /// Joins a stage and its date.
    public init(stage: ProjectStage, date: PartialDate?) {
      self.stage = stage
      self.date = date
    }
  }

  /// The link it works in; `nil` where the source does not say what is made.
  public var link: Optional<LinkID>
  /// The team that recruited it or is recruiting it, in the words of the table, where given.
  public var team: Optional<String>
  /// The stages reached, by progress.
  public var milestones: [Milestone]
  /// Yearly output, million CNY, where given.
  public var outputMillionCNY: Optional<Figure>
  /// Investment under contract, million CNY, where given.
  public var investmentMillionCNY: Optional<Figure>
  /// Investment that has arrived, million CNY, where given.
  public var fundsInPlaceMillionCNY: Optional<Figure>
  /// Jobs, where given.
  public var jobs: Optional<Figure>
  /// Capacity in the words of the source: `3000 t/a`.
  public var capacity: Optional<String>
  /// The sentence of the source that the project is from, word for word.
  public var quotation: Optional<String>
  /// Where it is from and how good that is.
  public var provenance: Provenance
  /// The place in the file that it was read from, for reports: `firms.csv:3`.
  public var location: Optional<String>

  /// A project; its milestones are put in the order of progress.
  public init(
    link: LinkID?, team: String? = nil, milestones: [Milestone], outputMillionCNY: Figure? = nil,
    investmentMillionCNY: Figure? = nil, fundsInPlaceMillionCNY: Figure? = nil,
    jobs: Figure? = nil, capacity: String? = nil, quotation: String? = nil,
    provenance: Provenance, location: String? = nil
  ) {
    self.link = link
    self.team = team
    self.milestones =
      milestones.count > 1 ? milestones.sorted { $0.stage < $1.stage } : milestones
    self.outputMillionCNY = outputMillionCNY
    self.investmentMillionCNY = investmentMillionCNY
    self.fundsInPlaceMillionCNY = fundsInPlaceMillionCNY
    self.jobs = jobs
    self.capacity = capacity
    self.quotation = quotation
    self.provenance = provenance
    self.location = location
  }

  /// The stage in force on a day, `nil` where none is sure to have been reached.
  ///
  /// A date known to the year counts from its last day. A stage without a date is known to be so,
  /// and not since when: it counts from the last dated stage before it, and on every day where none
  /// of those is dated.
  public func stage(on day: CalendarDate) -> ProjectStage? {
    var stage: ProjectStage?
    var earliest: CalendarDate?
    for milestone in milestones {
      if let date = milestone.date?.latest { earliest = max(date, earliest ?? date) }
      if earliest.map({ $0 <= day }) ?? true { stage = milestone.stage }
    }
    return stage
  }
}
