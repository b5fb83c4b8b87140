/// The word that somebody has looked who is there, for a chain or for single links.
///
/// Without it, a link where no firm is known is unknown and never missing.
public struct Survey: Hashable, Sendable {
  /// What was looked at.
  public enum Scope: Hashable, Sendable {
    /// Every link of a chain.
    case chain(ChainID)
    /// One link.
    case link(LinkID)
  }

  /// What was looked at.
  public let scope: Scope
  /// Who looked, and how good that is.
  public let provenance: Provenance

  /// Joins what was looked at and who looked.
  public init(scope: Scope, provenance: Provenance) {
    self.scope = scope
    self.provenance = provenance
  }
}

/// The place being analysed: a zone, county, state or country.
public struct Region: Hashable, Sendable {
  /// The id, unique in the workspace.
  public let id: RegionID
  /// Its name in one or both languages.
  public var name: LocalizedText
  /// Its administrative code, where given; development zones have codes that no list holds.
  public var code: String?
  /// The day that its tables describe; analyses use it where no other day is asked for.
  public var date: CalendarDate
  /// Who has looked at what.
  public var surveys: [Survey]
  /// Yearly demand for a link from outside all chains (households, builders), million CNY.
  public var finalDemandMillionCNY: [LinkID: Figure]
  /// Local supply ratios that are known and need not be worked out, 0…1.
  public var localSupplyRatios: [LinkID: Figure]
  /// The firm that leads a chain here.
  public var chiefFirms: [ChainID: FirmID]
  /// The official responsible for a chain.
  public var chainLeads: [ChainID: LocalizedText]
  /// Needs that the region can meet.
  public var provides: [NeedID]
  /// Needs that the region cannot meet; a need that neither list names is unknown.
  public var shortcomings: [Shortcoming]
  /// What the planner wants; a link that no entry covers is not wanted in particular.
  public var priorities: [Priority]
  /// What the planners want of the ranking.
  public var ranking: RankingPreferences
  /// Residents and prospects, in the order of the tables.
  public var firms: [Firm]
  /// Other regions of which it is known what they have, sorted by id.
  public var peers: [PeerRegion]

  /// A region about which nothing else is known.
  public init(id: RegionID, name: LocalizedText, date: CalendarDate) {
    self.id = id
    self.name = name
    self.date = date
    surveys = []
    finalDemandMillionCNY = [:]
    localSupplyRatios = [:]
    chiefFirms = [:]
    chainLeads = [:]
    provides = []
    shortcomings = []
    priorities = []
    ranking = RankingPreferences()
    firms = []
    peers = []
  }
}
