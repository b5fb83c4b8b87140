import Diagnostics
import IndustryChain

/// Finds links whose listed inputs are next to nothing, or next to everything, of their output.
enum ShareSumCheck {
  private static let low = 0.1
  private static let high = 0.95

  /// One finding a link.
  ///
  /// A sum with a blank share is not low, since nobody knows it; return flows alone say nothing
  /// about what a link buys. More than its output is an error already. O(inputs).
  static func findings(in network: LinkNetwork) -> [Diagnostic] {
    network.findings { link, item in
      let inputs = network.inputs(of: link)
      let sum = inputs.reduce(0) { $0 + ($1.share ?? 0) }
      if sum > high + InputCheck.tolerance { return .highShareSum(item, sum: sum) }
      let isKnown = inputs.allSatisfy { $0.share != nil }
      let buysNew = inputs.contains { $0.route != .returnFlow }
      guard isKnown, buysNew, sum < low - InputCheck.tolerance else { return nil }
      return .lowShareSum(item, sum: sum)
    }
  }
}

extension Diagnostic {
  static func lowShareSum(_ item: ResolvedLink, sum: Double) -> Self {
    let name = item.link.id.name
    return Self(
      .lowShareSum, about: item,
      "the listed inputs of \"\(name)\" add up to only \(sum.shortened) of its output",
      "“\(name)”所列投入合计只占产出的 \(sum.shortened)",
      help: LocalizedText(
        "list what else it buys, or check that shares are parts of one: `0.45` for 45 %",
        "补全其他投入，或核对投入系数是否写成小数：45% 写作 `0.45`"))
  }

  static func highShareSum(_ item: ResolvedLink, sum: Double) -> Self {
    let name = item.link.id.name
    return Self(
      .highShareSum, about: item,
      "the listed inputs of \"\(name)\" add up to \(sum.shortened) of its output",
      "“\(name)”所列投入合计占产出的 \(sum.shortened)",
      help: LocalizedText(
        "lower the shares: wages, energy and profit need their part of the output, too",
        "调低投入系数：工资、能源和利润也要占产出的一部分"))
  }
}
