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
    network.links.enumerated().flatMap { buyer, item in
      zip(item.link.inputs.indices, network.suppliers(of: buyer)).compactMap { input, supplier in
        let other = network.links[supplier]
        guard item.link.inputs[input].route == .purchase,
          other.link.id.chain == item.link.id.chain,
          let own = item.link.stage.place, let before = other.link.stage.place, before > own
        else { return nil }
        return .stageAgainstFlow(
          supplier: other, buyer: item, at: item.inputRanges[input])
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
