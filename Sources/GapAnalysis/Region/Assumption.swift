public import IndustryChain

/// A figure that nobody has given and for which a default stands in.
public enum Assumption: Hashable, Sendable {
  /// An input without a share took an even split of what the others leave of 0.6.
  case share(buyer: LinkID, supplier: LinkID, share: Double)
  /// Value added was taken from what the inputs leave, at most 0.25.
  case valueAdded(link: LinkID, value: Double)
  /// A typical plant without an output took a median or the fallback, million CNY a year.
  case plantOutput(link: LinkID, millionCNY: Double, basis: PlantOutputBasis)
  /// A firm without an output counts as that many typical plants, million CNY a year in all.
  case firmOutput(firm: FirmID, link: LinkID, plantCount: Int, millionCNY: Double)
  /// A stage without a date counts from the last dated one before it, else on every day.
  case undatedStage(firm: FirmID, link: LinkID, stage: ProjectStage)
}

extension Analysis {
  /// The defaults that stand in for figures of a link and of the firms in it, in a fixed order.
  public func assumptions(about link: Int) -> [Assumption] {
    let definition = graph.links[link]
    var assumptions: [Assumption] = []
    let shares = graph.resolvedShares(of: link)
    for (input, share) in zip(definition.inputs, shares) where input.share == nil {
      assumptions.append(.share(buyer: definition.id, supplier: input.supplier, share: share))
    }
    let isMixture = definition.inputs.isEmpty && !graph.variants.successors(of: link).isEmpty
    if definition.valueAdded == nil, !isMixture {
      assumptions.append(.valueAdded(link: definition.id, value: today.valueAdded[link]))
    }
    let plant = plantOutputs[link]
    if plant.basis != .given {
      assumptions.append(
        .plantOutput(link: definition.id, millionCNY: plant.millionCNY, basis: plant.basis))
    }
    for presence in presences[link] {
      guard let stage = presence.stage, Light.committed.shows(stage) else { continue }
      if presence.project.outputMillionCNY == nil {
        assumptions.append(
          .firmOutput(
            firm: presence.firm.id, link: definition.id,
            plantCount: presence.firm.count.atLeast,
            millionCNY: presence.outputMillionCNY(typicalPlant: plant.millionCNY)))
      }
      if presence.project.milestones.last(where: { $0.stage == stage })?.date == nil {
        assumptions.append(
          .undatedStage(firm: presence.firm.id, link: definition.id, stage: stage))
      }
    }
    return assumptions
  }
}
