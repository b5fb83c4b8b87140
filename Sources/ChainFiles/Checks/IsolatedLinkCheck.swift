import Diagnostics
import IndustryChain

/// Finds links that nothing ties to any other.
enum IsolatedLinkCheck {
  /// One finding a link.
  ///
  /// O(links).
  static func findings(in network: LinkNetwork) -> [Diagnostic] {
    network.boundedFindings { network.isIsolated($0) ? .isolatedLink($1) : nil }
  }
}

extension Diagnostic {
  static func isolatedLink(_ item: ResolvedLink) -> Self {
    let name = item.link.id.name
    return Self(
      .isolatedLink, about: item,
      "nothing buys \"\(name)\", and it buys nothing", "环节“\(name)”既无下家采购，也不采购任何投入",
      help: LocalizedText(
        "list it among the `inputs` of its buyers, or list its own; analyses cannot place it",
        "把它写进下家的 `inputs`，或写明它自己的投入；否则分析时无法定位"))
  }
}
