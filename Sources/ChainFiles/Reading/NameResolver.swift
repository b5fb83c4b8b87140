import Diagnostics
import IndustryChain

/// Looks up every name in drafts and makes values of them.
struct NameResolver {
  private var directory: LinkDirectory
  private let unreadable: [String]
  private var needs: [NeedID: (need: Need, location: Diagnostic.Location)] = [:]
  private var findings: [Diagnostic] = []
  /// How many unknown names are still compared with all known ones; where there are more, something
  /// else is wrong than their spelling.
  private var guessesLeft = 100
  /// How many wrong names are still told one by one; a hostile file can hold millions.
  private var namesLeft = 10_000
  /// How many wrong names were not, and where the first of them stands.
  private var untold: (count: Int, first: Diagnostic.Location)?
  /// The links of all chains, in the order of the drafts.
  private(set) var resolvedChains: [ResolvedChain] = []

  /// Prepares the look-up; `unreadable` names the chain files that could not be read.
  init(_ drafts: [ChainDraft], unreadable: [String]) {
    directory = LinkDirectory(drafts)
    self.unreadable = unreadable
    for draft in drafts {
      for need in draft.needs {
        if let known = needs[need.value.id] {
          if known.need.name != need.value.name {
            findings.append(
              .conflictingNeed(need, in: draft.file, first: known.location))
          }
        } else {
          needs[need.value.id] = (need.value, .init(file: draft.file, range: need.range))
        }
      }
    }
  }

  /// What is wrong with the names.
  var diagnostics: [Diagnostic] {
    findings + (untold.map { [.furtherNames($0.count, from: $0.first)] } ?? [])
  }

  /// The number of links in all drafts.
  var linkCount: Int { directory.ids.count }

  /// All needs, in no particular order.
  var allNeeds: [Need] { needs.values.map(\.need) }

  /// Chains with their names looked up; names that are unknown are left out and reported.
  ///
  /// The links are taken from the drafts.
  mutating func chains(_ drafts: inout [ChainDraft]) -> [Chain] {
    var resolutions = resolutions(of: &drafts, effort: linkCount)
    if resolutions.contains(where: { $0 == nil }) {
      directory.indexNames()
      for (place, later) in self.resolutions(of: &drafts, effort: linkCount).enumerated()
      where resolutions[place] == nil {
        resolutions[place] = later
      }
    }
    // All of them first, since any may be meant where a name is unknown.
    resolvedChains = resolutions.compactMap { $0?.links }
    return zip(drafts, resolutions).compactMap { draft, resolution in
      guard let resolution else { return nil }
      let number = directory.number(of: draft.id.value)
      for name in resolution.unknownLinks {
        _ = self.number(of: name, in: draft.file, from: number)
      }
      for name in resolution.unknownNeeds { _ = need(name, in: draft.file) }
      return resolution.chain
    }
  }

  private func resolutions(
    of drafts: inout [ChainDraft], effort: Int
  ) -> [ChainResolution?] {
    sideBySide(taking: &drafts, effort: effort) { [directory, needs = Set(needs.keys)] in
      ChainResolution(taking: &$0, in: directory, needs: needs)
    }
  }

  /// Regions with their names looked up, and what is wrong with the names.
  func regions(_ drafts: [RegionDraft]) -> (regions: [Region], diagnostics: [Diagnostic]) {
    var resolver = self
    (resolver.findings, resolver.untold) = ([], nil)
    let regions = drafts.map { resolver.region($0) }
    return (regions, resolver.diagnostics)
  }

