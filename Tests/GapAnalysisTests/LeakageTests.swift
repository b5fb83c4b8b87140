import IndustryChain
import Testing

@testable import GapAnalysis

/// A made-up workspace of one chain with loops, variants and firms.
private func randomWorld(using generator: inout SeededGenerator) -> SmallWorld {
  let count = Int.random(in: 2...14, using: &generator)
  let names = (0..<count).map { "l\($0 / 10)\($0 % 10)" }
  let links = names.enumerated().map { place, name in
    // Some are variants of the first link.
    let isVariant = place > 0 && Int.random(in: 0..<4, using: &generator) == 0
    var link = SmallWorld.link(name, variantOf: isVariant ? names[0] : nil)
    guard place > 0 || Bool.random(using: &generator) else { return link }
    var left = 0.8
    for supplier in names where Int.random(in: 0..<4, using: &generator) == 0 {
      // A variant that buys itself or its umbrella would change what its umbrella buys.
      guard !isVariant || (supplier != name && supplier != names[0]) else { continue }
      let share = Double.random(in: 0...left, using: &generator)
      left -= share
      link.inputs.append(
        Input(supplier: SmallWorld.id(supplier), share: SmallWorld.figure(share)))
    }
    return link
  }
  var world = SmallWorld(metal: links)
  for (number, name) in names.enumerated() where Bool.random(using: &generator) {
    world = world.with(
      "f\(number)", in: name, output: Double.random(in: 1...300, using: &generator))
  }
  return world
}

@Test(arguments: 1...150)
func `adding a firm to a link never raises that link's own leakage`(seed: UInt64) {
  var generator = SeededGenerator(seed: seed)
  let world = randomWorld(using: &generator)
  let before = world.analysed()
  for link in before.graph.links where link.id.chain == ChainID("metal") {
    let output = Double.random(in: 1...300, using: &generator)
    let after = world.with("new", in: link.id.name, output: output).analysed()
    let place = before.place(of: link.id.name)
    let was = before.today.leakageMillionCNY(of: place)
    #expect(after.today.leakageMillionCNY(of: place) <= was + 1e-9 * max(1, was))
  }
}
