import GapAnalysis
import IndustryChain

/// How far a region has one chain, in counts.
struct ChainGlance: Sendable {
  let chain: Chain
  /// The links of each coverage; umbrellas are left to their variants, as in the target list.
  let counts: [Coverage: Int]
  let supportRate: SupportRate?

  /// The links counted.
  var linkCount: Int { counts.values.reduce(0, +) }

  func count(_ coverage: Coverage) -> Int { counts[coverage] ?? 0 }
}

extension ChainGlance {
  /// Every chain of an analysis, in the order of the graph; links times chains.
  static func glances(at analysis: Analysis) -> [ChainGlance] {
    let graph = analysis.graph
    var counts = [[Coverage: Int]](repeating: [:], count: graph.chains.count)
    for link in graph.links.indices where graph.variants.successors(of: link).isEmpty {
      counts[graph.chainIndex[link]][analysis.today.coverage[link], default: 0] += 1
    }
    return graph.chains.indices.map { chain in
      ChainGlance(
        chain: graph.chains[chain], counts: counts[chain],
        supportRate: analysis.supportRate(ofChain: chain))
    }
  }
}

extension Wording {
  /// A support rate with the part that nobody knows: `至少23%（另有41%的采购环节未调查）`.
  func supportRate(_ rate: SupportRate?) -> String {
    guard let rate else { return Self.blank }
    // A part under half a percent would read as 0%.
    guard rate.unknown >= 0.005 else { return percent(rate.met) }
    return say(
      "至少\(percent(rate.met))（另有\(percent(rate.unknown))的采购环节未调查）",
      "at least \(percent(rate.met)) (another \(percent(rate.unknown)) is bought of links that"
        + " nobody has surveyed)")
  }
}
