import Diagnostics
import IndustryChain

/// Finds links that are variants of one another, or of themselves.
enum VariantCycleCheck {
  /// One finding for each cycle.
  ///
  /// O(links).
  static func findings(in network: LinkNetwork) -> [Diagnostic] {
    let links = network.links
    guard network.umbrellas.contains(where: { $0 != nil }) else { return [] }
    let umbrellas = network.umbrellas.map { umbrella in umbrella.map { [$0] } ?? [] }
    return DirectedGraph(successors: umbrellas).cycles().map { cycle in
      .variantCycle(cycle.map { links[$0] })
    }
  }
}

extension Diagnostic {
  static func variantCycle(_ cycle: [ResolvedLink]) -> Self {
    Self(
      .variantCycle, at: cycle.first.map { .init(file: $0.file, range: $0.variantRange) },
      "links are variants of one another: \(cycle.path)", "环节互为细分：\(cycle.path)",
      help: LocalizedText(
        "delete `variant_of` of the link that is the umbrella", "删去大类环节上的 `variant_of`"))
  }
}
