import Diagnostics
import IndustryChain
import YAML

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
    if id.value == .reserved { report(.settingsAsChain(in: file, at: id.range)) }
    var draft = ChainDraft(
      file: file, id: id,
      name: object["name"].flatMap { text($0) } ?? LocalizedText())
    draft.summary = object["summary"].flatMap { text($0) }
    if let node = object["needs"] {
      for pair in table(node, expected: LocalizedText("needs", "落地条件")) {
        let key = pair.key
        let id = NeedID(self.id(key))
        let name = pair.value.isBlank ? nil : text(pair.value)
        if name == nil, pair.value.isBlank { report(.emptyText(in: file, at: key.range)) }
        draft.needs.append(
          Located(value: Need(id: id, name: name ?? LocalizedText()), range: key.range))
      }
    }
    if let node = object["links"] {
      let pairs = table(
        node, expected: LocalizedText("links", "环节"), duplicate: Diagnostic.duplicateLink)
      let count = node.keyCount
      draft.links.reserveCapacity(count)
      draft.places.reserveCapacity(count)
      draft.inputRanges.reserveCapacity(4 * count)
      for pair in pairs { readLink(pair.key, pair.value, into: &draft) }
    }
    return draft
  }

  private mutating func readLink(
    _ key: Located<String>, _ node: YAMLNode, into draft: inout ChainDraft
  ) {
    let chain = draft.id.value
    let id = LinkID(chain: chain, name: self.id(key))
    let object = object(node, .link, owner: key.range) ?? YAMLObject(.link, of: node)
    let name = object.value(at: LinkKey.name).flatMap { text($0) }
    let stage = object.value(at: LinkKey.stage).flatMap { choice($0, Stage.self) }
    var inputs: [Input] = []
    for (key, route) in [
      (LinkKey.inputs, Input.Route.purchase), (LinkKey.processedBy, .processing),
    ] {
      guard let node = object.value(at: key) else { continue }
      let pairs = table(
        node, expected: LocalizedText("suppliers and shares", "供应环节与投入系数"),
        example: ObjectSchema.link.keys[key].example)
      inputs.reserveCapacity(inputs.count + node.keyCount)
      for pair in pairs {
        if readInput(pair, route: route, in: chain, into: &inputs) {
          draft.inputRanges.append(pair.keyNode.range)
        }
      }
    }
    draft.places.append(
      LinkPlaces(
        range: key.range,
        needs: object.value(at: LinkKey.needs).map { list($0) }?.compactMap { word($0) } ?? [],
        variantOf: object.value(at: LinkKey.variantOf).flatMap { word($0) }))
    draft.links.append(
      Link(
        id: id, name: name ?? LocalizedText(), stage: stage ?? .midstream,
        kind: object.value(at: LinkKey.kind).flatMap { choice($0, LinkKind.self) }, inputs: inputs,
        valueAdded: object.value(at: LinkKey.valueAdded).flatMap { figure($0, in: .share) },
        plant: object.value(at: LinkKey.plant).map { plant($0) } ?? Plant(),
        codes: object.value(at: LinkKey.codes).map { codes($0) } ?? [:],
        note: object.value(at: LinkKey.note).flatMap { text($0) }))
  }

  private mutating func codes(_ node: YAMLNode) -> [String: String] {
    let pairs = table(node, expected: LocalizedText("codes", "分类代码"))
    var codes: [String: String] = [:]
    for pair in pairs { codes[pair.keyNode.text] = word(pair.value)?.value }
    return codes
  }

  /// Reads an input whose supplier is the name as it is written; whether it can be read.
  private mutating func readInput(
    _ pair: YAMLNode.Pair, route: Input.Route, in chain: ChainID, into inputs: inout [Input]
  ) -> Bool {
    guard pair.value.kind == .mapping else {
      inputs.append(
        Input(
          supplier: LinkID(chain: chain, name: pair.keyNode.text),
          share: figure(pair.value, in: .share), route: route))
      return true
    }
    let schema = schema(of: pair.value, route: route)
    guard let object = object(pair.value, schema) else { return false }
    let keys = schema === ObjectSchema.input ? InputKeys.input : InputKeys.processing
    let provenance = provenance(object)
    let comesBack =
      route == .purchase
      && keys.comesBack.flatMap { object.value(at: $0) }.flatMap { flag($0) } ?? false
    inputs.append(
      Input(
        supplier: LinkID(chain: chain, name: pair.keyNode.text),
        share: object.value(at: keys.share).flatMap {
          figure($0, in: .share, default: provenance)
        },
        route: comesBack ? .returnFlow : route,
        isCritical: object.value(at: keys.isCritical).flatMap { flag($0) } ?? false))
    return true
  }

  /// The schema of a map under `inputs` or `processed_by`; `return` where it may not stand is told for
  /// itself and read on as if it could.
  private mutating func schema(of node: YAMLNode, route: Input.Route) -> ObjectSchema {
    guard route == .processing else { return .input }
    let pairs = Array(node.pairs)
    guard let index = pairs.firstIndex(where: { $0.key.value == "return" }) else {
      return .processing
    }
    let fix = deletion(ofPair: index, among: pairs)
    report(.returnOnProcessing(in: file, at: pairs[index].key.range, fix: fix))
    return .input
  }

  private mutating func plant(_ node: YAMLNode) -> Plant {
    guard let object = object(node, .plant) else { return Plant() }
    let provenance = provenance(object)
    func figure(_ place: Int, in unit: Unit, by reader: inout FileReader) -> Figure? {
      object.value(at: place).flatMap { reader.figure($0, in: unit, default: provenance) }
    }
    return Plant(
      outputMillionCNY: figure(PlantKey.output, in: .money, by: &self),
      investmentMillionCNY: figure(PlantKey.investment, in: .money, by: &self),
      landMu: figure(PlantKey.land, in: .own(.mu), by: &self),
      jobs: figure(PlantKey.jobs, in: .own(.people), by: &self),
      powerMW: figure(PlantKey.power, in: .own(.megawatts), by: &self),
      dischargeTonnesPerDay: figure(PlantKey.discharge, in: .own(.tonnesPerDay), by: &self))
  }
}

