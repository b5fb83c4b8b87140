/// A firm of a region's tables, or an unnamed group of firms that a source speaks of.
public struct Firm: Hashable, Sendable {
  /// Whether the firm is here.
  public enum Residence: String, CaseIterable, Hashable, Sendable {
    /// 本地企业
    case resident
    /// 目标企业: outside the region.
    case prospect
  }

  /// How many firms a row stands for.
  public enum Count: Hashable, Sendable {
    /// One firm, or a counted group.
    case exactly(Int)
    /// A group that the source does not count: at least two.
    case several

    /// The least number of firms that this can mean.
    public var atLeast: Int {
      switch self {
      case .exactly(let count): count
      case .several: 2
      }
    }
  }

  /// The id, unique among the firms of a region.
  public let id: FirmID
  /// Its name in one or both languages.
  public var name: LocalizedText
  /// Whether the firm is here.
  public var residence: Residence
  /// How many firms the row stands for.
  public var count: Count
  /// The unified social credit code, where given.
  public var creditCode: Optional<CreditCode>
  /// Where a prospect sits, in the words of the source.
  public var home: Optional<String>
  /// Resident firms that already buy from it, sell to it or belong with it.
  public var partners: [FirmID]
  /// Its work in links of the region, in the order of the table.
  public var projects: [Project]

  /// A firm without partners and projects.
  public init(
    id: FirmID, name: LocalizedText, residence: Residence, count: Count = .exactly(1),
    creditCode: CreditCode? = nil, home: String? = nil
  ) {
    self.id = id
    self.name = name
    self.residence = residence
    self.count = count
    self.creditCode = creditCode
    self.home = home
    partners = []
    projects = []
  }
}
