import Diagnostics
import IndustryChain

extension [Diagnostic] {
  /// The same, the mending of an id certain where nothing refers to it and no other id would be the
  /// same; without the mending where it would make one of two things of a file or a region.
  func makingIDFixesCertain(chains: [ChainDraft], regions: [RegionDraft]) -> Self {
    let bad = indices.filter { self[$0].id == Rule.badID.id && self[$0].fix != nil }
    guard !bad.isEmpty else { return self }
    let (defined, referred) = names(in: chains, and: regions)
    let repaired = Dictionary(
      defined.map { ($0.repairedID ?? $0, [$0]) }, uniquingKeysWith: { $0 + $1 })
    let neighbours = neighbours(in: chains, and: regions)
    var findings = self
    for position in bad {
      guard let fix = self[position].fix, let name = fix.edits.first?.replacement else { continue }
      let rivals = neighbours[self[position].location?.file.path ?? ""]?
        .filter { ($0.repairedID ?? $0) == name }
      if let rivals, rivals.count > 1 {
        findings[position] = self[position].with(
          nil,
          help: LocalizedText(
            "choose an id that is free: `\(name)` is taken", "换一个未用的编号：`\(name)` 已被占用"))
        continue
      }
      guard let spellings = repaired[name], spellings.count == 1, !referred.contains(spellings[0])
      else { continue }
      findings[position] = self[position].with(
        Fix(fix.title, .certain, edits: fix.edits), help: self[position].help)
    }
    return findings
  }
}

/// The ids that stand beside one another, by file: those of a chain, or of the firms of a region.
private func neighbours(
  in chains: [ChainDraft], and regions: [RegionDraft]
) -> [String: Set<String>] {
  var ids: [String: Set<String>] = [:]
  for draft in chains { ids[draft.file.path, default: []].formUnion(draft.links.map(\.id.name)) }
  for draft in regions {
    let firms = Set(draft.firms.map(\.firm.id.rawValue))
    for file in Set(draft.firms.map(\.file.path)) { ids[file] = firms }
    for peer in draft.peers { ids[peer.file.path, default: []].insert(peer.id.value.rawValue) }
  }
  return ids
}

/// Every id that a file defines, each once, and every name by which one refers to another.
private func names(
  in chains: [ChainDraft], and regions: [RegionDraft]
) -> (defined: Set<String>, referred: Set<String>) {
  var defined: Set<String> = []
  var referred: Set<String> = []
  for draft in chains {
    defined.insert(draft.id.value.rawValue)
    defined.formUnion(draft.needs.map(\.value.id.rawValue))
    for (link, places) in zip(draft.links, draft.places) {
      defined.insert(link.id.name)
      referred.formUnion(link.inputs.map(\.supplier.name) + places.needs.map(\.value))
      if let umbrella = places.variantOf { referred.insert(umbrella.value) }
    }
  }
  for draft in regions {
    defined.insert(draft.region.id.rawValue)
    defined.formUnion(draft.firms.map(\.firm.id.rawValue) + draft.peers.map(\.id.value.rawValue))
    referred.formUnion(draft.references)
  }
  // `chain/link` refers to both.
  for name in referred { referred.formUnion(name.split(separator: "/").map(String.init)) }
  return (defined, referred)
}

extension RegionDraft {
  /// Every name of a chain, a link, a firm or a need that its files use.
  fileprivate var references: [String] {
    surveys.map(\.scope.value) + finalDemand.map(\.link.value) + supplyRatios.map(\.link.value)
      + chiefFirms.flatMap { [$0.chain.value, $0.firm.value] } + chainLeads.map(\.chain.value)
      + provides.map(\.value) + lacks.map(\.need.value) + priorities.map(\.scope.value)
      + firms.flatMap { $0.partners.map(\.value) + $0.projects.compactMap { $0.link?.value } }
      + peers.flatMap { $0.rows.map(\.link.value) }
  }
}

extension Diagnostic {
  fileprivate func with(_ fix: Fix?, help: LocalizedText?) -> Self {
    Self(
      id: id, severity: severity, location: location, message: message, notes: notes, help: help,
      fix: fix)
  }
}
