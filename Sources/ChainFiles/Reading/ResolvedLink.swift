import Diagnostics
import IndustryChain

/// The links of a chain file whose names are looked up, with the places that checks point at.
///
/// A class, so that passing its links on copies nothing.
final class ResolvedChain: Sendable {
  fileprivate let file: SourceFile
  fileprivate let links: [Link]
  fileprivate let places: [LinkPlaces]
  /// The numbers of the suppliers of all inputs, in the order of the drafts.
  fileprivate let suppliers: [Int]
  /// Where those of each link begin, and where the last end.
  fileprivate let supplierStarts: [Int]
  /// The number of the link of which each link is a kind.
  fileprivate let umbrellas: [Int?]

  init(
    file: SourceFile, links: [Link], places: [LinkPlaces], suppliers: [Int], supplierStarts: [Int],
    umbrellas: [Int?]
  ) {
    self.file = file
    self.links = links
    self.places = places
    self.suppliers = suppliers
    self.supplierStarts = supplierStarts
    self.umbrellas = umbrellas
  }

  /// Its links one by one.
  var all: some Sequence<ResolvedLink> {
    links.indices.lazy.map { ResolvedLink(chain: self, place: $0) }
  }
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
  /// Where each of `link.inputs` stands.
  var inputRanges: [SourceRange] { chain.places[place].inputs }
  var variantRange: SourceRange? { chain.places[place].variantOf?.range }
  /// The number of the supplier of each of `link.inputs`, in the order of the drafts.
  var supplierNumbers: ArraySlice<Int> {
    chain.suppliers[chain.supplierStarts[place]..<chain.supplierStarts[place + 1]]
  }
  /// The number of the link of which it is a kind.
  var umbrellaNumber: Int? { chain.umbrellas[place] }

  /// Where the input from a supplier stands, the link's key where there is none.
  func location(ofInputFrom supplier: LinkID) -> Diagnostic.Location {
    let index = link.inputs.firstIndex { $0.supplier == supplier }
    return Diagnostic.Location(file: file, range: index.map { inputRanges[$0] } ?? range)
  }
}
