import IndustryChain

/// What the schema says about a place in a file: which keys a map there has, in which order, and how
/// its texts are written.
struct TreePlace {
  /// What may stand there, `nil` where the schema does not know.
  private let type: ValueType?
  /// The key that it belongs to, empty at the root.
  private let key: String

  /// The root of a file.
  init(rootOf kind: FileTree.Kind) {
    key = ""
    switch kind {
    case .chain: type = .object(.chain)
    case .region: type = .object(.region)
    case .workspace: type = .object(.settings)
    case .other: type = nil
    }
  }

  private init(_ type: ValueType?, key: String) {
    self.type = type
    self.key = key
  }

  /// The place of a key's value in a map that stands here.
  func value(of key: String) -> TreePlace {
    switch type {
    // What a table or a text is for tells how its parts are written.
    case .table(let type)?: TreePlace(type, key: self.key)
    case .text?: TreePlace(.word, key: self.key)
    default: TreePlace(object?.keys.first { $0.key == key }?.type, key: key)
    }
  }

  /// The place of an item of a list that stands here.
  var item: TreePlace {
    if case .range? = type { return TreePlace(.share, key: key) }
    guard case .list(let type)? = type else { return TreePlace(nil, key: key) }
    return TreePlace(type, key: key)
  }

  /// The keys of a map that stands here, `nil` where authors choose them.
  private var object: ObjectSchema? {
    switch type {
    case .object(let schema)?: schema
    case .text?: .text
    case .share? where Self.supplierTables.contains(key): .input
    case .share?, .money?, .number?: .figure
    default: nil
    }
  }

  /// The tables whose entries are inputs.
  private static let supplierTables: Set = ["inputs", "processed_by"]

  /// The entries of a map that stands here in canonical order.
  ///
  /// Keys of the schema come as it lists them, then others as they stand. Suppliers come by share,
  /// the largest first, then by name, those without a share last. Everything else keeps its order,
  /// which says something to its author. O(n log n).
  func ordered(_ entries: [TreeEntry]) -> [TreeEntry] {
    if let keys = object?.keys {
      let ranks = entries.map { object?.index(of: $0.key) ?? keys.count }
      return Self.sorted(entries, by: ranks)
    }
    guard case .table(.share)? = type, Self.supplierTables.contains(key) else { return entries }
    return Self.sorted(entries, by: entries.map { SupplierRank($0) })
  }

  private static func sorted(
    _ entries: [TreeEntry], by ranks: [some Comparable]
  ) -> [TreeEntry] {
    guard zip(ranks, ranks.dropFirst()).contains(where: { $0 > $1 }) else { return entries }
    return entries.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { entries[$0] }
  }

  /// Whether a map that stands here is written on one line where it fits: `{en: Flint, zh: 打火石}`.
  var isOneLine: Bool {
    switch type {
    case .table(.word)?, .table(.id)?: true
    case .object(let schema)?: !Self.longObjects.contains(schema.noun)
    default: object != nil
    }
  }

  private static let longObjects: Set<String> = [
    ObjectSchema.chain.noun, ObjectSchema.link.noun, ObjectSchema.region.noun,
    ObjectSchema.ranking.noun, ObjectSchema.settings.noun,
  ]

  /// How a scalar that stands here is written.
  var quoting: Quoting {
    switch type {
    case .share?, .money?, .number?, .date?, .partialDate?, .choice?: .figure
    case .flag?: .asIs
    case .text? where key == "source", .word? where key == "source": .always
    case .text?, .word?, .id?, .link?: .whereNeeded
    case .object?, .list?, .range?, .table?, nil: .asIs
    }
  }
}

extension TreePlace {
  /// The number that a text here stands for, so that `0.10` is `0.1` and `0.5亿元` is `50`; `nil`
  /// where it is none.
  func amount(_ text: String) -> Double? {
    switch type {
    case .share?, .number?: try? Amount.number(text)
    case .money?: try? Amount.millionCNY(text)
    default: nil
    }
  }

  /// Whether a list here says the same in any order, so that two of them can be joined.
  var isSet: Bool {
    if case .list(.id)? = type { true } else { false }
  }

  /// A short way of writing written out: `0.3` as `{share: 0.3}`, `打火石` as `{zh: 打火石}`; `nil` where
  /// there is none.
  func writtenOut(_ value: TreeValue) -> TreeMap? {
    switch (value, type) {
    case (.map(let map), _): map
    case (.scalar(let scalar), .text?):
      LocalizedText(guessingLanguageOf: scalar.text).chinese == nil
        ? ["en": .text(scalar.text)] : ["zh": .text(scalar.text)]
    case (.scalar, .share?) where Self.supplierTables.contains(key): ["share": value]
    case (.scalar, .share?), (.scalar, .money?), (.scalar, .number?): ["value": value]
    default: nil
    }
  }
}

/// When a text stands in quotation marks.
enum Quoting {
  /// Where it could be taken for something else than the text: for a number, a date, a flag.
  case whereNeeded
  /// A source is somebody's words: in quotation marks a comma or a colon put in later does no harm.
  case always
  /// Only where the syntax asks for it: a figure is a figure to every reader, `off` a word of ours.
  case figure
  /// What is bare stays bare, since a reader may tell `true` from `"true"`.
  case asIs
}

/// Where a supplier stands among the suppliers of a link.
private struct SupplierRank: Comparable {
  private let share: Double?
  private let name: String

  init(_ entry: TreeEntry) {
    name = entry.key
    share = Self.share(entry.value)
  }

  static func < (left: Self, right: Self) -> Bool {
    let shares = (left.share ?? -1, right.share ?? -1)
    return shares.0 == shares.1 ? left.name < right.name : shares.0 > shares.1
  }

  /// The number that a share stands for, however deep it is written: `{share: {value: 0.2}}`.
  private static func share(_ value: TreeValue) -> Double? {
    switch value {
    case .blank, .list: nil
    case .scalar(let scalar): try? Amount.number(scalar.text)
    case .map(let map): (map["share"] ?? map["value"]).flatMap { share($0) }
    }
  }
}
