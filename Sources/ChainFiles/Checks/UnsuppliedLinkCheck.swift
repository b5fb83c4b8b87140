import Diagnostics
import IndustryChain

/// Finds links that work on something and list nothing that they buy.
enum UnsuppliedLinkCheck {
  /// One finding a link.
  ///
  /// O(links).
  static func findings(in network: LinkNetwork) -> [Diagnostic] {
    network.boundedFindings { place, item in
      guard item.link.inputs.isEmpty, !network.hasVariants[place],
        item.link.stage == .midstream || item.link.stage == .downstream,
        !network.isIsolated(place), !UmbrellaCheck.looksLikeUmbrella(place, in: network)
      else { return nil }
      return .unsuppliedLink(item)
    }
  }
}

extension Diagnostic {
  static func unsuppliedLink(_ item: ResolvedLink) -> Self {
    let name = item.link.id.name
    let stage = item.link.stage
    return Self(
      .unsuppliedLink, about: item,
      "\"\(name)\" is \(stage.rawValue) and lists nothing that it buys",
      "“\(name)”是\(stage.chinese)环节，却没有列出任何投入",
      help: LocalizedText(
        "list its `inputs`, with a blank share where nobody knows it",
        "补上 `inputs`；投入系数不详的留空"))
  }
}
