import Diagnostics
import IndustryChain

/// A chain file as it was read: values, with the names of other links not yet looked up.
struct ChainDraft {
  let file: SourceFile
  let id: Located<ChainID>
  var name: LocalizedText
  var summary: LocalizedText?
  var needs: [Located<Need>] = []
  /// Its links without needs and umbrella; the supplier of an input is the name as it is written.
  var links: [Link] = []
  /// What else was read of each of them.
  var places: [LinkPlaces] = []
  /// Where the suppliers of their inputs stand, link by link.
  var inputRanges: [SourceRange] = []
}

/// Where a link stands, and the names in it that are not yet looked up.
struct LinkPlaces {
  /// Where its key stands.
  let range: SourceRange
  let needs: [Located<String>]
  let variantOf: Located<String>?
}
