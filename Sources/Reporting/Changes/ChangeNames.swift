import GapAnalysis
import IndustryChain

/// What the items of two states of a workspace are called, in one language.
struct ChangeNames {
  let wording: Wording
  private var links: [LinkID: LocalizedText] = [:]
  private var chains: [ChainID: LocalizedText] = [:]
  private var needs: [NeedID: LocalizedText] = [:]
  private var regions: [RegionID: LocalizedText] = [:]
  private var firms: [RegionID: [FirmID: LocalizedText]] = [:]

  /// Names of both states; where both have an id, the later one's name stands.
  init(of states: [Workspace], in wording: Wording) {
    self.wording = wording
    for workspace in states {
      for chain in workspace.chains {
        chains[chain.id] = chain.name
        for link in chain.links { links[link.id] = link.name }
      }
      for need in workspace.needs { needs[need.id] = need.name }
      for region in workspace.regions {
        for peer in region.peers where regions[peer.id] == nil { regions[peer.id] = peer.name }
        for firm in region.firms { firms[region.id, default: [:]][firm.id] = firm.name }
      }
      for region in workspace.regions { regions[region.id] = region.name }
    }
  }

  func callAsFunction(_ id: LinkID) -> String { said(links[id], id.description) }
  func callAsFunction(_ id: ChainID) -> String { said(chains[id], id.rawValue) }
  func callAsFunction(_ id: NeedID) -> String { said(needs[id], id.rawValue) }
  func callAsFunction(_ id: RegionID) -> String { said(regions[id], id.rawValue) }
  func callAsFunction(_ id: FirmID, in region: RegionID) -> String {
    said(firms[region]?[id], id.rawValue)
  }

  /// What an item is called.
  func callAsFunction(_ item: WorkspaceItem) -> String {
    switch item {
    case .chain(let id): self(id)
    case .link(let id): self(id)
    case .input(_, let supplier, _): self(supplier)
    case .need(let id): self(id)
    case .region(let id), .peer(let id, _): self(id)
    case .firm(let id, let region): self(id, in: region)
    case .project(_, _, let link, _):
      link.map { self($0) } ?? wording.say("未说明的环节", "a link that no source names")
    }
  }

  /// The id of an item as files spell it.
  func id(of item: WorkspaceItem) -> String {
    switch item {
    case .chain(let id): id.rawValue
    case .link(let id): id.description
    case .input(_, let supplier, _): supplier.description
    case .need(let id): id.rawValue
    case .region(let id), .peer(let id, _): id.rawValue
    case .firm(let id, _): id.rawValue
    case .project(let firm, _, let link, _): link?.description ?? firm.rawValue
    }
  }

  /// What a respect is about.
  func callAsFunction(_ key: Aspect.Key) -> String {
    switch key {
    case .link(let id): self(id)
    case .chain(let id): self(id)
    case .need(let id): self(id)
    case .criterion(let criterion): wording.text(criterion.word)
    case .lead(let stage): wording.text(stage.word)
    case .grade(let grade): wording.text(grade.word)
    case .stage(let stage): wording.text(stage.word)
    case .classification(let name): name
    }
  }

  private func said(_ name: LocalizedText?, _ id: String) -> String {
    guard let name, !name.isEmpty else { return id }
    return wording.text(name)
  }
}
