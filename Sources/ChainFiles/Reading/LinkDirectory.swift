import Diagnostics
import IndustryChain

/// Finds links by the names that files use for them.
struct LinkDirectory {
  /// What a name turned out to be.
  enum Match: Equatable {
    case link(LinkID)
    /// Several chains have such a link; they are sorted.
    case ambiguous([LinkID])
    case none
  }

  /// The ids of all chains.
  let chains: Set<ChainID>
  private let links: Set<LinkID>
  private let byName: [String: [LinkID]]

  /// Indexes the links of all chains.
  ///
  /// O(links).
  init(_ drafts: [ChainDraft]) {
    self.init(
      links: drafts.flatMap { $0.links.map(\.link.id) }, chains: Set(drafts.map(\.id.value)))
  }

  /// Indexes links.
  ///
  /// O(links).
  init(links: [LinkID], chains: Set<ChainID>) {
    self.chains = chains
    let links = Set(links)
    self.links = links
    byName = Dictionary(grouping: links, by: \.name).mapValues { $0.sorted() }
  }

  /// Looks a name up: `chain/link`, or the link alone, first in the chain it is written in.
  func match(_ name: String, from chain: ChainID?) -> Match {
    if let slash = name.utf8.firstIndex(of: UInt8(ascii: "/")) {
      let id = LinkID(
        chain: ChainID(String(name[..<slash])), name: String(name[name.index(after: slash)...]))
      return links.contains(id) ? .link(id) : .none
    }
    if let chain {
      let own = LinkID(chain: chain, name: name)
      if links.contains(own) { return .link(own) }
    }
    let candidates = byName[name] ?? []
    if candidates.count > 1 { return .ambiguous(candidates) }
    return candidates.first.map { .link($0) } ?? .none
  }

  /// The spelling of the link that a misspelt name most likely meant.
  ///
  /// O(links), for errors only.
  func nearest(to name: String, from chain: ChainID?) -> String? {
    guard let slash = name.firstIndex(of: "/") else {
      guard let nearest = name.nearest(among: byName.keys) else { return nil }
      if case .link = match(nearest, from: chain) { return nearest }
      return byName[nearest]?.first?.description
    }
    // The right link under a wrong chain is likelier than any misspelling.
    let link = String(name[name.index(after: slash)...])
    if let candidates = byName[link] {
      return name.nearest(among: candidates.map(\.description))
        ?? candidates.first?.description
    }
    return name.nearest(among: links.lazy.map(\.description))
  }

  /// The chain or link that a misspelt name most likely meant.
  func nearestScope(to name: String) -> String? {
    name.nearest(among: chains.map(\.rawValue)) ?? nearest(to: name, from: nil)
  }
}
