public import IndustryChain

/// In what respect something is said of an item: a link's value added, the date of a project's stage.
public struct Aspect: Hashable, Sendable {
  /// The respect, without what it is about.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case name, summary, stage, kind, variantOf, code
    case share, route, critical
    case valueAdded, plantOutput, plantInvestment, plantLand, plantJobs, plantPower
    case plantDischarge, needs, note
    case administrativeCode, date, survey, finalDemand, localSupplyRatio, chiefFirm, chainLead
    case provides, lacks, priority, weight, weightRange, weightOrder, leadChance, band
    case residence, count, creditCode, home, partners
    case link, team, reached, output, investment, fundsInPlace, jobs, capacity, quotation, source
    case listing
  }

  /// What it is about, where an item has the same respect several times.
  public enum Key: Hashable, Sendable {
    case link(LinkID)
    case chain(ChainID)
    case need(NeedID)
    case criterion(Criterion)
    case lead(LeadStage)
    case grade(Grade)
    case stage(ProjectStage)
    /// The name of a public classification: `gb4754`.
    case classification(String)

    /// The name as files spell it.
    public var code: String {
      switch self {
      case .link(let id): id.description
      case .chain(let id): id.rawValue
      case .need(let id): id.rawValue
      case .criterion(let criterion): criterion.rawValue
      case .lead(let stage): stage.rawValue
      case .grade(let grade): grade.rawValue
      case .stage(let stage): String(describing: stage)
      case .classification(let name): name
      }
    }
  }

  /// The respect.
  public let kind: Kind
  /// What it is about; `nil` where an item has the respect once.
  public let key: Key?

  /// Joins a respect and what it is about.
  public init(_ kind: Kind, _ key: Key? = nil) {
    self.kind = kind
    self.key = key
  }
}

extension Aspect: Comparable {
  /// Orders by respect, then by the name of what it is about.
  public static func < (left: Self, right: Self) -> Bool {
    left.kind == right.kind
      ? left.keyCode < right.keyCode
      : places[left.kind, default: 0] < places[right.kind, default: 0]
  }

  private var keyCode: String { key?.code ?? "" }

  private static let places = Dictionary(
    uniqueKeysWithValues: Kind.allCases.enumerated().map { ($0.element, $0.offset) })
}

/// What is said of an item in one respect.
public enum Fact: Hashable, Sendable {
  case text(LocalizedText)
  case words(String)
  /// A number with its source; its unit follows from the respect.
  case figure(Figure)
  case number(Double)
  case range(ClosedRange<Double>)
  case flag(Bool)
  case stage(Stage)
  case linkKind(LinkKind)
  case route(Input.Route)
  case residence(Firm.Residence)
  case count(Firm.Count)
  case link(LinkID)
  case firm(FirmID)
  /// In the order of ids, since lists of them have none of their own.
  case needs([NeedID])
  /// In the order of ids.
  case firms([FirmID])
  case criteria([Criterion])
  case day(CalendarDate)
  /// When a stage was reached; `nil` where only the stage is known.
  case reached(PartialDate?)
  case source(Provenance)
  /// A need that the region cannot meet, and whether that rules links out.
  case lack(isVeto: Bool, Provenance)
  /// How many firms a peer has, and where that is from.
  case listing(Firm.Count, Provenance?)

  /// The number of a figure; `nil` for any other fact.
  public var figure: Figure? {
    if case .figure(let figure) = self { figure } else { nil }
  }
}

/// Everything that is said of an item, by respect; what nobody has said has no entry.
public typealias Facts = [Aspect: Fact]

extension [Aspect: Fact] {
  mutating func say(_ kind: Aspect.Kind, _ fact: Fact?) {
    if let fact { self[Aspect(kind)] = fact }
  }

  mutating func say(_ kind: Aspect.Kind, _ key: Aspect.Key, _ fact: Fact) {
    self[Aspect(kind, key)] = fact
  }
}
