import IndustryChain

/// How far a region has a link.
public enum Coverage: String, CaseIterable, Hashable, Sendable {
  /// 已有: operating firms meet the region's demand.
  case covered
  /// 薄弱: one firm only, or local supply below local demand.
  case thin
  /// 在建/签约: no operating firm yet.
  case planned
  /// 缺失: somebody has looked, and nobody is there.
  case missing
  /// 未调查: nobody has looked.
  case unknown

  /// Whether an operating firm is there.
  public var isPresent: Bool { self == .covered || self == .thin }
}

/// Why a covered link is thin.
public enum ThinReason: String, CaseIterable, Hashable, Sendable {
  /// One firm only.
  case singleFirm
  /// Local supply is below local demand.
  case supplyBelowDemand
}
