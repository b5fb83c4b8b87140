import Diagnostics
import IndustryChain

/// Reads a workspace and everything that is wrong with it.
///
/// Every file is read whatever the others hold, so one call reports every problem. Without a chain
/// file there is nothing to read, which is an error. O(length of the files) where they are clean.
public func loadWorkspace(_ sources: WorkspaceSources) -> LoadResult {
  WorkspaceReading(sources).result(advice: [])
}

/// Reads a workspace as `loadWorkspace` does, and tells besides what is odd in it or lacking from it.
///
/// Oddities are looked for only where files have no errors, which would explain most of them.
/// O(length of the files) where they are clean.
public func checkWorkspace(_ sources: WorkspaceSources) -> LoadResult {
  let reading = WorkspaceReading(sources)
  return reading.result(advice: reading.advice())
}

/// The files of a workspace, read and looked up.
struct WorkspaceReading {
  private(set) var settings = WorkspaceSettings()
  /// The chain files; their links are in `resolvedChains`.
  private(set) var drafts: [ChainDraft] = []
  private(set) var regions: [RegionDraft] = []
  /// What the figures of each file rest on.
  private(set) var evidence: [(file: SourceFile, figures: FigureEvidence)] = []
  /// The links of all chains.
  let network: LinkNetwork

  /// The regions with their names looked up, in the order of their folders.
  private(set) var resolvedRegions: [Region] = []
  /// The links of each of `drafts`.
  let resolvedChains: [ResolvedChain]
  private let chains: [Chain]
  private let needs: [Need]
  var diagnostics: [Diagnostic]

  init(_ sources: WorkspaceSources) {
    diagnostics = sources.chains.isEmpty ? [.nothingToRead()] : []
    diagnostics += sources.unread.sorted().map { .unreadFile(SourceFile(path: $0, text: "")) }
    if let file = sources.settings {
      let document = YAMLDocument(file)
      var reader = FileReader(file)
      if let read = document.withRoot({ reader.settings($0) }) { settings = read }
      diagnostics += document.diagnostics + reader.diagnostics
    }
    var unreadable: [SourceFile] = []
    var (chainReadings, regionReadings) = Self.readings(of: sources)
    for reading in chainReadings {
      diagnostics += reading.diagnostics
      evidence.append((reading.file, reading.evidence))
      if let draft = reading.draft {
        drafts.append(draft)
      } else {
        unreadable.append(reading.file)
      }
    }
    diagnostics += duplicates(in: drafts)
    for reading in regionReadings {
      diagnostics += reading.diagnostics
      evidence += reading.evidence
      guard let draft = reading.draft else { continue }
      if let first = regions.first(where: { $0.region.id == draft.region.id }) {
        diagnostics.append(.duplicateRegion(draft, first: first))
      }
      regions.append(draft)
    }
    diagnostics = diagnostics.makingIDFixesCertain(chains: drafts, regions: regions)
    // What only one place holds is changed there and not copied.
    (chainReadings, regionReadings) = ([], [])
    var resolver = NameResolver(drafts, unreadable: unreadable.map(\.path))
    chains = resolver.chains(&drafts)
    resolvedChains = resolver.resolvedChains
    needs = resolver.allNeeds
    let (resolved, linked) = sideBySide(effort: resolver.linkCount) { [resolver, regions] in
      resolver.regions(regions)
    } _: { [resolvedChains] in
      let network = LinkNetwork(resolvedChains.flatMap(\.all))
      return (
        network: network,
        findings: network.findings(of: [
          InputCheck.findings, ReturnFlowCheck.findings, ClosedCycleCheck.findings,
          VariantCycleCheck.findings,
        ])
      )
    }
    network = linked.network
    resolvedRegions = resolved.regions
    diagnostics = UnreadableChains(unreadable).holdingBack(
      diagnostics + resolver.diagnostics + resolved.diagnostics,
      known: Set(drafts.map(\.id.value)))
    diagnostics += peersThatAreRegions(in: regions) + linked.findings
  }

  /// What the files hold, each read on its own, a share of them on each core.
  private static func readings(
    of sources: WorkspaceSources
  ) -> (chains: [ChainReading], regions: [RegionReading]) {
    let chains = sources.chains.sorted { $0.path < $1.path }
    let regions = sources.regions.sorted { $0.folder < $1.folder }
    // About as many links as the files have.
    let effort = chains.reduce(0) { $0 + $1.text.utf8.count } / 200
    // Regions first, since one can be as long as many chains.
    let readings = sideBySide(regions.count + chains.count, effort: effort) { index in
      index < regions.count
        ? FileReading.region(RegionReading(regions[index]))
        : .chain(ChainReading(chains[index - regions.count]))
    }
    return (
      readings.compactMap { if case .chain(let reading) = $0 { reading } else { nil } },
      readings.compactMap { if case .region(let reading) = $0 { reading } else { nil } }
    )
  }

  private enum FileReading: Sendable {
    case chain(ChainReading)
    case region(RegionReading)
  }

  /// The workspace and the findings, `advice` among them.
  func result(advice: [Diagnostic]) -> LoadResult {
    let hasErrors = diagnostics.contains { $0.severity == .error }
    return LoadResult(
      workspace: hasErrors
        ? nil : Workspace(chains: chains, needs: needs, regions: resolvedRegions),
      diagnostics: settings.weighed(diagnostics + advice).sorted())
  }
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
