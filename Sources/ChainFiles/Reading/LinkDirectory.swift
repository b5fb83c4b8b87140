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
    chains = Set(drafts.map(\.id.value))
    links = Set(drafts.lazy.flatMap { $0.links.lazy.map(\.link.id) })
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
  func nearest(to name: String, from chain: ChainID?) -> NearestMatch? {
    guard let slash = name.firstIndex(of: "/") else {
      guard let nearest = name.nearestMatch(among: byName.keys) else { return nil }
      if case .link = match(nearest.name, from: chain) { return nearest }
      return byName[nearest.name]?.first.map {
        NearestMatch(name: $0.description, isUnmistakable: false)
      }
    }
    // The right link under a wrong chain is likelier than any misspelling.
    let link = String(name[name.index(after: slash)...])
    if let candidates = byName[link] {
      return name.nearestMatch(among: candidates.map(\.description))
        ?? candidates.first.map {
          NearestMatch(name: $0.description, isUnmistakable: candidates.count == 1)
        }
    }
    return name.nearestMatch(among: links.lazy.map(\.description))
  }

  /// The chain or link that a misspelt name most likely meant.
  func nearestScope(to name: String) -> NearestMatch? {
    name.nearestMatch(among: chains.map(\.rawValue)) ?? nearest(to: name, from: nil)
  }
}
