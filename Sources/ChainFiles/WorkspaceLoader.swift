import Diagnostics
import IndustryChain

/// Reads a workspace and everything that is wrong with it.
///
/// Every file is read whatever the others hold, so one call reports every problem. Without a chain
/// file there is nothing to read, which is an error. O(length of the files) where they are clean.
public func loadWorkspace(_ sources: WorkspaceSources) -> LoadResult {
  var diagnostics: [Diagnostic] = sources.chains.isEmpty ? [.nothingToRead()] : []
  var drafts: [ChainDraft] = []
  var unreadable: [String] = []
  for file in sources.chains.sorted(by: { $0.path < $1.path }) {
    let document = YAMLDocument(file)
    var reader = FileReader(file)
    let draft = document.root.flatMap { reader.chain($0) }
    diagnostics += document.diagnostics + reader.diagnostics
    if let draft { drafts.append(draft) } else { unreadable.append(file.path) }
  }
  diagnostics += duplicates(in: drafts)

  var resolver = NameResolver(drafts, unreadable: unreadable)
  let chains = drafts.map { resolver.chain($0) }
  var regions: [Region] = []
  var regionDrafts: [RegionDraft] = []
  for source in sources.regions.sorted(by: { $0.folder < $1.folder }) {
    let (draft, findings) = readRegion(source)
    diagnostics += findings
    guard let draft else { continue }
    if let first = regionDrafts.first(where: { $0.region.id == draft.region.id }) {
      diagnostics.append(.duplicateRegion(draft, first: first))
    }
    regionDrafts.append(draft)
    regions.append(resolver.region(draft))
  }
  diagnostics += resolver.diagnostics + peersThatAreRegions(in: regionDrafts)
  diagnostics += graphFindings(in: resolver.links)

  diagnostics.sort()
  let hasErrors = diagnostics.contains { $0.severity == .error }
  let workspace =
    hasErrors ? nil : Workspace(chains: chains, needs: resolver.allNeeds, regions: regions)
  return LoadResult(workspace: workspace, diagnostics: diagnostics)
}

private func duplicates(in drafts: [ChainDraft]) -> [Diagnostic] {
  var first: [ChainID: ChainDraft] = [:]
  return drafts.compactMap { draft in
    guard let earlier = first[draft.id.value] else {
      first[draft.id.value] = draft
      return nil
    }
    return .duplicateChain(draft, first: earlier)
  }
}

/// Peers that a table lists although they have files of their own.
private func peersThatAreRegions(in drafts: [RegionDraft]) -> [Diagnostic] {
  var regions: [RegionID: RegionDraft] = [:]
  for draft in drafts where regions[draft.region.id] == nil { regions[draft.region.id] = draft }
  return drafts.flatMap { draft in
    draft.peers.compactMap { peer in
      regions[peer.id.value].map { .peerIsRegion(peer, of: draft, region: $0) }
    }
  }
}

/// The checks that look at links together.
private func graphFindings(in links: [ResolvedLink]) -> [Diagnostic] {
  let links = links.sorted { $0.link.id < $1.link.id }
  var index: [LinkID: Int] = [:]
  for (position, item) in links.enumerated() where index[item.link.id] == nil {
    index[item.link.id] = position
  }
  return InputCheck.findings(in: links)
    + ClosedCycleCheck.findings(in: links, index: index)
    + VariantCycleCheck.findings(in: links, index: index)
    + ReturnFlowCheck.findings(in: links, index: index)
}

private func readRegion(_ source: RegionSources) -> (draft: RegionDraft?, [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  var firms: [FirmDraft] = []
  for (file, residence) in [(source.firms, Firm.Residence.resident), (source.prospects, .prospect)]
  {
    guard let file else { continue }
    let reader = FirmTableReader(file, residence: residence)
    firms += reader.firms
    diagnostics += reader.diagnostics
  }
  let peers = source.peers.map { PeerTableReader($0) }
  diagnostics += peers?.diagnostics ?? []
  // Firms are looked at even where the region file cannot be: their links may be unknown.
  var draft: RegionDraft?
  if let file = source.region {
    let document = YAMLDocument(file)
    var reader = FileReader(file)
    draft = document.root.flatMap { reader.region($0) }
    diagnostics += document.diagnostics + reader.diagnostics
    if source.firms == nil, draft?.surveys.isEmpty == false {
      diagnostics.append(.missingFirmTable(besides: file))
    }
  } else {
    diagnostics.append(.missingRegionFile(folder: source.folder))
  }
  if draft == nil, let file = source.files.first {
    draft = RegionDraft(
      file: file, range: SourceRange(line: 1, column: 1),
      region: Region(
        id: RegionID(source.folder), name: .init(), date: .distantFuture))
  }
  draft?.firms = firms
  draft?.peers = peers?.peers ?? []
  return (draft, diagnostics)
}
