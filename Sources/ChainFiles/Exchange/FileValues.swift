import IndustryChain

/// What a chain or region file says, whatever way it is written.
///
/// Two files are equal where a reader gets the same out of them: `0.30` is `0.3`, a figure alone is
/// a figure in a map, a Chinese text alone is one under `zh`, and what is blank is not there.
indirect enum FileValues: Hashable {
  case nothing
  case word(String)
  case text(LocalizedText)
  case list([FileValues])
  case map([String: FileValues])
  /// The same, where the order says something.
  case ordered([String], [String: FileValues])

  /// The values of a file.
  ///
  /// O(size of the tree).
  init(of tree: FileTree) {
    let schema: ObjectSchema? =
      switch tree.kind {
      case .chain: .chain
      case .region: .region
      case .workspace, .other: nil
      }
    self.init(.map(tree.root), schema.map(ValueType.object))
  }

  /// The path of the first key at which two values differ; `nil` where they are equal.
  func difference(from other: Self) -> String? {
    if self == other { return nil }
    guard let mine = entries, let others = other.entries else { return "" }
    for key in Set(mine.keys).union(others.keys).sorted() where mine[key] != others[key] {
      guard let value = mine[key], let otherValue = others[key] else { return key }
      let rest = value.difference(from: otherValue) ?? ""
      return rest.isEmpty ? key : "\(key) > \(rest)"
    }
    return ""
  }

  /// What a map holds, `nil` of anything else.
  var entries: [String: FileValues]? {
    switch self {
    case .map(let map), .ordered(_, let map): map
    case .nothing: [:]
    case .word, .text, .list: nil
    }
  }

  private init(_ value: TreeValue, _ type: ValueType?) {
    switch type {
    case .text: self.init(text: value)
    case .share, .money, .number: self.init(figure: value)
    case .list(let item):
      let items = value.listItems.map { Self($0, item) }.filter { $0 != .nothing }
      self = items.isEmpty ? .nothing : .list(items)
    case .range:
      let items = value.listItems.map { Self($0, .share) }
      self = items.isEmpty ? .nothing : .list(items)
    case .object(let schema):
      var map: [String: FileValues] = [:]
      for entry in value.entries {
        let type = schema.keys.first { $0.key == entry.key }?.type
        let value = Self(entry.value, type)
        if value != .nothing { map[entry.key] = value }
      }
      self = map.isEmpty ? .nothing : .map(map)
    case .table(let item):
      let entries = value.entries
      let pairs = entries.map { ($0.key, Self($0.value, item)) }
      let map = Dictionary(pairs) { first, _ in first }
      if case .object(let schema) = item, schema.noun == ObjectSchema.link.noun {
        self = .ordered(entries.map(\.key), map)
      } else {
        self = map.isEmpty ? .nothing : .map(map)
      }
    case .word, .id, .link, .flag, .choice, .date, .partialDate, nil: self.init(plain: value)
    }
  }

  private init(text value: TreeValue) {
    let text = value.localizedText
    self = text.isEmpty ? .nothing : .text(text)
  }

  private init(plain value: TreeValue) {
    switch value {
    case .blank: self = .nothing
    case .scalar: self = value.word.map { .word($0.trimmed) } ?? .nothing
    case .list: self = .list(value.listItems.map { Self(plain: $0) })
    case .map: self = .map(Dictionary(value.entries.map { ($0.key, Self(plain: $0.value)) }) { $1 })
    }
  }

  private init(figure value: TreeValue) {
    if let word = value.word {
      self = .map(["value": .word(word.trimmed.asNumber)])
      return
    }
    var map: [String: FileValues] = [:]
    for entry in value.entries {
      switch entry.key {
      case "share", "value":
        if let word = entry.value.word { map["value"] = .word(word.trimmed.asNumber) }
      case "source":
        if !entry.value.localizedText.isEmpty { map["source"] = .text(entry.value.localizedText) }
      case "critical", "return":
        if entry.value.word == "true" { map[entry.key] = .word("true") }
      default: if let word = entry.value.word { map[entry.key] = .word(word) }
      }
    }
    self = map.isEmpty ? .nothing : .map(map)
  }
}

extension TreeValue {
  /// The values of a list; a single one counts as a list of one.
  fileprivate var listItems: [TreeValue] {
    switch self {
    case .list(let list): list.items.map(\.value)
    case .scalar: [self]
    case .blank, .map: []
    }
  }
}

extension String {
  /// The shortest spelling of the number that the text is, else the text.
  fileprivate var asNumber: String {
    // Only plain decimals: what else a number may be read from is spelled as its author likes.
    guard utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }), let number = Double(self)
    else { return self }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
