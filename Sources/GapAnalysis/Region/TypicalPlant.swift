import IndustryChain

/// Where the yearly output of a link's typical plant is from.
public enum PlantOutputBasis: Hashable, Sendable {
  /// The link's definition gives it.
  case given
  /// The median of what the link's variants give.
  case medianOfVariants
  /// The median of what the links of its chain give.
  case medianOfChain
  /// Nothing in its chain gives one.
  case fallback
}

extension ChainGraph {
  /// The yearly output of each link's typical plant, million CNY, and where it is from.
  ///
  /// Linear in links but for the sort inside each chain.
  func plantOutputs() -> [(millionCNY: Double, basis: PlantOutputBasis)] {
    let given = links.map { $0.plant.outputMillionCNY?.value }
    var byChain = [[Double]](repeating: [], count: chains.count)
    for (link, output) in given.enumerated() {
      if let output { byChain[chainIndex[link]].append(output) }
    }
    let chainMedians = byChain.map { median(of: $0) }
    return links.indices.map { link in
      if let output = given[link] { return (output, .given) }
      let ofVariants = family(of: link).compactMap { given[$0] }
      if let output = median(of: ofVariants) { return (output, .medianOfVariants) }
      if let output = chainMedians[chainIndex[link]] { return (output, .medianOfChain) }
      return (DefaultFigure.plantOutputMillionCNY, .fallback)
    }
  }
}

/// The middle value, the mean of the middle two where their number is even, `nil` for none.
func median(of values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
