import IndustryChain

/// Finds links by the names that files use for them, by the loader's rule: `chain/link`, or the link
/// alone, first in the chain it is written in, then where one chain only has such a link.
struct LinkNames: Sendable {
  let chains: Set<ChainID>
  private let links: Set<LinkID>
  private let byName: [String: [LinkID]]

  /// Indexes links; O(links).
  init(_ links: some Sequence<LinkID>, of chains: Set<ChainID>) {
    self.chains = chains
    let links = Set(links)
    self.links = links
    byName = Dictionary(grouping: links, by: \.name)
  }

  /// The link that a name means, `nil` where it means none or several.
  func link(named name: String, from chain: ChainID?) -> LinkID? {
    if let slash = name.utf8.firstIndex(of: UInt8(ascii: "/")) {
      let id = LinkID(
        chain: ChainID(String(name[..<slash])), name: String(name[name.index(after: slash)...]))
      return links.contains(id) ? id : nil
    }
    if let chain {
      let own = LinkID(chain: chain, name: name)
      if links.contains(own) { return own }
    }
    let candidates = byName[name] ?? []
    return candidates.count == 1 ? candidates.first : nil
  }
}
