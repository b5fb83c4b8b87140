import IndustryChain
import Testing

@testable import GapAnalysis

/// The definition, walked pair by pair.
private func bridgingByHand(
  of link: Int, in graph: DirectedGraph, covered: Set<Int>
) -> Int {
  func joined(_ source: Int, _ target: Int, through allowed: Set<Int>) -> Bool {
    var seen: Set<Int> = []
    var pending = [source]
    while let node = pending.popLast() {
      for next in graph.successors(of: node).map({ Int($0) }) {
        if next == target { return true }
        if allowed.contains(next), seen.insert(next).inserted { pending.append(next) }
      }
    }
    return false
  }
  var pairs = 0
  for source in covered {
    for target in covered where source != target {
      let before = joined(source, target, through: covered)
      let through =
        joined(source, link, through: covered) && joined(link, target, through: covered)
      if !before && through { pairs += 1 }
    }
  }
  return pairs
}

private func randomWorld(seed: UInt64) -> (graph: ChainGraph, coverage: [Coverage]) {
  var generator = SeededGenerator(seed: seed)
  let count = Int.random(in: 3...16, using: &generator)
  let names = (0..<count).map { "l\($0 / 10)\($0 % 10)" }
  let links = names.map { name in
    var link = SmallWorld.link(name)
    link.inputs = (0..<Int.random(in: 0...3, using: &generator)).compactMap { _ in
      names.randomElement(using: &generator).map {
        Input(supplier: SmallWorld.id($0), share: nil)
      }
    }
    return link
  }
  let graph = ChainGraph(
    chains: [Chain(id: ChainID("metal"), name: LocalizedText(), links: links)])
  let coverage = (0..<count).map { _ in
    Bool.random(using: &generator) ? Coverage.covered : .missing
  }
  return (graph, coverage)
}

@Test(arguments: 1...200)
func `bridging counts the pairs that only the link would join`(seed: UInt64) {
  let (graph, coverage) = randomWorld(seed: seed)
  let covered = Set(coverage.indices.filter { coverage[$0].isPresent })
  let candidates = coverage.indices.filter { !coverage[$0].isPresent }
  let counts = Bridging.counts(for: candidates, coverage: coverage, in: graph)
  for (link, count) in zip(candidates, counts) {
    #expect(count.isExact)
    #expect(
      Int(count.pairCount) == bridgingByHand(of: link, in: graph.material, covered: covered))
  }
}

@Test func `many covered links are sampled, and the count says so`() {
  // 200 sources → gap → 200 targets: 40,000 pairs.
  var links = [SmallWorld.link("gap")]
  for number in 100..<300 {
    links[0].inputs.append(Input(supplier: SmallWorld.id("s\(number)"), share: nil))
  }
  for number in 100..<300 {
    links.append(SmallWorld.link("s\(number)"))
    links.append(SmallWorld.link("t\(number)", inputs: ["gap": nil]))
  }
  let graph = ChainGraph(
    chains: [Chain(id: ChainID("metal"), name: LocalizedText(), links: links)])
  let gap = graph.index(of: SmallWorld.id("gap")) ?? -1
  let coverage = graph.links.indices.map { $0 == gap ? Coverage.missing : .covered }
  let exact = Bridging.counts(for: [gap], coverage: coverage, in: graph)[0]
  #expect(exact.pairCount == 40_000 && exact.standardError == 0)
  let sampled = Bridging.counts(
    for: [gap], coverage: coverage, in: graph, exactLimit: 100, sampleSize: 80)[0]
  #expect(!sampled.isExact)
  #expect(abs(sampled.pairCount - 40_000) < 4_000)
}

@Test(arguments: 1...20)
func `an estimate lies within a few of its standard errors`(seed: UInt64) {
  // Layers of links that buy from the layer before, a third of them missing.
  var generator = SeededGenerator(seed: seed)
  let (layers, width) = (6, 60)
  var links: [Link] = []
  for layer in 0..<layers {
    for place in 0..<width {
      var link = SmallWorld.link("l\(layer)-\(100 + place)")
      if layer > 0 {
        link.inputs = (0..<2).map { _ in
          let supplier = 100 + Int.random(in: 0..<width, using: &generator)
          return Input(supplier: SmallWorld.id("l\(layer - 1)-\(supplier)"), share: nil)
        }
      }
      links.append(link)
    }
  }
  let graph = ChainGraph(
    chains: [Chain(id: ChainID("metal"), name: LocalizedText(), links: links)])
  let coverage = links.map { _ in
    Int.random(in: 0..<3, using: &generator) == 0 ? Coverage.missing : .covered
  }
  let candidates = coverage.indices.filter { coverage[$0] == .missing }
  let exact = Bridging.counts(for: candidates, coverage: coverage, in: graph)
  let sampled = Bridging.counts(
    for: candidates, coverage: coverage, in: graph, exactLimit: 100, sampleSize: 80)
  for (truth, estimate) in zip(exact, sampled) {
    #expect(truth.isExact)
    #expect(abs(estimate.pairCount - truth.pairCount) <= 5 * estimate.standardError)
    // Nothing seen in a sample is no proof of nothing; nobody beside the link is.
    if truth.pairCount > 0 { #expect(estimate.standardError > 0) }
  }
}
