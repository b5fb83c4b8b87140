import Diagnostics
import IndustryChain

/// Finds links that work on something and list nothing that they buy.
enum UnsuppliedLinkCheck {
  /// One finding a link.
  ///
  /// O(links).
  static func findings(in network: LinkNetwork) -> [Diagnostic] {
    network.links.indices.compactMap { link in
      let item = network.links[link]
      guard item.link.inputs.isEmpty, !network.hasVariants[link],
        item.link.stage == .midstream || item.link.stage == .downstream,
        !network.isIsolated(link), !UmbrellaCheck.looksLikeUmbrella(link, in: network)
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
      .unsuppliedLink, at: .init(file: item.file, range: item.range),
      "\"\(name)\" is \(stage.rawValue) and lists nothing that it buys",
      "“\(name)”是\(stage == .midstream ? "中游" : "下游")环节，却没有列出任何投入",
      help: LocalizedText(
        "list its `inputs`, with a blank share where nobody knows it",
        "补上 `inputs`；投入系数不详的留空"))
  }
}
