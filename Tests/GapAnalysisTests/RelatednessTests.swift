import Testing

@testable import GapAnalysis

/// The definition, term by term, sharing nothing with the library.
private func densitiesByHand(
  of rows: [[Bool]], from regions: [[Bool]], linkCount: Int, selfProximity: Double = 0
) -> [[Double?]] {
  func count(_ isCounted: ([Bool]) -> Bool) -> Double { Double(regions.count { isCounted($0) }) }
  func proximity(_ q: Int, _ k: Int) -> Double {
    let (ofQ, ofK) = (count { $0[q] }, count { $0[k] })
    guard ofQ > 0, ofK > 0 else { return 0 }
    let both = count { $0[q] && $0[k] }
    return (q == k ? selfProximity : 1) * min(both / ofQ, both / ofK)
  }
  return rows.map { row in
    (0..<linkCount).map { k in
      let all = (0..<linkCount).map { proximity($0, k) }
      let total = all.reduce(0, +)
      guard total > 0 else { return nil }
      return (0..<linkCount).reduce(0.0) { $0 + (row[$1] ? all[$1] : 0) } / total
    }
  }
}

private func randomRows(
  _ count: Int, linkCount: Int, fill: ClosedRange<Double>, using generator: inout SeededGenerator
) -> [[Bool]] {
  (0..<count).map { _ in
    let fill = Double.random(in: fill, using: &generator)
    return (0..<linkCount).map { _ in Double.random(in: 0..<1, using: &generator) < fill }
  }
}

private func expectEqual(
  _ left: [[Double?]], _ right: [[Double?]], sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(left.map { $0.map { $0 == nil } } == right.map { $0.map { $0 == nil } })
  expectClose(
    left.flatMap { $0.compactMap { $0 } }, right.flatMap { $0.compactMap { $0 } },
    sourceLocation: sourceLocation)
}

@Suite struct RelatednessTests {
  @Test(arguments: 1...60)
  func `exchanging the sums equals the definition`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let linkCount = [1, 2, 7, 40, 63, 64, 65, 130][Int(seed) % 8]
    let peers = randomRows(
      Int.random(in: 0...9, using: &generator), linkCount: linkCount, fill: 0...0.8,
      using: &generator)
    let rows = randomRows(2, linkCount: linkCount, fill: 0...1, using: &generator) + peers
    for (selfProximity, value) in [(Relatedness.SelfProximity.none, 0.0), (.one, 1.0)] {
      let relatedness = Relatedness(
        from: PresenceMatrix(linkCount: linkCount, rows: peers), selfProximity: selfProximity)
      let densities = relatedness.densities(
        of: PresenceMatrix(linkCount: linkCount, rows: rows))
      expectEqual(
        densities,
        densitiesByHand(
          of: rows, from: peers, linkCount: linkCount, selfProximity: value))
      #expect(densities.joined().allSatisfy { ($0 ?? 0) >= 0 && ($0 ?? 0) <= 1 + 1e-12 })
    }
  }

  @Test func `hundreds of regions, most of which have most links, are counted as few are`() {
    var generator = SeededGenerator(seed: 7)
    let peers = randomRows(600, linkCount: 12, fill: 0.6...1, using: &generator)
    let matrix = PresenceMatrix(linkCount: 12, rows: peers)
    expectEqual(
      Relatedness(from: matrix).densities(of: PresenceMatrix(linkCount: 12, rows: [peers[0]])),
      densitiesByHand(of: [peers[0]], from: peers, linkCount: 12))
  }

  @Test(arguments: 1...20)
  func `the order of links and of regions changes no density`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let peers = randomRows(6, linkCount: 70, fill: 0.1...0.6, using: &generator)
    let row = randomRows(1, linkCount: 70, fill: 0.3...0.5, using: &generator)
    let order = (0..<70).shuffled(using: &generator)
    func turned(_ rows: [[Bool]]) -> PresenceMatrix {
      PresenceMatrix(linkCount: 70, rows: rows.map { row in order.map { row[$0] } })
    }
    let plain = Relatedness(from: PresenceMatrix(linkCount: 70, rows: peers))
      .densities(of: PresenceMatrix(linkCount: 70, rows: row))
    let other = Relatedness(from: turned(peers.reversed())).densities(of: turned(row))
    expectEqual([order.map { plain[0][$0] }], other)
  }

  @Test func `one peer's links are near to each other and to nothing else`() {
    // The peer has links 0, 1 and 2; the region has 0 and 3.
    let relatedness = Relatedness(
      from: PresenceMatrix(linkCount: 5, rows: [[true, true, true, false, false]]))
    let densities = relatedness.densities(
      of: PresenceMatrix(linkCount: 5, rows: [[true, false, false, true, false]]))
    // Link 0 itself does not count: of 1 and 2 the region has none.
    #expect(densities == [[0, 0.5, 0.5, nil, nil]])
    #expect(relatedness.proximity(of: 0, to: 1) == 1)
    #expect(relatedness.proximity(of: 0, to: 0) == 0)
    #expect(relatedness.proximity(of: 0, to: 3) == 0)
  }

  @Test func `without peers, without links, and for links that nobody has there is no density`() {
    let none = Relatedness(from: PresenceMatrix(linkCount: 3))
    #expect(
      none.densities(of: PresenceMatrix(linkCount: 3, rows: [[true, true, true]]))
        == [[nil, nil, nil]])
    let empty = Relatedness(from: PresenceMatrix(linkCount: 0, rows: [[]]))
    #expect(empty.densities(of: PresenceMatrix(linkCount: 0, rows: [[]])) == [[]])
    let idle = Relatedness(
      from: PresenceMatrix(linkCount: 2, rows: [[false, false], [false, true]]))
    #expect(
      idle.densities(of: PresenceMatrix(linkCount: 2, rows: [[true, false]])) == [[nil, nil]])
    #expect(idle.densities(of: PresenceMatrix(linkCount: 2)).isEmpty)
  }

  @Test func `a hundred thousand links beside a few peers take no matrix of links by links`() {
    let linkCount = 100_000
    let peers = [2, 3, 5].map { step in (0..<linkCount).map { $0 % step == 0 } }
    let row = (0..<linkCount).map { $0 % 7 == 0 }
    let densities = Relatedness(from: PresenceMatrix(linkCount: linkCount, rows: peers))
      .densities(of: PresenceMatrix(linkCount: linkCount, rows: [row]))[0]
    // All links are alike beyond a period of 2 · 3 · 5 · 7 = 210, but for the link itself.
    #expect(densities[1] == nil)
    let density = densities[2] ?? 0
    #expect(abs(density - 1.0 / 7) < 1e-4)
  }
}