/// Where the keys of a link stand in its schema.
private enum LinkKey {
  static let name = ObjectSchema.link.place(of: "name")
  static let stage = ObjectSchema.link.place(of: "stage")
  static let kind = ObjectSchema.link.place(of: "kind")
  static let inputs = ObjectSchema.link.place(of: "inputs")
  static let processedBy = ObjectSchema.link.place(of: "processed_by")
  static let valueAdded = ObjectSchema.link.place(of: "value_added")
  static let plant = ObjectSchema.link.place(of: "plant")
  static let needs = ObjectSchema.link.place(of: "needs")
  static let variantOf = ObjectSchema.link.place(of: "variant_of")
  static let codes = ObjectSchema.link.place(of: "codes")
  static let note = ObjectSchema.link.place(of: "note")
}

/// Where the keys of a plant stand in its schema.
private enum PlantKey {
  static let output = ObjectSchema.plant.place(of: "output")
  static let investment = ObjectSchema.plant.place(of: "investment")
  static let land = ObjectSchema.plant.place(of: "land_mu")
  static let jobs = ObjectSchema.plant.place(of: "jobs")
  static let power = ObjectSchema.plant.place(of: "power_mw")
  static let discharge = ObjectSchema.plant.place(of: "discharge_tonnes_per_day")
}

/// Where the keys of an input stand in a schema.
private struct InputKeys {
  static let input = InputKeys(of: .input)
  static let processing = InputKeys(of: .processing)

  let share: Int
  let isCritical: Int
  let comesBack: Int?

  private init(of schema: ObjectSchema) {
    share = schema.place(of: "share")
    isCritical = schema.place(of: "critical")
    comesBack = schema.index(of: "return")
  }
}
