import Diagnostics
import IndustryChain
import YAML

extension FileReader {
  /// Reads a region file; placeholders as in `chain(_:)`.
  mutating func region(_ root: YAMLNode) -> RegionDraft? {
    let start = SourceRange(line: 1, column: 1)
    guard let object = object(root, .region, owner: start) else { return nil }
    let idWord = object["region"].flatMap { word($0) }
    let date = object["date"].flatMap { self.date($0) }
    var draft = RegionDraft(
      file: file, range: idWord?.range ?? start,
      region: Region(
        id: RegionID(idWord.map { self.id($0) } ?? file.path),
        name: object["name"].flatMap { text($0) } ?? LocalizedText(),
        date: date ?? .distantFuture))
    draft.region.code = object["code"].flatMap { word($0)?.value }
    for pair in entries(object, "surveyed") {
      guard !pair.value.isBlank else {
        draft.surveys.append((pair.key, defaultProvenance))
        continue
      }
      guard let object = self.object(pair.value, .provenance) else { continue }
      draft.surveys.append((pair.key, provenance(object)))
    }
    for pair in entries(object, "final_demand") {
      guard let figure = figure(pair.value, in: .money) else { continue }
      draft.finalDemand.append((pair.key, figure))
    }
    for pair in entries(object, "supply_ratio") {
      guard let figure = figure(pair.value, in: .share) else { continue }
      draft.supplyRatios.append((pair.key, figure))
    }
    for pair in entries(object, "chief_firms") where !pair.value.isBlank {
      guard let firm = word(pair.value) else { continue }
      draft.chiefFirms.append((pair.key, firm))
    }
    for pair in entries(object, "chain_leads") where !pair.value.isBlank {
      guard let name = text(pair.value) else { continue }
      draft.chainLeads.append((pair.key, name))
    }
    draft.provides = object["provides"].map { list($0) }?.compactMap { word($0) } ?? []
    for pair in entries(object, "lacks") {
      guard !pair.value.isBlank else {
        draft.lacks.append((pair.key, false, defaultProvenance))
        continue
      }
      guard let object = self.object(pair.value, .shortcoming) else { continue }
      let isVeto = object["veto"].flatMap { flag($0) } ?? false
      draft.lacks.append((pair.key, isVeto, provenance(object)))
    }
    for pair in entries(object, "priorities") {
      guard let degree = wish(pair.value, in: .share) else { continue }
      draft.priorities.append((pair.key, degree))
    }
    if let node = object["ranking"] { draft.region.ranking = ranking(node) }
    return draft
  }

  mutating func entries(_ object: YAMLObject, _ key: String) -> [YAMLNode.Pair] {
    guard let node = object[key] else { return [] }
    return Array(
      table(
        node, expected: LocalizedText("`\(key)`", "`\(key)`"),
        example: object.schema.example(of: key)))
  }
}