  /// A region with its names looked up.
  private mutating func region(_ draft: RegionDraft) -> Region {
    var region = draft.region
    for (scope, provenance) in draft.surveys {
      guard let scope = self.scope(scope, in: draft.file) else { continue }
      region.surveys.append(Survey(scope: scope, provenance: provenance))
    }
    region.finalDemandMillionCNY = figures(draft.finalDemand, in: draft.file)
    region.localSupplyRatios = figures(draft.supplyRatios, in: draft.file)
    region.provides = draft.provides.compactMap { need($0, in: draft.file) }
    resolveWishes(of: draft, into: &region)
    region.firms = firms(draft.firms)
    region.peers = draft.peers.map { peer($0) }.sorted { $0.id < $1.id }
    let firmIDs = draft.chiefFirms.isEmpty ? [] : Set(region.firms.map(\.id))
    for (chain, firm) in draft.chiefFirms {
      let firmID = self.firm(firm, in: draft.file, among: firmIDs)
      guard let chain = self.chain(chain, in: draft.file), let firmID else { continue }
      region.chiefFirms[chain] = firmID
    }
    for (chain, name) in draft.chainLeads {
      guard let chain = self.chain(chain, in: draft.file) else { continue }
      region.chainLeads[chain] = name
    }
    return region
  }

  /// What the region lacks and what its planner wants.
  private mutating func resolveWishes(of draft: RegionDraft, into region: inout Region) {
    for (name, isVeto, provenance) in draft.lacks {
      guard let need = need(name, in: draft.file) else { continue }
      if region.provides.contains(need) {
        findings.append(.providedAndLacked(name, in: draft.file))
      }
      region.shortcomings.append(
        Shortcoming(need: need, isVeto: isVeto, provenance: provenance))
    }
    for (name, degree) in draft.priorities {
      guard let scope = scope(name, in: draft.file) else { continue }
      region.priorities.append(Priority(scope: scope, degree: degree))
    }
  }

  private mutating func firms(_ drafts: [FirmDraft]) -> [Firm] {
    let ids = Set(drafts.indices.lazy.map { drafts[$0].firm.id })
    // Most tables name no firm twice.
    if ids.count < drafts.count { reportDuplicates(among: drafts) }
    return drafts.indices.map { place in
      var firm = drafts[place].firm
      let file = drafts[place].file
      for partner in drafts[place].partners {
        guard let partner = self.firm(partner, in: file, among: ids),
          !firm.partners.contains(partner)
        else { continue }
        firm.partners.append(partner)
      }
      let projects = drafts[place].projects
      firm.projects.reserveCapacity(projects.count)
      for item in projects.indices {
        firm.projects.append(projects[item].project)
        firm.projects[item].link = projects[item].link.flatMap { self.link($0, in: file) }
      }
      return firm
    }
  }

  private mutating func reportDuplicates(among drafts: [FirmDraft]) {
    var first: [FirmID: FirmDraft] = [:]
    for draft in drafts {
      if let earlier = first.updateValue(draft, forKey: draft.firm.id) {
        findings.append(.duplicateFirm(draft, first: earlier))
      }
    }
  }

  private mutating func peer(_ draft: PeerDraft) -> PeerRegion {
    var peer = PeerRegion(id: draft.id.value, name: draft.name)
    var first: [LinkID: SourceRange] = [:]
    for (name, listing) in draft.rows {
      guard let link = link(name, in: draft.file) else { continue }
      if let earlier = first[link] {
        findings.append(.duplicatePeerRow(name, of: draft, first: earlier))
      } else {
        first[link] = name.range
        peer.listings[link] = listing
      }
    }
    return peer
  }

  private mutating func figures(
    _ entries: [(link: Located<String>, figure: Figure)], in file: SourceFile
  ) -> [LinkID: Figure] {
    var figures: [LinkID: Figure] = [:]
    var first: [LinkID: SourceRange] = [:]
    for (name, figure) in entries {
      guard let link = link(name, in: file) else { continue }
      if let earlier = first[link] {
        findings.append(.duplicateKey(name.value, in: file, at: name.range, first: earlier))
      } else {
        first[link] = name.range
        figures[link] = figure
      }
    }
    return figures
  }

