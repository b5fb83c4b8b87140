import Diagnostics
import IndustryChain

/// Finds purchases that run against the stages: a supplier that stands after its buyer.
enum StageOrderCheck {
  /// One finding an input.
  ///
  /// Only links of one chain are compared, since a stage says where along its own chain a link
  /// stands. What comes back, work sent out and supporting links stand outside of the order.
  /// O(inputs).
  static func findings(in network: LinkNetwork) -> [Diagnostic] {
    let places = network.links.map(\.link.stage.place)
    return places.enumerated().flatMap { buyer, own -> [Diagnostic] in
      guard let own else { return [] }
      let inputs = network.inputs(of: buyer)
      return inputs.indices.compactMap { index in
        let input = inputs[index]
        guard input.route == .purchase, let before = places[input.supplier], before > own
        else { return nil }
        let (supplier, item) = (network.links[input.supplier], network.links[buyer])
        guard supplier.link.id.chain == item.link.id.chain else { return nil }
        return .stageAgainstFlow(
          supplier: supplier, buyer: item, at: item.range(ofInput: index - inputs.startIndex))
      }
    }
  }
}

extension Stage {
  /// The place in the order of the flow, `nil` for what stands outside of it.
  fileprivate var place: Int? {
    switch self {
    case .upstream: 0
    case .midstream: 1
    case .downstream: 2
    case .supporting: nil
    }
  }
}

extension Diagnostic {
  static func stageAgainstFlow(
    supplier: ResolvedLink, buyer: ResolvedLink, at range: SourceRange
  ) -> Self {
    let (supplies, buys) = (supplier.link, buyer.link)
    return Self(
      .stageAgainstFlow, at: .init(file: buyer.file, range: range),
      "\"\(buys.id.name)\" is \(buys.stage.rawValue) and buys from \"\(supplies.id.name)\","
        + " which is \(supplies.stage.rawValue)",
      "“\(buys.id.name)”是\(buys.stage.chinese)环节，却向\(supplies.stage.chinese)环节“\(supplies.id.name)”采购",
      notes: [
        Note(
          "the supplier is defined here", "供应环节定义在这里",
          at: .init(file: supplier.file, range: supplier.range))
      ],
      help: LocalizedText(
        "change one of the two stages, or mark material that comes back with `return: true`",
        "调整其中一个环节的上中下游；如是物料回用，标上 `return: true`"))
  }
}
