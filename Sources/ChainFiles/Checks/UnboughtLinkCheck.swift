import Diagnostics
import IndustryChain

/// Finds links that make something for others and that nobody buys.
enum UnboughtLinkCheck {
  /// One finding a link; `demanded` are the links with a final demand in some region.
  ///
  /// A kind is bought where its umbrella is, and an umbrella where one of its kinds is. O(links).
  static func findings(in network: LinkNetwork, demanded: Set<LinkID>) -> [Diagnostic] {
    var isBought = network.links.indices.map { link in
      network.buyerCounts[link] > 0 || demanded.contains(network.links[link].link.id)
    }
    for (link, umbrella) in network.umbrellas.enumerated() {
      guard let umbrella else { continue }
      if isBought[link] { isBought[umbrella] = true }
    }
    for (link, umbrella) in network.umbrellas.enumerated() {
      guard let umbrella, isBought[umbrella] else { continue }
      isBought[link] = true
    }
    return network.boundedFindings { place, item in
      !isBought[place] && item.link.stage != .downstream && !network.isIsolated(place)
        ? .unboughtLink(item) : nil
    }
  }
}

extension Diagnostic {
  static func unboughtLink(_ item: ResolvedLink) -> Self {
    let name = item.link.id.name
    return Self(
      .unboughtLink, about: item,
      "nobody buys \"\(name)\", and it is not downstream", "“\(name)”不是下游环节，却没有环节采购它",
      help: LocalizedText(
        "list it among the `inputs` of its buyers, or give its `final_demand` in a region file",
        "把它写进下家的 `inputs`，或在区域文件里写它的 `final_demand`（最终需求）"))
  }
}
