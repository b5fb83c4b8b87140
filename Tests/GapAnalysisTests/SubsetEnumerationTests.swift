import Testing

@testable import GapAnalysis

@Suite struct SubsetEnumerationTests {
  @Test(arguments: 1...60)
  func `every subset is worth what it is worth by itself`(seed: UInt64) {
    let model = randomModel(seed: seed, count: 1 + Int(seed) % 9, contested: Int(seed) % 3)
    let values = SubsetEnumeration(model).values()
    expectClose(values, (0..<values.count).map { model.value(of: members(of: $0)) })
  }

  @Test func `no candidates have one subset, worth nothing`() {
    #expect(SubsetEnumeration(randomModel(seed: 1, count: 0)).values() == [0])
  }

  @Test func `a walk ends when it is told to`() {
    var visited = 0
    SubsetEnumeration(randomModel(seed: 1, count: 10)).visit { _, _ in
      visited += 1
      return visited < 100
    }
    #expect(visited == 100)
  }

  @Test(arguments: 1...40)
  func `shares sum to the value and equal the mean over all orders`(seed: UInt64) throws {
    let count = 1 + Int(seed) % 6
    let model = randomModel(seed: seed, count: count + 2, contested: 1)
    let set = Array((0..<count + 2).shuffled(seed: seed).prefix(count)).sorted()
    let shares = try #require(model.shapleyShares(of: set))
    expectClose([shares.reduce(0, +)], [model.value(of: set)])
    var sums = [Double](repeating: 0, count: count)
    let orders = permutations(of: Array(0..<count))
    for order in orders {
      var before: [Int] = []
      for member in order {
        sums[member] += model.value(of: before + [set[member]]) - model.value(of: before)
        before.append(set[member])
      }
    }
    expectClose(shares, sums.map { $0 / Double(orders.count) })
  }

  @Test func `shares need few enough members`() {
    let model = randomModel(seed: 3, count: 21)
    #expect(model.shapleyShares(of: Array(0..<21)) == nil)
    #expect(model.shapleyShares(of: []) == [])
  }
}

extension Range<Int> {
  fileprivate func shuffled(seed: UInt64) -> [Int] {
    var generator = SeededGenerator(seed: seed)
    return shuffled(using: &generator)
  }
}

private func permutations(of items: [Int]) -> [[Int]] {
  guard !items.isEmpty else { return [[]] }
  return items.indices.flatMap { place -> [[Int]] in
    var rest = items
    let first = rest.remove(at: place)
    return permutations(of: rest).map { [first] + $0 }
  }
}