  /// Reports what is wrong with a name, or only counts it where very many are wrong already.
  private mutating func tell(
    _ name: Located<String>, in file: SourceFile, _ finding: @autoclosure () -> Diagnostic
  ) {
    guard namesLeft > 0 else {
      untold = (
        (untold?.count ?? 0) + 1, untold?.first ?? .init(file: file, range: name.range)
      )
      return
    }
    namesLeft -= 1
    findings.append(finding())
  }

  private mutating func takesGuess() -> Bool {
    guessesLeft -= 1
    return guessesLeft >= 0
  }

  private mutating func link(_ name: Located<String>, in file: SourceFile) -> LinkID? {
    number(of: name, in: file, from: nil).map { directory.ids[$0] }
  }

  private mutating func number(
    of name: Located<String>, in file: SourceFile, from chain: Int?
  ) -> Int? {
    switch directory.match(name.value, from: chain) {
    case .link(let number): return number
    case .ambiguous(let candidates):
      tell(name, in: file, .ambiguousLink(name, candidates: candidates, in: file))
    case .unknown:
      let nearest = takesGuess() ? nearest(to: name.value, from: chain) : nil
      let unreadable = unreadable
      tell(name, in: file, .unknownLink(name, in: file, nearest: nearest, unreadable: unreadable))
    }
    return nil
  }

  private mutating func nearest(to name: String, from chain: Int?) -> NearestMatch? {
    link(called: name, from: chain) ?? directory.nearest(to: name, from: chain)
  }

  /// The id of the one link that people call so, in either language.
  ///
  /// O(links), for errors only.
  private mutating func link(called name: String, from chain: Int?) -> NearestMatch? {
    let links = resolvedChains.lazy.flatMap(\.all).filter {
      $0.link.id.name.isID && ($0.link.name.chinese == name || $0.link.name.english == name)
    }
    let ids = links.prefix(2).map(\.link.id)
    guard let id = ids.first, ids.count == 1 else { return nil }
    let isPlain = if case .link = directory.match(id.name, from: chain) { true } else { false }
    return NearestMatch(name: isPlain ? id.name : id.description, isUnmistakable: true)
  }

  private mutating func scope(_ name: Located<String>, in file: SourceFile) -> Survey.Scope? {
    let chain = ChainID(name.value)
    if directory.number(of: chain) != nil { return .chain(chain) }
    if case .unknown = directory.match(name.value, from: nil) {
      let nearest =
        takesGuess()
        ? link(called: name.value, from: nil) ?? directory.nearestScope(to: name.value) : nil
      let unreadable = unreadable
      tell(
        name, in: file,
        .unknownScope(name, in: file, nearest: nearest, unreadable: unreadable))
      return nil
    }
    return link(name, in: file).map { .link($0) }
  }

  private mutating func chain(_ name: Located<String>, in file: SourceFile) -> ChainID? {
    let id = ChainID(name.value)
    if directory.number(of: id) != nil { return id }
    let nearest =
      takesGuess()
      ? name.value.nearestMatch(among: directory.chains.map(\.rawValue).filter(\.isID)) : nil
    let unreadable = unreadable
    tell(
      name, in: file, .unknownChain(name, in: file, nearest: nearest, unreadable: unreadable))
    return nil
  }

  private mutating func firm(
    _ name: Located<String>, in file: SourceFile, among ids: Set<FirmID>
  ) -> FirmID? {
    let id = FirmID(name.value)
    if ids.contains(id) { return id }
    let nearest =
      takesGuess() ? name.value.nearestMatch(among: ids.map(\.rawValue).filter(\.isID)) : nil
    tell(name, in: file, .unknownFirm(name, in: file, nearest: nearest))
    return nil
  }

  private mutating func need(_ name: Located<String>, in file: SourceFile) -> NeedID? {
    let id = NeedID(name.value)
    if needs[id] != nil { return id }
    let nearest =
      takesGuess() ? name.value.nearestMatch(among: needs.keys.map(\.rawValue).filter(\.isID)) : nil
    tell(name, in: file, .unknownNeed(name, in: file, nearest: nearest))
    return nil
  }
}
