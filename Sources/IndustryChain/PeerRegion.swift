/// Another region of which it is known which links it has, and nothing else.
///
/// It comes from a table of what was found, or stands for a whole region of the workspace. A link
/// that it does not list may be there or not: nobody has said.
public struct PeerRegion: Hashable, Sendable {
  /// What is known of one link there.
  public struct Listing: Hashable, Sendable {
    /// The number of firms; none where somebody has looked and found nobody.
    public let firmCount: Firm.Count
    /// Where that is from; `nil` for a whole region, whose own files say it firm by firm.
    public let provenance: Provenance?
    /// The place in the file that it was read from, for reports: `peers.csv:3`.
    public let location: String?

    /// Joins a number of firms and where it is from.
    public init(firmCount: Firm.Count, provenance: Provenance?, location: String? = nil) {
      self.firmCount = firmCount
      self.provenance = provenance
      self.location = location
    }

    /// Whether a firm is there.
    public var isPresent: Bool { firmCount.atLeast > 0 }
  }

  /// What a peer is known from.
  public enum Origin: Hashable, Sendable {
    /// Rows of a table of peers.
    case table
    /// A whole region of the same workspace, as it was on a day.
    case region(day: CalendarDate)
  }

  /// The id, unique among the peers of a region.
  public let id: RegionID
  /// Its name in one or both languages; empty where nobody has given one.
  public var name: LocalizedText
  /// What it is known from.
  public let origin: Origin
  /// The links that are listed.
  public var listings: [LinkID: Listing]

  /// A peer with what is listed of it.
  public init(
    id: RegionID, name: LocalizedText, origin: Origin = .table, listings: [LinkID: Listing] = [:]
  ) {
    self.id = id
    self.name = name
    self.origin = origin
    self.listings = listings
  }
}
