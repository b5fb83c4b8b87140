import Diagnostics
import IndustryChain

/// A chain with the names in it looked up.
struct ChainResolution: Sendable {
  private(set) var chain: Chain
  private(set) var links: [ResolvedLink] = []
  /// Names that stand for no link, or for several.
  private(set) var unknownLinks: [Located<String>] = []
  private(set) var unknownNeeds: [Located<String>] = []

  /// Looks the names of a draft up; those that are unknown are left out.
  ///
  /// `nil` where a name can only be looked up after `LinkDirectory.indexNames`. O(names).
  init?(_ draft: ChainDraft, in directory: LinkDirectory, needs: Set<NeedID>) {
    let chainNumber = directory.number(of: draft.id.value)
    chain = Chain(id: draft.id.value, name: draft.name, links: [])
    chain.summary = draft.summary
    var places: [(ranges: [SourceRange], suppliers: [Int], umbrella: Int?)] = []
    var chainLinks: [Link] = []
    places.reserveCapacity(draft.links.count)
    chainLinks.reserveCapacity(draft.links.count)
    for index in draft.links.indices {
      var link = draft.links[index].link
      let inputs = draft.links[index].inputs
      var ranges: [SourceRange] = []
      var suppliers: [Int] = []
      link.inputs.reserveCapacity(inputs.count)
      ranges.reserveCapacity(inputs.count)
      suppliers.reserveCapacity(inputs.count)
      for input in inputs {
        switch directory.quickMatch(input.supplier.value, from: chainNumber) {
        case nil: return nil
        case .link(let supplier):
          ranges.append(input.supplier.range)
          suppliers.append(supplier)
          link.inputs.append(
            Input(
              supplier: directory.ids[supplier], share: input.share, route: input.route,
              isCritical: input.isCritical))
        case .ambiguous, .unknown: unknownLinks.append(input.supplier)
        }
      }
      for need in draft.links[index].needs {
        let id = NeedID(need.value)
        if needs.contains(id) { link.needs.append(id) } else { unknownNeeds.append(need) }
      }
      var umbrella: Int?
      if let name = draft.links[index].variantOf {
        switch directory.quickMatch(name.value, from: chainNumber) {
        case nil: return nil
        case .link(let number): umbrella = number
        case .ambiguous, .unknown: unknownLinks.append(name)
        }
        link.variantOf = umbrella.map { directory.ids[$0] }
      }
      chainLinks.append(link)
      places.append((ranges, suppliers, umbrella))
    }
    chain.links = chainLinks
    links = places.indices.map { index in
      ResolvedLink(
        number: index, of: chainLinks, file: draft.file, range: draft.links[index].range,
        inputRanges: places[index].ranges, variantRange: draft.links[index].variantOf?.range,
        supplierNumbers: places[index].suppliers, umbrellaNumber: places[index].umbrella)
    }
  }
}
