/// Which regions have which links: a row a region, a column a link.
public struct PresenceMatrix: Hashable, Sendable {
  /// The number of columns.
  public let linkCount: Int
  /// The rows; each has `linkCount` values.
  public private(set) var rows: [[Bool]]

  /// The number of rows.
  public var regionCount: Int { rows.count }

  /// A matrix of some rows; shorter rows are filled with absences, longer ones cut.
  public init(linkCount: Int, rows: [[Bool]] = []) {
    self.linkCount = linkCount
    self.rows = rows.map { row in
      row.count == linkCount
        ? row
        : Array(row.prefix(linkCount))
          + [Bool](repeating: false, count: max(0, linkCount - row.count))
    }
  }

  /// How many regions have a link, its ubiquity; linear in regions.
  public func ubiquity(of link: Int) -> Int { rows.count { $0[link] } }
}
