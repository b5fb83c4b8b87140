/// Links that are worth clearly more together than the sum of each alone (捆绑招商).
///
/// What a set creates that none of its smaller sets does is its Harsanyi dividend,
///
///     d(S) = Σ_{T ⊆ S} (−1)^(|S| − |T|) F(T)
///
/// for a pair F(ab) − F(a) − F(b). A set of two to four links is a bundle where its dividend is at
/// least a tenth of the sum of its members alone and at least 0.1 million CNY a year. A bystander
/// makes the dividend 0, so a bundle holds no link that it could do without; candidates that compete
/// for a market are never in one bundle. Source: J. Harsanyi, A
/// simplified bargaining model for the n-person cooperative game (1963).
public struct Bundle: Hashable, Sendable {
  /// What recruiting the first member does for another one.
  public struct Unlocked: Hashable, Sendable {
    /// The place of the other link in `RecruitmentPool.candidates`.
    public let candidate: Int
    /// What it adds with no other member recruited, million CNY a year.
    public let beforeMillionCNY: Double
    /// What it adds once the first member is there, million CNY a year.
    public let afterMillionCNY: Double
  }

  /// The members as places in `RecruitmentPool.candidates`, the first to recruit first: that of the
  /// greatest value alone, ties in the order of the links.
  public let members: [Int]
  /// Their joint value, million CNY a year.
  public let valueMillionCNY: Double
  /// The sum of each alone, million CNY a year.
  public let aloneMillionCNY: Double
  /// What only the whole set creates: the dividend, million CNY a year.
  public let dividendMillionCNY: Double
  /// What recruiting the first unlocks in each of the others.
  public let unlocked: [Unlocked]

  /// What they are worth together beyond the sum of each alone, million CNY a year.
  public var surplusMillionCNY: Double { valueMillionCNY - aloneMillionCNY }

  /// The least dividend, as a share of the sum alone and in million CNY a year.
  public static let leastShare = 0.1
  /// The least dividend of a bundle, million CNY a year.
  public static let leastMillionCNY = 0.1
  /// The most members.
  public static let largestSize = 4
}
