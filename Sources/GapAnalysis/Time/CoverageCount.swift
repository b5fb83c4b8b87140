public import IndustryChain

/// How far some links of a region are covered, in counts and money.
public struct CoverageCount: Hashable, Sendable {
  private let counts: [Coverage: Int]
  /// How much of what these links' firms buy is met here; `nil` where they buy nothing listed.
  public let supportRate: SupportRate?
  /// What local firms buy of these links from outside, million CNY a year; links that nobody has
  /// surveyed are left out.
  public let leakageMillionCNY: Double
  /// What they buy of links that nobody has surveyed and no known firm here meets, million CNY a
  /// year.
  public let unknownSourceMillionCNY: Double

  /// The links of a coverage, umbrellas left to their variants.
  public func count(_ coverage: Coverage) -> Int { counts[coverage] ?? 0 }

  /// The links counted.
  public var linkCount: Int { counts.values.reduce(0, +) }
}

extension CoverageCount {
  /// Counts some links; linear.
  ///
  /// Purchases count where they are bought: an umbrella's at the umbrella, so that none counts twice.
  public init(of links: [Int], in graph: ChainGraph, figures: RegionFigures) {
    var counts: [Coverage: Int] = [:]
    var (leakage, unknown) = (0.0, 0.0)
    for link in links {
      let coverage = figures.coverage[link]
      if graph.variants.successors(of: link).isEmpty { counts[coverage, default: 0] += 1 }
      if coverage == .unknown {
        unknown += figures.leakageMillionCNY(of: link)
      } else {
        leakage += figures.leakageMillionCNY(of: link)
      }
    }
    self.counts = counts
    supportRate = figures.supportRate(of: links)
    leakageMillionCNY = leakage
    unknownSourceMillionCNY = unknown
  }

  /// Counts the links of each chain, in the order of the graph's chains; linear.
  static func byChain(in graph: ChainGraph, figures: RegionFigures) -> [CoverageCount] {
    var links = [[Int]](repeating: [], count: graph.chains.count)
    for link in graph.links.indices { links[graph.chainIndex[link]].append(link) }
    return links.map { CoverageCount(of: $0, in: graph, figures: figures) }
  }
}
