import IndustryChain

extension Workspace {
  /// The workspace with every id as it is later, wherever it stands.
  ///
  /// O(workspace); the same workspace where nothing is renamed.
  func renamed(by renames: Renames) -> Workspace {
    guard !renames.list.isEmpty else { return self }
    var links: [ChainID: [Link]] = [:]
    for link in chains.flatMap(\.links) {
      let id = renames(link.id)
      links[id.chain, default: []].append(link.renamed(id, by: renames))
    }
    let renamedChains = chains.map { chain in
      let id = renames(chain.id)
      var renamed = Chain(id: id, name: chain.name, links: links.removeValue(forKey: id) ?? [])
      renamed.summary = chain.summary
      return renamed
    }
    // A link may have moved to a chain that was not there; that chain is added without it.
    let homeless = links.map { Chain(id: $0.key, name: LocalizedText(), links: $0.value) }
    return Workspace(
      chains: renamedChains + homeless,
      needs: needs.map { Need(id: renames($0.id), name: $0.name) },
      regions: regions.map { $0.renamed(by: renames) })
  }
}

extension Link {
  fileprivate func renamed(_ id: LinkID, by renames: Renames) -> Link {
    var link = Link(id: id, name: name, stage: stage)
    link.kind = kind
    link.inputs = inputs.map {
      Input(
        supplier: renames($0.supplier), share: $0.share, route: $0.route,
        isCritical: $0.isCritical)
    }
    link.valueAdded = valueAdded
    link.plant = plant
    link.needs = needs.map { renames($0) }
    link.variantOf = variantOf.map { renames($0) }
    link.codes = codes
    link.note = note
    return link
  }
}

extension Survey.Scope {
  fileprivate func renamed(by renames: Renames) -> Self {
    switch self {
    case .chain(let id): .chain(renames(id))
    case .link(let id): .link(renames(id))
    }
  }
}

extension Region {
  fileprivate func renamed(by renames: Renames) -> Region {
    let id = renames.regions[id] ?? id
    let firmIDs = renames.firms[id] ?? [:]
    func firm(_ old: FirmID) -> FirmID { firmIDs[old] ?? old }
    var region = Region(id: id, name: name, date: date)
    region.code = code
    region.surveys = surveys.map {
      Survey(scope: $0.scope.renamed(by: renames), provenance: $0.provenance)
    }
    region.finalDemandMillionCNY = finalDemandMillionCNY.keyed { renames($0) }
    region.localSupplyRatios = localSupplyRatios.keyed { renames($0) }
    region.chiefFirms = chiefFirms.keyed { renames($0) }.mapValues(firm)
    region.chainLeads = chainLeads.keyed { renames($0) }
    region.provides = provides.map { renames($0) }
    region.shortcomings = shortcomings.map {
      Shortcoming(need: renames($0.need), isVeto: $0.isVeto, provenance: $0.provenance)
    }
    region.priorities = priorities.map {
      Priority(scope: $0.scope.renamed(by: renames), degree: $0.degree)
    }
    region.ranking = ranking
    region.firms = firms.map { old in
      var new = Firm(
        id: firm(old.id), name: old.name, residence: old.residence, count: old.count)
      new.creditCode = old.creditCode
      new.home = old.home
      new.partners = old.partners.map(firm)
      new.projects = old.projects.map { project in
        var project = project
        project.link = project.link.map { renames($0) }
        return project
      }
      return new
    }
    region.peers = peers.map { peer in
      PeerRegion(
        id: renames.regions[peer.id] ?? peer.id, name: peer.name, origin: peer.origin,
        listings: peer.listings.keyed { renames($0) })
    }
    return region
  }
}

extension Dictionary {
  /// The values under other keys; where two keys become one, the new one's own value stays.
  fileprivate func keyed(by rename: (Key) -> Key) -> Self {
    reduce(into: [:]) { renamed, entry in
      let key = rename(entry.key)
      if key == entry.key || renamed[key] == nil { renamed[key] = entry.value }
    }
  }
}
