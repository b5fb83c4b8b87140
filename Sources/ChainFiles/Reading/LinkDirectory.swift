import Diagnostics
import IndustryChain

/// Finds links by the names that files use for them.
///
/// Links are numbered in the order of the drafts.
struct LinkDirectory {
  /// What a name turned out to be.
  enum Match: Equatable {
    /// The number of a link.
    case link(Int)
    /// Several chains have such a link; they are sorted.
    case ambiguous([LinkID])
    case unknown
  }

  /// The number of each chain: the place of the first draft of it.
  private let chainNumbers: [ChainID: Int]
  /// For each draft, the first link of each name that its chain has; empty for later drafts of a chain.
  private let linksOfChain: [[String: Int]]
  /// The id of each link.
  let ids: [LinkID]
  /// The links of each name, one for each chain, sorted; `nil` until somebody needs it, as few do.
  private var byName: [String: [LinkID]]?

  /// The ids of all chains.
  var chains: some Collection<ChainID> { chainNumbers.keys }

  /// Indexes the links of all chains.
  ///
  /// O(links).
  init(_ drafts: [ChainDraft]) {
    var chainNumbers: [ChainID: Int] = [:]
    var starts: [Int] = []
    var ids: [LinkID] = []
    ids.reserveCapacity(drafts.reduce(0) { $0 + $1.links.count })
    for (place, draft) in drafts.enumerated() {
      if chainNumbers[draft.id.value] == nil { chainNumbers[draft.id.value] = place }
      starts.append(ids.count)
      for link in draft.links.indices { ids.append(draft.links[link].id) }
    }
    var linksOfChain = sideBySide(drafts.count, effort: ids.count) { [starts, ids] place in
      let start = starts[place]
      let end = start + drafts[place].links.count
      var numbers: [String: Int] = [:]
      numbers.reserveCapacity(end - start)
      // From the last, so that the first of several with one name stays.
      for number in (start..<end).reversed() { numbers[ids[number].name] = number }
      return numbers
    }
    for (place, draft) in drafts.enumerated() {
      guard let first = chainNumbers[draft.id.value], first != place else { continue }
      linksOfChain[first].merge(linksOfChain[place]) { earlier, _ in earlier }
      linksOfChain[place] = [:]
    }
    self.chainNumbers = chainNumbers
    self.linksOfChain = linksOfChain
    self.ids = ids
  }

  /// The number of a chain, `nil` where no file defines it.
  func number(of chain: ChainID) -> Int? { chainNumbers[chain] }

  /// Looks a name up: `chain/link`, or the link alone, first in the chain it is written in, which is
  /// given by its number.
  mutating func match(_ name: String, from chain: Int?) -> Match {
    if let match = quickMatch(name, from: chain) { return match }
    indexNames()
    return quickMatch(name, from: chain) ?? .unknown
  }

  /// The same; `nil` where `indexNames` must be called before.
  func quickMatch(_ name: String, from chain: Int?) -> Match? {
    if let (chain, link) = name.splitAtSlash {
      guard let number = chainNumbers[ChainID(chain)], let link = linksOfChain[number][link] else {
        return .unknown
      }
      return .link(link)
    }
    if let chain, let own = linksOfChain[chain][name] { return .link(own) }
    guard let byName else { return nil }
    let candidates = byName[name] ?? []
    if candidates.count > 1 { return .ambiguous(candidates) }
    return candidates.first.flatMap { number(of: $0) }.map { .link($0) } ?? .unknown
  }

  /// Indexes links by their names alone.
  ///
  /// O(links log links), once.
  @discardableResult
  mutating func indexNames() -> [String: [LinkID]] {
    if let byName { return byName }
    let names = [String: [LinkID]](grouping: Set(ids), by: \.name).mapValues { $0.sorted() }
    byName = names
    return names
  }

  private func number(of link: LinkID) -> Int? {
    chainNumbers[link.chain].flatMap { linksOfChain[$0][link.name] }
  }

  /// The spelling of the link that a misspelt name most likely meant.
  ///
  /// O(links), for errors only.
  mutating func nearest(to name: String, from chain: Int?) -> NearestMatch? {
    let byName = indexNames()
    guard let slash = name.firstIndex(of: "/") else {
      guard let nearest = name.nearestMatch(among: byName.keys.filter(\.isID)) else { return nil }
      if case .link = match(nearest.name, from: chain) { return nearest }
      return byName[nearest.name]?.first.map {
        NearestMatch(name: $0.description, isUnmistakable: false)
      }
    }
    // The right link under a wrong chain is likelier than any misspelling.
    let link = String(name[name.index(after: slash)...])
    if link.isID, let candidates = byName[link] {
      return name.nearestMatch(among: candidates.map(\.description))
        ?? candidates.first.map {
          NearestMatch(name: $0.description, isUnmistakable: candidates.count == 1)
        }
    }
    return name.nearestMatch(among: ids.lazy.filter(\.name.isID).map(\.description))
  }

  /// The chain or link that a misspelt name most likely meant.
  mutating func nearestScope(to name: String) -> NearestMatch? {
    name.nearestMatch(among: chains.map(\.rawValue).filter(\.isID)) ?? nearest(to: name, from: nil)
  }
}

extension String {
  /// What stands before the first slash, and what behind it; `nil` where there is none.
  fileprivate var splitAtSlash: (chain: String, link: String)? {
    withBytes { bytes in
      unsafe bytes.firstIndex(of: UInt8(ascii: "/")).map { slash in
        unsafe (
          String(decoding: bytes[..<slash], as: UTF8.self),
          String(decoding: bytes[(slash + 1)...], as: UTF8.self)
        )
      }
    }
  }
}
