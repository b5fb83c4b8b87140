import Diagnostics
import IndustryChain

/// A link whose names are looked up, with the places that checks point at.
struct ResolvedLink {
  let link: Link
  let file: SourceFile
  /// Where its key stands.
  let range: SourceRange
  /// Where each of `link.inputs` stands.
  let inputRanges: [SourceRange]
  let variantRange: SourceRange?

  /// Where the input from a supplier stands, the link's key where there is none.
  func location(ofInputFrom supplier: LinkID) -> Diagnostic.Location {
    let index = link.inputs.firstIndex { $0.supplier == supplier }
    return Diagnostic.Location(file: file, range: index.map { inputRanges[$0] } ?? range)
  }
}
