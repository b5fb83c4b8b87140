/// One thing that a link buys: an edge of the money graph, supplier → buyer.
public struct Input: Hashable, Sendable {
  /// How the bought thing reaches the buyer.
  public enum Route: String, CaseIterable, Hashable, Sendable {
    /// An ordinary purchase: material flows from supplier to buyer.
    case purchase
    /// Work sent out: the buyer's own product goes to the supplier, which works on it.
    case processing
    /// Material that comes back, such as recycled metal.
    case returnFlow
  }

  /// The link that is paid.
  public var supplier: LinkID
  /// Value bought per unit of the buyer's output value, 0…1; `nil` where nobody has given one.
  public let share: Figure?
  /// How the bought thing reaches the buyer.
  public let route: Route
  /// Whether the buyer cannot work without it, whatever it costs.
  public let isCritical: Bool

  /// An input; a `share` outside 0…1 is a fault of the file, found before values are made.
  public init(
    supplier: LinkID, share: Figure?, route: Route = .purchase, isCritical: Bool = false
  ) {
    self.supplier = supplier
    self.share = share
    self.route = route
    self.isCritical = isCritical
  }
}
