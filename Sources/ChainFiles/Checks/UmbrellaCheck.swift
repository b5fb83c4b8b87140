import Diagnostics
import IndustryChain

/// Finds links that are bought like an umbrella, say nothing of their own and have no kinds.
enum UmbrellaCheck {
  /// One finding a link.
  ///
  /// O(links).
  static func findings(in network: LinkNetwork) -> [Diagnostic] {
    network.findings { looksLikeUmbrella($0, in: network) ? .umbrellaWithoutVariants($1) : nil }
  }

  /// Whether a link is only a name that others buy.
  static func looksLikeUmbrella(_ link: Int, in network: LinkNetwork) -> Bool {
    let item = network.links[link].link
    return network.buyerCounts[link] > 0 && !network.hasVariants[link] && item.inputs.isEmpty
      && item.valueAdded == nil && item.plant == Plant() && item.stage != .upstream
      && item.variantOf == nil
  }
}

extension Diagnostic {
  static func umbrellaWithoutVariants(_ item: ResolvedLink) -> Self {
    let name = item.link.id.name
    return Self(
      .umbrellaWithoutVariants, about: item,
      "\"\(name)\" is bought, says nothing of its own and has no variants",
      "“\(name)”有下家采购，却没有自己的数据，也没有细分环节",
      help: LocalizedText(
        "add `inputs`, `value_added` or a `plant`, or links with `variant_of: \(name)`",
        "补上 `inputs`、`value_added` 或 `plant`，或增加带 `variant_of: \(name)` 的细分环节"))
  }
}
