public import IndustryChain

/// The chance that at least one of the known firms comes: 1 − Π (1 − p).
///
/// The firms are taken to decide independently. Without a firm the chance is 0.
public struct LeadChance: Hashable, Sendable {
  /// One known firm, or group of firms, and its chance.
  public struct Part: Hashable, Sendable {
    /// Who, and how far it has got.
    public let presence: Presence
    /// The chance of one firm, 0…1; of a group each firm has it.
    public let chance: Figure
  }

  /// The firms, in the order of the leads.
  public let parts: [Part]

  /// The chance that at least one comes, 0…1.
  public var value: Double {
    1
      - parts.reduce(1) { rest, part in
        (0..<part.presence.firm.count.atLeast).reduce(rest) { rest, _ in
          rest * (1 - part.chance.value)
        }
      }
  }
}

extension Region {
  /// The chance that a firm comes which has got so far: the region's own figure, else our default.
  public func leadChance(at stage: LeadStage) -> Figure {
    if let given = ranking.leadChances[stage] { return given }
    let chance =
      switch stage {
      case .prospect: 0.05
      case .negotiating: 0.2
      case .signed: 0.6
      case .building: 0.9
      }
    return Figure(chance, provenance: Provenance(grade: .assumed, source: nil))
  }

  /// The chance that at least one of some firms comes.
  func leadChance(of presences: [Presence]) -> LeadChance {
    LeadChance(
      parts: presences.compactMap { presence in
        guard let stage = LeadStage(presence.stage) else { return nil }
        return LeadChance.Part(presence: presence, chance: leadChance(at: stage))
      })
  }
}

extension LeadStage {
  /// How far a project has got as a lead; `nil` for firms that are here already or have gone.
  init?(_ stage: ProjectStage?) {
    switch stage {
    case nil: self = .prospect
    case .negotiating: self = .negotiating
    case .signed: self = .signed
    case .building: self = .building
    case .operating, .closed: return nil
    }
  }
}
