import Diagnostics
import IndustryChain

/// A chain file as it was read: values, with the names of other links not yet looked up.
struct ChainDraft {
  let file: SourceFile
  let id: Located<ChainID>
  var name: LocalizedText
  var summary: LocalizedText?
  var needs: [Located<Need>] = []
  var links: [LinkDraft] = []
}

/// A link as it was read.
struct LinkDraft {
  /// The link without inputs, needs and umbrella.
  var link: Link
  /// Where its key stands.
  let range: SourceRange
  var inputs: [InputDraft] = []
  var needs: [Located<String>] = []
  var variantOf: Located<String>?
}

/// An input as it was read.
struct InputDraft {
  let supplier: Located<String>
  let share: Figure?
  let route: Input.Route
  let isCritical: Bool
}
