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
    if let node = object["needs"], let pairs = table(node, expected: LocalizedText("needs", "落地条件"))
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
      draft.places.reserveCapacity(pairs.count)
      draft.inputRanges.reserveCapacity(4 * pairs.count)
      for pair in pairs {
        readLink(pair, into: &draft)
      }
    }
    return draft
  }

  private mutating func readLink(_ pair: YAMLNode.Pair, into draft: inout ChainDraft) {
    let chain = draft.id.value
    let id = LinkID(chain: chain, name: self.id(pair.key))
    let object =
      object(pair.value, .link, owner: pair.key.range) ?? YAMLObject(.link, of: pair.value)
    let name = object.value(at: LinkKey.name).flatMap { text($0) }
    let stage = object.value(at: LinkKey.stage).flatMap { choice($0, Stage.self) }
    var link = Link(id: id, name: name ?? LocalizedText(), stage: stage ?? .midstream)
    var places = LinkPlaces(range: pair.key.range)
    link.kind = object.value(at: LinkKey.kind).flatMap { choice($0, LinkKind.self) }
    link.valueAdded = object.value(at: LinkKey.valueAdded).flatMap { figure($0, in: .share) }
    if let node = object.value(at: LinkKey.plant) { link.plant = plant(node) }
    link.note = object.value(at: LinkKey.note).flatMap { text($0) }
    if let node = object.value(at: LinkKey.codes) {
      for pair in table(node, expected: LocalizedText("codes", "分类代码")) ?? [] {
        link.codes[pair.key.value] = word(pair.value)?.value
      }
    }
    places.needs = object.value(at: LinkKey.needs).map { list($0) }?.compactMap { word($0) } ?? []
    places.variantOf = object.value(at: LinkKey.variantOf).flatMap { word($0) }
    for (key, route) in [
      (LinkKey.inputs, Input.Route.purchase), (LinkKey.processedBy, .processing),
    ] {
      guard let node = object.value(at: key) else { continue }
      let pairs =
        table(
          node, expected: LocalizedText("suppliers and shares", "供应环节与投入系数"),
          example: ObjectSchema.link.keys[key].example) ?? []
      link.inputs.reserveCapacity(link.inputs.count + pairs.count)
      for pair in pairs {
        guard let input = input(pair, route: route, in: chain) else { continue }
        link.inputs.append(input)
        draft.inputRanges.append(pair.key.range)
      }
    }
    draft.links.append(link)
    draft.places.append(places)
  }

  /// An input whose supplier is the name as it is written.
  private mutating func input(
    _ pair: YAMLNode.Pair, route: Input.Route, in chain: ChainID
  ) -> Input? {
    let supplier = LinkID(chain: chain, name: pair.key.value)
    guard pair.value.kind == .mapping else {
      return Input(supplier: supplier, share: figure(pair.value, in: .share), route: route)
    }
    let schema = schema(of: pair.value, route: route)
    guard let object = object(pair.value, schema) else { return nil }
    let keys = schema === ObjectSchema.input ? InputKeys.input : InputKeys.processing
    let provenance = provenance(object)
    let share = object.value(at: keys.share).flatMap {
      figure($0, in: .share, default: provenance)
    }
    let comesBack =
      route == .purchase
      && keys.comesBack.flatMap { object.value(at: $0) }.flatMap { flag($0) } ?? false
    return Input(
      supplier: supplier, share: share, route: comesBack ? .returnFlow : route,
      isCritical: object.value(at: keys.isCritical).flatMap { flag($0) } ?? false)
  }

  /// The schema of a map under `inputs` or `processed_by`; `return` where it may not stand is told for
  /// itself and read on as if it could.
  private mutating func schema(of node: YAMLNode, route: Input.Route) -> ObjectSchema {
    guard route == .processing else { return .input }
    let pairs = node.pairs
    guard let index = pairs.firstIndex(where: { $0.key.value == "return" }) else {
      return .processing
    }
    let fix = deletion(ofPair: index, among: pairs)
    report(.returnOnProcessing(in: file, at: pairs[index].key.range, fix: fix))
    return .input
  }

  private mutating func plant(_ node: YAMLNode) -> Plant {
    var plant = Plant()
    guard let object = object(node, .plant) else { return plant }
    let provenance = provenance(object)
    func figure(_ place: Int, in unit: Unit, by reader: inout FileReader) -> Figure? {
      object.value(at: place).flatMap { reader.figure($0, in: unit, default: provenance) }
    }
    plant.outputMillionCNY = figure(PlantKey.output, in: .money, by: &self)
    plant.investmentMillionCNY = figure(PlantKey.investment, in: .money, by: &self)
    plant.landMu = figure(PlantKey.land, in: .own(.mu), by: &self)
    plant.jobs = figure(PlantKey.jobs, in: .own(.people), by: &self)
    plant.powerMW = figure(PlantKey.power, in: .own(.megawatts), by: &self)
    plant.dischargeTonnesPerDay = figure(
      PlantKey.discharge, in: .own(.tonnesPerDay), by: &self)
    return plant
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
