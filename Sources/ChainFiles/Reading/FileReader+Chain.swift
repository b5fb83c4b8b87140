import Diagnostics
import IndustryChain

extension FileReader {
  /// Reads a chain file; what is missing or wrong is reported and stands as a placeholder, which
  /// never leaves the loader, since a file with errors gives no workspace.
  mutating func chain(_ root: YAMLNode) -> ChainDraft? {
    let start = SourceRange(line: 1, column: 1)
    guard let object = object(root, .chain, owner: start) else { return nil }
    if let node = object["figures"], let figures = self.object(node, .provenance) {
      defaultProvenance = provenance(figures)
    }
    let idWord = object["chain"].flatMap { word($0) }
    let id = Located(
      value: ChainID(idWord.map { self.id($0) } ?? file.name), range: idWord?.range ?? start)
    var draft = ChainDraft(
      file: file, id: id,
      name: object["name"].flatMap { text($0) } ?? LocalizedText())
    draft.summary = object["summary"].flatMap { text($0) }
    if let node = object["needs"], let pairs = table(node, expected: LocalizedText("needs", "落地要件"))
    {
      for pair in pairs {
        let id = NeedID(self.id(pair.key))
        let name = pair.value.isBlank ? nil : text(pair.value)
        if name == nil, pair.value.isBlank { report(.emptyText(in: file, at: pair.key.range)) }
        draft.needs.append(
          Located(value: Need(id: id, name: name ?? LocalizedText()), range: pair.key.range))
      }
    }
    if let node = object["links"],
      let pairs = table(
        node, expected: LocalizedText("links", "环节"), duplicate: Diagnostic.duplicateLink)
    {
      draft.links.reserveCapacity(pairs.count)
      for pair in pairs {
        if let link = link(pair, in: id.value) { draft.links.append(link) }
      }
    }
    return draft
  }

  private mutating func link(_ pair: YAMLNode.Pair, in chain: ChainID) -> LinkDraft? {
    let id = LinkID(chain: chain, name: self.id(pair.key))
    let object = object(pair.value, .link, owner: pair.key.range) ?? YAMLObject([])
    let name = object["name"].flatMap { text($0) }
    let stage = object["stage"].flatMap { choice($0, Stage.self) }
    var draft = LinkDraft(
      link: Link(id: id, name: name ?? LocalizedText(), stage: stage ?? .midstream),
      range: pair.key.range)
    draft.link.kind = object["kind"].flatMap { choice($0, LinkKind.self) }
    draft.link.valueAdded = object["value_added"].flatMap { figure($0, in: .share) }
    if let node = object["plant"] { draft.link.plant = plant(node) }
    draft.link.note = object["note"].flatMap { text($0) }
    if let node = object["codes"] {
      for pair in table(node, expected: LocalizedText("codes", "分类代码")) ?? [] {
        draft.link.codes[pair.key.value] = word(pair.value)?.value
      }
    }
    draft.needs = object["needs"].map { list($0) }?.compactMap { word($0) } ?? []
    draft.variantOf = object["variant_of"].flatMap { word($0) }
    if let node = object["inputs"] { draft.inputs = inputs(node, schema: .input) }
    if let node = object["processed_by"] {
      draft.inputs += inputs(node, schema: .processing)
    }
    return draft
  }

  private mutating func inputs(_ node: YAMLNode, schema: ObjectSchema) -> [InputDraft] {
    let isProcessing = schema.noun == ObjectSchema.processing.noun
    let route: Input.Route = isProcessing ? .processing : .purchase
    var inputs: [InputDraft] = []
    let expected = LocalizedText("suppliers and shares", "供应环节与系数")
    for pair in table(node, expected: expected) ?? [] {
      guard case .mapping(var entries) = pair.value.content else {
        inputs.append(
          InputDraft(
            supplier: pair.key, share: figure(pair.value, in: .share), route: route,
            isCritical: false))
        continue
      }
      if isProcessing, let index = entries.firstIndex(where: { $0.key.value == "return" }) {
        let fix = deletion(ofPair: index, among: entries)
        report(
          .returnOnProcessing(in: file, at: entries.remove(at: index).key.range, fix: fix))
      }
      let map = YAMLNode(content: .mapping(entries), range: pair.value.range)
      guard let object = object(map, schema) else { continue }
      let provenance = provenance(object)
      let share = object["share"].flatMap { figure($0, in: .share, default: provenance) }
      let comesBack = object["return"].flatMap { flag($0) } ?? false
      inputs.append(
        InputDraft(
          supplier: pair.key, share: share, route: comesBack ? .returnFlow : route,
          isCritical: object["critical"].flatMap { flag($0) } ?? false))
    }
    return inputs
  }

  private mutating func plant(_ node: YAMLNode) -> Plant {
    guard let object = object(node, .plant) else { return Plant() }
    let provenance = provenance(object)
    var figures: [String: Figure] = [:]
    for key in ObjectSchema.plant.keys {
      guard let node = object[key.key] else { continue }
      switch key.type {
      case .money: figures[key.key] = figure(node, in: .money, default: provenance)
      case .number: figures[key.key] = figure(node, in: .number, default: provenance)
      default: continue
      }
    }
    var plant = Plant()
    plant.outputMillionCNY = figures["output"]
    plant.investmentMillionCNY = figures["investment"]
    plant.landMu = figures["land_mu"]
    plant.jobs = figures["jobs"]
    plant.powerMW = figures["power_mw"]
    plant.dischargeTonnesPerDay = figures["discharge_tonnes_per_day"]
    return plant
  }
}
