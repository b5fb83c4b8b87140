import Diagnostics
import IndustryChain

/// The links of a chain file whose names are looked up, with the places that checks point at.
///
/// A class, so that passing its links on copies nothing.
final class ResolvedChain: Sendable {
  fileprivate let file: SourceFile
  fileprivate let links: [Link]
  fileprivate let places: [LinkPlaces]
  /// The inputs of all links, link by link.
  fileprivate let inputs: [ResolvedInput]
  /// Where the supplier of each of them stands.
  fileprivate let inputRanges: [SourceRange]
  /// Where those of each link begin, and where the last end.
  fileprivate let inputStarts: [Int]
  /// The number of the link of which each link is a kind.
  fileprivate let umbrellas: [Int?]

  init(
    file: SourceFile, links: [Link], places: [LinkPlaces], inputs: [ResolvedInput],
    inputRanges: [SourceRange], inputStarts: [Int], umbrellas: [Int?]
  ) {
    self.file = file
    self.links = links
    self.places = places
    self.inputs = inputs
    self.inputRanges = inputRanges
    self.inputStarts = inputStarts
    self.umbrellas = umbrellas
  }

  /// Its links one by one.
  var all: some Sequence<ResolvedLink> {
    links.indices.lazy.map { ResolvedLink(chain: self, place: $0) }
  }

  /// The links whose names answer to a condition.
  func links(named condition: (LocalizedText) -> Bool) -> [ResolvedLink] {
    links.indices.filter { condition(links[$0].name) }.map { ResolvedLink(chain: self, place: $0) }
  }
}

/// What checks ask of an input, packed so that they come past many at once.
struct ResolvedInput: Sendable {
  /// As of `Input`.
  let share: Double?
  private let shortSupplier: Int32
  let route: Input.Route

  init(_ input: Input, from supplier: Int) {
    share = input.share?.value
    shortSupplier = Int32(clamping: supplier)
    route = input.route
  }

  private init(share: Double?, supplier: Int, route: Input.Route) {
    self.share = share
    shortSupplier = Int32(clamping: supplier)
    self.route = route
  }

  /// The number of the supplier.
  var supplier: Int { Int(shortSupplier) }

  /// The same input, the supplier numbered otherwise.
  func numbered(_ supplier: Int) -> Self { Self(share: share, supplier: supplier, route: route) }
}

/// A link whose names are looked up, with the places that checks point at.
struct ResolvedLink: Sendable {
  fileprivate let chain: ResolvedChain
  fileprivate let place: Int

  /// The link itself.
  var link: Link { chain.links[place] }
  var file: SourceFile { chain.file }
  /// Where its key stands.
  var range: SourceRange { chain.places[place].range }
  /// Where one of `link.inputs` stands, by its place there.
  func range(ofInput input: Int) -> SourceRange {
    chain.inputRanges[chain.inputStarts[place] + input]
  }
  var variantRange: SourceRange? { chain.places[place].variantOf?.range }
  /// `link.inputs`; suppliers are numbered in the order of the drafts.
  var inputs: ArraySlice<ResolvedInput> {
    chain.inputs[chain.inputStarts[place]..<chain.inputStarts[place + 1]]
  }
  /// The number of the link of which it is a kind.
  var umbrellaNumber: Int? { chain.umbrellas[place] }

  /// Where the input from a supplier stands, the link's key where there is none.
  func location(ofInputFrom supplier: LinkID) -> Diagnostic.Location {
    let index = link.inputs.firstIndex { $0.supplier == supplier }
    return Diagnostic.Location(file: file, range: index.map { self.range(ofInput: $0) } ?? range)
  }
}
