/// A kind of file that has a JSON Schema, for editors that complete and check by one.
public enum FileSchema: String, CaseIterable, Sendable {
  /// A chain file.
  case chain
  /// The file of a region.
  case region
  /// `workspace.yaml`, what a workspace wants of the check.
  case workspace

  /// The schema, draft 07, a text that ends its line.
  ///
  /// It is made of the keys that the loader reads, so neither can know what the other does not.
  /// What depends on other places of a file (sums of shares, names, sources) no schema can tell.
  public var jsonSchema: String {
    var schema = JSONSchema()
    return schema.document(of: keys).text() + "\n"
  }

  var keys: ObjectSchema {
    switch self {
    case .chain: .chain
    case .region: .region
    case .workspace: .settings
    }
  }
}

/// Makes a JSON Schema of the keys of a file.
///
/// Draft 07, since that is what the YAML extensions of editors read in full. A blank value is
/// allowed wherever the loader takes it as absent.
struct JSONSchema {
  private var definitions: [(key: String, value: JSONTree)] = []

  mutating func document(of schema: ObjectSchema) -> JSONTree {
    let body = object(schema)
    return .object(
      [
        ("$schema", .string("http://json-schema.org/draft-07/schema#")),
        ("title", .string("\(schema.noun) of chaingap")),
      ] + body + [("definitions", .object(definitions.sorted { $0.key < $1.key }))])
  }

  private mutating func object(_ schema: ObjectSchema) -> [(key: String, value: JSONTree)] {
    let properties = schema.keys.map { ($0.key, property($0)) }
    let required = schema.keys.filter(\.isRequired).map { JSONTree.string($0.key) }
    return [("type", .string("object"))]
      + (required.isEmpty ? [] : [("required", .list(required))])
      + [("additionalProperties", .flag(false)), ("properties", .object(properties))]
  }

  private mutating func property(_ key: KeySchema) -> JSONTree {
    let example = key.example.map { "\n\n```yaml\n\($0)\n```" } ?? ""
    let notes: [(key: String, value: JSONTree)] = [
      ("description", .string("\(key.english) / \(key.chinese)")),
      (
        "markdownDescription",
        .string("\(key.english) — \(key.type.description)\n\n\(key.chinese)" + example)
      ),
    ]
    let value = value(key.type, of: key)
    // Beside a `$ref` draft 07 reads nothing, so the reference stands inside.
    return .object(notes + [("anyOf", .list(key.isRequired ? [value] : [value, Self.blank]))])
  }

  private mutating func value(_ type: ValueType, of key: KeySchema) -> JSONTree {
    switch type {
    case .text:
      return reference("text") { schema in
        .object([("anyOf", .list([Self.scalar, schema.textMap()]))])
      }
    case .word: return Self.scalar
    case .id: return reference("id") { _ in Self.name(matching: Self.idPattern) }
    case .link: return reference("link name") { _ in Self.name(matching: Self.linkPattern) }
    case .share: return number("share", Self.share, key.numbers)
    case .money: return number("money", Self.money, key.numbers)
    case .number: return number("number", Self.number, key.numbers)
    case .flag: return .object([("type", .string("boolean"))])
    case .choice(let words): return .object([("enum", .list(words.map { .string($0) }))])
    case .date:
      return .object([
        ("type", .string("string")),
        ("pattern", .string("^\\s*\(Self.datePattern)\\s*$")),
      ])
    case .partialDate:
      return .object([
        ("type", .list([.string("string"), .string("integer")])),
        ("pattern", .string("^\\s*\(Self.partialDatePattern)\\s*$")),
        ("minimum", .number(1000)), ("maximum", .number(9999)),
      ])
    case .object(let schema): return definition(of: schema)
    case .list(let item):
      let items = value(item, of: key)
      // A single value counts as a list of one.
      return .object([
        (
          "anyOf",
          .list([.object([("type", .string("array")), ("items", items)]), items])
        )
      ])
    case .range:
      let share = number("share", Self.share, .plain)
      return .object([
        ("type", .string("array")), ("items", share), ("minItems", .number(2)),
        ("maxItems", .number(2)),
      ])
    case .table(let entry): return table(of: entry, key)
    }
  }

  private mutating func table(of entry: ValueType, _ key: KeySchema) -> JSONTree {
    let value = value(entry, of: key)
    let mayBeBlank = !key.definesIDs && key.keyNames != .rule
    let entries = mayBeBlank ? .object([("anyOf", .list([value, Self.blank]))]) : value
    let pattern: String? =
      switch key.keyNames {
      case .link, .scope: "^\(Self.linkName)$"
      case .chain, .need, .firm: "^\(Self.idName)$"
      case .rule: "^(\(Rule.allCases.map(\.rawValue).joined(separator: "|")))$"
      case nil: key.definesIDs ? "^\(Self.idName)$" : nil
      }
    let names = pattern.map { JSONTree.object([("pattern", .string($0))]) }
    return .object(
      [("type", .string("object"))] + (names.map { [("propertyNames", $0)] } ?? [])
        + [("additionalProperties", entries)])
  }

  /// A number, or the map that may stand for it.
  private mutating func number(
    _ name: String, _ scalar: JSONTree, _ form: NumberForm
  ) -> JSONTree {
    let plain = reference(name) { _ in scalar }
    switch form {
    case .plain: return plain
    case .map(let schema): return .object([("anyOf", .list([plain, definition(of: schema)]))])
    case .figure:
      let figure = reference("\(name) with its source") { schema in
        .object(schema.figure(of: plain))
      }
      return .object([("anyOf", .list([plain, figure]))])
    }
  }

  /// A figure's map, its `value` in the unit of its place.
  private mutating func figure(of value: JSONTree) -> [(key: String, value: JSONTree)] {
    object(.figure).map { member in
      guard member.key == "properties", case .object(let properties) = member.value else {
        return member
      }
      return (
        member.key,
        .object(
          properties.map { property in
            guard property.key == "value" else { return property }
            return (property.key, .object([("anyOf", .list([value, Self.blank]))]))
          })
      )
    }
  }

  /// A text in each language, at least one of them.
  private mutating func textMap() -> JSONTree {
    let languages = ObjectSchema.text.keys.map { key in
      JSONTree.object([
        ("required", .list([.string(key.key)])),
        ("properties", .object([(key.key, Self.scalar)])),
      ])
    }
    return .object(object(.text) + [("anyOf", .list(languages))])
  }

  private mutating func definition(of schema: ObjectSchema) -> JSONTree {
    let words = schema.noun.filter { $0 != "`" }.split(separator: " ")
    let name = words.drop { $0 == "a" || $0 == "an" }.joined(separator: " ")
    return reference(name) { .object($0.object(schema)) }
  }

  /// Refers to a definition, which is made the first time.
  private mutating func reference(
    _ name: String, _ make: (inout Self) -> JSONTree
  ) -> JSONTree {
    let key = name.split(separator: " ").joined(separator: "-")
    if !definitions.contains(where: { $0.key == key }) {
      let place = definitions.count
      definitions.append((key, .flag(true)))
      definitions[place].value = make(&self)
    }
    return .object([("$ref", .string("#/definitions/\(key)"))])
  }
}
