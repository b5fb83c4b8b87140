/// Where along its chain a link stands.
public enum Stage: String, CaseIterable, Hashable, Sendable {
  /// 上游: raw materials and what is made of them first.
  case upstream
  /// 中游: parts and intermediate products.
  case midstream
  /// 下游: finished products, their use and recovery.
  case downstream
  /// 配套: services and equipment that the others rely on.
  case supporting
}

/// What a link is.
public enum LinkKind: String, CaseIterable, Hashable, Sendable {
  case material, component, process, equipment, product, service
}

/// One step of a chain: a material, component, process, equipment, product or service.
public struct Link: Hashable, Sendable {
  /// The chain that defines it, and its key there.
  public let id: LinkID
  /// Its name in one or both languages.
  public var name: LocalizedText
  /// Where along the chain it stands.
  public var stage: Stage
  // Optional properties are spelt out here and in the other values that files hold many of: `?` makes
  // them `nil` before they get their values, and such values are copied when they are made.

  /// What it is, where given.
  public var kind: Optional<LinkKind>
  /// What it buys, processing included, in the order of the file.
  public var inputs: [Input]
  /// Value added per unit of output, 0…1, where given.
  public var valueAdded: Optional<Figure>
  /// One typical plant.
  public var plant: Plant
  /// Permits and utilities without which a plant cannot be built or run.
  public var needs: [NeedID]
  /// The umbrella link of which this is a kind.
  public var variantOf: Optional<LinkID>
  /// Codes in public classifications, by the name of the classification: `gb4754: 3985`.
  public var codes: [String: String]
  /// A remark for readers of reports.
  public var note: Optional<LocalizedText>

  /// A link of which nothing else is known.
  public init(
    id: LinkID, name: LocalizedText, stage: Stage, kind: LinkKind? = nil, inputs: [Input] = [],
    valueAdded: Figure? = nil, plant: Plant = Plant(), needs: [NeedID] = [],
    variantOf: LinkID? = nil, codes: [String: String] = [:], note: LocalizedText? = nil
  ) {
    self.id = id
    self.name = name
    self.stage = stage
    self.kind = kind
    self.inputs = inputs
    self.valueAdded = valueAdded
    self.plant = plant
    self.needs = needs
    self.variantOf = variantOf
    self.codes = codes
    self.note = note
  }
}
