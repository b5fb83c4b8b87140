import Diagnostics
import IndustryChain

/// A chain with the names in it looked up.
struct ChainResolution: Sendable {
  private(set) var chain: Chain
  let links: ResolvedChain
  /// Names that stand for no link, or for several.
  private(set) var unknownLinks: [Located<String>] = []
  private(set) var unknownNeeds: [Located<String>] = []

  /// Looks the names of a draft up and takes its links from it; those that are unknown are left out.
  ///
  /// `nil`, and the draft as it was, where a name can only be looked up after
  /// `LinkDirectory.indexNames`. O(names).
  init?(taking draft: inout ChainDraft, in directory: LinkDirectory, needs: Set<NeedID>) {
    guard let numbers = LinkNumbers(of: draft, in: directory) else { return nil }
    var (links, places) = ([Link](), [LinkPlaces]())
    swap(&links, &draft.links)
    swap(&places, &draft.places)
    var inputRanges: [SourceRange] = []
    inputRanges.reserveCapacity(draft.inputRanges.count)
    var inputs: [ResolvedInput] = []
    inputs.reserveCapacity(numbers.suppliers.count)
    var inputStarts = [0]
    inputStarts.reserveCapacity(links.count + 1)
    var next = zip(numbers.suppliers, draft.inputRanges).makeIterator()
    for link in links.indices {
      var unknown: [Int] = []
      for input in links[link].inputs.indices {
        guard let (number, range) = next.next() else { break }
        guard let number else {
          unknown.append(input)
          unknownLinks.append(
            Located(value: links[link].inputs[input].supplier.name, range: range))
          continue
        }
        inputRanges.append(range)
        inputs.append(ResolvedInput(links[link].inputs[input], from: number))
        // Most stand in their own chain and under their own name already.
        if links[link].inputs[input].supplier != directory.ids[number] {
          links[link].inputs[input].supplier = directory.ids[number]
        }
      }
      if !unknown.isEmpty {
        let unknown = Set(unknown)
        links[link].inputs = links[link].inputs.indices
          .filter { !unknown.contains($0) }.map { links[link].inputs[$0] }
      }
      inputStarts.append(inputs.count)
      for need in places[link].needs {
        let id = NeedID(need.value)
        if needs.contains(id) { links[link].needs.append(id) } else { unknownNeeds.append(need) }
      }
      if let name = places[link].variantOf {
        links[link].variantOf = numbers.umbrellas[link].map { directory.ids[$0] }
        if links[link].variantOf == nil { unknownLinks.append(name) }
      }
    }
    chain = Chain(id: draft.id.value, name: draft.name, links: links)
    chain.summary = draft.summary
    self.links = ResolvedChain(
      file: draft.file, links: links, places: places, inputs: inputs, inputRanges: inputRanges,
      inputStarts: inputStarts, umbrellas: numbers.umbrellas)
  }
}

/// The numbers of the links that a draft names; `nil` for what is unknown.
private struct LinkNumbers {
  /// Of all inputs in their order.
  private(set) var suppliers: [Int?] = []
  /// Of each link's umbrella.
  private(set) var umbrellas: [Int?] = []

  /// `nil` where a name can only be looked up after `LinkDirectory.indexNames`.
  init?(of draft: ChainDraft, in directory: LinkDirectory) {
    let chain = directory.number(of: draft.id.value)
    suppliers.reserveCapacity(4 * draft.links.count)
    umbrellas.reserveCapacity(draft.links.count)
    for link in draft.links.indices {
      for input in draft.links[link].inputs.indices {
        guard
          let match = directory.quickMatch(
            draft.links[link].inputs[input].supplier.name, from: chain)
        else { return nil }
        suppliers.append(match.number)
      }
      guard let name = draft.places[link].variantOf else {
        umbrellas.append(nil)
        continue
      }
      guard let match = directory.quickMatch(name.value, from: chain) else { return nil }
      umbrellas.append(match.number)
    }
  }
}

extension LinkDirectory.Match {
  fileprivate var number: Int? { if case .link(let number) = self { number } else { nil } }
}
