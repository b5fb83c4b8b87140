import IndustryChain

@testable import GapAnalysis

/// One edit of a workspace, and what a comparison must say of it and nothing else.
enum RandomEdit: CaseIterable {
  case share, shareSource, valueAdded, newInput, newLink, lostFirm, stage, needs, weight, chainName
  case route, firmLink, plant, shortcoming, note

  /// Makes the edit somewhere.
  ///
  /// - Returns: The item that is another then, what has become of it, and in which respects; `nil`
  ///   where the workspace has nothing to edit so.
  func apply(
    to world: inout RandomWorkspace, _ generator: inout SeededGenerator
  ) -> (item: WorkspaceItem, kind: ItemChange.Kind, aspects: [Aspect.Kind])? {
    let chain = world.chains.indices.randomElement(using: &generator) ?? 0
    let place = world.chains[chain].links.indices.randomElement(using: &generator) ?? 0
    let link = world.chains[chain].links[place].id
    let region = world.region.id
    func edit(_ change: (inout Link) -> Void) { change(&world.chains[chain].links[place]) }
    func item(of input: Input) -> WorkspaceItem {
      .input(buyer: link, supplier: input.supplier, place: 0)
    }
    switch self {
    case .share, .shareSource, .route:
      guard let input = world.chains[chain].links[place].inputs.first, let share = input.share
      else {
        return nil
      }
      let source = Provenance(grade: .reported, source: LocalizedText(english: "a yearbook"))
      let route: Input.Route = input.route == .purchase ? .returnFlow : .purchase
      edit {
        $0.inputs[0] =
          switch self {
          case .share:
            Input(
              supplier: input.supplier, share: RandomWorkspace.figure(share.value + 0.001),
              route: input.route)
          case .shareSource:
            Input(
              supplier: input.supplier, share: Figure(share.value, provenance: source),
              route: input.route)
          default: Input(supplier: input.supplier, share: share, route: route)
          }
      }
      return (item(of: input), .changed, [self == .route ? .route : .share])
    case .valueAdded:
      edit { $0.valueAdded = RandomWorkspace.figure(0.4) }
      return (.link(link), .changed, [.valueAdded])
    case .plant:
      edit { $0.plant.jobs = RandomWorkspace.figure(40) }
      return (.link(link), .changed, [.plantJobs])
    case .needs:
      edit { $0.needs.append(NeedID("need-2")) }
      return (.link(link), .changed, [.needs])
    case .note:
      edit { $0.note = LocalizedText(english: "Note") }
      return (.link(link), .changed, [.note])
    case .newInput:
      let input = Input(supplier: LinkID(chain: ChainID("chain-0"), name: "link-0-0"), share: nil)
      guard world.chains[chain].links[place].inputs.allSatisfy({ $0.supplier != input.supplier })
      else { return nil }
      edit { $0.inputs.append(input) }
      return (item(of: input), .added, [.route])
    case .newLink:
      let new = Link(
        id: LinkID(chain: world.chains[chain].id, name: "new"),
        name: LocalizedText(english: "New"), stage: .upstream)
      world.chains[chain].links.append(new)
      return (.link(new.id), .added, [.name, .stage])
    case .chainName:
      world.chains[chain].name = LocalizedText(english: "Other", chinese: "别的")
      return (.chain(world.chains[chain].id), .changed, [.name])
    case .lostFirm:
      guard let firm = world.region.firms.indices.randomElement(using: &generator) else {
        return nil
      }
      let id = world.region.firms[firm].id
      world.region.firms[firm].projects = []
      world.region.firms[firm].count = .several
      return (.firm(id, in: region), .changed, [.count])
    case .stage, .firmLink:
      let whole = world.region.firms.indices.filter { world.region.firms[$0].projects.count == 1 }
      guard let firm = whole.randomElement(using: &generator) else { return nil }
      let id = world.region.firms[firm].id
      if self == .stage {
        world.region.firms[firm].projects[0].milestones.append(.init(stage: .closed, date: nil))
      } else {
        world.region.firms[firm].projects[0].link = nil
      }
      let project = world.region.firms[firm].projects[0]
      return (
        .project(of: id, in: region, link: project.link, place: 0), .changed,
        [self == .stage ? .reached : .link]
      )
    case .weight:
      world.region.ranking.weights[.reach] = 0.7
      return (.region(region), .changed, [.weight])
    case .shortcoming:
      world.region.shortcomings.append(
        Shortcoming(need: NeedID("need-1"), isVeto: true, provenance: RandomWorkspace.provenance))
      return (.region(region), .changed, [.lacks])
    }
  }
}
