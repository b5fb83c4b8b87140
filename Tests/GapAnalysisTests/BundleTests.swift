import Testing

@testable import GapAnalysis

@Suite struct BundleTests {
  /// Every set of two to four members whose dividend is large enough, from the definition.
  private func bundles(of model: JointModel) -> [[Int]] {
    (0..<1 << model.count).map { members(of: $0) }.filter { set in
      let markets = set.flatMap { model.contests[$0].map(\.market) }
      guard (2...4).contains(set.count), Set(markets).count == markets.count else { return false }
      var dividend = 0.0
      for mask in 0..<1 << set.count {
        let part = members(of: mask).map { set[$0] }
        dividend += ((set.count - part.count) % 2 == 0 ? 1 : -1) * model.value(of: part)
      }
      let alone = set.reduce(0) { $0 + model.value(of: [$1]) }
      return dividend >= 0.1 && dividend >= 0.1 * alone
    }
  }

  @Test(arguments: 1...30)
  func `bundles are the sets that the definition names`(seed: UInt64) {
    let model = randomModel(seed: seed, count: 7, contested: Int(seed) % 3)
    let search = BundleSearch(in: TogetherWorld.pool(model, seed: seed))
    #expect(search.completeSize == 4)
    #expect(Set(search.bundles.map { $0.members.sorted() }) == Set(bundles(of: model)))
    for bundle in search.bundles {
      expectClose([bundle.valueMillionCNY], [model.value(of: bundle.members)])
      let first = bundle.members[0]
      for unlocked in bundle.unlocked {
        expectClose(
          [unlocked.afterMillionCNY],
          [model.value(of: [first, unlocked.candidate]) - model.value(of: [first])])
      }
    }
  }

  @Test(arguments: 1...40)
  func `without competition no set creates less than its parts do`(seed: UInt64) {
    // F is totally monotone: every dividend is at least nothing.
    let model = randomModel(seed: seed, count: 6)
    let values = SubsetEnumeration(model).values()
    for mask in values.indices {
      var dividend = 0.0
      for part in values.indices where part & mask == part {
        let sign = (mask.nonzeroBitCount - part.nonzeroBitCount) % 2 == 0 ? 1.0 : -1
        dividend += sign * values[part]
      }
      if mask != 0 { #expect(dividend >= -1e-9) }
    }
  }

  @Test func `a bystander makes no bundle, and too many sets are said to be too many`() {
    let pool = TogetherWorld.pool
    let search = BundleSearch(in: pool)
    #expect(TogetherWorld.names(search.bundles[0].members) == ["alloy", "ore"])
    // Plating and ore have nothing to do with each other without the part.
    let names = search.bundles.map { Set(TogetherWorld.names($0.members)) }
    #expect(!names.contains(["plating", "ore"]))
    #expect(BundleSearch(in: pool, setLimit: 3).completeSize == 2)
    #expect(BundleSearch(in: pool, setLimit: 0).completeSize == 1)
  }

  @Test func `a pool without candidates has no bundles`() {
    #expect(
      BundleSearch(in: RecruitmentPool(of: SmallWorld(metal: [], other: []).analysed()))
        .bundles.isEmpty)
  }
}
