public import IndustryChain

/// In which light a region is seen.
public enum Light: String, CaseIterable, Hashable, Sendable {
  /// Operating firms are present.
  case today
  /// Signed and building projects are present too.
  case committed

  /// Whether a project of this stage counts as a present firm.
  public func shows(_ stage: ProjectStage) -> Bool {
    switch stage {
    case .operating: true
    case .signed, .building: self == .committed
    case .negotiating, .closed: false
    }
  }
}
