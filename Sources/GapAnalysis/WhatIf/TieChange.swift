public import IndustryChain

/// The customers and suppliers next door that a firm gains or loses, as links.
///
/// A firm gains a supplier where an input of its link goes from no operating firm here to some, and
/// loses the last one; likewise buyers. Over money inputs.
public struct TieChange: Hashable, Sendable {
  /// A firm that operates in the link before and after.
  public let firm: Firm
  /// The link that it works in, as graph index.
  public let link: Int
  /// Inputs that it can now buy here, as graph indices, ascending.
  public let gainedSuppliers: [Int]
  /// Inputs that nobody here makes any more.
  public let lostSuppliers: [Int]
  /// Links that now have firms to buy from it.
  public let gainedCustomers: [Int]
  /// Links that have none any more.
  public let lostCustomers: [Int]
}

extension TieChange {
  /// The changes between two states of one region, by firm, then by link; linear in links, inputs
  /// and projects.
  static func changes(from before: Analysis, to after: Analysis) -> [TieChange] {
    let (old, new) = (LocalTies(of: before), LocalTies(of: after))
    var changes: [TieChange] = []
    for link in before.graph.links.indices where old.firmCount[link] > 0 && new.firmCount[link] > 0
    {
      let inputs = old.suppliers(of: link)
      let gainedSuppliers = inputs.filter { !old.isPresent($0) && new.isPresent($0) }
      let lostSuppliers = inputs.filter { old.isPresent($0) && !new.isPresent($0) }
      let (had, has) = (Set(old.buyers(from: link)), Set(new.buyers(from: link)))
      let gainedCustomers = has.subtracting(had).sorted()
      let lostCustomers = had.subtracting(has).sorted()
      let all = [gainedSuppliers, lostSuppliers, gainedCustomers, lostCustomers]
      guard !all.allSatisfy(\.isEmpty) else { continue }
      let staying = Set(
        after.presences[link].filter(\.isOperating).map(\.firm.id))
      for presence in before.presences[link]
      where presence.isOperating && staying.contains(presence.firm.id) {
        changes.append(
          TieChange(
            firm: presence.firm, link: link, gainedSuppliers: gainedSuppliers,
            lostSuppliers: lostSuppliers, gainedCustomers: gainedCustomers,
            lostCustomers: lostCustomers))
      }
    }
    return changes.sorted { ($0.firm.id, $0.link) < ($1.firm.id, $1.link) }
  }
}
