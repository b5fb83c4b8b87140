import IndustryChain

/// What stands in for a figure that nobody has given.
///
/// Every use is listed as an `Assumption`.
public enum DefaultFigure {
  /// What a link's listed inputs sum to where shares are missing, 0…1.
  public static let listedInputShare = 0.6
  /// The most that value added per unit of output is taken to be where it is not given, 0…1:
  /// about the value-added ratio of Chinese manufacturing.
  public static let valueAdded = 0.25
  /// The yearly output of a typical plant where its whole chain gives none, million CNY.
  public static let plantOutputMillionCNY = 100.0
}

/// The coefficients of the money graph in flat arrays: what each link buys per unit of output.
///
/// An umbrella link that lists no inputs of its own buys what its variants buy, weighted by what
/// their firms here make, evenly where nobody makes any.
public struct Technology: Sendable {
  /// The inputs of link j are the places offsets[j]..<offsets[j+1] of the two arrays below.
  private(set) var offsets: [Int32]
  private(set) var suppliers: [Int32]
  /// The coefficients a_ij, 0…1; a zero keeps a tie that carries no money.
  private(set) var shares: [Double]
  /// Value added per unit of output, v_j, 0…1.
  private(set) var valueAdded: [Double]
  /// The umbrella of each link, whose demand its firms can meet besides its own; -1 where it is no
  /// variant, and empty where no link is.
  private let umbrellas: [Int32]

  var linkCount: Int { valueAdded.count }

  func inputRange(of link: Int) -> Range<Int> {
    Int(offsets[link])..<Int(offsets[link + 1])
  }

  /// The coefficients of a graph; linear in links and inputs.
  ///
  /// - Parameters:
  ///   - graph: The links and their inputs.
  ///   - weights: The yearly output of each link's own firms, million CNY, by which an umbrella's
  ///     variants are mixed.
  init(_ graph: ChainGraph, mixedBy weights: [Double]) {
    umbrellas =
      graph.umbrella.contains { $0 != nil } ? graph.umbrella.map { Int32($0 ?? -1) } : []
    offsets = [0]
    offsets.reserveCapacity(graph.linkCount + 1)
    suppliers = []
    suppliers.reserveCapacity(graph.purchases.edgeCount)
    shares = []
    shares.reserveCapacity(graph.purchases.edgeCount)
    valueAdded = []
    valueAdded.reserveCapacity(graph.linkCount)
    for link in 0..<graph.linkCount {
      let parts = graph.mixture(of: link, weights: weights)
      var added = 0.0
      for part in parts {
        let resolved = graph.resolvedShares(of: part.link)
        added += part.weight * graph.resolvedValueAdded(of: part.link, shares: resolved)
        for (supplier, share) in zip(graph.purchases.successors(of: part.link), resolved) {
          suppliers.append(supplier)
          shares.append(part.weight * share)
        }
      }
      // A variant supplies its umbrella: the tie carries no money, since the mixture already buys
      // in the variant's place, but a loop may close through it.
      for variant in graph.variants.successors(of: link) {
        suppliers.append(variant)
        shares.append(0)
      }
      valueAdded.append(added)
      offsets.append(Int32(suppliers.count))
    }
  }

  /// Changes coefficients and value added in place; the ties stay.
  mutating func vary(_ change: (inout [Double], inout [Double]) -> Void) {
    change(&shares, &valueAdded)
  }

  /// Coefficients given directly, for tables that are no chain files.
  ///
  /// - Parameters:
  ///   - offsets: One more than there are links: the inputs of link j are the places
  ///     offsets[j]..<offsets[j+1] of the two arrays below. No links are `[0]`.
  ///   - suppliers: The link that each input is bought from.
  ///   - shares: The coefficient of each input, 0…1; those of a link sum to at most 1.
  ///   - valueAdded: Value added per unit of each link's output, 0…1.
  public init(offsets: [Int32], suppliers: [Int32], shares: [Double], valueAdded: [Double]) {
    self.init(
      offsets: offsets, suppliers: suppliers, shares: shares, valueAdded: valueAdded,
      umbrellas: [])
  }

