/// The part of JSON Schema, draft 2020-12, that the project's own schema uses; any other keyword is
/// a fault, so that none is passed over in silence.
struct JSONSchema {
  let root: JSONValue
  /// Every object seen, by the place in the schema that describes it.
  private(set) var seen: [String: [Set<String>]] = [:]
  private(set) var faults: [String] = []

  private static let keywords: Set<String> = [
    "$schema", "$defs", "$ref", "title", "description", "type", "properties", "required", "items",
    "enum", "const", "pattern", "minimum", "maximum", "minProperties",
  ]

  init(_ root: JSONValue) { self.root = root }

  mutating func check(_ document: JSONValue) { check(document, by: root, named: "#", at: "$") }

  /// The properties of each described object, by the names under which `seen` has them.
  var describedObjects: [String: JSONValue] {
    var objects = ["#": root]
    for (name, schema) in root["$defs"]?.members ?? [:] where schema["properties"] != nil {
      objects["#/$defs/\(name)"] = schema
    }
    return objects
  }

  private mutating func check(
    _ value: JSONValue, by schema: JSONValue, named name: String, at path: String
  ) {
    for keyword in schema.members.keys where !Self.keywords.contains(keyword) {
      faults.append("\(name): keyword \(keyword) is not looked at")
    }
    if schema["description"]?.text?.isEmpty ?? true { faults.append("\(name): no description") }
    if let reference = schema["$ref"]?.text {
      let key = reference.split(separator: "/").last.map(String.init) ?? ""
      if let target = root["$defs"]?[key] {
        check(value, by: target, named: reference, at: path)
      } else {
        faults.append("\(name): \(reference) leads nowhere")
      }
      return
    }
    func expect(_ isRight: Bool, _ what: String) {
      if !isRight { faults.append("\(path): \(what)") }
    }
    if let allowed = schema["enum"] { expect(allowed.elements.contains(value), "not in the enum") }
    if let constant = schema["const"] { expect(constant == value, "not the constant") }
    switch (schema["type"]?.text, value) {
    case ("object", .object(let members)):
      seen[name, default: []].append(Set(members.keys))
      for key in schema["required"]?.elements ?? [] {
        expect(members[key.text ?? ""] != nil, "lacks \(key)")
      }
      expect(Double(members.count) >= schema["minProperties"]?.number ?? 0, "too few members")
      for (key, member) in members.sorted(by: { $0.key < $1.key }) {
        if let property = schema["properties"]?[key] {
          check(member, by: property, named: "\(name)/\(key)", at: "\(path).\(key)")
        } else {
          expect(false, "the schema has no \(key)")
        }
      }
    case ("array", .array(let elements)):
      for (place, element) in elements.enumerated() {
        check(
          element, by: schema["items"] ?? .null, named: "\(name)/items", at: "\(path)[\(place)]")
      }
    case ("string", .string(let text)):
      if let pattern = schema["pattern"]?.text, let regex = try? Regex(pattern) {
        expect(text.firstMatch(of: regex) != nil, "\(text) does not match \(pattern)")
      }
    case ("boolean", .bool): break
    case ("number", .number(let number)), ("integer", .number(let number)):
      expect(number >= schema["minimum"]?.number ?? -.infinity, "\(number) is too small")
      expect(number <= schema["maximum"]?.number ?? .infinity, "\(number) is too large")
      expect(schema["type"]?.text == "number" || number == number.rounded(), "no integer")
    default: expect(false, "not of type \(schema["type"]?.text ?? "none")")
    }
  }
}
