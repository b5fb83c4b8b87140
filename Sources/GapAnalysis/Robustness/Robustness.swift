public import IndustryChain

/// How far the ranks of a region's targets hold where weights and figures are not sure.
///
/// Source: R. Lahdelma, P. Salminen, SMAA-2: Stochastic multicriteria acceptability analysis for group
/// decision making, Operations Research 49 (2001).
public struct Robustness: Sendable {
  /// How far the rank of one target holds.
  public struct Standing: Hashable, Sendable {
    /// The place of the link in `ChainGraph.links`.
    public let index: Int
    /// Its ranks over weights drawn evenly from all that are admitted, figures as stated.
    public let byWeights: RankDistribution
    /// Its ranks over figures drawn within the bands of their grades, weights as stated.
    public let byFigures: RankDistribution
    /// The mean of the weights under which it ranks first; `nil` where it never does.
    public let centralWeights: [Criterion: Double]?
    /// The share of figure draws in which it ranks first under its central weights, 0…1; `nil` where
    /// it has none.
    public let confidence: Double?
  }

  /// How many weights were drawn.
  public let drawCount: Int
  /// How many times the figures were drawn.
  public let figureDrawCount: Int
  /// What the draws began from; the same seed gives the same draws.
  public let seed: UInt64
  /// Whether the weights keep the ranges and the order that the region states; `false` only where
  /// criteria that are left out make that impossible.
  public let keepsStatedBounds: Bool
  /// How many criteria were weighed; with one there is nothing to draw.
  public let criterionCount: Int
  /// One standing a target, in the order of `Analysis.targets`.
  public let standings: [Standing]
  let places: [Int: Int]

  /// The standing of a target by its place in `ChainGraph.links`.
  public func standing(of link: Int) -> Standing? { places[link].map { standings[$0] } }

  /// The standing of a target where weights could vary at all: by one criterion there is one ranking,
  /// and shares of weightings would say nothing.
  public func telling(of link: Int) -> Standing? {
    criterionCount > 1 ? standing(of: link) : nil
  }

  /// The largest standard error that a share of weightings can have, 0.5 / √draws.
  public var largestStandardError: Double {
    drawCount > 0 ? 0.5 / Double(drawCount).squareRoot() : 0
  }
}
