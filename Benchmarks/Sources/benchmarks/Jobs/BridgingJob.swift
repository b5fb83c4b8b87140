import GapAnalysis
import IndustryChain

/// Bridging of all missing links, exact while it fits and an estimate beyond.
///
/// No peer: networkx would walk from every covered link, which takes hours at these sizes.
struct BridgingJob: Job {
  let name = "bridging"
  let title = "pairs of covered links that each missing link would join"

  func measure(with bench: Bench) throws -> JobReport {
    var table = TextTable(header: [
      "links", "missing", "ms", "ns/link", "growth", "count", "median standard error",
    ])
    var last: Double?
    for size in [2_000, 8_000, 25_000, 50_000, 100_000] {
      var generator = SeededGenerator(seed: 1)
      let graph = Self.graph(linkCount: size, using: &generator)
      let coverage = (0..<size).map { _ in
        Bool.random(using: &generator) ? Coverage.covered : .missing
      }
      let missing = coverage.indices.filter { coverage[$0] == .missing }
      let (ours, counts) = Measurement.median(ofRuns: 5) {
        Bridging.counts(for: missing, coverage: coverage, in: graph)
      }
      let perLink = ours.medianSeconds / Double(size)
      let errors = counts.filter { $0.pairCount > 0 }
        .map { $0.standardError / $0.pairCount }.sorted()
      let isExact = counts.allSatisfy(\.isExact)
      table.append([
        size.grouped, missing.count.grouped, (ours.medianSeconds * 1e3).fixed(2),
        (perLink * 1e9).fixed(0), last.map { (perLink / $0).fixed(2) } ?? "",
        isExact ? "exact" : "estimate",
        isExact || errors.isEmpty ? "" : (errors[errors.count / 2] * 100).fixed(0) + " %",
      ])
      last = perLink
    }
    return JobReport(
      comparisons: [], tables: [table],
      notes: [
        "growth: how much dearer one link is than in the row above, 1 being linear. The standard "
          + "error is relative to the count, over the missing links where the sample saw a pair."
      ])
  }

  /// Chains of 50 links with three inputs each, one in eight from an earlier chain.
  private static func graph(linkCount: Int, using generator: inout SeededGenerator) -> ChainGraph {
    func id(_ link: Int) -> LinkID {
      // Padded, so that links keep their order when they are sorted by id.
      func padded(_ number: Int) -> String { String(String(number + 1_000_000).dropFirst()) }
      return LinkID(chain: ChainID("c" + padded(link / 50)), name: "l" + padded(link))
    }
    let chains = (0..<linkCount / 50).map { chain in
      let first = chain * 50
      let links = (first..<first + 50).map { number in
        var link = Link(id: id(number), name: LocalizedText(), stage: .midstream)
        var suppliers: Set<Int> = []
        for _ in 0..<3 {
          if first > 0, Int.random(in: 0..<8, using: &generator) == 0 {
            suppliers.insert(Int.random(in: 0..<first, using: &generator))
          } else if number > first {
            suppliers.insert(Int.random(in: first..<number, using: &generator))
          }
        }
        link.inputs = suppliers.sorted().map { Input(supplier: id($0), share: nil) }
        return link
      }
      return Chain(id: ChainID(id(first).chain.description), name: LocalizedText(), links: links)
    }
    return ChainGraph(chains: chains)
  }
}
