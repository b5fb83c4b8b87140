import Diagnostics
import IndustryChain
import YAML

extension FileReader {
  /// Reads what a region's planners want of the ranking.
  mutating func ranking(_ node: YAMLNode) -> RankingPreferences {
    var preferences = RankingPreferences()
    guard let object = object(node, .ranking) else { return preferences }
    if let node = object["weights"], let weights = self.object(node, .weights) {
      for criterion in Criterion.allCases {
        preferences.weights[criterion] = weights[criterion.rawValue].flatMap {
          amount($0, in: .number)
        }
      }
      if !preferences.weights.isEmpty, preferences.weights.values.allSatisfy({ $0 == 0 }) {
        report(.weightsAllZero(in: file, at: object.range(of: "weights") ?? node.range))
      }
    }
    if let node = object["weight_order"] { preferences.weightOrder = order(node) }
    if let node = object["weight_ranges"], let ranges = self.object(node, .weightRanges) {
      for criterion in Criterion.allCases {
        preferences.weightRanges[criterion] = ranges[criterion.rawValue].flatMap { range($0) }
      }
      if let flaw = preferences.rangeFlaw {
        let place = object.range(of: "weight_ranges") ?? node.range
        report(.weightRangesInfeasible(flaw, in: file, at: place))
      }
    }
    if let breach = preferences.weightBreach {
      let place = object.range(of: "weights") ?? node.range
      report(.weightsOutsideBounds(breach, in: file, at: place))
    }
    if let node = object["lead_chances"], let chances = self.object(node, .leadChances) {
      for stage in LeadStage.allCases {
        preferences.leadChances[stage] = chances[stage.rawValue].flatMap {
          wish($0, in: .share)
        }
      }
    }
    if let node = object["bands"], let bands = self.object(node, .bands) {
      for grade in Grade.allCases {
        preferences.bands[grade] = bands[grade.rawValue].flatMap { amount($0, in: .share) }
      }
    }
    return preferences
  }

  /// Two numbers 0…1, the lower first.
  private mutating func range(_ node: YAMLNode) -> ClosedRange<Double>? {
    let items = Array(node.items)
    guard items.count == 2 else {
      let expected = LocalizedText(
        "a list of two numbers 0…1, the lower first", "由两个 0 到 1 的数组成的列表，先下限后上限")
      report(.wrongType(node, expected: expected, in: file))
      return nil
    }
    guard let low = amount(items[0], in: .share), let high = amount(items[1], in: .share) else {
      return nil
    }
    guard low <= high else {
      let bounds = word(items[0]).flatMap { low in word(items[1]).map { (low, $0) } }
      report(.weightRangeReversed(bounds, in: file, at: node.range))
      return nil
    }
    return low...high
  }

  /// Criteria, each named once.
  private mutating func order(_ node: YAMLNode) -> [Criterion] {
    var order: [Criterion] = []
    let items = list(node)
    for (index, item) in items.enumerated() {
      guard let criterion = choice(item, Criterion.self) else { continue }
      if order.contains(criterion) {
        let fix = deletion(ofItem: index, among: items)
        report(.repeatedCriterion(criterion, in: file, at: item.range, fix: fix))
      } else {
        order.append(criterion)
      }
    }
    return order
  }
}

extension RankingPreferences {
  /// Why no shares that sum to 1 keep the ranges and the order; `nil` where some do.
  ///
  /// Along the order an upper bound holds for all that come after it, a lower bound for all before;
  /// with the bounds tightened so, the lowest and the highest shares both keep the order, and so
  /// does every mixture of them.
  fileprivate var rangeFlaw: LocalizedText? {
    var lows = Dictionary(
      uniqueKeysWithValues: Criterion.allCases.map { ($0, weightRanges[$0]?.lowerBound ?? 0) })
    var highs = Dictionary(
      uniqueKeysWithValues: Criterion.allCases.map { ($0, weightRanges[$0]?.upperBound ?? 1) })
    for (before, after) in zip(weightOrder, weightOrder.dropFirst()) {
      highs[after] = min(highs[after] ?? 1, highs[before] ?? 1)
    }
    for (after, before) in zip(weightOrder.reversed(), weightOrder.reversed().dropFirst()) {
      lows[before] = max(lows[before] ?? 0, lows[after] ?? 0)
    }
    func sum(_ bounds: [Criterion: Double]) -> Double {
      Criterion.allCases.reduce(0) { $0 + (bounds[$1] ?? 0) }
    }
    if let broken = Criterion.allCases.first(where: { (lows[$0] ?? 0) > (highs[$0] ?? 1) }) {
      return LocalizedText(
        "`\(broken.rawValue)` cannot keep both its range and `weight_order`",
        "`\(broken.rawValue)` 无法同时满足它的区间和 `weight_order`")
    }
    if sum(lows) > 1 + 1e-9 {
      return LocalizedText("the lower bounds sum to more than 1", "各下限合计大于 1")
    }
    if sum(highs) < 1 - 1e-9 {
      return LocalizedText("the upper bounds sum to less than 1", "各上限合计小于 1")
    }
    return nil
  }
}

extension RankingPreferences {
  /// Which range or pair of the order the given weights break; `nil` where they keep all of them, or
  /// none are given.
  fileprivate var weightBreach: LocalizedText? {
    let total = Criterion.allCases.reduce(0) { $0 + (weights[$1] ?? 0) }
    guard total > 0 else { return nil }
    func share(_ criterion: Criterion) -> Double { (weights[criterion] ?? 0) / total }
    for criterion in Criterion.allCases {
      guard let range = weightRanges[criterion] else { continue }
      let widened = (range.lowerBound - 1e-9)...(range.upperBound + 1e-9)
      if !widened.contains(share(criterion)) {
        return LocalizedText(
          "the share of `\(criterion.rawValue)` is outside its range",
          "`\(criterion.rawValue)` 的占比不在它的区间内")
      }
    }
    for (before, after) in zip(weightOrder, weightOrder.dropFirst())
    where share(before) < share(after) - 1e-9 {
      return LocalizedText(
        "`\(before.rawValue)` weighs less than `\(after.rawValue)`",
        "`\(before.rawValue)` 的权重小于 `\(after.rawValue)`")
    }
    return nil
  }
}