  /// Coefficients with the umbrella of each link, -1 for none; an umbrella must list its variants
  /// among its suppliers, be it at a share of 0.
  init(
    offsets: [Int32], suppliers: [Int32], shares: [Double], valueAdded: [Double],
    umbrellas: [Int32]
  ) {
    precondition(offsets.count == valueAdded.count + 1 && offsets.first == 0)
    precondition(zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 })
    precondition(offsets.last.map(Int.init) == suppliers.count && suppliers.count == shares.count)
    precondition(suppliers.allSatisfy { $0 >= 0 && Int($0) < valueAdded.count })
    self.offsets = offsets
    self.suppliers = suppliers
    self.shares = shares
    self.valueAdded = valueAdded
    self.umbrellas = umbrellas
  }

  /// The umbrella of a link that is a variant.
  func umbrella(of link: Int) -> Int? {
    guard !umbrellas.isEmpty, umbrellas[link] >= 0 else { return nil }
    return Int(umbrellas[link])
  }
}

extension Technology {
  /// The coefficients as they lie in memory, for passes that touch every input.
  struct Rows {
    let offsets: UnsafeBufferPointer<Int32>
    let suppliers: UnsafeBufferPointer<Int32>
    let shares: UnsafeBufferPointer<Double>
    let valueAdded: UnsafeBufferPointer<Double>
    fileprivate let umbrellas: UnsafeBufferPointer<Int32>

    /// Whether any link is a variant.
    var hasVariants: Bool { !umbrellas.isEmpty }

    func umbrella(of link: Int) -> Int? {
      guard hasVariants, umbrellas[link] >= 0 else { return nil }
      return Int(umbrellas[link])
    }
  }

  /// Lends the coefficients as they lie in memory.
  func withRows<Result>(_ use: (Rows) -> Result) -> Result {
    offsets.withUnsafeBufferPointer { offsets in
      suppliers.withUnsafeBufferPointer { suppliers in
        shares.withUnsafeBufferPointer { shares in
          valueAdded.withUnsafeBufferPointer { valueAdded in
            umbrellas.withUnsafeBufferPointer { umbrellas in
              use(
                Rows(
                  offsets: offsets, suppliers: suppliers, shares: shares, valueAdded: valueAdded,
                  umbrellas: umbrellas))
            }
          }
        }
      }
    }
  }
}

extension ChainGraph {
  /// The links whose purchases make up those of a link, with weights that sum to 1.
  fileprivate func mixture(of link: Int, weights: [Double]) -> [(link: Int, weight: Double)] {
    guard links[link].inputs.isEmpty else { return [(link, 1)] }
    let makers = family(of: link).filter { member in
      member != link
        && (!links[member].inputs.isEmpty || variants.successors(of: member).isEmpty)
    }
    guard !makers.isEmpty else { return [(link, 1)] }
    let total = makers.reduce(0) { $0 + weights[$1] }
    return makers.map { maker in
      (maker, total > 0 ? weights[maker] / total : 1 / Double(makers.count))
    }
  }

  /// A link and its variants at any depth, ascending; a circle of variants, which is an error of the
  /// files, is walked once.
  func family(of link: Int) -> [Int] {
    guard !variants.successors(of: link).isEmpty else { return [link] }
    var family: Set<Int> = [link]
    var pending = [link]
    while let next = pending.popLast() {
      for variant in variants.successors(of: next) where family.insert(Int(variant)).inserted {
        pending.append(Int(variant))
      }
    }
    return family.sorted()
  }

  /// The share of each input of a link: the given ones, and for the others an even split of what
  /// the given ones leave of 0.6.
  func resolvedShares(of link: Int) -> [Double] {
    let given = links[link].inputs.map { $0.share?.value }
    let missing = given.count { $0 == nil }
    guard missing > 0 else { return given.compactMap { $0 } }
    let sum = given.reduce(0) { $0 + ($1 ?? 0) }
    let split = max(0, DefaultFigure.listedInputShare - sum) / Double(missing)
    return given.map { $0 ?? split }
  }

  /// Value added per unit of output: the given one, else what the inputs leave, at most 0.25.
  func resolvedValueAdded(of link: Int, shares: [Double]) -> Double {
    if let given = links[link].valueAdded { return given.value }
    return min(DefaultFigure.valueAdded, max(0, 1 - shares.reduce(0, +)))
  }
}
