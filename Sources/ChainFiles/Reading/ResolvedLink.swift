import Diagnostics
import IndustryChain

/// A link whose names are looked up, with the places that checks point at.
///
/// A class, so that sorting and passing it on copies nothing.
final class ResolvedLink: Sendable {
  /// The links of its chain, of which it is one, so that none is copied.
  private let chainLinks: [Link]
  private let number: Int
  let file: SourceFile
  /// Where its key stands.
  let range: SourceRange
  /// Where each of `link.inputs` stands.
  let inputRanges: [SourceRange]
  let variantRange: SourceRange?
  /// The number of the supplier of each of `link.inputs`, in the order of the drafts.
  let supplierNumbers: [Int]
  /// The number of the link of which it is a kind.
  let umbrellaNumber: Int?

  init(
    number: Int, of chainLinks: [Link], file: SourceFile, range: SourceRange,
    inputRanges: [SourceRange],
    variantRange: SourceRange?, supplierNumbers: [Int], umbrellaNumber: Int?
  ) {
    self.chainLinks = chainLinks
    self.number = number
    self.file = file
    self.range = range
    self.inputRanges = inputRanges
    self.variantRange = variantRange
    self.supplierNumbers = supplierNumbers
    self.umbrellaNumber = umbrellaNumber
  }

  /// The link itself.
  var link: Link { chainLinks[number] }

  /// Where the input from a supplier stands, the link's key where there is none.
  func location(ofInputFrom supplier: LinkID) -> Diagnostic.Location {
    let index = link.inputs.firstIndex { $0.supplier == supplier }
    return Diagnostic.Location(file: file, range: index.map { inputRanges[$0] } ?? range)
  }
}
